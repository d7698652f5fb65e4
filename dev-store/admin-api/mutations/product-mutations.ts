import { parseMoney, parseOptionalMoney } from "../../load/fields";
import { editProduct, editVariants, newProduct, type VariantEdit } from "../../merchant/edit-product";
import type { ProductData } from "../../model";
import { globalId, requireNumericId } from "../views/scalars";
import type { ViewContext } from "../views/view-context";
import { viewProduct } from "../views/view-product";
import { viewShop } from "../views/view-shop";
import { viewVariant } from "../views/view-variant";
import { orAbsent } from "./or-absent";
import { userError } from "./user-error";

interface ProductInput {
  id?: string | null;
  title?: string | null;
  handle?: string | null;
  descriptionHtml?: string | null;
  vendor?: string | null;
  productType?: string | null;
  tags?: string[] | null;
  status?: ProductData["status"] | null;
  productOptions?: { name: string; values?: { name: string }[] | null }[] | null;
}

interface VariantInput {
  id?: string | null;
  price?: string | null;
  compareAtPrice?: string | null;
  inventoryPolicy?: "DENY" | "CONTINUE" | null;
  barcode?: string | null;
  inventoryItem?: { sku?: string | null } | null;
}

/** The part of Shopify's product mutations that a shop's prices, texts and life are changed with. */
export function productMutations(context: ViewContext): Record<string, unknown> {
  const { merchant, catalogue, clock } = context.store;
  const find = (id: string | null | undefined) =>
    id ? catalogue.productById.get(requireNumericId(id, "Product")) : undefined;
  const answer = (product: ProductData) => ({ product: viewSaved(product, context), userErrors: [] });
  return {
    productCreate: ({ product, input }: { product?: ProductInput; input?: ProductInput }) => {
      const fields = product ?? input ?? {};
      if (!fields.title) return { product: null, userErrors: [userError(["title"], "Title can't be blank")] };
      const created = newProduct(
        { ...readFields(fields), title: fields.title, options: readOptions(fields) },
        clock(),
      );
      if (catalogue.productById.has(created.id)) {
        return { product: null, userErrors: [userError(["handle"], "Handle has already been taken")] };
      }
      void merchant.saveProduct(created);
      return answer(created);
    },
    productUpdate: ({ product, input }: { product?: ProductInput; input?: ProductInput }) => {
      const fields = product ?? input ?? {};
      const found = find(fields.id);
      if (!found) return { product: null, userErrors: [userError(["id"], "Product does not exist")] };
      const edited = editProduct(found, readFields(fields));
      void merchant.saveProduct(edited);
      return answer(edited);
    },
    productDelete: ({ input: { id } }: { input: { id: string } }) => {
      const found = find(id);
      if (found) void merchant.deleteProduct(found.id);
      return {
        deletedProductId: found ? id : null,
        shop: () => viewShop(context),
        userErrors: found ? [] : [userError(["id"], "Product does not exist")],
      };
    },
    productVariantsBulkUpdate: ({ productId, variants }: { productId: string; variants: VariantInput[] }) =>
      updateVariants(find(productId), variants, context),
  };
}

function updateVariants(product: ProductData | undefined, inputs: VariantInput[], context: ViewContext) {
  const refuse = (field: string[], message: string) => ({
    product: null,
    productVariants: null,
    userErrors: [{ ...userError(field, message), __typename: "ProductVariantsBulkUpdateUserError" }],
  });
  if (!product) return refuse(["productId"], "Product does not exist");
  const edits = new Map(
    inputs.map((input) => [requireNumericId(input.id ?? "", "ProductVariant"), readVariant(input, context)]),
  );
  const known = new Set(product.variants.map(({ id }) => id));
  const unknown = [...edits.keys()].findIndex((id) => !known.has(id));
  if (unknown >= 0) return refuse(["variants", String(unknown), "id"], "Product variant does not exist");
  const edited = editVariants(product, ({ id }) => edits.get(id));
  void context.store.merchant.saveProduct(edited);
  return {
    product: viewSaved(edited, context),
    productVariants: edited.variants
      .filter(({ id }) => edits.has(id))
      .map((variant) => viewVariant(edited, variant, context)),
    userErrors: [],
  };
}

function readFields(input: ProductInput) {
  return {
    title: orAbsent(input.title),
    handle: orAbsent(input.handle),
    bodyHtml: orAbsent(input.descriptionHtml),
    vendor: orAbsent(input.vendor),
    productType: orAbsent(input.productType),
    tags: orAbsent(input.tags),
    status: orAbsent(input.status),
  };
}

function readOptions({ productOptions }: ProductInput) {
  return (productOptions ?? []).map(({ name, values }) => ({
    name,
    values: (values ?? []).map((value) => value.name),
  }));
}

function readVariant(input: VariantInput, { store }: ViewContext): VariantEdit {
  const { currency } = store.data.shop;
  return {
    price: input.price == null ? undefined : parseMoney(input.price, currency, "price"),
    compareAtPrice:
      input.compareAtPrice === undefined
        ? undefined
        : parseOptionalMoney(input.compareAtPrice ?? "", currency, "compareAtPrice"),
    inventoryPolicy: orAbsent(input.inventoryPolicy),
    barcode: orAbsent(input.barcode),
    sku: orAbsent(input.inventoryItem?.sku),
  };
}

/** As it is stored, with the date of the change. */
function viewSaved({ id }: ProductData, context: ViewContext) {
  const saved = context.store.catalogue.productById.get(id);
  if (!saved) throw new Error(`${globalId("Product", id)} was not saved.`);
  return viewProduct(saved, context);
}
