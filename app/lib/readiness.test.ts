import { describe, expect, it } from "vitest";
import { checkReadiness } from "./readiness";

const ok = async () => undefined;
const broken = async () => {
  throw new Error("Connection refused");
};
const silent = () => new Promise(() => undefined);

describe("checkReadiness", () => {
  it("is not ready while one part is broken or silent, and names it", async () => {
    const failures: string[] = [];
    const readiness = await checkReadiness({ database: ok, redis: silent, queue: broken }, 20, (name) =>
      failures.push(name),
    );
    expect(readiness).toEqual({
      ready: false,
      parts: { database: "ok", redis: "unreachable", queue: "unreachable" },
    });
    expect(failures.sort()).toEqual(["queue", "redis"]);
  });

  it("is ready when all answer", async () => {
    const readiness = await checkReadiness({ database: ok }, 20, () => undefined);
    expect(readiness).toEqual({ ready: true, parts: { database: "ok" } });
  });
});
