import type { Product } from "../../store/product";
import { type ProductFit, rankProducts } from "../../store/product-fit";
import { queryWords } from "../../store/query-words";
import type { ToolContext } from "../tool";
import { findProducts } from "./find-products";
import { readWish } from "./search-wish";
import { wordingsFor } from "./wordings";

/** The product that was meant, or those that come near, best first. */
export type Named = { product: Product } | { product: null; candidates: ProductFit[] };

/** Enough to tell whether one stands out. */
const LOOKED_AT = 12;
/** How far ahead of the second the best product must be when it does not answer every word. */
const CLEAR_LEAD = 1.5;

/** Finds one product by its name, or by words with the wanted colour or size; never the nearest one in its place. */
export async function findNamed(name: string, context: ToolContext): Promise<Named> {
  const terms = queryWords(name);
  const { fits, isWhole, isOther } =
    (await fitsOfIndex(name, terms, context)) ?? (await fitsOfPlatform(name, context));
  if (isOther || !isClear(fits)) return { product: null, candidates: fits.filter(({ score }) => score > 0) };
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
  /** The index knows that none of them is what was named. */
  isOther: boolean;
}

async function fitsOfIndex(name: string, terms: string[], context: ToolContext): Promise<Fits | null> {
  const { shop, store, knowledge, signal } = context;
  const vocabulary = await knowledge.readVocabulary(shop, signal);
  if (!vocabulary) return null;
  const request = { query: name, availableOnly: false, sort: "relevance" as const, totalShown: 0 };
  const wish = readWish(request, vocabulary, context);
  const words = wish.words === "" ? wish.fullWords : wish.words;
  const find = (asked: string) =>
    knowledge.findProducts(
      shop,
      { words: asked, filters: {}, sort: "relevance", limit: LOOKED_AT, offset: 0 },
      signal,
    );
  const asked = await find(words);
  if (!asked) return null;
  const [translated] = wordingsFor(words, context.locale, asked, vocabulary);
  const inShopsWords = translated && (await find(translated.words));
  const isTranslated = inShopsWords && inShopsWords.matches.length > 0;
  const found = isTranslated ? inShopsWords : asked;
  const sought = isTranslated ? queryWords(`${translated.words} ${name.replace(words, "")}`) : terms;
  const ids = [...found.matches, ...found.near].slice(0, LOOKED_AT).map(({ product }) => product.id);
  if (ids.length === 0) return { fits: [], isWhole: true, isOther: true };
  const live = await store.loadProducts(shop, ids, signal);
  const inOrder = ids.flatMap((id) => live.find((product) => product.id === id) ?? []);
  const fits = rankProducts(inOrder, mend(sought, found.repaired));
  return { fits, isWhole: true, isOther: found.unmet.includes("thing") };
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
  return { fits, isWhole: false, isOther: false };
}

/** Whether the first is the one that was meant, not just the nearest. */
function isClear([best, second]: ProductFit[]): boolean {
  if (!best || best.score <= 0) return false;
  if (best.missing.length === 0) return true;
  return best.score >= CLEAR_LEAD * (second?.score ?? 0) && best.missing.length <= 1;
}
