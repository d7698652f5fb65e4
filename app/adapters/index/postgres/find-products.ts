import { synonymGroups } from "~/core/knowledge/general-synonyms";
import type { ProductMatch, ProductMatches, ProductQuery } from "~/core/knowledge/product-query";
import { judgeThing } from "~/core/knowledge/product-ranking/judge-thing";
import {
  cost,
  type FilterName,
  findFittingVariant,
  GIVEN_UP_FIRST,
} from "~/core/knowledge/product-ranking/meet-filters";
import { type ProductRank, rankProduct } from "~/core/knowledge/product-ranking/rank-products";
import type { Product } from "~/core/store/product";
import { type AskedTerm, findAnywhere, findStrong } from "./candidates";
import { encodeFilters } from "./filters";
import type { Candidate, KnownProducts } from "./known-products";
import { listProducts } from "./list-products";
import { loadProducts } from "./load-products";
import { type QueryShop, type ReadQuery, readQuery } from "./read-query";
import { mainLanguages } from "./shop-lock";
import type { Sql } from "./sql";
import type { Stemmer } from "./stemmer";

const MAX_LIMIT = 50;
/** Ranked in one answer; more are only counted. */
const RANKED = 300;
/** A listing by price or age ranks more, since the cheapest of the thing may stand anywhere. */
const RANKED_TO_SORT = 2_000;
/** Fewer whole answers than this, and descriptions are looked into. */
const ENOUGH = 30;
const FROM_DESCRIPTIONS = 100;
/** Looked at where filters have to be given up. */
const NEARLY = 80;

const NONE: ProductMatches = { matches: [], total: 0, near: [], unmet: [], repaired: [], unknown: [] };

/** The tables, and what a process keeps of them between queries. */
export interface ProductSearch {
  sql: Sql;
  stemmer: Stemmer;
  known: KnownProducts;
}

/** Null while the shop's products have not been read whole. */
export async function findProducts(
  search: ProductSearch,
  shop: string,
  query: ProductQuery,
): Promise<ProductMatches | null> {
  const { sql, stemmer } = search;
  const known = await readQueryShop(sql, shop);
  if (known === null) return null;
  const limit = Math.max(0, Math.min(query.limit, MAX_LIMIT));
  const bounded = { ...query, limit, offset: Math.max(0, query.offset) };
  if (query.words.trim() === "") return { ...NONE, ...(await listProducts(sql, shop, bounded)) };
  const read = await readQuery(sql, stemmer, known, query.words);
  const { repaired, unknown } = read;
  if (read.sought.every(({ alternatives }) => alternatives.length === 0))
    return { ...NONE, repaired, unknown, unmet: ["thing"] };
  const found = await rankAll(search, known, bounded, read, encodeFilters(query.filters));
  const page = await loadPage(sql, found.matches.slice(bounded.offset, bounded.offset + limit), bounded);
  if (found.matches.length > 0)
    return { ...NONE, matches: page, total: Math.max(found.total, found.matches.length), repaired, unknown };
  return { ...NONE, ...(await findNear(search, known, bounded, read)), repaired, unknown };
}

interface Ranked {
  candidate: Candidate;
  rank: ProductRank;
}

async function readQueryShop(sql: Sql, shop: string): Promise<QueryShop | null> {
  const [row] = await sql.query<{
    productsRead: boolean;
    languages: Record<string, number>;
    products: number;
    length: string;
    groups: string[][] | null;
  }>(
    `SELECT k."productsRead", k."languages", k."products", k."length", s."groups" FROM "KnowledgeShop" k
     LEFT JOIN "ShopSynonyms" s USING ("shop") WHERE k."shop" = $1`,
    [shop],
  );
  if (!row?.productsRead) return null;
  const languages = mainLanguages(row.languages);
  const averageLength = Math.max(1, Number(row.length) / Math.max(1, row.products));
  return {
    shop,
    languages,
    products: row.products,
    averageLength,
    synonyms: synonymGroups(row.groups ?? [], languages),
  };
}

/** The products that are the thing, ordered, and how many there are. */
async function rankAll(
  { sql, known }: ProductSearch,
  { shop, products, averageLength }: QueryShop,
  query: ProductQuery,
  read: ReadQuery,
  filters: string | null,
): Promise<{ matches: Ranked[]; others: Ranked[]; total: number }> {
  const asked = askedTerms(read);
  const ranked =
    query.sort === "relevance" ? Math.max(RANKED, query.offset + 2 * query.limit) : RANKED_TO_SORT;
  const slots = read.sought.filter(({ alternatives }) => alternatives.length > 0).length;
  const { products: strong, complete } = await findStrong(sql, asked, slots, filters, ranked);
  const deeper =
    complete < Math.max(ENOUGH, query.offset + query.limit) && slots === read.sought.length
      ? await findAnywhere(sql, shop, termsBySlot(read), filters, FROM_DESCRIPTIONS)
      : [];
  const seen = new Set(strong.map(({ number }) => number));
  const candidates = await known.read(sql, [...strong, ...deeper.filter(({ number }) => !seen.has(number))]);
  const all = candidates.map((candidate) => ({
    candidate,
    rank: rankProduct(candidate, read.sought, averageLength),
  }));
  all.sort(byScore);
  const isThing = judgeThing(read.sought, read.terms, products);
  const matches = all.filter(({ candidate, rank }) => isThing(candidate, rank));
  const others = all.filter(({ candidate, rank }) => !isThing(candidate, rank));
  return {
    matches: inOrder(matches, query.sort),
    others,
    total: complete > all.length ? complete : matches.length,
  };
}

const byScore = (a: Ranked, b: Ranked) =>
  b.rank.score - a.rank.score || b.candidate.number - a.candidate.number;

function inOrder(matches: Ranked[], sort: ProductQuery["sort"]): Ranked[] {
  if (sort === "relevance") return matches;
  const value = {
    "price-ascending": (a: Candidate, b: Candidate) => a.minPrice - b.minPrice,
    "price-descending": (a: Candidate, b: Candidate) => b.minPrice - a.minPrice,
    newest: (a: Candidate, b: Candidate) => Number(b.age - a.age),
  }[sort];
  return matches.toSorted((a, b) => value(a.candidate, b.candidate) || byScore(a, b));
}

/** Each term that some word may be; of words that have to stand together, the rarest. */
function askedTerms({ sought, terms: known }: ReadQuery): AskedTerm[] {
  const asked = new Map<string, AskedTerm>();
  const heldBy = (term: number) => known.get(term)?.held ?? 0;
  sought.forEach(({ alternatives, rarity }, slot) => {
    for (const { terms, weight } of alternatives) {
      const [rarest = []] = terms.toSorted((a, b) => Math.max(...a.map(heldBy)) - Math.max(...b.map(heldBy)));
      const worth = (rarity + 0.1) * (terms.length > 1 ? weight / 2 : weight);
      for (const term of rarest) {
        const found = asked.get(`${slot} ${term}`);
        if (!found || found.weight < worth) asked.set(`${slot} ${term}`, { term, slot, weight: worth });
      }
    }
  });
  return [...asked.values()];
}

function termsBySlot({ sought }: ReadQuery): number[][] {
  return sought.map(({ alternatives }) => [...new Set(alternatives.flatMap(({ terms }) => terms.flat()))]);
}

async function loadPage(sql: Sql, page: Ranked[], query: ProductQuery): Promise<ProductMatch[]> {
  const products = await loadProducts(
    sql,
    page.map(({ candidate }) => candidate.number),
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

/** What comes near: the thing with the least given up of the filters, else what has most of the words. */
async function findNear(
  search: ProductSearch,
  shop: QueryShop,
  query: ProductQuery,
  read: ReadQuery,
): Promise<Pick<ProductMatches, "near" | "unmet">> {
  const unfiltered = { ...query, sort: "relevance" as const, offset: 0 };
  const { matches, others } = await rankAll(search, shop, unfiltered, read, null);
  if (matches.length > 0) return relax(search.sql, matches.slice(0, NEARLY), query);
  const near = others.filter(({ rank }) => isNear(rank, read));
  const page = await loadPage(search.sql, near.slice(0, query.limit), query);
  return { near: page, unmet: ["thing"] };
}

/** At least half of what the query says, by rarity, where a product tells what it is. */
function isNear(rank: ProductRank, { sought }: ReadQuery): boolean {
  const missing = new Set(rank.missing);
  const all = sought.reduce((sum, { rarity }) => sum + rarity, 0);
  const answered = sought
    .filter(({ word }) => !missing.has(word))
    .reduce((sum, { rarity }) => sum + rarity, 0);
  return answered >= 0.5 * all && rank.score >= 0.3;
}

async function relax(
  sql: Sql,
  ranked: Ranked[],
  query: ProductQuery,
): Promise<Pick<ProductMatches, "near" | "unmet">> {
  const products = await loadProducts(
    sql,
    ranked.map(({ candidate }) => candidate.number),
  );
  const words = query.words.toLowerCase().split(/\s+/);
  const fits = ranked.flatMap((entry) => {
    const product = products.get(entry.candidate.number);
    const fitting = product && findFittingVariant(product, query.filters, words);
    return product && fitting ? [{ entry, product, ...fitting }] : [];
  });
  const least = Math.min(...fits.map(({ unmet }) => cost(unmet)));
  const best = fits.filter(({ unmet }) => cost(unmet) === least);
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
