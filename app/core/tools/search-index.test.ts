import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import { plainKnowledge } from "../knowledge/fixtures/plain-knowledge";
import type { KnowledgeIndex } from "../knowledge/knowledge-index";
import type { ProductMatches, ProductQuery } from "../knowledge/product-query";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleProduct, sampleVariant } from "../store/fixtures/sample-products";
import type { Product } from "../store/product";
import { toolContext } from "./fixtures/tool-context";
import type { SearchProductsData } from "./results";
import { searchProducts } from "./search-products";

function oar(id: string, colour: string, price: number, changes: Partial<Product> = {}): Product {
  const variant = sampleVariant({ id: `${id}1`, title: colour, price, options: { Colour: colour } });
  const options = [{ name: "Colour", values: [colour] }];
  return sampleProduct({
    id,
    handle: `oar-${id}`,
    title: `Oar ${id}`,
    tags: [],
    description: "",
    options,
    variants: [variant],
    ...changes,
  });
}

const NOTHING: ProductMatches = { matches: [], total: 0, near: [], unmet: [], repaired: [], unknown: [] };
const match = (product: Product) => ({
  product,
  variantId: product.variants[0]?.id ?? "",
  score: 1,
  missing: [],
});
const found = (products: Product[], total = products.length): ProductMatches => ({
  ...NOTHING,
  matches: products.map(match),
  total,
});

/** An index that answers as told, and remembers what it was asked. */
function scripted(answer: (query: ProductQuery) => ProductMatches, indexed: Product[]) {
  const asked: ProductQuery[] = [];
  const knowledge: KnowledgeIndex = {
    ...plainKnowledge(),
    findProducts: async (_shop, query) => {
      asked.push(query);
      return answer(query);
    },
    readVocabulary: async () => ({
      options: [
        {
          name: "Colour",
          values: [...new Set(indexed.flatMap(({ options }) => options.flatMap(({ values }) => values)))],
        },
      ],
      vendors: [],
      productTypes: [],
    }),
  };
  return { knowledge, asked };
}

async function search(input: object, knowledge: KnowledgeIndex, products: Product[], locale = "en") {
  const context = toolContext({ store: createInMemoryStore({ products }), knowledge, locale });
  const outcome = await searchProducts.execute(searchProducts.input.parse(input), context);
  if (outcome.status !== "ok") throw new Error(outcome.status);
  return { data: outcome.data as SearchProductsData, cards: outcome.cards ?? [] };
}

const red = oar("1", "Red", 2000);
const navy = oar("2", "Navy", 3000);

describe("what the index found", () => {
  it("is shown with today's price, and not at all when it is gone or no longer fits", async () => {
    const stale = [oar("1", "Red", 1500), oar("3", "Red", 1500), oar("4", "Red", 1500)];
    const { knowledge } = scripted(() => found(stale), stale);
    const { cards } = await search({ query: "oar under $25" }, knowledge, [red, oar("3", "Red", 2600)]);
    expect(cards).toMatchObject([{ productId: "1", price: "20.00" }]);
  });

  it("is not shown from memory while the platform fails", async () => {
    const { knowledge } = scripted(() => found([red]), [red]);
    const store = {
      ...createInMemoryStore({}),
      loadProducts: () => Promise.reject(new VendorError("shopify", "down", { status: 503 })),
    };
    const context = toolContext({ store, knowledge });
    await expect(
      searchProducts.execute(searchProducts.input.parse({ query: "oar" }), context),
    ).rejects.toBeInstanceOf(VendorError);
  });

  it("goes on page by page, each product once", async () => {
    const all = Array.from({ length: 11 }, (_, at) => oar(`${at + 10}`, "Red", 1000 + at));
    const { knowledge } = scripted(
      ({ offset, limit }) => found(all.slice(offset, offset + limit), all.length),
      all,
    );
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const { data } = await search(
        cursor ? { cursor, limit: 4 } : { query: "oar", limit: 4 },
        knowledge,
        all,
      );
      seen.push(...data.products.map(({ productId }) => productId));
      expect(data.totalShown).toBe(seen.length);
      cursor = data.nextCursor;
    }
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it("leaves out what the words rule out", async () => {
    const { knowledge } = scripted(() => found([red, navy]), [red, navy]);
    const { data, cards } = await search({ query: "oar, not red" }, knowledge, [red, navy]);
    expect(cards).toMatchObject([{ productId: "2" }]);
    expect(data.wishes).toEqual([{ kind: "excluded", words: "red", met: true }]);
  });
});

describe("wishes", () => {
  it("reach the index as filters, without their words", async () => {
    const { knowledge, asked } = scripted(() => found([red]), [red, navy]);
    await search({ query: "red oar under 30", maxPrice: 25 }, knowledge, [red]);
    expect(asked[0]).toMatchObject({
      words: "oar",
      filters: { maxPrice: 2500, options: [{ names: ["Colour"], values: ["Red"] }] },
    });
  });

  it("that nothing meets are named, beside what comes near", async () => {
    const near: ProductMatches = { ...NOTHING, near: [match(red)], unmet: ["option"] };
    const { knowledge } = scripted(({ filters }) => (filters.options ? near : NOTHING), [red, navy]);
    const { data, cards } = await search({ query: "green oar" }, knowledge, [red, navy]);
    expect(data).toMatchObject({ exact: false, unmet: ["option"], wishes: [{ words: "green", met: false }] });
    expect(cards).toHaveLength(1);
  });

  it("for a colour may be met by its shades where nothing is plainly so", async () => {
    const teal = oar("5", "Sky Blue", 900);
    const { knowledge } = scripted(
      ({ filters }) => (filters.options?.[0]?.values.includes("Navy") ? found([navy]) : NOTHING),
      [navy, teal],
    );
    const { data } = await search({ query: "blue oar" }, knowledge, [navy]);
    expect(data).toMatchObject({ unmet: [], products: [{ variant: { title: "Navy" } }] });
  });

  it("in another currency are not applied, and told", async () => {
    const { knowledge, asked } = scripted(() => found([red]), [red]);
    const { data } = await search({ query: "oar under 10 euros" }, knowledge, [red]);
    expect(data.foreignPrice).toBe("under 10 euros");
    expect(asked[0]?.filters).toEqual({});
  });
});

describe("a thing that the shop does not carry", () => {
  const other: ProductMatches = {
    ...NOTHING,
    near: [red, navy, oar("6", "Red", 1), oar("7", "Red", 1)].map(match),
    unmet: ["thing"],
  };

  it("is said to be missing, with three others at most and no more of them", async () => {
    const { knowledge } = scripted(() => other, [red]);
    const all = [red, navy, oar("6", "Red", 1), oar("7", "Red", 1)];
    const { data, cards } = await search({ query: "kayak" }, knowledge, all);
    expect(data).toMatchObject({ exact: false, nextCursor: null });
    expect(data.unmet[0]).toBe("thing");
    expect(cards).toHaveLength(3);
  });

  it("is no card at all where only what fits is asked for", async () => {
    const { knowledge } = scripted(() => other, [red]);
    expect((await search({ query: "kayak", onlyExact: true }, knowledge, [red, navy])).cards).toEqual([]);
  });

  it("may be one that is called otherwise in the shop's language", async () => {
    const jacket = oar("8", "Red", 100, { title: "Rain Jacket" });
    const { knowledge } = scripted(
      ({ words }) =>
        words === "rain jacket" ? found([jacket]) : { ...NOTHING, unmet: ["thing"], unknown: [words] },
      [jacket],
    );
    const { data } = await search({ query: "Regenjacke" }, knowledge, [jacket], "de");
    expect(data).toMatchObject({ unmet: [], repaired: [{ from: "regenjacke", to: "rain jacket" }] });
    expect(data.products).toHaveLength(1);
  });

  it("is not what happens to be spelt alike in another language", async () => {
    const trousers = oar("9", "Red", 100, { title: "Trousers" });
    const { knowledge } = scripted(
      ({ words }) =>
        words.includes("trousers") ? found([trousers]) : { ...NOTHING, unmet: ["thing"], unknown: ["hose"] },
      [trousers],
    );
    expect((await search({ query: "garden hose" }, knowledge, [trousers])).data.products).toEqual([]);
  });
});

it("says which words were mended", async () => {
  const { knowledge } = scripted(() => ({ ...found([red]), repaired: [{ from: "oaar", to: "oar" }] }), [red]);
  expect((await search({ query: "oaar" }, knowledge, [red])).data.repaired).toEqual([
    { from: "oaar", to: "oar" },
  ]);
});

describe("words that the shop does not know", () => {
  const boat = (words: string) => words.split(" ").filter((word) => !["oar", "boat"].includes(word));
  /** Finds the oar by words that are all known. */
  const known = ({ words }: ProductQuery): ProductMatches => {
    const unknown = boat(words);
    return unknown.length === 0 ? found([red]) : { ...NOTHING, unmet: ["thing"], unknown };
  };

  it("are left out and told, where they name nothing that is bought", async () => {
    const { knowledge } = scripted(known, [red]);
    const { data } = await search({ query: "an oar that never breaks" }, knowledge, [red]);
    expect(data).toMatchObject({ exact: false, unmet: [], unmatched: ["never", "breaks"] });
    expect(data.products).toHaveLength(1);
  });

  it("are what was wanted, where they name what is bought, or a part of it", async () => {
    const { knowledge } = scripted(known, [red]);
    for (const query of ["boat trumpet", "boat tennis racket", "oar umbrella"])
      expect((await search({ query }, knowledge, [red])).data.products).toEqual([]);
  });

  it("of another language are not left out of a thing's own name", async () => {
    const { knowledge } = scripted(known, [red]);
    // "Palheta" is a guitar pick: a shop that has but the one word of it has none.
    const guitars = ({ words }: ProductQuery): ProductMatches =>
      words === "guitar"
        ? found([red])
        : { ...NOTHING, unmet: ["thing"], unknown: words.split(" ").filter((word) => word !== "guitar") };
    const { knowledge: music } = scripted(guitars, [red]);
    expect((await search({ query: "palhetas" }, music, [red], "pt")).data.products).toEqual([]);
    expect((await search({ query: "remo" }, knowledge, [red], "es")).data.products).toEqual([]);
  });

  it("may be the thing's own where they were read as a colour", async () => {
    const cream = oar("9", "Cream", 900, { title: "Hand Cream" });
    const plain = ({ words }: ProductQuery) =>
      words === "hand cream"
        ? found([cream])
        : { ...NOTHING, near: [match(cream)], unmet: ["thing" as const] };
    const { knowledge } = scripted(plain, [cream]);
    const { data } = await search({ query: "hand cream" }, knowledge, [cream]);
    expect(data).toMatchObject({ exact: true, unmet: [] });
  });
});
