import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import { HOUR_MS, prepareFollowedShop } from "../fakes/followed-shop";
import { throttled } from "../fakes/memory-source";

const shop = prepareFollowedShop();
const { publish, sellMany, pass, workOff, sync, counts } = shop;

describe("a failure", () => {
  it.each([
    [throttled(0), "throttled"],
    [new VendorError("shopify", "", { status: 401 }), "no-access"],
    [new VendorError("shopify", "", { status: 403 }), "no-access"],
    [new VendorError("shopify", "", { status: 503 }), "unreachable"],
    [new VendorError("shopify", "", { status: null }), "unreachable"],
    [new TypeError("a bug"), "unexpected"],
  ])("is told by its kind, and tried again: %s", async (error, problem) => {
    sellMany(3);
    shop.parts().source.failure = { call: "describeProducts", error };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "failed", problem });
    expect(shop.parts().problems).toEqual([error]);
    shop.parts().source.failure = null;
    pass(HOUR_MS);
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", problem: null });
  });

  it("in a row waits longer each time, and as long as the platform asks", async () => {
    shop.parts().source.failure = { call: "listDocuments", error: throttled(0) };
    const failuresIn = async (milliseconds: number) => {
      const before = shop.parts().problems.length;
      for (let passed = 0; passed < milliseconds; passed += 1000) {
        await workOff();
        pass(1000);
      }
      return shop.parts().problems.length - before;
    };
    expect(await failuresIn(60_000)).toBeLessThanOrEqual(5);
    expect(await failuresIn(60_000)).toBeLessThanOrEqual(1);
    shop.parts().source.failure = { call: "listDocuments", error: throttled(7_200_000) };
    await failuresIn(HOUR_MS);
    const told = shop.parts().problems.length;
    pass(HOUR_MS);
    await workOff();
    expect(shop.parts().problems.length).toBe(told);
  });

  it("of an export says so, and begins another one", async () => {
    sellMany(300);
    shop.parts().source.exportState = { status: "failed" };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "failed", problem: "export-failed" });
    shop.parts().source.exportState = { status: "ready" };
    pass(HOUR_MS);
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 300 });
  });

  it("of a check leaves the part known", async () => {
    sellMany(3);
    await workOff();
    shop.parts().source.failure = { call: "describeProducts", error: throttled(0) };
    pass(HOUR_MS);
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", problem: "throttled" });
    expect((await counts()).products).toBe(3);
  });

  it("in the middle of the texts goes on with those that are missing", async () => {
    for (let number = 0; number < 60; number += 1) publish(`p${number}`, `Text ${number}`);
    const { readDocuments } = shop.parts().source;
    let calls = 0;
    shop.parts().source.readDocuments = async (...input) => {
      calls += 1;
      if (calls === 2) throw throttled(0);
      return readDocuments(...input);
    };
    await workOff();
    expect(await sync("documents")).toMatchObject({ state: "failed", problem: "throttled", read: 25 });
    pass(HOUR_MS);
    await workOff();
    expect(await sync("documents")).toMatchObject({ state: "done", generation: 1, read: 60 });
    expect(calls).toBe(4);
    expect((await counts()).documents).toBe(60);
  });
});
