import { findMeasures } from "~/core/knowledge/product-words/measures";
import { KIND_NAMES } from "~/core/knowledge/product-words/option-values";
import {
  NO_VOCABULARY,
  type ProductWish,
  readProductWords,
} from "~/core/knowledge/product-words/read-product-words";
import { isThing } from "~/core/knowledge/product-words/translations";
import { colourOf } from "~/core/store/colours";
import { currencyDigits } from "~/core/store/money";
import type { Dialogue, ToolResult } from "../dialogue";
import { lexiconOf } from "../understanding/lexicon";
import { fold, type Language, splitWords } from "../understanding/words";

/** What a search for products is called with; limits in major units. */
export interface WishArguments {
  query: string;
  minPrice?: number;
  maxPrice?: number;
  availableOnly?: boolean;
  sort?: "price-ascending" | "price-descending" | "newest";
  /** Nothing that merely comes near. */
  onlyExact?: boolean;
}

const MAX_QUERY = 200;

/**
 * What the message wishes for, as the search takes it: limits as arguments, and the words for the thing without those
 * that only ask for it. Colours, sizes and brands stay words, since the search knows which of them the shop has.
 */
export function readWishArguments({ ask, facts }: Dialogue): WishArguments {
  const wish = readProductWords(ask.text, NO_VOCABULARY, { currency: facts.currency, locale: ask.language });
  const sort = wish.sort ?? sortOf(ask.concepts);
  const query = [
    keptWords(wish, ask),
    ...wish.measures.map(({ words }) => words),
    ...wish.without.map((word) => `not ${word}`),
    wish.foreignPrice?.words ?? "",
  ];
  return {
    query: query.filter(Boolean).join(" ").slice(0, MAX_QUERY),
    ...limitsOf(wish, facts.currency),
    ...(sort === null || sort === "relevance" ? {} : { sort }),
    ...(wish.filters.availableOnly || ask.concepts.has("stock") ? { availableOnly: true } : {}),
  };
}

function sortOf(concepts: Dialogue["ask"]["concepts"]): ProductWish["sort"] {
  if (concepts.has("cheapest")) return "price-ascending";
  return concepts.has("dearest") ? "price-descending" : null;
}

function limitsOf({ filters }: ProductWish, currency: string): Pick<WishArguments, "minPrice" | "maxPrice"> {
  const major = (minor: number) => minor / 10 ** currencyDigits(currency);
  return {
    ...(filters.minPrice === undefined ? {} : { minPrice: major(filters.minPrice) }),
    ...(filters.maxPrice === undefined ? {} : { maxPrice: major(filters.maxPrice) }),
  };
}

/**
 * Words that name or describe, and every figure: what looks like an order's number may be a product's. Words that
 * frame a request stay where they belong to a name ("gift card") or to a size ("size 8").
 */
function keptWords({ words }: ProductWish, { text, language, searchWords }: Dialogue["ask"]): string {
  const asked = new Set(splitWords(text, language).map(({ folded }) => folded));
  const telling = new Set(searchWords.map(fold));
  const parts = words.split(/\s+/).filter(Boolean);
  const isTelling = (part: string) =>
    /\d/.test(part) ||
    splitWords(part, language).some(({ folded }) => telling.has(folded) || !asked.has(folded));
  const isKept = (part: string, index: number) => {
    if (isTelling(part)) return true;
    const [before = "", after = ""] = [parts[index - 1], parts[index + 1]];
    if (SIZE.test(part) && (part === part.toUpperCase() || isSizeName(before))) return true;
    if (isSizeName(part)) return /^\d/.test(after) || SIZE.test(after);
    const isName = (first: string, second: string) =>
      first !== "" && second !== "" && isThing(`${first} ${second}`, language);
    return (
      isName(before, part) ||
      isName(part, after) ||
      (index === 0 && !isFrame(part, language) && isForeignThing(part, after, language))
    );
  };
  return parts.filter(isKept).join(" ");
}

/** "Size 9": the sizes that are named as such, with their name. */
export function sizesIn(query: string): string[] {
  const parts = query.split(/\s+/);
  return parts.filter((part, index) => {
    const isFigure = (word = "") => /^\d/.test(word);
    return isSizeName(part)
      ? isFigure(parts[index + 1])
      : isFigure(part) && isSizeName(parts[index - 1] ?? "");
  });
}

function isSizeName(part: string): boolean {
  return KIND_NAMES[fold(part)] === "size";
}

/** "Geschenk" is said of the wish, whatever it may be called in another language. */
function isFrame(part: string, language: Language): boolean {
  return lexiconOf(language)
    .findMentions(splitWords(part, language))
    .some(({ concept }) => concept === "gift");
}

/** "Montre" is a watch unless somebody is asked to show something. */
function isForeignThing(part: string, after: string, language: Language): boolean {
  return language !== "en" && isThing(part, language) && !/^(?:-?moi|nous|les?|la|des|une?)$/i.test(after);
}

/** The arguments of the newest search that was no mere "more of it". */
export function findLastWish(earlier: readonly ToolResult[]): WishArguments | null {
  const last = earlier.findLast(
    ({ name, arguments: { cursor, query } }) =>
      name === "search_products" && !cursor && typeof query === "string",
  );
  if (!last) return null;
  const { cursor: _cursor, limit: _limit, onlyExact: _only, ...wish } = last.arguments;
  return wish as unknown as WishArguments;
}

/** The former wish with what was added: a new colour, size, measure or limit takes the place of the old one. */
export function mergeWishes(former: WishArguments, added: WishArguments): WishArguments {
  const kept = withoutReplaced(former.query, added.query);
  const hasLimits = added.minPrice !== undefined || added.maxPrice !== undefined;
  const { minPrice: _min, maxPrice: _max, ...unlimited } = former;
  return {
    ...(hasLimits ? unlimited : former),
    ...added,
    query: `${kept} ${added.query}`.trim().slice(0, MAX_QUERY),
  };
}

const SIZE = /^(?:xxs|xs|s|m|l|x{1,4}l)$/i;

function withoutReplaced(query: string, added: string): string {
  const parts = query.split(/\s+/);
  const has = (isOne: (part: string) => boolean) => added.split(/\s+/).some(isOne);
  const isColour = (part: string) => colourOf(fold(part)) !== null;
  const isSize = (part: string) => SIZE.test(part);
  const units = new Set(findMeasures(added).map(({ unit }) => unit));
  let rest = parts
    .filter((part) => !(isColour(part) && has(isColour)) && !(isSize(part) && has(isSize)))
    .join(" ");
  for (const { unit, start, end } of findMeasures(rest).toReversed()) {
    if (units.has(unit)) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  }
  return rest.replace(/\s+/g, " ").trim();
}
