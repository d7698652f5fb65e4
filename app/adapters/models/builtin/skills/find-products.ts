import { type ProductFacts, type SearchProductsData, searchProductsDataSchema } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct, findLastSearch } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { productMention } from "./product-facts";
import { reply, suggest, tellRefusal } from "./reply";

const LIMIT = 4;

type Search = Record<string, unknown> & { query: string };

export function findProducts(dialogue: Dialogue): Step {
  return search(dialogue, searchFor(dialogue));
}

export function searchCall(search: Search): PlannedCall {
  return { name: "search_products", arguments: { ...search, limit: LIMIT } };
}

/** The search that the message asks for by itself. */
export function searchFor({ ask, facts }: Dialogue): Search {
  const { minPrice, maxPrice } = ask.slots;
  const isBare = ask.searchWords.length === 0;
  const wantsPopular = ask.concepts.has("newest") || ask.concepts.has("popular");
  const sort = ask.concepts.has("cheapest")
    ? "price-ascending"
    : ask.concepts.has("dearest")
      ? "price-descending"
      : wantsPopular && isBare
        ? "newest"
        : undefined;
  return {
    query: (isBare && !wantsPopular ? (facts.page?.searchQuery ?? "") : ask.searchWords.join(" ")).slice(
      0,
      200,
    ),
    ...(minPrice === null ? {} : { minPrice }),
    ...(maxPrice === null ? {} : { maxPrice }),
    ...(sort === undefined ? {} : { sort }),
    ...(ask.concepts.has("stock") ? { availableOnly: true } : {}),
  };
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

/** The same as before, but cheaper (or dearer) than what was shown; or with the words that were added ("in blue"). */
export function refineByPrice(dialogue: Dialogue): Step {
  const { ask } = dialogue;
  const last = findLastSearch(dialogue.earlier);
  const focus = findFocusProduct(dialogue.earlier);
  const shown = focus ? [focus] : (last?.data.products ?? []);
  if (shown.length === 0 || ask.itemWords.length > 0) return findProducts(dialogue);
  const prices = shown.map(({ variant }) => Number(variant.price));
  const query = focus && !last ? focus.productType || focus.title : (last?.data.query ?? focus?.title ?? "");
  const isDearer = ask.concepts.has("dearer");
  const bound = isDearer ? Math.max(...prices) + 0.01 : Math.min(...prices) - 0.01;
  const limit = isDearer ? { minPrice: round(bound) } : { maxPrice: ask.slots.maxPrice ?? round(bound) };
  const wanted = { query, ...limit, sort: isDearer ? "price-ascending" : "price-descending" };
  return search(dialogue, wanted, isDearer ? "product.dearer-none" : "product.cheaper-none");
}

function round(amount: number): number {
  return Math.max(0, Math.round(amount * 100) / 100);
}

export function refineByWords(dialogue: Dialogue): Step {
  const last = findLastSearch(dialogue.earlier);
  if (!last) return findProducts(dialogue);
  const { cursor: _cursor, limit: _limit, ...before } = last.result.arguments;
  const query = `${last.data.query} ${dialogue.ask.searchWords.join(" ")}`.trim().slice(0, 200);
  return search(dialogue, { ...before, query });
}

function search(
  dialogue: Dialogue,
  wanted: Search,
  whenNone: "product.none" | "product.cheaper-none" | "product.dearer-none" = "product.none",
): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [searchCall(wanted)], ([result]) => {
    const reading = readAs(result, searchProductsDataSchema);
    if (reading.status === "failed" || reading.status === "refused")
      return reply([tellRefusal(dialogue, phrases, reading)]);
    const data = reading.status === "ok" ? reading.data : null;
    if (!data || data.products.length === 0) {
      return reply([tellNone(wanted, phrases, whenNone)], suggest(dialogue, phrases, "suggest.person"));
    }
    return reply([tellFound(data, phrases, picksVariant(dialogue))], chips(dialogue, phrases));
  });
}

/** Whether she named a colour, a size or the like. */
function picksVariant({ ask }: Dialogue): boolean {
  return ask.itemWords.length > ask.thingWords.length;
}

function tellNone(
  wanted: Search,
  phrases: Phrases,
  key: "product.none" | "product.cheaper-none" | "product.dearer-none",
) {
  const isLimited = wanted.minPrice !== undefined || wanted.maxPrice !== undefined;
  const query = `“${plainName(wanted.query)}”`;
  return key === "product.none" && isLimited
    ? phrases.say("product.none-limit", { query })
    : phrases.say(key, { query });
}

/** Says plainly when the products come near only. */
export function tellFound(data: SearchProductsData, phrases: Phrases, isPicked = false): string {
  const products = mentionAll(data.products, phrases);
  if (data.query.trim() === "") return phrases.say("product.newest", { products });
  if (data.unmatched.length > 0) {
    const missing = phrases.all(data.unmatched.map((word) => `“${plainName(word)}”`));
    return phrases.say("product.near", { missing, products });
  }
  if (!data.exact) return phrases.say("product.near-plain", { products });
  const fitting = data.products.filter((product) => product.missing.length === 0);
  const shown = fitting.length > 0 ? fitting : data.products;
  return phrases.say(shown.length === 1 ? "product.found-one" : "product.found", {
    products: mentionAll(shown, phrases, isPicked && shown.length === 1),
  });
}

/** Three at most: the cards show the rest. */
function mentionAll(products: ProductFacts[], phrases: Phrases, isPicked = false): string {
  return phrases.all(products.slice(0, 3).map((product) => productMention(product, phrases, isPicked)));
}

function chips(dialogue: Dialogue, phrases: Phrases): string[] {
  return suggest(dialogue, phrases, "suggest.more", "suggest.cheaper", "suggest.details");
}
