import { expect, it } from "vitest";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleProduct, sampleVariant } from "../store/fixtures/sample-products";
import { toolContext } from "./fixtures/tool-context";
import { relatedProducts } from "./related-products";
import type { RelatedProductsData } from "./results";

let ids = 100;
function product(title: string, productType: string, tags: string[], description = "", available = true) {
  ids += 1;
  const handle = title.toLowerCase().replaceAll(" ", "-");
  const variants = [sampleVariant({ id: `${ids}1`, available })];
  return sampleProduct({ id: String(ids), handle, title, productType, tags, description, variants });
}

const products = [
  product("Ridge Tent", "Tent", ["camping", "shelter"]),
  product("Valley Tent", "Tent", ["camping", "shelter"]),
  product("Ground Sheet", "Mat", ["camping"]),
  product("Peg Set", "Hardware", [], "Steel pegs for any tent."),
  product("Stove", "Cooking", ["camping"], "", false),
  product("Opera Glasses", "Optics", ["theatre"]),
];
const store = createInMemoryStore({ products });

async function relatedTo(handle?: string, cart: { handle: string }[] | null = null) {
  const items = (cart ?? []).map(({ handle: of }) => {
    const variantId = products.find((one) => one.handle === of)?.variants[0]?.id ?? "";
    return { handle: of, variantId, quantity: 1 };
  });
  const context = toolContext({ store, cart: cart && { itemCount: items.length, items } });
  const outcome = await relatedProducts.execute(handle ? { handle } : {}, context);
  return outcome.status === "ok" ? (outcome.data as RelatedProductsData) : outcome.status;
}

it("connects what is tagged alike or named in the other's text, and tells by what", async () => {
  const related = await relatedTo("ridge-tent");
  expect(related).toMatchObject({
    products: expect.arrayContaining([
      expect.objectContaining({ title: "Ground Sheet", shared: ["camping"] }),
      expect.objectContaining({ title: "Peg Set", shared: ["Tent"] }),
    ]),
  });
});

it("offers neither another of the same kind, nor what is sold out, nor what is strange to it", async () => {
  expect(JSON.stringify(await relatedTo("ridge-tent"))).not.toMatch(/Valley|Stove|Opera/);
});

it("goes by the cart where no product is named, and never offers what is in it", async () => {
  const related = await relatedTo(undefined, [{ handle: "ridge-tent" }, { handle: "ground-sheet" }]);
  expect(related).toMatchObject({ basis: [{ title: "Ridge Tent" }, { title: "Ground Sheet" }] });
  expect((related as RelatedProductsData).products.map(({ title }) => title)).not.toContain("Ground Sheet");
});

it("has nothing to offer for what the catalogue connects with nothing, or for a cart that nobody sees", async () => {
  expect(await relatedTo("opera-glasses")).toMatchObject({ products: [] });
  expect(await relatedTo()).toBe("not-found");
});
