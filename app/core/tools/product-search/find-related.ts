import { stem, words } from "~/lib/words";
import type { Product } from "../../store/product";
import type { ToolContext } from "../tool";

/** A product that seems to go with others, and why. */
export interface RelatedProduct {
  product: Product;
  /** Tags that both have, or words of one's name that the other's page has; as the merchant writes them. */
  shared: string[];
}

/** Of what she has, so many are looked at, and so many words are searched for. */
const MAX_BASIS = 3;
const MAX_QUERIES = 6;
const CANDIDATES = 20;
/** What a page that names the other thing is worth beside a tag that both have and few others. */
const NAMED = 1.2;
/** Of what half of the candidates are tagged with, nothing follows. */
const COMMON_TAG = 0.5;
/** Another one of the same kind is instead of it rather than with it. */
const SAME_KIND = 0.4;
const LEAST = 0.5;
/** Shorter words name too much. */
const MIN_NAME = 4;

/**
 * Products that the shop's own catalogue connects with these: tagged alike, or named in each other's texts. What others
 * bought is not known. Sold-out products, and more of the same kind where there is anything else, are left out.
 */
export async function findRelated(
  basis: readonly Product[],
  limit: number,
  context: ToolContext,
): Promise<RelatedProduct[]> {
  const owned = new Set(basis.map(({ id }) => id));
  const looked = basis.slice(0, MAX_BASIS);
  const found = await Promise.all(queriesFor(looked).map((query) => search(query, context)));
  const candidates = [...new Map(found.flat().map((product) => [product.id, product])).values()].filter(
    ({ id, variants }) => !owned.has(id) && variants.some(({ available }) => available),
  );
  const rarity = tagRarity([...candidates, ...looked]);
  const judged = candidates
    .map((product) => judge(product, looked, rarity))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score);
  const others = judged.filter(({ isSameKind }) => !isSameKind);
  return (others.length > 0 ? others : judged).slice(0, limit);
}

/** Its tags, then what it is: a page that speaks of tents is found by the tent. */
function queriesFor(basis: readonly Product[]): string[] {
  const tags = basis.flatMap((product) => product.tags.slice(0, 3));
  const names = basis.map((product) => product.productType || product.title);
  return [...new Set([...names, ...tags].filter(Boolean))].slice(0, MAX_QUERIES);
}

async function search(
  query: string,
  { shop, knowledge, store, signal }: ToolContext,
): Promise<readonly Product[]> {
  const asked = { words: query, filters: {}, sort: "relevance" as const, limit: CANDIDATES, offset: 0 };
  const known = await knowledge.findProducts(shop, asked, signal);
  if (known === null)
    return (await store.searchProducts(shop, { query, match: "any", limit: CANDIDATES }, signal)).products;
  const ids = [...known.matches, ...known.near].map(({ product }) => product.id);
  return ids.length === 0 ? [] : store.loadProducts(shop, ids.slice(0, CANDIDATES), signal);
}

/** From 0, for a tag that half of them have, to 1. */
function tagRarity(products: readonly Product[]): (tag: string) => number {
  const counts = new Map<string, number>();
  for (const { tags } of products)
    for (const tag of new Set(tags.map(plain))) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  // Among a handful a tag that all of them have may be what holds them together.
  const few = Math.max(products.length, CANDIDATES);
  return (tag) => Math.max(0, 1 - (counts.get(plain(tag)) ?? 0) / (COMMON_TAG * few));
}

const plain = (text: string) => words(text).join(" ");

interface Judged extends RelatedProduct {
  score: number;
  isSameKind: boolean;
}

function judge(product: Product, basis: readonly Product[], rarity: (tag: string) => number): Judged {
  const tags = basis.flatMap(({ tags }) =>
    product.tags.filter((tag) => tags.some((other) => plain(other) === plain(tag))),
  );
  const named = basis.flatMap((other) => [...namesIn(other, product), ...namesIn(product, other)]);
  const isSameKind = basis.some((other) => kindOf(other) !== "" && kindOf(other) === kindOf(product));
  const byTags = [...new Set(tags)].reduce((sum, tag) => sum + rarity(tag), 0);
  const telling = [...new Set(tags.filter((tag) => rarity(tag) > 0))];
  const score = (byTags + (named.length > 0 ? NAMED : 0)) * (isSameKind ? SAME_KIND : 1);
  return { product, score, isSameKind, shared: [...new Set([...telling, ...named])].slice(0, 3) };
}

const kindOf = ({ productType }: Product) => plain(productType);

/** What the one is called by, where the other's description speaks of it. */
function namesIn(thing: Product, { description, title }: Product): string[] {
  const said = new Set(words(description).map(stem));
  const own = new Set(words(title).map(stem));
  const name = (thing.productType || thing.title).split(/\s[-–|(]|,/)[0] ?? "";
  const parts = words(name).filter((word) => word.length >= MIN_NAME);
  const isSaid = parts.length > 0 && parts.every((word) => said.has(stem(word)) && !own.has(stem(word)));
  return isSaid ? [name.trim()] : [];
}
