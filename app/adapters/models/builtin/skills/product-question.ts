import {
  type ProductDetailsData,
  type ProductFacts,
  productDetailsDataSchema,
  productNotFoundDataSchema,
} from "~/core/tools/results";
import { excerptFor, joinSentences, tellableSentences } from "../answering/excerpt";
import { link, type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue, ToolResult } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { lexiconOf } from "../understanding/lexicon";
import type { Understanding } from "../understanding/understand";
import { fold, type Language, splitWords } from "../understanding/words";
import { carriedWords, chosenWords, isAnyOf, narrow, openOptions } from "./chosen-options";
import { findProducts } from "./find-products";
import { optionSentences, priceSentence, productMention, variantName } from "./product-facts";
import { paragraph, reply, suggest, tellRefusal } from "./reply";
import { chosenOnPage, detailsOf, lookAtProduct } from "./which-product";

export type DetailedProduct = ProductDetailsData["product"];

/** Price, stock, sizes, material: what was asked about one product. */
export function answerProductQuestion(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const call = lookAtProduct(dialogue);
  if (!call) return reply([phrases.say("product.which")]);
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, productDetailsDataSchema);
    if (reading.status === "ok") return describeProduct(dialogue, phrases, reading.data.product);
    const near = findNamed(dialogue, result);
    if (near) return describeNamed(dialogue, phrases, near);
    // "Do you have blue jackets in S?" is after any of them.
    if (reading.status === "not-found") return findProducts(dialogue);
    return reply(
      [tellProductMissing(dialogue, phrases, result)],
      suggest(dialogue, phrases, "suggest.person"),
    );
  });
}

/** The variants that come nearest to the wish. */
function nearestInStock(product: DetailedProduct, phrases: Phrases): string {
  const near = product.variants.filter(({ available }) => available).slice(0, 3);
  if (near.length === 0) return "";
  const variants = phrases.all(near.map((variant) => variantName(product, variant)));
  return phrases.say("product.others-in-stock", { variants });
}

/** The candidate that has every word but the wanted colour or size: that very product, just not in that version. */
function findNamed({ ask }: Dialogue, result: ToolResult | undefined): ProductFacts | null {
  const candidates = productNotFoundDataSchema.safeParse(result?.data).data?.candidates ?? [];
  const names = ask.thingWords.map((word) => word.toLowerCase());
  const named = candidates.filter(({ missing }) =>
    missing.every((word) => !names.includes(word.toLowerCase())),
  );
  return names.length > 0 && named.length === 1 ? (named[0] ?? null) : null;
}

function describeNamed(dialogue: Dialogue, phrases: Phrases, { handle }: ProductFacts): Step {
  const call = detailsOf(handle, dialogue.ask.itemWords.join(" "));
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, productDetailsDataSchema);
    if (reading.status === "ok") return describeProduct(dialogue, phrases, reading.data.product);
    return reply([tellProductMissing(dialogue, phrases, result)]);
  });
}

export function tellProductMissing(
  dialogue: Dialogue,
  phrases: Phrases,
  result: ToolResult | undefined,
): string {
  const reading = readAs(result, productDetailsDataSchema);
  if (reading.status === "failed" || reading.status === "refused")
    return tellRefusal(dialogue, phrases, reading);
  const missing = productNotFoundDataSchema.safeParse(result?.data);
  const candidates = missing.data?.candidates ?? [];
  if (candidates.length === 0) return phrases.say("product.not-found");
  const products = phrases.any(candidates.slice(0, 3).map((product) => productMention(product, phrases)));
  return phrases.say("product.candidates", { products });
}

function describeProduct(dialogue: Dialogue, phrases: Phrases, product: DetailedProduct): Step {
  const { concepts } = dialogue.ask;
  const missing = missingWords(dialogue, product);
  const isNamed = describingWords(dialogue.ask).length > 0 || isVersionCarried(dialogue, product);
  const isPicked =
    missing.length === 0 && (isNamed || chosenOnPage(dialogue, product.variants, product.handle) !== null);
  const parts: string[] = [];
  if (missing.length > 0) {
    parts.push(
      phrases.say("product.missing", { missing: phrases.all(missing), title: plainName(product.title) }),
    );
    parts.push(optionSentences(product, phrases), nearestInStock(product, phrases));
  } else if (concepts.has("stock") || (isNamed && isPicked)) {
    parts.push(
      severalInStock(dialogue, product, isNamed && isPicked, phrases) ??
        stockSentences(product, isPicked, phrases),
    );
  }
  if (concepts.has("howmuch")) parts.push(priceSentence(product, isPicked, phrases));
  if (concepts.has("details") || concepts.has("feature") || concepts.has("sizeguide") || parts.length === 0) {
    parts.push(aboutProduct(dialogue, phrases, product));
  }
  return reply(
    [paragraph(...parts)],
    suggest(dialogue, phrases, "suggest.cart", "suggest.stock", "suggest.shipping"),
  );
}

/** Whether the version that was asked for before still holds, and is the one that was looked up. */
function isVersionCarried(dialogue: Dialogue, product: DetailedProduct): boolean {
  if (!dialogue.ask.concepts.has("stock")) return false;
  const carried = carriedWords(dialogue, product);
  const values = Object.values(product.variant.options);
  return carried.length > 0 && carried.every((word) => isAnyOf(values, word));
}

/**
 * Wanted colours, sizes and the like that this product does not come in; all of them together where each exists, but no
 * variant has them all.
 */
function missingWords({ ask }: Dialogue, product: ProductFacts): string[] {
  const describing = describingWords(ask);
  const values = product.options.flatMap((option) => option.values.map(fold));
  // "240x260" is no word of a query, and may be a size that it has not.
  const isSizeBeyond = (word: string) =>
    /^\d/.test(word) && values.some((value) => /\d/.test(value)) && !isAnyOf(values, word);
  const missing = describing.filter(
    (word) => isSizeBeyond(word) || product.missing.some((one) => fold(one) === fold(word)),
  );
  const isCombination = missing.some((word) => values.includes(fold(word)));
  const told = isCombination ? [describing.join(" ")] : missing;
  return told.map((word) => `“${plainName(word)}”`);
}

/** What a product is or can do ("waterproof", "how heavy") is told by its text, not by its options. */
function describingWords({ text, itemWords, thingWords, language }: Understanding): string[] {
  const features = featureWords(text, language);
  return itemWords.filter((word) => !thingWords.includes(word) && !features.has(fold(word)));
}

function featureWords(text: string, language: Language): Set<string> {
  const words = splitWords(text, language);
  const mentions = lexiconOf(language)
    .findMentions(words)
    .filter(({ concept }) => concept === "feature");
  return new Set(mentions.flatMap(({ start, end }) => words.slice(start, end).map(({ folded }) => folded)));
}

/** "In M": yes, and in which colours; null unless the words leave several versions that are in stock at one price. */
function severalInStock(
  dialogue: Dialogue,
  product: DetailedProduct,
  isPicked: boolean,
  phrases: Phrases,
): string | null {
  if (!isPicked || product.variants.length < product.variantCount) return null;
  const words = chosenWords(dialogue, product);
  const left = narrow(product.variants, words).filter(({ available }) => available);
  const [first] = left;
  if (!first || left.length < 2 || left.some(({ price }) => price !== first.price)) return null;
  const options = openOptions(product, left);
  const open = options.filter(({ values }) => values.length > 1);
  const settled = options.flatMap(({ values }) => (values.length === 1 ? values : []));
  const title =
    settled.length > 0
      ? `${plainName(product.title)} (${plainName(settled.join(", "))})`
      : plainName(product.title);
  const price = phrases.money(first.price, product.currency);
  return paragraph(
    phrases.say("product.in-stock", { title, price }),
    optionSentences({ options: open }, phrases),
  );
}

export function stockSentences(product: DetailedProduct, isPicked: boolean, phrases: Phrases): string {
  const { variant } = product;
  const offered =
    isPicked || variant.available
      ? variant
      : (product.variants.find(({ available }) => available) ?? variant);
  const title =
    isPicked || product.variantCount === 1 ? variantName(product, offered) : plainName(product.title);
  const price = phrases.money(offered.price, product.currency);
  const others = product.variants.filter((other) => other.available && other.variantId !== offered.variantId);
  const inStock = others.slice(0, 5).map((other) => variantName(product, other));
  if (!offered.available) {
    const instead =
      inStock.length > 0 ? phrases.say("product.others-in-stock", { variants: phrases.all(inStock) }) : null;
    return paragraph(phrases.say("product.sold-out", { title }), instead);
  }
  const isCounted = isPicked && offered.quantity !== null && offered.quantity > 0;
  const says = isCounted
    ? phrases.say("product.in-stock-count", { title, price, count: offered.quantity ?? 0 })
    : phrases.say("product.in-stock", { title, price });
  return isPicked ? says : paragraph(says, optionSentences(product, phrases));
}

/** Whether an option's name is among the words of the question, as in "is it waterproof?" */
function namesAny(name: string, { text, language }: Understanding): boolean {
  const stems = new Set(splitWords(text, language).map(({ stem }) => stem));
  return splitWords(name, language).some(({ stem }) => stem.length > 3 && stems.has(stem));
}

/** A short description whole, of a long one what answers. */
function aboutText({ ask, facts }: Dialogue, description: string): string {
  const sentences = tellableSentences(description);
  const whole = joinSentences(sentences);
  if (whole.length <= SHORT_DESCRIPTION) return whole;
  const isGeneral = !ask.concepts.has("feature");
  return excerptFor(ask, description, facts.locale).text || (isGeneral ? (sentences[0] ?? "") : "");
}

/** Characters. */
const SHORT_DESCRIPTION = 350;

function aboutProduct(dialogue: Dialogue, phrases: Phrases, product: DetailedProduct): string {
  const { ask } = dialogue;
  const about = aboutText(dialogue, product.description);
  const isGeneral = !ask.concepts.has("feature");
  const answering = product.options.filter(({ name }) => namesAny(name, ask));
  const options = isGeneral || answering.length === 0 ? product.options : answering;
  const isTold = about !== "" || answering.length > 0;
  return paragraph(
    isGeneral && !ask.concepts.has("howmuch") ? priceSentence(product, false, phrases) : null,
    isTold ? about : phrases.say("product.no-information"),
    isGeneral || isTold ? optionSentences({ options }, phrases) : null,
    phrases.say("product.link", { link: link(product.title, product.url) }),
  );
}
