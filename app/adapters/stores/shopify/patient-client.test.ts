import { describe, expect, it } from "vitest";
import { z } from "zod";
import { VendorError } from "~/lib/errors";
import type { AdminClient } from "./admin-client";
import { createPatientClient } from "./patient-client";

const failure = (status: number | null, retryAfterMs: number | null = null) =>
  new VendorError("shopify", "no", { status, retryAfterMs });

/** A client that fails with these, one a call, and then answers. */
function setUp(...failures: unknown[]) {
  const waits: number[] = [];
  let calls = 0;
  const client: AdminClient = {
    async query({ schema }) {
      calls += 1;
      const error = failures.shift();
      if (error) throw error;
      return schema.parse("answer");
    },
  };
  const patient = createPatientClient(client, async (milliseconds) => void waits.push(milliseconds));
  const ask = (signal?: AbortSignal) =>
    patient.query({ shop: "a", operation: "{}", schema: z.string(), ...(signal && { signal }) });
  return { ask, waits, calls: () => calls };
}

describe("a patient client", () => {
  it("waits as long as the platform asks, and asks again", async () => {
    const { ask, waits } = setUp(failure(429, 2_500), failure(503), failure(null));
    expect(await ask()).toBe("answer");
    expect(waits).toEqual([2_500, 2_000, 3_000]);
  });

  it("gives up after some tries, with the last failure", async () => {
    const last = failure(500);
    const { ask, calls } = setUp(failure(500), failure(500), failure(500), last);
    await expect(ask()).rejects.toBe(last);
    expect(calls()).toBe(4);
  });

  it.each([failure(401), failure(403), failure(429, 60_000), new TypeError("bug")])(
    "does not insist where it is of no use: %s",
    async (error) => {
      const { ask, calls } = setUp(error);
      await expect(ask()).rejects.toBe(error);
      expect(calls()).toBe(1);
    },
  );

  it("stops with the asker", async () => {
    const reason = new Error("The process ends");
    const { ask, calls } = setUp(failure(500));
    await expect(ask(AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(calls()).toBe(1);
  });
});
