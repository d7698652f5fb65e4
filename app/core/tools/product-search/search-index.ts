import type { CatalogueVocabulary } from "../../knowledge/knowledge-index";
import type { ProductMatches } from "../../knowledge/product-query";
import type { Unmet } from "../results";
import type { ToolContext } from "../tool";
import { type LiveMatch, type Looked, lookAtNear, lookThrough } from "./look-through";
import { readingsOf, type WishReading, wishAs } from "./readings";
import { type IndexPosition, writeCursor } from "./search-cursor";
import { type SearchPage, unmatchedBy } from "./search-page";
import { readWish, type SearchRequest, type SearchWish } from "./search-wish";
import { type Wording, withoutForeign, withoutOptionNames, withoutUnknown, wordingsFor } from "./wordings";

/** What is not the thing at all is shown by few, and never paged through. */
const MAX_OTHER_THINGS = 3;

/** The answer of the index with the wish as it read it; null while it does not know the shop. */
export async function searchIndex(
  request: SearchRequest,
  position: IndexPosition["index"] | null,
  limit: number,
  context: ToolContext,
): Promise<{ page: SearchPage; wish: SearchWish } | null> {
  const vocabulary = await context.knowledge.readVocabulary(context.shop, context.signal);
  if (!vocabulary) return null;
  const wish = readWish(request, vocabulary, context);
  const page = position
    ? await goOn(wish, request, position, limit, context)
    : await begin(wish, vocabulary, request, limit, context);
  return page && { page, wish };
}

interface Attempt {
  looked: Looked;
  wish: SearchWish;
  reading: WishReading;
  wording: Wording;
}

async function begin(
  wish: SearchWish,
  vocabulary: CatalogueVocabulary,
  request: SearchRequest,
  limit: number,
  context: ToolContext,
): Promise<SearchPage | null> {
  const first = await attempt({ words: wish.words, translated: [] }, "exact", wish, limit, context);
  if (!first) return null;
  const translated = wordingsFor(wish.words, context.locale, first.looked.first, vocabulary);
  if (isGood(first) && translated.length === 0) return pageOf(first, request, limit);
  let nearest = first;
  const parts: (Wording | null)[] = [];
  for (const wording of [...translated, first.wording, ...withoutOptionNames(wish.words, vocabulary)]) {
    const exact = wording === first.wording ? first : await attempt(wording, "exact", wish, limit, context);
    if (!exact) continue;
    const good = isGood(exact) ? exact : await findOtherReading(exact, wish, limit, context);
    if (good) return pageOf(good, request, limit);
    parts.push(withoutForeign(wording, exact.looked.first));
    if (isNearer(exact, nearest)) nearest = exact;
  }
  const partly = await findPart(
    [...parts, withoutUnknown(wish.words, first.looked.first)],
    wish,
    limit,
    context,
  );
  return partly ? pageOf(partly, request, limit) : nearPage(nearest, request, limit, context, 0);
}

/** The first of the wordings that leave words out, to be told, by which something is found. */
async function findPart(
  wordings: readonly (Wording | null)[],
  wish: SearchWish,
  limit: number,
  context: ToolContext,
): Promise<Attempt | null> {
  for (const wording of wordings) {
    const tried = wording && (await attempt(wording, "exact", wish, limit, context));
    if (tried && isGood(tried)) return tried;
  }
  return null;
}

/**
 * The same words otherwise read, where the thing is known and only its colour, size or measure is not met, or where what
 * was taken for these may have been the thing's own name: hand cream is not cream-coloured.
 */
async function findOtherReading(
  exact: Attempt,
  wish: SearchWish,
  limit: number,
  context: ToolContext,
): Promise<Attempt | null> {
  const isKnown = !exact.looked.first.unmet.includes("thing");
  for (const reading of readingsOf(wish).slice(1)) {
    if (!isKnown && reading !== "plain") continue;
    const tried = await attempt(exact.wording, reading, wish, limit, context);
    if (tried && isGood(tried)) return tried;
  }
  return null;
}

/** Whether this attempt knows the thing where the other does not, or has anything where the other has nothing. */
function isNearer({ looked }: Attempt, { looked: other }: Attempt): boolean {
  const worth = ({ first, rejected }: Looked) =>
    (first.near.length + rejected.length > 0 ? 1 : 0) + (first.unmet.includes("thing") ? 0 : 1);
  return worth(looked) > worth(other);
}

async function attempt(
  wording: Wording,
  reading: WishReading,
  wish: SearchWish,
  limit: number,
  context: ToolContext,
  offset = 0,
): Promise<Attempt | null> {
  const read = wishAs(reading, wish);
  const worded = { ...read, words: reworded(read.words, wording, wish) };
  const looked = await lookThrough(worded, offset, limit, context);
  return looked && { looked, wish: worded, reading, wording };
}

/** The plain reading has more words than the one that was translated. */
function reworded(words: string, wording: Wording, wish: SearchWish): string {
  return words === wish.words ? wording.words : words.replace(wish.words, wording.words);
}

/** Whether something stands that has every word in one version. */
function isGood({ looked, reading }: Attempt): boolean {
  return looked.shown.some(({ missing }) => reading !== "plain" || missing.length === 0);
}

function pageOf(
  { looked, wish, reading, wording }: Attempt,
  request: SearchRequest,
  limit: number,
): SearchPage {
  const whole = looked.shown.filter(({ missing }) => missing.length === 0);
  const shown = [...whole, ...looked.shown.filter(({ missing }) => missing.length > 0)].slice(0, limit);
  const index = { wording: wording.words, reading, near: false, offset: looked.offset };
  return {
    shown,
    nextCursor: looked.hasMore ? cursorOf(request, shown.length, index) : null,
    exact: shown[0]?.missing.length === 0 && !wording.left,
    unmatched: [...(wording.left ?? []), ...unmatchedBy(shown, wordsOf(looked.first, shown))],
    unmet: [],
    repaired: repairsOf(looked.first, wording, wish),
  };
}

function repairsOf(
  { repaired }: ProductMatches,
  { translated }: Wording,
  wish: SearchWish,
): SearchPage["repaired"] {
  const isReal = ({ from, to }: { from: string; to: string }) => from.toLowerCase() !== to.toLowerCase();
  return [...translated, ...(wish.words === "" ? [] : repaired)].filter(isReal);
}

/** The words that are missing anywhere, which the answer must tell where they are missing everywhere. */
function wordsOf(first: ProductMatches, shown: readonly LiveMatch[]): string[] {
  return [...new Set([...shown.flatMap(({ missing }) => missing), ...first.unknown])];
}

/** Nothing meets the wish: what comes near, with what each gives up. */
async function nearPage(
  { looked, wish, wording }: Attempt,
  request: SearchRequest,
  limit: number,
  context: ToolContext,
  offset: number,
): Promise<SearchPage> {
  const { first } = looked;
  const near = [...looked.rejected, ...(await lookAtNear(first.near, wish, context))];
  const isOther = first.unmet.includes("thing") && looked.rejected.length === 0;
  if (request.onlyExact) near.length = 0;
  const end = isOther ? Math.min(limit, MAX_OTHER_THINGS) : offset + limit;
  const shown = near.slice(offset, end);
  const unmet = unmetOf(shown, isOther);
  const isMet = unmet.length === 0 && shown.length > 0;
  const index = { wording: wording.words, reading: "exact" as const, near: true, offset: end };
  return {
    shown,
    nextCursor: !isOther && end < near.length ? cursorOf(request, shown.length, index) : null,
    exact: isMet && shown[0]?.missing.length === 0,
    unmatched: unmatchedBy(shown, wordsOf(first, shown)),
    unmet: shown.length === 0 ? [...new Set<Unmet>(first.unmet)] : unmet,
    repaired: repairsOf(first, wording, wish),
  };
}

/** What every one of them gives up, or else all that any does. */
function unmetOf(shown: readonly LiveMatch[], isOther: boolean): Unmet[] {
  const all = [...new Set(shown.flatMap(({ unmet }) => unmet))];
  const common = all.filter((one) => shown.every(({ unmet }) => unmet.includes(one)));
  const told = common.length > 0 ? common : all;
  return isOther ? ["thing", ...told] : told;
}

async function goOn(
  wish: SearchWish,
  request: SearchRequest,
  { wording, reading, near, offset }: IndexPosition["index"],
  limit: number,
  context: ToolContext,
): Promise<SearchPage | null> {
  const as: Wording = { words: wording, translated: [] };
  const tried = await attempt(as, reading, wish, limit, context, near ? 0 : offset);
  if (!tried) return null;
  return near ? nearPage(tried, request, limit, context, offset) : pageOf(tried, request, limit);
}

function cursorOf(request: SearchRequest, shown: number, index: IndexPosition["index"]): string {
  const { query, minPrice, maxPrice, availableOnly, sort, totalShown } = request;
  const limits = {
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
  };
  return writeCursor({ query, ...limits, availableOnly, sort, totalShown: totalShown + shown, index });
}
