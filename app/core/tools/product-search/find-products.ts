import { stem } from "~/lib/words";
import type { Product, ProductPage, ProductSearch } from "../../store/product";
import { type ProductFit, rankProducts } from "../../store/product-fit";
import { queryWords } from "../../store/query-words";
import type { ToolContext } from "../tool";
import type { SearchPosition } from "./search-cursor";

type Finder = Pick<ToolContext, "shop" | "store" | "signal">;

/** What the platform gives at once: enough to rank among. */
const PAGE = 20;
/** Pages that a search by price looks through, since the platform does not sort by price. */
const PRICE_PAGES = 3;
/** Variants in a search result; a product with as many may have more. */
const VARIANTS_IN_SEARCH = 20;
const MAX_COMPLETED = 3;

/** One page of products around a query, ranked, and where the platform goes on. */
export interface RankedPage {
  fits: ProductFit[];
  next: Pick<SearchPosition, "all" | "any"> | null;
}

/**
 * Asks the platform for products with every word and for products with any of them, and ranks both together by where
 * the words hit: option values such as colours are often in no search index, so "blue shirt" must find shirts that come
 * in blue.
 */
export async function findProducts(position: SearchPosition, finder: Finder): Promise<RankedPage> {
  const terms = queryWords(position.query);
  const pages = await loadPages(position, terms, finder);
  const seen = new Set(position.seen);
  const products = uniqueById(pages.flatMap(({ products }) => products)).filter(({ id }) => !seen.has(id));
  const fits = await completeVariants(rankProducts(products, terms, position), terms, position, finder);
  const next = { ...cursorOf("all", pages), ...cursorOf("any", pages) };
  return { fits, next: Object.keys(next).length > 0 ? next : null };
}

type NamedPage = ProductPage & { match: "all" | "any" };

async function loadPages(position: SearchPosition, terms: string[], finder: Finder): Promise<NamedPage[]> {
  const isByPrice = position.sort.startsWith("price");
  const load = async (match: "all" | "any", cursor: string | null | undefined): Promise<NamedPage[]> => {
    if (cursor === undefined) return [];
    const query = match === "all" ? terms : anyTerms(terms);
    const pages = [await loadPage(query, match, cursor, position, finder)];
    while (isByPrice && pages.length < PRICE_PAGES) {
      const after = pages.at(-1)?.nextCursor;
      if (!after) break;
      pages.push(await loadPage(query, match, after, position, finder));
    }
    return pages.map((page) => ({ ...page, match, ...(isByPrice ? { nextCursor: null } : {}) }));
  };
  const [all, any] = await Promise.all([
    load("all", position.all),
    load("any", terms.length > 1 ? position.any : undefined),
  ]);
  const isFruitless = all.length > 0 && all.every(({ products }) => products.length === 0);
  // A single word that finds nothing may still find its other forms.
  if (terms.length === 1 && isFruitless) return load("any", null);
  return [...all, ...any];
}

function loadPage(
  terms: string[],
  match: "all" | "any",
  cursor: string | null,
  { sort, minPrice, maxPrice, availableOnly }: SearchPosition,
  { shop, store, signal }: Finder,
): Promise<ProductPage> {
  const search: ProductSearch = {
    query: terms.join(" "),
    match,
    sort: sort === "newest" ? "newest" : "relevance",
    availableOnly,
    limit: PAGE,
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
    ...(cursor === null ? {} : { cursor }),
  };
  return store.searchProducts(shop, search, signal);
}

/** A letter written together with its word: tshirt, ereader, vneck. */
const LETTER_COMPOUND = /^([etuvx])(\p{L}{4,})$/u;

/** The words with their stems, which find other forms where the platform looks for beginnings, and compounds taken apart. */
function anyTerms(terms: string[]): string[] {
  const stems = terms.map(stem).filter((root, index) => root.length > 2 && terms[index]?.startsWith(root));
  const parts = terms.flatMap((term) => {
    const [, letter, rest] = LETTER_COMPOUND.exec(term) ?? [];
    return rest ? [`${letter}-${rest}`, rest] : [];
  });
  return [...new Set([...terms, ...stems, ...parts])];
}

function uniqueById(products: Product[]): Product[] {
  return [...new Map(products.map((product) => [product.id, product])).values()];
}

/** The best products again with all of their variants, where a wanted option may be among those that a search leaves out. */
async function completeVariants(
  fits: ProductFit[],
  terms: string[],
  position: SearchPosition,
  { shop, store, signal }: Finder,
): Promise<ProductFit[]> {
  const lacking = fits
    .slice(0, MAX_COMPLETED)
    .filter(
      ({ product, mayHaveBetterVariant }) =>
        mayHaveBetterVariant && product.variants.length >= VARIANTS_IN_SEARCH,
    );
  if (lacking.length === 0) return fits;
  const whole = await Promise.all(
    lacking.map(({ product }) => store.findProduct(shop, { id: product.id }, signal)),
  );
  const byId = new Map(whole.filter((product) => product !== null).map((product) => [product.id, product]));
  return rankProducts(
    fits.map(({ product }) => byId.get(product.id) ?? product),
    terms,
    position,
  );
}

function cursorOf(match: "all" | "any", pages: NamedPage[]): { [key in "all" | "any"]?: string } {
  const cursor = pages.filter((page) => page.match === match).at(-1)?.nextCursor;
  return cursor ? { [match]: cursor } : {};
}
