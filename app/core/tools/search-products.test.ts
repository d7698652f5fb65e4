import { describe, expect, it } from "vitest";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleProduct, sampleVariant } from "../store/fixtures/sample-products";
import type { Product } from "../store/product";
import { toolContext } from "./fixtures/tool-context";
import { productDetails } from "./product-details";
import type { ProductDetailsData, SearchProductsData } from "./results";
import { searchProducts } from "./search-products";

let nextId = 1;

/** A product with a variant for each "option value / option value" and its price. */
function product(title: string, variants: Record<string, number>, changes: Partial<Product> = {}): Product {
  const names = ["Colour", "Size", "Material"];
  const id = String(nextId++);
  const handle = title.toLowerCase().replaceAll(" ", "-");
  const made = Object.entries(variants).map(([optionTitle, price], index) =>
    sampleVariant({
      id: `${id}${index}`,
      title: optionTitle,
      sku: `SKU${id}-${index}`,
      price,
      available: !optionTitle.endsWith("!"),
      options: Object.fromEntries(
        optionTitle
          .replace("!", "")
          .split(" / ")
          .map((value, at) => [names[at] ?? "Other", value]),
      ),
    }),
  );
  const values = (name: string) =>
    [...new Set(made.map(({ options }) => options[name] ?? ""))].filter(Boolean);
  return sampleProduct({
    id,
    handle,
    title,
    description: "",
    productType: "",
    tags: [],
    url: `https://fernway.example/products/${handle}`,
    options: names
      .map((name) => ({ name, values: values(name) }))
      .filter((option) => option.values.length > 0),
    variants: made,
    ...changes,
  });
}

const shirt = product(
  "T-Shirt",
  {
    "Blue / S / polyester": 2000,
    "Blue / XL / cotton": 2200,
    "Blue / XL / polyester": 2400,
    "Black / XL / polyester!": 1900,
  },
  { productType: "Tops" },
);
const bottle = product("Water Bottle", { "blue / 500 ml / steel": 3500, "red / 1000ml / glass": 4500 });
const kettle = product(
  "Electric Kettle",
  { "white / 1l": 8900 },
  { description: "Boils water for a bottle or tea." },
);
const jeans = product("Blue Jeans", { "Blue / 32": 9900 });
const catalogue = [kettle, bottle, shirt, jeans];

async function search(input: object, products: Product[] = catalogue): Promise<SearchProductsData> {
  const context = toolContext({ store: createInMemoryStore({ products }) });
  const outcome = await searchProducts.execute(searchProducts.input.parse(input), context);
  if (outcome.status !== "ok") throw new Error(outcome.status);
  return outcome.data as SearchProductsData;
}

describe("search_products", () => {
  it("finds colours, sizes and materials that only the options know, and shows that variant", async () => {
    const data = await search({ query: "blue t-shirt in XL polyester" });
    expect(data).toMatchObject({ exact: true, unmatched: [] });
    expect(data.products[0]).toMatchObject({
      title: "T-Shirt",
      missing: [],
      variant: { title: "Blue / XL / polyester", price: "24.00" },
      url: expect.stringMatching(/\?variant=\d+$/),
    });
  });

  it.each(["tshirt", "t shirt", "shirts", "T-SHIRTS", "camiseta t-shirt azul"])(
    "takes %j for the shirt",
    async (query) => {
      expect((await search({ query })).products[0]?.title).toBe("T-Shirt");
    },
  );

  it("understands colours of other languages", async () => {
    expect((await search({ query: "water bottle rouge" })).products[0]?.variant.title).toContain("red");
  });

  it("puts what the thing is before what merely mentions it", async () => {
    expect((await search({ query: "water bottle" })).products.map(({ title }) => title)).toEqual([
      "Water Bottle",
    ]);
  });

  it("says which words nothing answers, and shows near things only as such", async () => {
    const data = await search({ query: "green t-shirt" });
    expect(data).toMatchObject({ exact: false, unmatched: ["green"] });
    expect(data.products[0]).toMatchObject({ title: "T-Shirt", missing: ["green"] });
  });

  it("does not pass a blue XL in cotton and a small one in polyester off as one", async () => {
    const mixed = product("T-Shirt", { "Blue / S / polyester": 2000, "Blue / XL / cotton": 2200 });
    const data = await search({ query: "blue t-shirt XL polyester" }, [mixed]);
    expect(data.exact).toBe(false);
    expect(data.products[0]?.missing).toHaveLength(1);
    expect(data.unmatched).toHaveLength(1);
  });

  it("finds nothing rather than anything", async () => {
    expect(await search({ query: "surfboard wax" })).toMatchObject({
      products: [],
      nextCursor: null,
      exact: false,
      unmatched: ["surfboard", "wax"],
    });
  });

  it("keeps to price limits with the variant that it shows", async () => {
    const data = await search({ query: "t-shirt", maxPrice: 20 });
    expect(data.products.map(({ variant }) => Number(variant.price)).every((price) => price <= 20)).toBe(
      true,
    );
    expect((await search({ query: "t-shirt", maxPrice: "5" })).products).toEqual([]);
  });

  it("sorts by price only among what fits about as well as the best", async () => {
    const cable = product("Cable", { x: 100 }, { description: "for your water bottle" });
    const cheap = product("Small Water Bottle", { x: 900 });
    const data = await search({ query: "water bottle", sort: "price-ascending" }, [cable, bottle, cheap]);
    expect(data.products.map(({ title }) => title)).toEqual(["Small Water Bottle", "Water Bottle"]);
  });

  it("leaves out what is sold out when asked to", async () => {
    const gone = product("Mug", { "Red!": 900 });
    expect((await search({ query: "mug", availableOnly: true }, [gone])).products).toEqual([]);
    expect((await search({ query: "mug" }, [gone])).products).toMatchObject([{ available: false }]);
  });

  it("goes through all that fits, each once, by cursor alone", async () => {
    const many = Array.from({ length: 47 }, (_, index) => product(`Mug ${index}`, { Red: 900 + index }));
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const data: SearchProductsData = await search(
        cursor ? { cursor, limit: 4 } : { query: "red mug", limit: 4 },
        many,
      );
      seen.push(...data.products.map(({ title }) => title));
      expect(data.totalShown).toBe(seen.length);
      cursor = data.nextCursor;
      pages += 1;
    } while (cursor !== null && pages < 40);
    expect(new Set(seen).size).toBe(47);
    expect(seen).toHaveLength(47);
  });

  it("begins anew with a cursor that is none", async () => {
    expect((await search({ query: "bottle", cursor: "e30" })).products[0]?.title).toBe("Water Bottle");
    expect((await search({ query: "bottle", cursor: "✂️ cut" })).products[0]?.title).toBe("Water Bottle");
  });

  it("lists the newest without a query", async () => {
    expect((await search({})).products).toHaveLength(4);
  });

  it("finds a variant that the search left out of a product with many", async () => {
    const colours = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`Shade${index} / M`, 1000 + index]),
    );
    const data = await search({ query: "scarf shade27" }, [product("Scarf", colours)]);
    expect(data.products[0]?.variant.title).toBe("Shade27 / M");
  });
});

describe("product_details", () => {
  async function details(input: object, products: Product[] = catalogue) {
    const context = toolContext({ store: createInMemoryStore({ products }) });
    return productDetails.execute(productDetails.input.parse(input), context);
  }

  it("gives every variant, those first that were asked about", async () => {
    const outcome = await details({ handle: "t-shirt", title: "black xl" });
    const { product: found } = (outcome.status === "ok" ? outcome.data : {}) as ProductDetailsData;
    expect(found.variantCount).toBe(4);
    expect(found.variants[0]).toMatchObject({ title: "Black / XL / polyester!", available: false });
    expect(found.variant.title).toBe("Black / XL / polyester!");
  });

  it("shows the variant that is chosen on the page, unless words name another", async () => {
    const [shirt] = catalogue.filter(({ handle }) => handle === "t-shirt");
    const chosen = shirt?.variants.at(2);
    const onPage = { handle: "t-shirt", variantId: chosen?.id };
    expect(await details(onPage)).toMatchObject({ cards: [{ variantId: chosen?.id }] });
    expect(await details({ ...onPage, variantId: "999" })).toMatchObject({ status: "ok" });
    const named = await details({ ...onPage, title: "black xl" });
    expect(named).not.toMatchObject({ cards: [{ variantId: chosen?.id }] });
  });

  it("finds by title, and by a handle that is only near", async () => {
    expect(await details({ title: "the electric kettle" })).toMatchObject({
      cards: [{ title: "Electric Kettle" }],
    });
    expect(await details({ handle: "water-bottles" })).toMatchObject({ cards: [{ title: "Water Bottle" }] });
  });

  it("does not pass the nearest thing off as the one that was meant", async () => {
    const outcome = await details({ title: "blue leather sofa" });
    expect(outcome).toMatchObject({ status: "not-found", data: { reason: "no-product" } });
    expect(outcome).not.toHaveProperty("cards");
  });
});
