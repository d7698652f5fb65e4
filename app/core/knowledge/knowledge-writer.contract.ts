import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sampleProduct, sampleVariant } from "../store/fixtures/sample-products";
import type { StoreDocument } from "../store/store-platform";
import type { KnowledgeIndex } from "./knowledge-index";
import type { KnowledgeWriter } from "./knowledge-writer";
import type { ProductQuery } from "./product-query";

export interface WriterUnderTest {
  writer: KnowledgeWriter;
  /** The index that the writer fills. */
  index: KnowledgeIndex;
  /** Makes the shop an installed one. */
  addShop(shop: string): Promise<void>;
  /** As an uninstall does: everything kept of the shop goes with it. */
  removeShop(shop: string): Promise<void>;
  close?(): Promise<void>;
}

const SHOP = "fernway.myshopify.com";
const OTHER = "other.myshopify.com";

/** What every KnowledgeWriter must do. `create` gives an empty one. */
export function describeKnowledgeWriter(name: string, create: () => Promise<WriterUnderTest>): void {
  describe(name, () => {
    let tested: WriterUnderTest;
    let writer: KnowledgeWriter;
    const signal = new AbortController().signal;

    beforeEach(async () => {
      tested = await create();
      writer = tested.writer;
      await tested.addShop(SHOP);
    });
    afterEach(() => tested.close?.());

    const query = (words: string): ProductQuery => ({
      words,
      filters: {},
      sort: "relevance",
      limit: 10,
      offset: 0,
    });
    const found = async (words: string, shop = SHOP) =>
      (await tested.index.findProducts(shop, query(words), signal))?.matches.map(({ product }) => product);
    const answers = async (question: string, shop = SHOP) =>
      (await tested.index.search(shop, question, 3, signal)).map(({ text }) => text);

    it("keeps nothing of a shop that is not installed, and says so without an error", async () => {
      expect(await writer.putProducts(OTHER, [product("1", "Blue Teapot")], 1)).toBe(0);
      expect(await writer.putDocuments(OTHER, [page("p1", "Rules", "We love gloxinias.")], 1)).toBe(0);
      await writer.putSynonyms(OTHER, [["sofa", "couch"]]);
      await writer.removeOlder(OTHER, "products", 1);
      await writer.removeProducts(OTHER, ["1"]);
      expect(await writer.counts(OTHER)).toEqual({ products: 0, documents: 0, sections: 0 });
      await tested.addShop(OTHER);
      expect(await writer.counts(OTHER)).toEqual({ products: 0, documents: 0, sections: 0 });
      expect(await found("teapot", OTHER)).toBeUndefined();
    });

    it("forgets everything with the shop, and takes no more of a reading that is still under way", async () => {
      await writer.putProducts(SHOP, [product("1", "Blue Teapot")], 1);
      await writer.removeOlder(SHOP, "products", 1);
      await tested.removeShop(SHOP);
      expect(await writer.putProducts(SHOP, [product("2", "Red Teapot")], 1)).toBe(0);
      await tested.addShop(SHOP);
      tested.index.invalidate(SHOP);
      expect(await writer.counts(SHOP)).toEqual({ products: 0, documents: 0, sections: 0 });
      expect(await found("teapot")).toBeUndefined();
    });

    it("keeps shops apart, also where ids are the same", async () => {
      await tested.addShop(OTHER);
      await writer.putProducts(SHOP, [product("1", "Blue Teapot")], 1);
      await writer.putProducts(OTHER, [product("1", "Green Lantern")], 1);
      for (const shop of [SHOP, OTHER]) await writer.removeOlder(shop, "products", 1);
      await writer.removeProducts(OTHER, ["1"]);
      expect((await found("teapot"))?.map(({ title }) => title)).toEqual(["Blue Teapot"]);
      expect((await writer.counts(OTHER)).products).toBe(0);
    });

    it("knows products from the end of the first whole reading on", async () => {
      await writer.putProducts(SHOP, [product("1", "Blue Teapot")], 1);
      expect(await found("teapot")).toBeUndefined();
      expect(await tested.index.readVocabulary(SHOP, signal)).toBeNull();
      await writer.removeOlder(SHOP, "products", 1);
      expect((await found("teapot"))?.map(({ id }) => id)).toEqual(["1"]);
      expect(await tested.index.readVocabulary(SHOP, signal)).toMatchObject({ vendors: ["Fernway"] });
    });

    it("knows a shop without products as one that sells nothing", async () => {
      await writer.removeOlder(SHOP, "products", 1);
      expect(await found("teapot")).toEqual([]);
    });

    it("gives a product back as it was put, also with strange characters", async () => {
      const strange = sampleProduct({
        id: "77",
        title: 'Teapot "O\'Brien" \\ 100% <b>blau</b> 茶壺 🫖',
        description: "Zero\u0000byte and half a pair \ud800 within",
        image: null,
        variants: [
          sampleVariant({ id: "1", sku: "", quantity: null, compareAtPrice: 6000, options: {} }),
          sampleVariant({ id: "2", available: false, quantity: 0 }),
        ],
      });
      await writer.putProducts(SHOP, [strange], 1);
      await writer.removeOlder(SHOP, "products", 1);
      const [kept] = (await found("teapot")) ?? [];
      expect(kept).toMatchObject({ ...strange, description: expect.stringContaining("byte") });
    });

    it("counts what changed, and takes the same again without a change", async () => {
      const both = [product("1", "Blue Teapot"), product("2", "Red Teapot")];
      expect(await writer.putProducts(SHOP, both, 1)).toBe(2);
      expect(await writer.putProducts(SHOP, both, 2)).toBe(0);
      expect(
        await writer.putProducts(SHOP, [product("1", "Pink Kettle"), product("2", "Red Teapot")], 2),
      ).toBe(1);
      const documents = [page("p1", "Hours", "We open at nine."), page("p2", "Parking", "There is none.")];
      expect(await writer.putDocuments(SHOP, documents, 1)).toBe(2);
      expect(await writer.putDocuments(SHOP, documents, 2)).toBe(0);
    });

    it("takes a batch that names an entry twice, and an empty one", async () => {
      await writer.putProducts(SHOP, [product("1", "Blue Teapot"), product("1", "Pink Kettle")], 1);
      expect(await writer.putProducts(SHOP, [], 1)).toBe(0);
      expect(await writer.putDocuments(SHOP, [], 1)).toBe(0);
      await writer.removeProducts(SHOP, []);
      expect((await writer.counts(SHOP)).products).toBe(1);
    });

    it("finds what is new at once, and no longer what it was before", async () => {
      await writer.putProducts(SHOP, [product("1", "Blue Teapot")], 1);
      await writer.removeOlder(SHOP, "products", 1);
      expect(await found("teapot")).toHaveLength(1);
      await writer.putProducts(SHOP, [product("1", "Pink Kettle"), product("2", "Garden Lantern")], 1);
      expect((await found("kettle"))?.map(({ id }) => id)).toEqual(["1"]);
      expect((await found("lantern"))?.map(({ id }) => id)).toEqual(["2"]);
      await writer.removeProducts(SHOP, ["2", "99"]);
      expect((await writer.counts(SHOP)).products).toBe(1);
    });

    it("drops what no reading since has seen, of that part alone", async () => {
      await writer.putProducts(SHOP, [product("1", "Blue Teapot"), product("2", "Red Teapot")], 1);
      await writer.putDocuments(SHOP, [page("p1", "Hours", "We open at nine.")], 1);
      await writer.putProducts(SHOP, [product("2", "Red Teapot")], 2);
      expect(await writer.removeOlder(SHOP, "products", 2)).toBe(1);
      expect((await found("teapot"))?.map(({ id }) => id)).toEqual(["2"]);
      expect(await writer.counts(SHOP)).toMatchObject({ products: 1, documents: 1 });
    });

    it("never takes an entry back to an older reading", async () => {
      await writer.putProducts(SHOP, [product("1", "Blue Teapot")], 3);
      await writer.putProducts(SHOP, [product("1", "Blue Teapot")], 2);
      expect(await writer.removeOlder(SHOP, "products", 3)).toBe(0);
    });

    it("cuts a document into sections that are found by what they say, and replaces them with it", async () => {
      const rules = page(
        "p1",
        "House rules",
        "<h2>Parking</h2><p>In the yard.</p><h2>Dogs</h2><p>Welcome.</p>",
      );
      await writer.putDocuments(SHOP, [rules], 1);
      expect(await writer.counts(SHOP)).toEqual({ products: 0, documents: 1, sections: 2 });
      expect(await answers("What about dogs?")).toEqual(["Welcome."]);
      await writer.putDocuments(SHOP, [{ ...rules, html: "<h2>Dogs</h2><p>Not any more.</p>" }], 1);
      expect(await answers("What about dogs?")).toEqual(["Not any more."]);
      expect(await writer.counts(SHOP)).toEqual({ products: 0, documents: 1, sections: 1 });
      await writer.removeDocuments(SHOP, ["p1"]);
      expect(await answers("What about dogs?")).toEqual([]);
      expect(await writer.counts(SHOP)).toEqual({ products: 0, documents: 0, sections: 0 });
    });

    it("replaces the synonyms as a whole", async () => {
      await writer.putSynonyms(SHOP, [["sofa", "couch"]]);
      await writer.putSynonyms(SHOP, [["kettle", "boiler"]]);
      await writer.putSynonyms(SHOP, []);
      expect((await writer.counts(SHOP)).products).toBe(0);
    });
  });
}

const product = (id: string, title: string) =>
  sampleProduct({
    id,
    title,
    handle: title.toLowerCase().replaceAll(" ", "-"),
    description: "",
    productType: "",
    tags: [],
    variants: [sampleVariant({ id: `${id}0` })],
  });

const page = (id: string, title: string, html: string): StoreDocument => ({
  id,
  kind: "page",
  title,
  url: `https://fernway.example/pages/${id}`,
  html,
  updatedAt: "2026-11-01T00:00:00.000Z",
});
