import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createAdminClient } from "~/adapters/stores/shopify/admin-client";
import { createShopifyKnowledgeSource } from "~/adapters/stores/shopify/knowledge-source";
import { createOfflineSessions } from "~/adapters/stores/shopify/offline-sessions";
import { createShopifyPlatform } from "~/adapters/stores/shopify/shopify-platform";
import type { KnowledgeSource } from "~/core/knowledge/sync/knowledge-source";
import type { Product } from "~/core/store/product";
import { type InstalledShop, SHOP, startInstalledShop } from "./installed-shop";

let shop: InstalledShop;
let source: KnowledgeSource;
const signal = new AbortController().signal;

beforeAll(async () => {
  shop = await startInstalledShop();
  await shop.install();
  const sessions = createOfflineSessions({ api: shop.api, storage: shop.storage });
  const client = createAdminClient(shop.api, sessions);
  const platform = createShopifyPlatform({ client });
  source = createShopifyKnowledgeSource({ client, profileOf: platform.loadProfile });
});
afterAll(() => shop.close());
afterEach(() => shop.store.control("faults", { kind: "none" }));

async function readByPages(): Promise<Product[]> {
  const products: Product[] = [];
  for (let after: string | null = null; ; ) {
    const page: { products: Product[]; next: string | null } = await source.readProductPage(
      SHOP,
      after,
      signal,
    );
    products.push(...page.products);
    if (page.next === null) return products;
    after = page.next;
  }
}

async function exportAll(fromLine = 0) {
  const started = await source.startExport(SHOP, signal);
  if (started.status !== "started") return expect.fail("The export did not start");
  await expect
    .poll(() => source.findExport(SHOP, started.exportId, signal), { timeout: 10_000 })
    .toEqual({ status: "ready" });
  const entries: { product: Product | null; lines: number }[] = [];
  for await (const entry of source.readExport(SHOP, started.exportId, fromLine, signal)) entries.push(entry);
  return { entries, exportId: started.exportId };
}

describe("products", () => {
  test("are the same by pages, by export and by id, with all their variants", async () => {
    const byPages = await readByPages();
    const { entries } = await exportAll();
    const byExport = entries.flatMap(({ product }) => (product ? [product] : []));
    const byId = await source.readProducts(
      SHOP,
      byPages.map(({ id }) => id),
      signal,
    );
    const sorted = (products: Product[]) => products.toSorted((a, b) => Number(a.id) - Number(b.id));
    expect(byPages.length).toBeGreaterThan(1);
    expect(sorted(byExport)).toEqual(sorted(byPages));
    expect(sorted(byId)).toEqual(sorted(byPages));
    expect((await source.describeProducts(SHOP, signal)).count).toBe(byPages.length);
  });

  test("of an export go on after any of them", async () => {
    const { entries, exportId } = await exportAll();
    const from = entries[1]?.lines ?? 0;
    const rest: { product: Product | null; lines: number }[] = [];
    for await (const entry of source.readExport(SHOP, exportId, from, signal)) rest.push(entry);
    expect(rest).toEqual(entries.slice(2));
  });

  test("that do not exist are left out, whatever their id looks like", async () => {
    expect(await source.readProducts(SHOP, ["1", "99999999999999"], signal)).toEqual([]);
    expect(await source.readProducts(SHOP, [], signal)).toEqual([]);
  });

  test("come newest change first", async () => {
    const { changes } = await source.readChangedPage(SHOP, null, signal);
    const dates = changes.map(({ updatedAt }) => updatedAt);
    expect(dates).toEqual(dates.toSorted().reverse());
    expect((await source.describeProducts(SHOP, signal)).newest).toBe(dates[0]);
  });
});

describe("an export", () => {
  test("that nobody knows is gone", async () => {
    const id = "gid://shopify/BulkOperation/12345";
    expect(await source.findExport(SHOP, id, signal)).toEqual({ status: "gone" });
  });

  test("is not begun for a reader who gave up", async () => {
    const { exportId } = await exportAll();
    const reason = new Error("The process ends");
    const entries = source.readExport(SHOP, exportId, 0, AbortSignal.abort(reason));
    await expect(entries[Symbol.asyncIterator]().next()).rejects.toBe(reason);
  });
});

describe("texts", () => {
  test("are listed with their dates and read by their ids, of every kind", async () => {
    const listed = await source.listDocuments(SHOP, signal);
    const documents = await source.readDocuments(
      SHOP,
      listed.map(({ id }) => id),
      signal,
    );
    expect(documents.length).toBeGreaterThan(0);
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    for (const document of documents) {
      expect(document.updatedAt).toBe(listed.find(({ id }) => id === document.id)?.updatedAt);
      expect(URL.canParse(document.url)).toBe(true);
    }
  });

  test("without the scope for them are left out", async () => {
    await shop.store.control("scopes", { scopes: ["read_products"] });
    const listed = await source.listDocuments(SHOP, signal);
    expect(listed.filter(({ id }) => !id.includes("/Collection/"))).toEqual([]);
    await shop.install();
  });
});

describe("trouble", () => {
  test("that passes is waited for", async () => {
    await shop.store.control("faults", { kind: "error", status: 502, count: 1 });
    expect((await source.describeProducts(SHOP, signal)).count).toBeGreaterThan(0);
  });

  test("that stays is told", async () => {
    await shop.store.control("faults", { kind: "denied" });
    await expect(source.describeProducts(SHOP, signal)).rejects.toMatchObject({ name: "VendorError" });
  });
});
