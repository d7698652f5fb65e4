import { describe, expect, it } from "vitest";
import { sampleProfile } from "~/core/store/fixtures/in-memory-store";
import { mapProduct, productNodeSchema } from "./map-product";

const node = (changes: object) =>
  productNodeSchema.parse({
    id: "gid://shopify/Product/1",
    handle: "tent",
    title: "Tent",
    description: "Up in minutes. 2.15 kg Sleeps two",
    vendor: "",
    productType: "",
    tags: [],
    status: "ACTIVE",
    onlineStoreUrl: null,
    featuredMedia: null,
    options: [],
    variants: { nodes: [] },
    ...changes,
  });

describe("the description of a product", () => {
  it("keeps the lines of its page where that is at hand", () => {
    const descriptionHtml = "<p>Up in minutes.</p><ul><li>2.15 kg</li><li>Sleeps <b>two</b></li></ul>";
    expect(mapProduct(node({ descriptionHtml }), sampleProfile).description).toBe(
      "Up in minutes.\n- 2.15 kg\n- Sleeps two",
    );
  });

  it("is Shopify's plain text elsewhere", () => {
    expect(mapProduct(node({}), sampleProfile).description).toBe("Up in minutes. 2.15 kg Sleeps two");
  });

  it("holds no script, and ends", () => {
    const descriptionHtml = `<script>alert(1)</script><p>${"long ".repeat(20_000)}`;
    const { description } = mapProduct(node({ descriptionHtml }), sampleProfile);
    expect(description).not.toContain("alert");
    expect(description.length).toBeLessThanOrEqual(2000);
  });
});
