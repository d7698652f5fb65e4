import { beforeEach, describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import { sampleProduct } from "../../store/fixtures/sample-products";
import type { StoreDocument } from "../../store/store-platform";
import { createMemoryKnowledge, type MemoryKnowledge } from "../fakes/memory-knowledge";
import { createMemorySource, type MemorySource, throttled } from "../fakes/memory-source";
import { createMemorySyncs, type MemorySyncs } from "../fakes/memory-syncs";
import type { KnowledgeScope } from "../knowledge-writer";
import { followChanges } from "./follow-changes";
import type { SyncTask } from "./knowledge-sync";
import { LEASE_MS, runSyncTask } from "./run-sync-task";

const SHOP = "fernway.myshopify.com";
const PACE = { activeEveryMs: 10_000, activeMs: 300_000, idleEveryMs: 3_600_000 };
const never = new AbortController().signal;

let now: Date;
let source: MemorySource;
let syncs: MemorySyncs;
let knowledge: MemoryKnowledge;
let answers: StoreDocument[];
let problems: unknown[];

beforeEach(async () => {
  now = new Date("2026-11-21T12:00:00.000Z");
  source = createMemorySource();
  syncs = createMemorySyncs(SHOP);
  knowledge = createMemoryKnowledge(SHOP);
  answers = [];
  problems = [];
  await syncs.ensure();
});

const pass = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const dependencies = () => ({
  source,
  writer: knowledge.writer,
  syncs,
  answers: { documents: async () => answers },
  now: () => now,
  onProblem: ({ error }: { error: unknown }) => void problems.push(error),
});
const run = (task: SyncTask, signal = never) => runSyncTask(task, dependencies(), signal);
const claim = () => syncs.claim(PACE, LEASE_MS, now);

/** Works off whatever is due now, as the follower does. */
async function workOff(): Promise<void> {
  for (let task = await claim(); task; task = await claim()) await run(task);
}
const sync = async (scope: KnowledgeScope) =>
  (await syncs.list(SHOP)).find((one) => one.scope === scope) ?? expect.fail("There is no such sync");
async function claimScope(scope: KnowledgeScope): Promise<SyncTask> {
  for (let task = await claim(); task; task = await claim()) {
    if (task.sync.scope === scope) return task;
    await run(task);
  }
  return expect.fail("It was not due");
}

const date = (minute: number) => new Date(Date.UTC(2026, 10, 20, 0, minute)).toISOString();
function sell(number: number, updatedAt = date(0), title = `Thing ${number}`) {
  const entry = { value: sampleProduct({ id: String(number), title }), updatedAt };
  source.products = [...source.products.filter(({ value }) => value.id !== entry.value.id), entry];
}
const sellMany = (count: number) => {
  for (let number = 1; number <= count; number += 1) sell(number);
};
const drop = (number: number) => {
  source.products = source.products.filter(({ value }) => value.id !== String(number));
};
function publish(id: string, html: string, updatedAt = date(0)) {
  const value = { id, kind: "page" as const, title: id, url: `https://f.example/${id}`, html, updatedAt };
  source.documents = [...source.documents.filter((entry) => entry.value.id !== id), { value, updatedAt }];
}
const title = (number: number) => knowledge.product(SHOP, String(number))?.title;
const counts = () => knowledge.writer.counts(SHOP);

describe("a whole reading", () => {
  it("of a small shop goes page by page, without an export", async () => {
    sellMany(120);
    publish("hours", "We open at nine.");
    await workOff();
    expect(await counts()).toMatchObject({ products: 120, documents: 1 });
    expect(await sync("products")).toMatchObject({ state: "done", read: 120, expected: 120, problem: null });
    expect(source.calls).not.toContain("startExport");
  });

  it("of a big shop goes by an export, in batches, and says how far it is", async () => {
    sellMany(900);
    const seen = new Set<number>();
    source.onEntry = () => void sync("products").then(({ read }) => seen.add(read));
    await workOff();
    expect(await counts()).toMatchObject({ products: 900 });
    expect([...seen]).toEqual(expect.arrayContaining([200, 400, 600, 800]));
    expect(await sync("products")).toMatchObject({ state: "done", read: 900, generation: 1 });
  });

  it("of a shop with nothing ends, and the shop is known to have nothing", async () => {
    await workOff();
    expect((await syncs.list(SHOP)).map(({ state }) => state)).toEqual(["done", "done"]);
    const query = { words: "x", filters: {}, sort: "relevance", limit: 5, offset: 0 } as const;
    expect(await knowledge.index.findProducts(SHOP, query, never)).not.toBeNull();
  });

  it("waits for an export that is being prepared, and does not hold a worker meanwhile", async () => {
    sellMany(300);
    source.exportState = { status: "running" };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "exporting", expected: 300, read: 0 });
    expect(await claim()).toBeNull();
    source.exportState = { status: "ready" };
    await syncs.wake(SHOP, "products");
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 300 });
    expect(source.calls.filter((call) => call === "startExport")).toHaveLength(1);
  });

  it("goes on after a crash where it stood, and reads nothing twice", async () => {
    sellMany(1000);
    const crashed = await claimScope("products");
    const crash = new AbortController();
    source.onEntry = (lines) => lines === 650 && crash.abort(new Error("killed"));
    // A killed process gives nothing back.
    const dead = { ...dependencies(), syncs: { ...syncs, release: async () => true } };
    await runSyncTask(crashed, dead, crash.signal);
    expect((await counts()).products).toBe(600);
    const put: number[] = [];
    const { writer } = knowledge;
    knowledge.writer = {
      ...writer,
      putProducts: (shop, products, generation) => {
        put.push(products.length);
        return writer.putProducts(shop, products, generation);
      },
    };
    pass(LEASE_MS + 1);
    await workOff();
    expect(put.reduce((sum, length) => sum + length, 0)).toBe(400);
    expect(await counts()).toMatchObject({ products: 1000 });
    expect(await sync("products")).toMatchObject({ state: "done", read: 1000, generation: 1 });
  });

  it("is given back at once by a process that ends in order", async () => {
    sellMany(1000);
    const ending = new AbortController();
    source.onEntry = (lines) => lines === 650 && ending.abort(new Error("SIGTERM"));
    await run(await claimScope("products"), ending.signal);
    expect((await sync("products")).state).toBe("reading");
    source.onEntry = () => {};
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 1000 });
    expect(problems).toEqual([]);
  });

  it("ends without a word when the shop is uninstalled in the middle, and leaves nothing", async () => {
    sellMany(1000);
    const task = await claimScope("products");
    source.onEntry = (lines) => {
      if (lines !== 450) return;
      syncs.removeShop(SHOP);
      knowledge.removeShop(SHOP);
    };
    await run(task);
    expect(problems).toEqual([]);
    expect(await syncs.list(SHOP)).toEqual([]);
    expect(await counts()).toEqual({ products: 0, documents: 0, sections: 0 });
  });

  it("starts clean for a shop that came back while an old reading was still at it", async () => {
    sellMany(1000);
    const task = await claimScope("products");
    source.onEntry = (lines) => {
      if (lines !== 450) return;
      for (const part of [syncs, knowledge]) {
        part.removeShop(SHOP);
        part.addShop(SHOP);
      }
      void syncs.ensure(SHOP);
    };
    await run(task);
    expect(await sync("products")).toMatchObject({ state: "waiting", read: 0, generation: 0 });
  });

  it("begins anew when the export is gone", async () => {
    sellMany(300);
    source.exportState = { status: "gone" };
    await run(await claimScope("products"));
    source.exportState = { status: "ready" };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 300 });
    expect(source.calls.filter((call) => call === "startExport")).toHaveLength(2);
  });

  it("drops what was sold before and is no longer", async () => {
    sellMany(20);
    await workOff();
    drop(7);
    await syncs.request(SHOP, "products");
    await workOff();
    expect((await counts()).products).toBe(19);
    expect((await sync("products")).generation).toBe(2);
  });

  it("of texts keeps the merchant's own answers", async () => {
    answers = [
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
    expect(knowledge.document(SHOP, "answer:1")).toBeDefined();
    expect((await counts()).documents).toBe(2);
  });
});

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
    source.failure = { call: "describeProducts", error };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "failed", problem });
    expect(problems).toEqual([error]);
    source.failure = null;
    pass(3_600_000);
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", problem: null });
  });

  it("in a row waits longer each time, and as long as the platform asks", async () => {
    source.failure = { call: "listDocuments", error: throttled(0) };
    const failuresIn = async (milliseconds: number) => {
      const before = problems.length;
      for (let passed = 0; passed < milliseconds; passed += 1000) {
        await workOff();
        pass(1000);
      }
      return problems.length - before;
    };
    expect(await failuresIn(60_000)).toBeLessThanOrEqual(5);
    expect(await failuresIn(60_000)).toBeLessThanOrEqual(1);
    source.failure.error = throttled(7_200_000);
    await failuresIn(3_600_000);
    const told = problems.length;
    pass(3_600_000);
    await workOff();
    expect(problems.length).toBe(told);
  });

  it("of an export says so, and begins another one", async () => {
    sellMany(300);
    source.exportState = { status: "failed" };
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "failed", problem: "export-failed" });
    source.exportState = { status: "ready" };
    pass(3_600_000);
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", read: 300 });
  });

  it("of a check leaves the part known", async () => {
    sellMany(3);
    await workOff();
    source.failure = { call: "describeProducts", error: throttled(0) };
    pass(3_600_000);
    await workOff();
    expect(await sync("products")).toMatchObject({ state: "done", problem: "throttled" });
    expect((await counts()).products).toBe(3);
  });

  it("in the middle of the texts goes on with those that are missing", async () => {
    for (let number = 0; number < 60; number += 1) publish(`p${number}`, `Text ${number}`);
    const { readDocuments } = source;
    let calls = 0;
    source.readDocuments = async (...input) => {
      calls += 1;
      if (calls === 2) throw throttled(0);
      return readDocuments(...input);
    };
    await workOff();
    expect(await sync("documents")).toMatchObject({ state: "failed", problem: "throttled", read: 25 });
    pass(3_600_000);
    await workOff();
    expect(await sync("documents")).toMatchObject({ state: "done", generation: 1, read: 60 });
    expect(calls).toBe(4);
    expect((await counts()).documents).toBe(60);
  });
});

describe("a check", () => {
  const checkLater = async () => {
    pass(3_600_000);
    source.calls = [];
    await workOff();
  };

  it("that finds nothing new reads nothing", async () => {
    sellMany(60);
    publish("hours", "We open at nine.");
    await workOff();
    await checkLater();
    expect(source.calls.sort()).toEqual(["describeProducts", "listDocuments"]);
    expect((await sync("products")).checkedAt).toEqual(now);
  });

  it("reads the products that changed, and no others", async () => {
    sellMany(200);
    await workOff();
    sell(5, date(3), "Thing 5, mended");
    sell(201, date(4));
    await checkLater();
    expect(title(5)).toBe("Thing 5, mended");
    expect((await counts()).products).toBe(201);
    expect(source.calls.filter((call) => call === "readChangedPage")).toHaveLength(1);
    expect(source.calls).not.toContain("readProductPage");
  });

  it("finds what changed while a whole reading was under way", async () => {
    sellMany(900);
    source.onEntry = (lines) => {
      if (lines === 500) sell(3, date(9), "Thing 3, mended");
    };
    await workOff();
    expect(title(3)).toBe("Thing 3, mended");
  });

  it("takes another reading when products are missing twice, not for a count that lags once", async () => {
    sellMany(20);
    await workOff();
    drop(4);
    await checkLater();
    expect(title(4)).toBe("Thing 4");
    await checkLater();
    expect(title(4)).toBeUndefined();
    expect((await sync("products")).generation).toBe(2);
  });

  it("does not read a shop again and again whose platform counts what it never shows", async () => {
    sellMany(20);
    source.count = 23;
    await workOff();
    for (let hour = 0; hour < 5; hour += 1) await checkLater();
    expect((await sync("products")).generation).toBe(1);
  });

  it("reads the whole shop when too much has changed at once", async () => {
    sellMany(2100);
    await workOff();
    for (let number = 1; number <= 2100; number += 1) sell(number, date(number), `Thing ${number}, mended`);
    await checkLater();
    expect(title(2100)).toBe("Thing 2100, mended");
    expect((await sync("products")).generation).toBe(2);
  });

  it("reads the texts that changed, and drops those that are gone", async () => {
    for (const id of ["a", "b", "c"]) publish(id, `Text ${id}`);
    await workOff();
    publish("b", "Another text", date(5));
    source.documents = source.documents.filter(({ value }) => value.id !== "c");
    await checkLater();
    expect(knowledge.document(SHOP, "b")?.html).toBe("Another text");
    expect(knowledge.document(SHOP, "c")).toBeUndefined();
    expect((await counts()).documents).toBe(2);
  });

  it("drops a text that was emptied", async () => {
    publish("a", "Text");
    await workOff();
    const { readDocuments } = source;
    publish("a", "", date(5));
    source.readDocuments = async (...input) =>
      (await readDocuments(...input)).filter(({ html }) => html !== "");
    await checkLater();
    expect((await counts()).documents).toBe(0);
  });
});

describe("news of a change", () => {
  const at = "2026-11-21T12:00:00.000Z";
  const changed = (...productIds: string[]) => ({
    kind: "products-changed" as const,
    shop: SHOP,
    at,
    productIds,
  });
  const follow = (...changes: Parameters<typeof followChanges>[1]) =>
    followChanges(SHOP, changes, dependencies(), never);

  it("has the products read again at once, each once", async () => {
    sellMany(5);
    await workOff();
    sell(2, date(1), "Thing 2, mended");
    drop(3);
    source.calls = [];
    await follow(changed("2"), changed("3"), changed("2"));
    expect([title(2), title(3), title(1)]).toEqual(["Thing 2, mended", undefined, "Thing 1"]);
    expect(source.calls).toEqual(["readProducts"]);
  });

  it("of a product that is still there does not remove it", async () => {
    sellMany(2);
    await workOff();
    await follow(changed("1"));
    expect(title(1)).toBe("Thing 1");
  });

  it("of another shop, or one that was never read, does nothing", async () => {
    sellMany(2);
    await follow(changed("1"));
    await followChanges("other.myshopify.com", [changed("1")], dependencies(), never);
    expect(source.calls).toEqual([]);
  });

  it("of texts has them looked at now, though nobody is there", async () => {
    publish("a", "Text");
    await workOff();
    publish("a", "Another text", date(5));
    await follow({ kind: "texts-changed", shop: SHOP, at });
    await workOff();
    expect(knowledge.document(SHOP, "a")?.html).toBe("Another text");
  });

  it("that could not be followed is told, so that it comes again", async () => {
    sellMany(2);
    await workOff();
    source.failure = { call: "readProducts", error: throttled(0) };
    await expect(follow(changed("1"))).rejects.toMatchObject({ status: 429 });
    expect(title(1)).toBe("Thing 1");
  });
});
