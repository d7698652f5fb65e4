import {
  type ProductDetailsData,
  type ProductFacts,
  productDetailsDataSchema,
  productNotFoundDataSchema,
} from "~/core/tools/results";
import { excerptFor } from "../answering/excerpt";
import { link, type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue, ToolResult } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { optionSentences, priceSentence, productMention, variantName } from "./product-facts";
import { paragraph, reply, suggest, tellRefusal } from "./reply";
import { lookAtProduct } from "./which-product";

export type DetailedProduct = ProductDetailsData["product"];

/** Price, stock, sizes, material: what was asked about one product. */
export function answerProductQuestion(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const call = lookAtProduct(dialogue);
  if (!call) return reply([phrases.say("product.which")]);
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, productDetailsDataSchema);
    if (reading.status === "ok") return describeProduct(dialogue, phrases, reading.data.product);
    return reply(
      [tellProductMissing(dialogue, phrases, result)],
      suggest(dialogue, phrases, "suggest.person"),
    );
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
  const isPicked = dialogue.ask.itemWords.length > dialogue.ask.thingWords.length && missing.length === 0;
  const parts: string[] = [];
  if (missing.length > 0) {
    parts.push(
      phrases.say("product.missing", { missing: phrases.all(missing), title: plainName(product.title) }),
    );
    parts.push(optionSentences(product, phrases));
  } else if (concepts.has("stock") || isPicked) {
    parts.push(stockSentences(product, isPicked, phrases));
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

/** Wanted colours, sizes and the like that this product does not come in. */
function missingWords({ ask }: Dialogue, product: ProductFacts): string[] {
  const describing = ask.itemWords.filter((word) => !ask.thingWords.includes(word));
  return product.missing
    .filter((word) => describing.some((one) => one.toLowerCase() === word.toLowerCase()))
    .map((word) => `“${plainName(word)}”`);
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

function aboutProduct(dialogue: Dialogue, phrases: Phrases, product: DetailedProduct): string {
  const { ask, facts } = dialogue;
  const excerpt = product.description
    ? excerptFor(ask, product.description, facts.locale)
    : { text: "", score: 0 };
  const isGeneral = !ask.concepts.has("feature");
  return paragraph(
    isGeneral && !ask.concepts.has("howmuch") ? priceSentence(product, false, phrases) : null,
    excerpt.text || phrases.say("product.no-information"),
    optionSentences(product, phrases),
    phrases.say("product.link", { link: link(product.title, product.url) }),
  );
}
