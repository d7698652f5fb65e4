import type { Product } from "../../store/product";
import { type ProductFit, rankProducts } from "../../store/product-fit";
import { queryWords } from "../../store/query-words";
import type { ToolContext } from "../tool";
import { findProducts } from "./find-products";
import { readWish } from "./search-wish";

/** The product that was meant, or those that come near, best first. */
export type Named = { product: Product } | { product: null; candidates: ProductFit[] };

/** Enough to tell whether one stands out. */
const LOOKED_AT = 12;
/** How far ahead of the second the best product must be when it does not answer every word. */
const CLEAR_LEAD = 1.5;

/** Finds one product by its name, or by words with the wanted colour or size; never the nearest one in its place. */
export async function findNamed(name: string, context: ToolContext): Promise<Named> {
  const terms = queryWords(name);
  const { fits, isWhole } =
    (await fitsOfIndex(name, terms, context)) ?? (await fitsOfPlatform(name, context));
  if (!isClear(fits)) return { product: null, candidates: fits.filter(({ score }) => score > 0) };
  const best = fits[0]?.product;
  if (!best) return { product: null, candidates: [] };
  const whole = isWhole
    ? best
    : await context.store.findProduct(context.shop, { id: best.id }, context.signal);
  return whole ? { product: whole } : { product: null, candidates: [] };
}

interface Fits {
  fits: ProductFit[];
  /** Whether the products have all of their variants. */
  isWhole: boolean;
}

async function fitsOfIndex(name: string, terms: string[], context: ToolContext): Promise<Fits | null> {
  const { shop, store, knowledge, signal } = context;
  const vocabulary = await knowledge.readVocabulary(shop, signal);
  if (!vocabulary) return null;
  const request = { query: name, availableOnly: false, sort: "relevance" as const, totalShown: 0 };
  const wish = readWish(request, vocabulary, context);
  const words = wish.words === "" ? wish.fullWords : wish.words;
  const query = { words, filters: {}, sort: "relevance" as const, limit: LOOKED_AT, offset: 0 };
  const found = await knowledge.findProducts(shop, query, signal);
  if (!found) return null;
  const ids = [...found.matches, ...found.near].slice(0, LOOKED_AT).map(({ product }) => product.id);
  if (ids.length === 0) return { fits: [], isWhole: true };
  const live = await store.loadProducts(shop, ids, signal);
  const inOrder = ids.flatMap((id) => live.find((product) => product.id === id) ?? []);
  const mended = mend(terms, found.repaired);
  return { fits: rankProducts(inOrder, mended), isWhole: true };
}

/** The name with misspelt words as the shop writes them. */
function mend(terms: string[], repaired: { from: string; to: string }[]): string[] {
  return terms.map(
    (term) => queryWords(repaired.find(({ from }) => queryWords(from)[0] === term)?.to ?? term)[0] ?? term,
  );
}

async function fitsOfPlatform(query: string, context: ToolContext): Promise<Fits> {
  const start = { all: null, any: null, offset: 0, totalShown: 0, floor: 0, seen: [] };
  const { fits } = await findProducts({ query, availableOnly: false, sort: "relevance", ...start }, context);
  return { fits, isWhole: false };
}

/** Whether the first is the one that was meant, not just the nearest. */
function isClear([best, second]: ProductFit[]): boolean {
  if (!best || best.score <= 0) return false;
  if (best.missing.length === 0) return true;
  return best.score >= CLEAR_LEAD * (second?.score ?? 0) && best.missing.length <= 1;
}
