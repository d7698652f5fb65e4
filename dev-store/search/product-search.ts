import { minorUnitDigits } from "../load/fields";
import type { ProductData } from "../model";
import { date, keyword, numeric, type SearchSchema, words } from "./compile-search";
import { createTextIndex, tokenizeText } from "./text-index";

/** What the Admin API finds products by. `readProducts` may answer with another list after every change. */
export function createProductSearchSchema(
  readProducts: () => ProductData[],
  currency: string,
): SearchSchema<ProductData> {
  const findWord = createProductIndex(readProducts);
  const scale = 10 ** minorUnitDigits(currency);
  const prices = numeric<ProductData>(({ variants }) => variants.map(({ price }) => price / scale));
  return {
    text: (term, isPhrase) => {
      const found = tokenizeText(term).map(findWord);
      return (product) => {
        if (found.length === 0) return 0;
        let total = 0;
        for (const scores of found) {
          const score = scores.get(product);
          if (!score) return 0;
          total += score;
        }
        return !isPhrase || holdsPhrase(product, term) ? total : 0;
      };
    },
    fields: {
      id: keyword(({ id }) => [id, `gid://shopify/Product/${id}`]),
      handle: keyword(({ handle }) => [handle]),
      title: words(({ title }) => title),
      tag: keyword(({ tags }) => tags),
      tag_not: (value, comparator, isPhrase) => {
        const hasTag = keyword<ProductData>(({ tags }) => tags)(value, comparator, isPhrase);
        return (product) => !hasTag(product);
      },
      vendor: keyword(({ vendor }) => [vendor]),
      product_type: keyword(({ productType }) => [productType]),
      sku: keyword(({ variants }) => variants.map(({ sku }) => sku)),
      barcode: keyword(({ variants }) => variants.map(({ barcode }) => barcode)),
      status: keyword(({ status }) => [status]),
      published_status: keyword((product) => publishedStatuses(product)),
      price: prices,
      "variants.price": prices,
      inventory_total: numeric(({ variants }) => [
        variants.reduce((total, { inventoryQuantity }) => total + (inventoryQuantity ?? 0), 0),
      ]),
      created_at: date(({ createdAt }) => createdAt),
      updated_at: date(({ updatedAt }) => updatedAt),
      published_at: date(({ published, createdAt }) => (published ? createdAt : null)),
    },
  };
}

/** Keeps up with the list: only products that came, went or changed are indexed anew, at the next search for words. */
function createProductIndex(readProducts: () => ProductData[]): (word: string) => Map<ProductData, number> {
  const index = createTextIndex<ProductData>();
  let indexed = new Set<ProductData>();
  let seen: ProductData[] = [];

  function catchUp(): void {
    const products = readProducts();
    if (products === seen) return;
    const current = new Set(products);
    for (const product of indexed) if (!current.has(product)) index.remove(product, describeProduct(product));
    for (const product of products) if (!indexed.has(product)) index.add(product, describeProduct(product));
    indexed = current;
    seen = products;
  }
  catchUp();

  return (word) => {
    catchUp();
    return index.find(word);
  };
}

function describeProduct(product: ProductData) {
  return [
    { text: product.title, weight: 3, usualLength: 8 },
    { text: `${product.productType} ${product.tags.join(" ")}`, weight: 3, usualLength: 4 },
    { text: product.vendor, weight: 2, usualLength: 1 },
    {
      text: product.variants.map(({ sku, barcode }) => `${sku} ${barcode}`).join(" "),
      weight: 2,
      usualLength: 2,
    },
    { text: product.variants.map(({ title }) => title).join(" "), weight: 1, usualLength: 4 },
    { text: stripHtml(product.bodyHtml), weight: 0.4, usualLength: 80 },
  ];
}

function holdsPhrase(product: ProductData, phrase: string): boolean {
  const wanted = tokenizeText(phrase).join(" ");
  return describeProduct(product).some(({ text }) => tokenizeText(text).join(" ").includes(wanted));
}

export function stripHtml(html: string): string {
  return html.replace(/<[^>]*>/g, " ");
}

function publishedStatuses({ published, status }: ProductData): string[] {
  return published && status === "ACTIVE"
    ? ["published", "visible", "online_store:visible", "any"]
    : ["unpublished", "hidden", "online_store:hidden", "any"];
}
