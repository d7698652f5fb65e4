import { deterministicId } from "../load/fields";
import type { ProductData, VariantData } from "../model";

/** What a merchant may change of a product; fields that are absent stay. Amounts are minor units. */
export interface ProductEdit {
  handle?: string;
  title?: string;
  bodyHtml?: string;
  vendor?: string;
  productType?: string;
  tags?: string[];
  status?: ProductData["status"];
  published?: boolean;
}

export type VariantEdit = Partial<
  Pick<
    VariantData,
    "price" | "compareAtPrice" | "inventoryQuantity" | "inventoryPolicy" | "sku" | "barcode" | "grams"
  >
>;

export interface NewProduct extends ProductEdit {
  title: string;
  /** The first values make the one variant that a new product has. */
  options?: { name: string; values: string[] }[];
}

/** On sale in the storefront at once, with one variant that costs nothing yet and is not counted. */
export function newProduct({ options = [], ...edit }: NewProduct, at: Date): ProductData {
  const handle = edit.handle || handleFromTitle(edit.title);
  const createdAt = at.toISOString();
  const chosen = options.length > 0 ? options : [{ name: "Title", values: ["Default Title"] }];
  const optionValues = chosen.map(({ values }) => values[0] ?? "");
  const empty: ProductData = {
    id: deterministicId("product", handle),
    handle,
    title: edit.title,
    bodyHtml: "",
    vendor: "",
    productType: "",
    tags: [],
    status: "ACTIVE",
    published: true,
    createdAt,
    updatedAt: createdAt,
    options: chosen,
    variants: [newVariant(handle, optionValues)],
    images: [],
  };
  return editProduct(empty, { ...edit, handle });
}

function newVariant(handle: string, optionValues: string[]): VariantData {
  return {
    id: deterministicId("variant", handle, ...optionValues, ""),
    title: optionValues.join(" / "),
    sku: "",
    barcode: "",
    price: 0,
    compareAtPrice: null,
    inventoryQuantity: null,
    inventoryPolicy: "DENY",
    optionValues,
    imageUrl: null,
    grams: 0,
    requiresShipping: true,
  };
}

export function editProduct(product: ProductData, edit: ProductEdit): ProductData {
  return { ...product, ...given(edit) };
}

/** The edit of each variant that `editOf` has one for. */
export function editVariants(
  product: ProductData,
  editOf: (variant: VariantData) => VariantEdit | undefined,
): ProductData {
  return {
    ...product,
    variants: product.variants.map((variant) => ({ ...variant, ...given(editOf(variant) ?? {}) })),
  };
}

/** As Shopify makes handles: "Fell & Dale Jumper" becomes "fell-dale-jumper". */
export function handleFromTitle(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "untitled";
}

/** Without the fields that are absent, so that they do not undo what is there. */
export function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
