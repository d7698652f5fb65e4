import { productDetailsDataSchema, searchProductsDataSchema } from "~/core/tools/results";
import { tellableSentences } from "../answering/excerpt";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { canUse, type Dialogue, findFocusProduct, findListedProducts } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { lexiconOf, type Mention } from "../understanding/lexicon";
import { splitWords } from "../understanding/words";
import { type DetailedProduct, tellProductMissing } from "./product-question";
import { reply, suggest } from "./reply";
import { detailsOf } from "./which-product";

/** Two or three products side by side, with what the store says about each and no opinion of our own. */
export function compareProducts(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const calls = pickProducts(dialogue);
  if (calls.length < 2) return compareKind(dialogue, phrases);
  return compareCalls(dialogue, phrases, calls);
}

/** "The difference between your two pillows": the first two of that kind. */
function compareKind(dialogue: Dialogue, phrases: Phrases): Step {
  const { thingWords } = dialogue.ask;
  const ask = reply([phrases.say("compare.which")]);
  if (thingWords.length === 0 || !canUse(dialogue, "search_products")) return ask;
  const search: PlannedCall = {
    name: "search_products",
    arguments: { query: thingWords.join(" "), limit: MAX_COMPARED, onlyExact: true, hidden: true },
  };
  return withResults(dialogue, [search], ([found]) => {
    const reading = readAs(found, searchProductsDataSchema);
    const products = reading.status === "ok" && reading.data.exact ? reading.data.products : [];
    const calls = products.map(({ handle }) => detailsOf(handle, ""));
    return calls.length < 2 ? ask : compareCalls(dialogue, phrases, calls);
  });
}

function compareCalls(dialogue: Dialogue, phrases: Phrases, calls: PlannedCall[]): Step {
  return withResults(dialogue, calls, (results) => {
    const readings = results.map((result) => readAs(result, productDetailsDataSchema));
    const lost = readings.findIndex(({ status }) => status !== "ok");
    if (lost >= 0) return reply([tellProductMissing(dialogue, phrases, results[lost])]);
    const products = readings.flatMap((reading) => (reading.status === "ok" ? reading.data.product : []));
    // Two names that lead to one product leave nothing to compare.
    if (new Set(products.map(({ productId }) => productId)).size < 2)
      return reply([phrases.say("compare.which")]);
    const lines = products.map((product) => `- ${describe(product, phrases)}`);
    return reply(
      [lines.join("\n"), tellCheaper(products, phrases)],
      suggest(dialogue, phrases, "suggest.cart", "suggest.stock"),
    );
  });
}

const MAX_COMPARED = 3;

function pickProducts(dialogue: Dialogue): PlannedCall[] {
  const listed = findListedProducts(dialogue.earlier);
  const byPlace = placesNamed(dialogue).flatMap((place) => listed.at(place < 0 ? -1 : place - 1) ?? []);
  if (byPlace.length >= 2) return byPlace.slice(0, MAX_COMPARED).map(({ handle }) => detailsOf(handle, ""));

  const names = splitNames(dialogue);
  if (names.length >= 2)
    return names.slice(0, MAX_COMPARED).map((title) => ({ name: "product_details", arguments: { title } }));
  const focus = findFocusProduct(dialogue.earlier);
  if (names[0] !== undefined && focus) {
    return [detailsOf(focus.handle, ""), { name: "product_details", arguments: { title: names[0] } }];
  }
  return names.length === 0 ? listed.slice(0, 2).map(({ handle }) => detailsOf(handle, "")) : [];
}

const PLACES: Partial<Record<Mention["concept"], number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  final: -1,
};

function placesNamed({ ask }: Dialogue): number[] {
  const mentions = lexiconOf(ask.language).findMentions(splitWords(ask.text, ask.language));
  return [...new Set(mentions.flatMap(({ concept }) => PLACES[concept] ?? []))];
}

/** The runs of words on either side of "and", "or", "with" and "vs". */
function splitNames({ ask }: Dialogue): string[] {
  const wanted = new Set(ask.searchWords.map((word) => word.toLowerCase()));
  const joints = /\b(?:and|or|with|vs|versus|to|than|y|o|con|et|ou|avec|und|oder|mit|e|com|ed|od)\b|[,/&]/giu;
  return ask.text
    .split(joints)
    .map((part) =>
      splitWords(part, ask.language)
        .filter(({ written }) => wanted.has(written.toLowerCase()))
        .map(({ written }) => written)
        .join(" "),
    )
    .filter((name) => name !== "");
}

function describe(product: DetailedProduct, phrases: Phrases): string {
  const isRange = product.priceFrom !== product.priceTo;
  const money = (amount: string) => phrases.money(amount, product.currency);
  const line = phrases.say("compare.line", {
    title: `**${plainName(product.title)}**`,
    price: isRange ? `${money(product.priceFrom)} – ${money(product.priceTo)}` : money(product.priceFrom),
    availability: phrases.say(product.available ? "compare.available" : "compare.sold-out"),
  });
  const [about = ""] = tellableSentences(product.description);
  return `${line} ${about}`.trim();
}

function tellCheaper(products: DetailedProduct[], phrases: Phrases): string | null {
  if (new Set(products.map(({ currency }) => currency)).size > 1) return null;
  const inOrder = products.toSorted((a, b) => Number(a.priceFrom) - Number(b.priceFrom));
  const [first, second] = inOrder;
  if (!first || !second) return null;
  if (first.priceFrom === inOrder.at(-1)?.priceFrom) return phrases.say("compare.same-price");
  if (first.priceFrom === second.priceFrom) return null;
  const key = products.length > 2 ? "compare.cheapest" : "compare.cheaper";
  return phrases.say(key, { title: plainName(first.title) });
}
