import type { Router } from "express";
import { z } from "zod";
import { asyncRoute } from "../async-route";
import type { DevStoreContext } from "../context";
import { parseMoney, parseOptionalMoney } from "../load/fields";
import { newPolicy } from "../load/load-documents";
import { editProduct, editVariants, given, newProduct } from "../merchant/edit-product";
import { newArticle, newCollection, newPage } from "../merchant/new-documents";
import type { WebhookAnswer } from "../webhooks/webhook-sender";

const amount = z
  .union([z.number().min(0), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,9}(\.\d+)?$/));
const handle = z.string().regex(/^[\p{L}\p{N}_-]{1,255}$/u);

const productCommand = z.object({
  handle,
  title: z.string().min(1).optional(),
  descriptionHtml: z.string().optional(),
  vendor: z.string().optional(),
  productType: z.string().optional(),
  tags: z.array(z.string()).optional(),
  status: z.enum(["ACTIVE", "DRAFT", "ARCHIVED"]).optional(),
  published: z.boolean().optional(),
  /** The one variant that price and quantity are of; all when absent. */
  sku: z.string().optional(),
  /** In major units. */
  price: amount.optional(),
  compareAtPrice: amount.nullish(),
  /** Null when stock is not counted. */
  quantity: z.number().int().min(0).nullish(),
  delete: z.boolean().optional(),
});

const documentCommand = z.object({
  kind: z.enum(["page", "article", "policy", "collection"]),
  handle: handle.optional(),
  /** Of a policy: `REFUND_POLICY`, or `refund`. */
  type: z.string().optional(),
  title: z.string().min(1).optional(),
  html: z.string().optional(),
  /** Handles; of a collection. */
  products: z.array(handle).optional(),
  delete: z.boolean().optional(),
});

type ProductCommand = z.infer<typeof productCommand>;
type DocumentCommand = z.infer<typeof documentCommand>;
interface ChangeOutcome {
  id: string;
  answers: WebhookAnswer[];
}

/** What the merchant changes in the admin, for those who have no token. */
export function addMerchant(router: Router, context: DevStoreContext): void {
  router.post(
    "/products",
    asyncRoute(async (request, response) => {
      const outcome = await changeProduct(productCommand.parse(request.body), context);
      if (outcome) response.json(outcome);
      else response.status(404).json({ error: { code: "not-found", message: "There is no such product." } });
    }),
  );
  router.post(
    "/documents",
    asyncRoute(async (request, response) => {
      const outcome = await changeDocument(documentCommand.parse(request.body), context);
      if (outcome) response.json(outcome);
      else response.status(404).json({ error: { code: "not-found", message: "There is no such document." } });
    }),
  );
}

/** Null for a product to delete, or a SKU to change, that is not there. */
async function changeProduct(
  command: ProductCommand,
  context: DevStoreContext,
): Promise<ChangeOutcome | null> {
  const { catalogue, merchant, data, clock } = context;
  const found = catalogue.productByHandle.get(command.handle);
  if (command.delete) return found ? { id: found.id, answers: await merchant.deleteProduct(found.id) } : null;
  if (found && command.sku && !found.variants.some(({ sku }) => sku === command.sku)) return null;
  const {
    title = found?.title ?? command.handle,
    descriptionHtml,
    vendor,
    productType,
    tags,
    status,
    published,
  } = command;
  const { currency } = data.shop;
  const fields = { title, bodyHtml: descriptionHtml, vendor, productType, tags, status, published };
  const product = found
    ? editProduct(found, fields)
    : newProduct({ ...fields, handle: command.handle }, clock());
  const edit = {
    sku: found ? undefined : command.sku,
    price: command.price === undefined ? undefined : parseMoney(command.price, currency, "price"),
    compareAtPrice:
      command.compareAtPrice === undefined
        ? undefined
        : parseOptionalMoney(command.compareAtPrice ?? "", currency, "compareAtPrice"),
    inventoryQuantity: command.quantity,
  };
  const edited = editVariants(product, ({ sku }) =>
    !found || !command.sku || sku === command.sku ? edit : undefined,
  );
  return { id: edited.id, answers: await merchant.saveProduct(edited) };
}

/** Null for a document to delete that is not there, or a policy of a type that Shopify does not have. */
async function changeDocument(
  command: DocumentCommand,
  context: DevStoreContext,
): Promise<ChangeOutcome | null> {
  switch (command.kind) {
    case "page":
      return changePage(command, context);
    case "article":
      return changeArticle(command, context);
    case "policy":
      return changePolicy(command, context);
    case "collection":
      return changeCollection(command, context);
  }
}

function changePage(
  { title, html, ...command }: DocumentCommand,
  context: DevStoreContext,
): ChangeOutcome | null {
  const { data, merchant, clock } = context;
  const name = requireHandle(command);
  const found = data.pages.find((page) => page.handle === name);
  if (command.delete) {
    if (found) merchant.deletePage(found.id);
    return found ? { id: found.id, answers: [] } : null;
  }
  const page = found ?? newPage({ title: title ?? name, handle: name }, clock());
  merchant.savePage({ ...page, ...given({ title, bodyHtml: html }) });
  return { id: page.id, answers: [] };
}

function changeArticle(
  { title, html, ...command }: DocumentCommand,
  context: DevStoreContext,
): ChangeOutcome | null {
  const { data, merchant, clock } = context;
  const name = requireHandle(command);
  const found = data.articles.find((article) => article.handle === name);
  if (command.delete) {
    if (found) merchant.deleteArticle(found.id);
    return found ? { id: found.id, answers: [] } : null;
  }
  const article =
    found ?? newArticle({ title: title ?? name, handle: name }, { author: data.shop.name }, clock());
  merchant.saveArticle({ ...article, ...given({ title, bodyHtml: html }) });
  return { id: article.id, answers: [] };
}

function changePolicy(
  { type = "", html, ...command }: DocumentCommand,
  context: DevStoreContext,
): ChangeOutcome | null {
  const { data, merchant } = context;
  const upper = (type || command.handle || "").toUpperCase().replaceAll("-", "_");
  const names = [upper, `${upper}_POLICY`, `${upper}_OF_SERVICE`];
  const found = data.policies.find((policy) => names.includes(policy.type));
  if (command.delete) {
    if (found) merchant.deletePolicy(found.id);
    return found ? { id: found.id, answers: [] } : null;
  }
  const policy = found ?? names.map(newPolicy).find((candidate) => candidate !== null);
  if (!policy) return null;
  merchant.savePolicy({ ...policy, ...given({ bodyHtml: html }) });
  return { id: policy.id, answers: [] };
}

async function changeCollection(
  { title, html, products, ...command }: DocumentCommand,
  context: DevStoreContext,
): Promise<ChangeOutcome | null> {
  const { catalogue, merchant, clock } = context;
  const name = requireHandle(command);
  const found = catalogue.collectionByHandle.get(name);
  if (command.delete)
    return found ? { id: found.id, answers: await merchant.deleteCollection(found.id) } : null;
  const collection = found ?? newCollection({ title: title ?? name, handle: name }, clock());
  const productIds = products?.flatMap((one) => catalogue.productByHandle.get(one)?.id ?? []);
  const edited = { ...collection, ...given({ title, descriptionHtml: html, productIds }) };
  return { id: edited.id, answers: await merchant.saveCollection(edited) };
}

function requireHandle(command: { handle?: string }): string {
  return z.object({ handle }).parse(command).handle;
}
