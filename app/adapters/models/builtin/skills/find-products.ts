import { searchProductsDataSchema } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct, findLastSearch } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { findLastWish, mergeWishes, readWishArguments, type WishArguments } from "./product-wish";
import { reply, suggest, tellRefusal } from "./reply";
import { isPerhapsOutside } from "./scope";
import { mentionAll, tellFound } from "./search-replies";
import { turnAway } from "./turn-away";

const LIMIT = 4;

export function findProducts(dialogue: Dialogue): Step {
  return search(dialogue, searchFor(dialogue));
}

export function searchCall(wish: WishArguments): PlannedCall {
  return { name: "search_products", arguments: { ...wish, limit: LIMIT } };
}

/** The search that the message asks for by itself. */
export function searchFor(dialogue: Dialogue): WishArguments {
  const { ask, facts } = dialogue;
  const wish = readWishArguments(dialogue);
  if (wish.query !== "" || wish.sort !== undefined) return wish;
  if (ask.concepts.has("newest") || ask.concepts.has("popular")) return { ...wish, sort: "newest" };
  // "Windows 10": words that frame a request elsewhere are the thing's name here.
  const isName = ask.topic === "product_search" && /\d/.test(ask.text) && !isFramed(dialogue, wish);
  const name = isName ? ask.text : null;
  return { ...wish, query: (name ?? facts.page?.searchQuery ?? "").slice(0, 200) };
}

/** "A gift under 50": a limit and an occasion say all that there is to say. */
function isFramed({ ask }: Dialogue, wish: WishArguments): boolean {
  return wish.minPrice !== undefined || wish.maxPrice !== undefined || ask.concepts.has("gift");
}

export function showMore(dialogue: Dialogue): Step {
  const last = findLastSearch(dialogue.earlier);
  if (!last) return findProducts(dialogue);
  const phrases = phrasesOf(dialogue);
  if (last.data.nextCursor === null) return reply([phrases.say("product.no-more")]);
  const call: PlannedCall = {
    name: "search_products",
    arguments: { cursor: last.data.nextCursor, limit: LIMIT },
  };
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, searchProductsDataSchema);
    if (reading.status === "failed" || reading.status === "refused")
      return reply([tellRefusal(dialogue, phrases, reading)]);
    const products = reading.status === "ok" ? reading.data.products : [];
    if (products.length === 0) return reply([phrases.say("product.no-more")]);
    return reply(
      [phrases.say("product.more", { products: mentionAll(products, phrases) })],
      chips(dialogue, phrases),
    );
  });
}

/** The same as before, but cheaper (or dearer) than what was shown. */
export function refineByPrice(dialogue: Dialogue): Step {
  const { ask } = dialogue;
  const last = findLastWish(dialogue.earlier);
  const focus = findFocusProduct(dialogue.earlier);
  const shown = focus ? [focus] : (findLastSearch(dialogue.earlier)?.data.products ?? []);
  const added = readWishArguments(dialogue);
  if (shown.length === 0 || ask.itemWords.length > 0) return findProducts(dialogue);
  const prices = shown.map(({ variant }) => Number(variant.price));
  const former = last ?? { query: focus?.productType || focus?.title || "" };
  const { minPrice: _min, maxPrice: _max, sort: _sort, ...wish } = former;
  const isDearer = ask.concepts.has("dearer");
  const bound = isDearer ? Math.max(...prices) + 0.01 : Math.min(...prices) - 0.01;
  const limit = isDearer ? { minPrice: round(bound) } : { maxPrice: added.maxPrice ?? round(bound) };
  const sort = isDearer ? ("price-ascending" as const) : ("price-descending" as const);
  return search(
    dialogue,
    { ...wish, ...limit, sort },
    isDearer ? "product.dearer-none" : "product.cheaper-none",
  );
}

function round(amount: number): number {
  return Math.max(0, Math.round(amount * 100) / 100);
}

/** The same as before with the words that were added ("in blue", "under 50"). */
export function refineByWords(dialogue: Dialogue): Step {
  const last = findLastWish(dialogue.earlier);
  if (!last) return findProducts(dialogue);
  // What narrows a search of the shop's goods is the shop's business.
  const ours = { ...dialogue, ask: { ...dialogue.ask, outside: 0 } };
  return search(ours, mergeWishes(last, readWishArguments(dialogue)));
}

export { tellFound };

type NothingFound = "product.none" | "product.cheaper-none" | "product.dearer-none";

function search(dialogue: Dialogue, wish: WishArguments, whenNone: NothingFound = "product.none"): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [searchCall(wish)], ([result]) => {
    const reading = readAs(result, searchProductsDataSchema);
    if (reading.status === "failed" || reading.status === "refused")
      return reply([tellRefusal(dialogue, phrases, reading)]);
    const data = reading.status === "ok" ? reading.data : null;
    const isAbsent = !data || data.products.length === 0 || data.unmet.includes("thing");
    if (isAbsent && isPerhapsOutside(dialogue)) return turnAway(dialogue);
    if (!data || data.products.length === 0) {
      return reply(
        [tellNone(data?.query || wish.query, wish, phrases, whenNone)],
        suggest(dialogue, phrases, "suggest.person"),
      );
    }
    return reply([tellFound(data, phrases, picksVariant(dialogue))], chips(dialogue, phrases));
  });
}

/** Whether she named a colour, a size or the like. */
function picksVariant({ ask }: Dialogue): boolean {
  return ask.itemWords.length > ask.thingWords.length;
}

function tellNone(query: string, wish: WishArguments, phrases: Phrases, key: NothingFound): string {
  const isLimited = wish.minPrice !== undefined || wish.maxPrice !== undefined;
  const quoted = `“${plainName(query)}”`;
  return key === "product.none" && isLimited
    ? phrases.say("product.none-limit", { query: quoted })
    : phrases.say(key, { query: quoted });
}

function chips(dialogue: Dialogue, phrases: Phrases): string[] {
  return suggest(dialogue, phrases, "suggest.more", "suggest.cheaper", "suggest.details");
}
