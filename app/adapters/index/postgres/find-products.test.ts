import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import type { KnowledgeWriter } from "~/core/knowledge/knowledge-writer";
import type { ProductQuery } from "~/core/knowledge/product-query";
import { sampleProduct, sampleVariant } from "~/core/store/fixtures/sample-products";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createPostgresKnowledgeIndex } from "./knowledge-index";
import { createPostgresKnowledgeWriter } from "./knowledge-writer";

const SHOP = "fernway.myshopify.com";
let database: TestDatabase;
let index: KnowledgeIndex;
let writer: KnowledgeWriter;

function thing(id: string, title: string, price = 5000, more: Parameters<typeof sampleProduct>[0] = {}) {
  return sampleProduct({
    id,
    title,
    description: "",
    productType: "",
    tags: [],
    vendor: "Fernway",
    options: [],
    variants: [sampleVariant({ id: `${id}0`, price, sku: `SKU-${id}`, options: {} })],
    ...more,
  });
}

const coloured = (id: string, title: string, colours: string[]) =>
  thing(id, title, 5000, {
    options: [{ name: "Colour", values: colours }],
    variants: colours.map((Colour, at) =>
      sampleVariant({ id: `${id}${at}`, price: 5000, sku: "", options: { Colour } }),
    ),
  });

beforeAll(async () => {
  database = await createTestDatabase();
  await database.prisma.shop.create({ data: { domain: SHOP } });
  index = createPostgresKnowledgeIndex({ pool: database.sql });
  writer = createPostgresKnowledgeWriter({ pool: database.sql });
  const products = [
    thing("1", "Fernway Notebook 14 inch", 90_000, { description: "64 GB of memory" }),
    thing("2", "Fernway Notebook 15 inch", 70_000),
    thing("3", "Laptop Case, Black", 3000),
    thing("4", "Bicycle Doll Seat", 2000),
    thing("5", "Smartwatch Strap for Runner", 1500),
    thing("6", "Trail Headphones", 8000),
    coloured("7", "Quay Linen Shirt", ["Red", "Blue"]),
    coloured("8", "Moor Linen Shirt", ["Green"]),
    thing("10", "Lantern with Leather Strap", 9000),
    thing("9", "Funda 100% <script>alert(1)</script>", 900),
    ...Array.from({ length: 30 }, (_, at) => thing(`${100 + at}`, `Plain Teapot ${at}`, 1000 + at)),
  ];
  await writer.putProducts(SHOP, products, 1);
  await writer.removeOlder(SHOP, "products", 1);
});
afterAll(() => database.drop());

async function find(words: string, changes: Partial<ProductQuery> = {}) {
  const query: ProductQuery = { words, filters: {}, sort: "relevance", limit: 10, offset: 0, ...changes };
  const found = await index.findProducts(SHOP, query, new AbortController().signal);
  if (!found) throw new Error("The shop is not known.");
  return { ...found, titles: found.matches.map(({ product }) => product.title) };
}

describe("findProducts", () => {
  it.each([
    '\'; DROP TABLE "Shop"; --',
    "\u0000",
    "%_\\",
    "{}",
    "a".repeat(5000),
    "🫖",
    "\ud800",
    "(((",
    "1=1",
  ])("takes %j as words like any others", async (words) => {
    const found = await find(words);
    expect(found.matches.length + found.near.length).toBeLessThanOrEqual(20);
  });

  it("finds nothing for what the shop does not sell, and names the word", async () => {
    expect(await find("lawnmower")).toMatchObject({
      matches: [],
      near: [],
      unmet: ["thing"],
      unknown: ["lawnmower"],
    });
  });

  it("never presents what only shares a word as the thing", async () => {
    const found = await find("bicycle");
    expect(found.matches).toEqual([]);
    expect(found.unmet).toEqual(["thing"]);
  });

  it("never presents what only mentions it in its description", async () => {
    const description = "A bag for wet things. Roomy and light. Rinse it with the garden hose.";
    await writer.putProducts(SHOP, [thing("901", "Beach Tote", 100, { description })], 1);
    await writer.putProducts(SHOP, [thing("902", "Garden Tote", 100, { description })], 1);
    expect(await find("garden hose")).toMatchObject({ matches: [], unmet: ["thing"] });
    expect(await find("hose")).toMatchObject({ matches: [], unmet: ["thing"] });
    expect((await find("tote for the garden hose")).titles).toHaveLength(2);
    await writer.removeProducts(SHOP, ["901", "902"]);
  });

  it("finds what other shops call by another name, and puts the thing before its accessories", async () => {
    const { titles } = await find("laptop");
    expect(titles.slice(0, 2).sort()).toEqual(["Fernway Notebook 14 inch", "Fernway Notebook 15 inch"]);
  });

  it("repairs a misspelt word and says so", async () => {
    expect(await find("hedphones")).toMatchObject({
      titles: ["Trail Headphones"],
      repaired: [{ from: "hedphones", to: "headphones" }],
    });
  });

  it.each(["headphone", "teapots", "smart watch strap", "SKU-6", "sku6"])("finds %j", async (words) => {
    expect((await find(words)).matches.length).toBeGreaterThan(0);
  });

  it("takes the merchant's synonyms at once", async () => {
    expect((await find("chapeau")).matches).toEqual([]);
    await writer.putSynonyms(SHOP, [["chapeau", "headphones"]]);
    expect((await find("chapeau")).titles).toEqual(["Trail Headphones"]);
    await writer.putSynonyms(SHOP, []);
  });

  it("keeps nothing of what was written, renamed or removed between two searches", async () => {
    expect(await find("gramophone")).toMatchObject({ matches: [], unknown: ["gramophone"] });
    await writer.putProducts(SHOP, [thing("900", "Walnut Gramophone", 100)], 1);
    expect((await find("gramophone")).titles).toEqual(["Walnut Gramophone"]);
    await writer.putProducts(SHOP, [thing("900", "Cherry Gramophone", 200)], 1);
    const { titles, matches } = await find("gramophone");
    expect([titles, matches[0]?.product.variants[0]?.price]).toEqual([["Cherry Gramophone"], 200]);
    await writer.removeProducts(SHOP, ["900"]);
    expect((await find("gramophone")).matches).toEqual([]);
  });

  it("hands out products that a caller may change", async () => {
    const [first] = (await find("teapot 3")).matches;
    if (!first) throw new Error("No teapot.");
    const { title } = first.product;
    first.product.title = "Changed";
    expect((await find("teapot 3")).titles[0]).toBe(title);
  });

  it("gives further pages without repeating or leaving out any", async () => {
    const pages = await Promise.all([0, 10, 20].map((offset) => find("teapot", { offset })));
    expect(new Set(pages.flatMap(({ titles }) => titles)).size).toBe(30);
    expect(pages.map(({ total }) => total)).toEqual([30, 30, 30]);
  });

  it("sorts all matches by price", async () => {
    const { matches } = await find("teapot", { sort: "price-ascending", limit: 3 });
    expect(matches.map(({ product }) => product.variants[0]?.price)).toEqual([1000, 1001, 1002]);
  });

  it("filters by price, vendor, measure and option", async () => {
    expect((await find("notebook", { filters: { maxPrice: 80_000 } })).titles).toEqual([
      "Fernway Notebook 15 inch",
    ]);
    expect((await find("notebook", { filters: { vendors: ["fernway"] } })).titles).toHaveLength(2);
    const measures = [{ unit: "byte", min: 64e9, max: 64e9 }];
    expect((await find("notebook", { filters: { measures } })).titles).toEqual(["Fernway Notebook 14 inch"]);
    const red = { options: [{ names: ["Colour"], values: ["Red"] }] };
    const { matches } = await find("shirt", { filters: red });
    expect(matches.map(({ product, variantId }) => [product.title, variantId])).toEqual([
      ["Quay Linen Shirt", "70"],
    ]);
  });

  it("says what had to be given up where nothing meets all", async () => {
    const filters = { options: [{ names: ["Colour"], values: ["Red"] }], maxPrice: 100 };
    const found = await find("shirt", { filters });
    expect(found.matches).toEqual([]);
    expect(found.unmet).toEqual(["price"]);
    expect(found.near.map(({ product }) => product.title)).toEqual(["Quay Linen Shirt"]);
  });

  it("comes rather near by the thing itself than by something that has it", async () => {
    const found = await find("lantern strap", { filters: { maxPrice: 2000 } });
    expect(found.matches).toEqual([]);
    expect(found.unmet).toEqual([]);
    expect(found.near).toMatchObject([
      { product: { title: "Smartwatch Strap for Runner" }, missing: ["lantern"] },
    ]);
  });

  it("lists without words", async () => {
    expect((await find("", { sort: "price-ascending", limit: 1 })).titles).toEqual([
      "Funda 100% <script>alert(1)</script>",
    ]);
    expect((await find("")).total).toBe(40);
  });

  it("leaves nothing behind when the shop goes", async () => {
    const gone = "gone.myshopify.com";
    await database.prisma.shop.create({ data: { domain: gone } });
    const { rows: before } = await database.sql.query(`SELECT count(*)::int AS n FROM "KnowledgePostings"`);
    await writer.putProducts(gone, [thing("1", "Blue Teapot")], 1);
    await database.prisma.shop.delete({ where: { domain: gone } });
    const tables = await database.sql.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE column_name = 'shop' AND table_name LIKE 'Knowledge%'`,
    );
    expect(tables.rows.length).toBeGreaterThan(4);
    for (const { name } of tables.rows) {
      const { rows } = await database.sql.query(
        `SELECT count(*)::int AS n FROM "${name}" WHERE "shop" = $1`,
        [gone],
      );
      expect([name, rows[0].n]).toEqual([name, 0]);
    }
    const { rows: after } = await database.sql.query(`SELECT count(*)::int AS n FROM "KnowledgePostings"`);
    expect(after).toEqual(before);
    const { rows: orphans } = await database.sql.query(
      `SELECT (SELECT count(*) FROM "KnowledgeProductText")::int - (SELECT count(*) FROM "KnowledgeProduct")::int AS n`,
    );
    expect(orphans[0].n).toBe(0);
  });
});
