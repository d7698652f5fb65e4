import { describe, expect, it } from "vitest";
import { never, prepareFollowedShop, SHOP } from "../fakes/followed-shop";
import { LEASE_MS, runSyncTask } from "./run-sync-task";

const shop = prepareFollowedShop();
const { run, claim, claimScope, publish, sellMany, drop, pass, workOff, sync, counts, dependencies } = shop;

describe("a whole reading", () => {
  it("of a small shop goes page by page, without an export", async () => {
    sellMany(120);
    publish("hours", "We open at nine.");
    await workOff();
    expect(await counts()).toMatchObject({ products: 120, documents: 1 });
    expect(await sync("products")).toMatchObject({ state: "done", read: 120, expected: 120, problem: null });
    expect(shop.parts().source.calls).not.toContain("startExport");
  });

  it("of a big shop goes by an export, in batches, and says how far it is", async () => {
    sellMany(1_200);
    const seen = new Set<number>();
    shop.parts().source.onEntry = () => void sync("products").then(({ read }) => seen.add(read));
    await workOff();
    expect(await counts()).toMatchObject({ products: 1_200 });
    expect([...seen]).toEqual(expect.arrayContaining([500, 1_000]));
    expect(await sync("products")).toMatchObject({ state: "done", read: 1_200, generation: 1 });
  });

  it("of a shop with nothing ends, and the shop is known to have nothing", async () => {
    await workOff();
    expect((await shop.parts().syncs.list(SHOP)).map(({ state }) => state)).toEqual(["done", "done"]);
    const query = { words: "x", filters: {}, sort: "relevance", limit: 5, offset: 0 } as const;
    expect(await shop.parts().knowledge.index.findProducts(SHOP, query, never)).not.toBeNull();
  });

  it("waits for an export that is being prepared, and does not hold a worker meanwhile", async () => {
    sellMany(300);
    shop.parts().source.exportState = { status: "running" };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "exporting", expected: 300, read: 0 });
    expect(await claim()).toBeNull();
    shop.parts().source.exportState = { status: "ready" };
    await shop.parts().syncs.wake(SHOP, "products");
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 300 });
    expect(shop.parts().source.calls.filter((call) => call === "startExport")).toHaveLength(1);
  });

  it("goes on after a crash where it stood, and reads nothing twice", async () => {
    sellMany(1000);
    const crashed = await claimScope("products");
    const crash = new AbortController();
    shop.parts().source.onEntry = (lines) => lines === 650 && crash.abort(new Error("killed"));
    // A killed process gives nothing back.
    const dead = { ...dependencies(), syncs: { ...shop.parts().syncs, release: async () => true } };
    await runSyncTask(crashed, dead, crash.signal);
    expect((await counts()).products).toBe(500);
    const put: number[] = [];
    const { writer } = shop.parts().knowledge;
    shop.parts().knowledge.writer = {
      ...writer,
      putProducts: (shop, products, generation) => {
        put.push(products.length);
        return writer.putProducts(shop, products, generation);
      },
    };
    pass(LEASE_MS + 1);
    await workOff();
    expect(put.reduce((sum, length) => sum + length, 0)).toBe(500);
    expect(await counts()).toMatchObject({ products: 1000 });
    expect(await sync("products")).toMatchObject({ state: "done", read: 1000, generation: 1 });
  });

  it("is given back at once by a process that ends in order", async () => {
    sellMany(1000);
    const ending = new AbortController();
    shop.parts().source.onEntry = (lines) => lines === 650 && ending.abort(new Error("SIGTERM"));
    await run(await claimScope("products"), ending.signal);
    expect((await sync("products")).state).toBe("reading");
    shop.parts().source.onEntry = () => {};
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 1000 });
    expect(shop.parts().problems).toEqual([]);
  });

  it("ends without a word when the shop is uninstalled in the middle, and leaves nothing", async () => {
    sellMany(1000);
    const task = await claimScope("products");
    shop.parts().source.onEntry = (lines) => {
      if (lines !== 450) return;
      shop.parts().syncs.removeShop(SHOP);
      shop.parts().knowledge.removeShop(SHOP);
    };
    await run(task);
    expect(shop.parts().problems).toEqual([]);
    expect(await shop.parts().syncs.list(SHOP)).toEqual([]);
    expect(await counts()).toEqual({ products: 0, documents: 0, sections: 0 });
  });

  it("starts clean for a shop that came back while an old reading was still at it", async () => {
    sellMany(1000);
    const task = await claimScope("products");
    shop.parts().source.onEntry = (lines) => {
      if (lines !== 450) return;
      for (const part of [shop.parts().syncs, shop.parts().knowledge]) {
        part.removeShop(SHOP);
        part.addShop(SHOP);
      }
      void shop.parts().syncs.ensure(SHOP);
    };
    await run(task);
    expect(await sync("products")).toMatchObject({ state: "waiting", read: 0, generation: 0 });
  });

  it("begins anew when the export is gone", async () => {
    sellMany(300);
    shop.parts().source.exportState = { status: "gone" };
    await run(await claimScope("products"));
    shop.parts().source.exportState = { status: "ready" };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 300 });
    expect(shop.parts().source.calls.filter((call) => call === "startExport")).toHaveLength(2);
  });

  it("drops what was sold before and is no longer", async () => {
    sellMany(20);
    await workOff();
    drop(7);
    await shop.parts().syncs.request(SHOP, "products");
    await workOff();
    expect((await counts()).products).toBe(19);
    expect((await sync("products")).generation).toBe(2);
  });

  it("of texts keeps the merchant's own answers", async () => {
    shop.parts().answers = [
      {
        id: "answer:1",
        kind: "faq",
        title: "Engraving?",
        url: "https://f.example",
        html: "Yes.",
        updatedAt: null,
      },
    ];
    publish("hours", "We open at nine.");
    await workOff();
    expect(shop.parts().knowledge.document(SHOP, "answer:1")).toBeDefined();
    expect((await counts()).documents).toBe(2);
  });
});
