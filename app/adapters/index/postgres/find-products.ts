import type { ProductMatch, ProductMatches, ProductQuery } from "~/core/knowledge/product-query";
import {
  cost,
  type FilterName,
  findFittingVariant,
  GIVEN_UP_FIRST,
} from "~/core/knowledge/product-ranking/meet-filters";
import { headOf } from "~/core/knowledge/product-ranking/name-things";
import type { ProductRank } from "~/core/knowledge/product-ranking/rank-products";
import type { Product } from "~/core/store/product";
import { encodeFilters } from "./filters";
import type { KnownPostings } from "./known-postings";
import type { KnownProducts } from "./known-products";
import { type KnownShop, type KnownShops, readVersion } from "./known-shops";
import { listProducts } from "./list-products";
import type { KnownTexts } from "./load-products";
import { rankCandidates, termsOf } from "./rank-candidates";
import type { Ranked } from "./ranked-candidates";
import { type ReadQuery, readQuery } from "./read-query";
import type { Sql } from "./sql";
import type { Stemmer } from "./stemmer";

const MAX_LIMIT = 50;
/** What has less of the words than this does not come near. */
const NEAR_SCORE = 0.3;
/** Looked at where filters have to be given up. */
const NEARLY = 80;

const NONE: ProductMatches = { matches: [], total: 0, near: [], unmet: [], repaired: [], unknown: [] };

/** The tables, and what a process keeps of them between queries. */
export interface ProductSearch {
  sql: Sql;
  stemmer: Stemmer;
  shops: KnownShops;
  postings: KnownPostings;
  products: KnownProducts;
  texts: KnownTexts;
}

/** Writes may go on all the time; so often is a query read anew because of them. */
const ATTEMPTS = 3;

/** Null while the shop's products have not been read whole. */
export async function findProducts(
  search: ProductSearch,
  shop: string,
  query: ProductQuery,
): Promise<ProductMatches | null> {
  const limit = Math.max(0, Math.min(query.limit, MAX_LIMIT));
  const bounded = { ...query, limit, offset: Math.max(0, query.offset) };
  for (let attempt = 1; ; attempt += 1) {
    const known = await search.shops.find(search.sql, shop);
    if (known === null) return null;
    // Whatever was written before the search began shows in the version; what the search reads itself is no older.
    const [version, found] = await Promise.all([
      readVersion(search.sql, shop),
      findIn(search, known, bounded),
    ]);
    if (version === known.version || attempt === ATTEMPTS) return found;
    search.shops.forget(shop);
  }
}

async function findIn(search: ProductSearch, known: KnownShop, query: ProductQuery): Promise<ProductMatches> {
  const { sql, stemmer } = search;
  if (query.words.trim() === "") return { ...NONE, ...(await listProducts(sql, known.shop, query)) };
  const read = await readQuery(sql, stemmer, known, query.words, (sought) =>
    search.postings.read(sql, known.version, termsOf(sought)),
  );
  const { repaired, unknown } = read;
  if (read.sought.every(({ alternatives }) => alternatives.length === 0))
    return { ...NONE, repaired, unknown, unmet: ["thing"] };
  const { matches, total } = await rankCandidates(search, known, query, read, encodeFilters(query.filters));
  if (matches.length === 0)
    return { ...NONE, ...(await findNear(search, known, query, read)), repaired, unknown };
  const page = await loadPage(search, matches.slice(query.offset, query.offset + query.limit), query);
  return { ...NONE, matches: page, total: Math.max(total, matches.length), repaired, unknown };
}

async function loadPage(
  { sql, texts }: ProductSearch,
  page: Ranked[],
  query: ProductQuery,
): Promise<ProductMatch[]> {
  const products = await texts.load(
    sql,
    page.map(({ candidate }) => candidate),
  );
  const words = query.words.toLowerCase().split(/\s+/);
  return page.flatMap((entry) => {
    const product = products.get(entry.candidate.number);
    const fitting = product && findFittingVariant(product, query.filters, words);
    return product && fitting ? [toMatch(product, fitting.variant.id, entry)] : [];
  });
}

function toMatch(product: Product, variantId: string, { rank }: Ranked): ProductMatch {
  return { product, variantId, score: rank.score, missing: rank.missing };
}

/**
 * What comes near: the thing with the least given up of the filters, else what the wish's own noun names, else what has most
 * of the words. A "couteau de cuisine" is rather another knife than kitchen scales.
 */
async function findNear(
  search: ProductSearch,
  shop: KnownShop,
  query: ProductQuery,
  read: ReadQuery,
): Promise<Pick<ProductMatches, "near" | "unmet">> {
  const unfiltered = { ...query, sort: "relevance" as const, offset: 0 };
  const { matches, others } = await rankCandidates(search, shop, unfiltered, read, null);
  const head = headOf(read.sought, shop.languages[0] ?? "");
  if (matches.length > 0) {
    const named = matches.some(({ rank }) => head !== null && rank.named.includes(head));
    const whole = named ? [] : await findNamed(search, shop, query, read, head);
    return whole.length > 0 ? { near: whole, unmet: [] } : relax(search, matches.slice(0, NEARLY), query);
  }
  const isHead = ({ rank }: Ranked) => head !== null && rank.named.includes(head) && rank.score >= NEAR_SCORE;
  const near = [...others.filter(isHead), ...others.filter((one) => !isHead(one) && isNear(one.rank, read))];
  const page = await loadPage(search, near.slice(0, query.limit), query);
  return { near: page, unmet: ["thing"] };
}

/** What the wish's own noun names and meets every filter, though some other word is wanting: rather white laces that are not long than a long shoehorn. */
async function findNamed(
  search: ProductSearch,
  shop: KnownShop,
  query: ProductQuery,
  read: ReadQuery,
  head: string | null,
): Promise<ProductMatch[]> {
  const filters = encodeFilters(query.filters);
  if (head === null || filters === null) return [];
  const { others } = await rankCandidates(search, shop, { ...query, offset: 0 }, read, filters);
  const named = others.filter(({ rank }) => rank.named.includes(head) && rank.score >= NEAR_SCORE);
  return loadPage(search, named.slice(0, query.limit), query);
}

/** At least half of what the query says, by rarity, where a product tells what it is. */
function isNear(rank: ProductRank, { sought }: ReadQuery): boolean {
  const missing = new Set(rank.missing);
  const all = sought.reduce((sum, { rarity }) => sum + rarity, 0);
  const answered = sought
    .filter(({ word }) => !missing.has(word))
    .reduce((sum, { rarity }) => sum + rarity, 0);
  return answered >= 0.5 * all && rank.score >= NEAR_SCORE;
}

async function relax(
  { sql, texts }: ProductSearch,
  ranked: Ranked[],
  query: ProductQuery,
): Promise<Pick<ProductMatches, "near" | "unmet">> {
  const products = await texts.load(
    sql,
    ranked.map(({ candidate }) => candidate),
  );
  const words = query.words.toLowerCase().split(/\s+/);
  const fits = ranked.flatMap((entry) => {
    const product = products.get(entry.candidate.number);
    const fitting = product && findFittingVariant(product, query.filters, words);
    return product && fitting ? [{ entry, product, ...fitting }] : [];
  });
  const least = Math.min(...fits.map(({ unmet }) => cost(unmet)));
  const best = fits.filter(({ unmet }) => cost(unmet) === least);
  best.sort((a, b) => b.options - a.options);
  if (best[0]?.unmet.includes("price"))
    best.sort((a, b) => distance(a.variant.price, query) - distance(b.variant.price, query));
  const unmet: FilterName[] = GIVEN_UP_FIRST.filter((name) => best[0]?.unmet.includes(name));
  return {
    near: best
      .slice(0, query.limit)
      .map(({ entry, product, variant }) => toMatch(product, variant.id, entry)),
    unmet,
  };
}

/** Minor units beyond the limits. */
function distance(
  price: number,
  { filters: { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY } }: ProductQuery,
) {
  return Math.max(minPrice - price, price - maxPrice, 0);
}
