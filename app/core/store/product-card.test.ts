import { describe, expect, it } from "vitest";
import { productCardSchema } from "../conversation/turn-event";
import { sampleProduct, sampleVariant } from "./fixtures/sample-products";
import { productCard } from "./product-card";

describe("productCard", () => {
  it("is what the wire expects and shows the chosen variant", () => {
    const blue = sampleVariant({ id: "2", sku: "B", price: 2599, options: { Colour: "Blue" } });
    const product = sampleProduct({ variants: [sampleVariant({ id: "1" }), blue] });
    const card = productCard(product, blue);
    expect(productCardSchema.parse(card)).toEqual(card);
    expect(card).toMatchObject({
      variantId: "2",
      sku: "B",
      price: "25.99",
      url: "https://shop.example/products/linen-shirt?variant=2",
    });
  });

  it("keeps the chosen one among at most a hundred variants", () => {
    const variants = Array.from({ length: 250 }, (_, index) => sampleVariant({ id: String(index) }));
    const chosen = variants[240] ?? sampleVariant();
    const card = productCard(sampleProduct({ variants }), chosen);
    expect(card.variants).toHaveLength(100);
    expect(card.variants.map((variant) => variant.variantId)).toContain("240");
  });

  it("shows no reduction that is none", () => {
    const variant = sampleVariant({ price: 1000, compareAtPrice: 1000 });
    expect(productCard(sampleProduct({ variants: [variant] }), variant).compareAtPrice).toBeNull();
  });

  it("links to the plain page of a product with one variant", () => {
    const variant = sampleVariant();
    expect(productCard(sampleProduct({ variants: [variant] }), variant).url).toBe(
      "https://shop.example/products/linen-shirt",
    );
  });
});
