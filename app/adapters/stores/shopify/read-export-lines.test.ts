import { describe, expect, it } from "vitest";
import { sampleProfile } from "~/core/store/fixtures/in-memory-store";
import { createExportLines } from "./read-export-lines";

const product = (number: number, changes: object = {}) =>
  JSON.stringify({
    id: `gid://shopify/Product/${number}`,
    handle: `thing-${number}`,
    title: `Thing ${number}`,
    description: "",
    vendor: "",
    productType: "",
    tags: [],
    status: "ACTIVE",
    publishedAt: "2026-01-01T00:00:00Z",
    onlineStoreUrl: null,
    featuredMedia: null,
    options: [],
    ...changes,
  });
const variant = (number: number, parent: number) =>
  JSON.stringify({
    id: `gid://shopify/ProductVariant/${number}`,
    title: "M",
    sku: null,
    price: "10.00",
    compareAtPrice: null,
    availableForSale: true,
    inventoryQuantity: 1,
    inventoryPolicy: "DENY",
    inventoryItem: { tracked: true },
    selectedOptions: [],
    __parentId: `gid://shopify/Product/${parent}`,
  });

function readAll(lines: string[], fromLine = 0) {
  const read = createExportLines(sampleProfile, fromLine);
  const entries = lines.flatMap((line) => read.next(line) ?? []);
  return [...entries, ...[read.end() ?? []].flat()].map(({ product, lines }) => ({
    id: product?.id ?? null,
    variants: product?.variants.map(({ id }) => id) ?? [],
    lines,
  }));
}

describe("the lines of an export", () => {
  const lines = [product(1), variant(11, 1), variant(12, 1), product(2), product(3), variant(31, 3)];

  it("come together as products with their variants", () => {
    expect(readAll(lines)).toEqual([
      { id: "1", variants: ["11", "12"], lines: 3 },
      { id: "2", variants: [], lines: 4 },
      { id: "3", variants: ["31"], lines: 6 },
    ]);
  });

  it("go on after any product with the same ones", () => {
    const all = readAll(lines);
    for (const [index, { lines: done }] of all.entries()) {
      expect(readAll(lines, done)).toEqual(all.slice(index + 1));
    }
  });

  it("hold products that are not shown, which are passed over", () => {
    const hidden = [
      product(1, { status: "DRAFT" }),
      variant(11, 1),
      product(2, { publishedAt: null }),
      product(3),
    ];
    expect(readAll(hidden).map(({ id, lines }) => [id, lines])).toEqual([
      [null, 2],
      [null, 3],
      ["3", 4],
    ]);
  });

  it("may be none", () => {
    expect(readAll([])).toEqual([]);
    expect(readAll(["", ""])).toEqual([]);
  });

  it.each(["{", "null", "[]", "<Error/>", variant(21, 2), product(2, { title: 7 })])(
    "of another shape are the vendor's failure: %s",
    (line) => {
      expect(() => readAll([product(1), line])).toThrow(expect.objectContaining({ name: "VendorError" }));
    },
  );
});
