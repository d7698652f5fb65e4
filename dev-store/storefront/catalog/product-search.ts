import type { ProductData } from "../../model";

export interface ProductSearch {
  /** Best first. Every word of the query must begin a word of the product; an empty query finds nothing. */
  find(query: string): ProductData[];
}

interface Entry {
  product: ProductData;
  title: string;
  rest: string;
}

const TITLE_WORD = 4;
const WHOLE_TITLE = 8;

/** A plain storefront search in the manner of Shopify's own: prefixes of words, titles before the rest. */
export function createProductSearch(products: ProductData[]): ProductSearch {
  let entries: Entry[] | null = null;

  return {
    find(query) {
      const words = toWords(query);
      if (words.length === 0) return [];
      entries ??= products.map(toEntry);
      const found = rank(entries, words);
      return found.length > 0 ? found : products.filter((product) => mentionsAll(product.bodyHtml, words));
    },
  };
}

function rank(entries: Entry[], words: string[]): ProductData[] {
  return entries
    .flatMap((entry) => {
      const score = scoreOf(entry, words);
      return score > 0 ? [{ product: entry.product, score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ product }) => product);
}

function scoreOf(entry: Entry, words: string[]): number {
  let score = entry.title.trim() === words.join(" ") ? WHOLE_TITLE : 0;
  for (const word of words) {
    if (entry.title.includes(` ${word}`)) score += TITLE_WORD;
    else if (entry.rest.includes(` ${word}`)) score += 1;
    else return 0;
  }
  return score;
}

function mentionsAll(html: string, words: string[]): boolean {
  const text = ` ${toWords(html.replace(/<[^>]*>/g, " ")).join(" ")}`;
  return words.every((word) => text.includes(` ${word}`));
}

function toEntry(product: ProductData): Entry {
  const rest = [
    product.vendor,
    product.productType,
    ...product.tags,
    ...product.variants.flatMap((variant) => [variant.sku, variant.title]),
  ];
  return {
    product,
    title: ` ${toWords(product.title).join(" ")}`,
    rest: ` ${toWords(rest.join(" ")).join(" ")}`,
  };
}

function toWords(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
