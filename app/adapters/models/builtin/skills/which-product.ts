import type { ProductFacts, VariantFacts } from "~/core/tools/results";
import { type Dialogue, findFocusProduct, findListedProducts } from "../dialogue";
import type { PlannedCall } from "../step";
import { lexiconOf } from "../understanding/lexicon";
import { splitWords } from "../understanding/words";
import { chosenWords } from "./chosen-options";
import { readWishArguments, sizesIn } from "./product-wish";

/** The call that looks at the product that is meant, with the wanted colour or size; null when none is meant. */
export function lookAtProduct(dialogue: Dialogue): PlannedCall | null {
  const { facts } = dialogue;
  const words = asksForFeature(dialogue) ? namingWords(dialogue) : readWishArguments(dialogue).query;
  const known = pointedAt(dialogue);
  if (!known && isBeyondList(dialogue)) return null;
  if (known) return detailsOf(known.handle, chosenWords(dialogue, known).join(" ").slice(0, 200));
  if (namesThing(dialogue)) return { name: "product_details", arguments: { title: words } };
  const handle = facts.page?.productHandle;
  if (handle) return onPage(handle, dialogue);
  const [first] = findListedProducts(dialogue.earlier);
  return first ? detailsOf(first.handle, chosenWords(dialogue, first).join(" ").slice(0, 200)) : null;
}

/** "How heavy is the red backpack?": what is asked for is no part of the name. */
function asksForFeature({ ask }: Dialogue): boolean {
  return ask.concepts.has("feature") && ask.intent === "product-question" && ask.thingWords.length > 0;
}

function namingWords(dialogue: Dialogue): string {
  const { ask } = dialogue;
  const lexicon = lexiconOf(ask.language);
  const picks = (word: string) =>
    lexicon
      .findMentions(splitWords(word, ask.language))
      .some(({ concept }) => concept === "colour" || concept === "size");
  return ask.itemWords
    .filter((word) => ask.thingWords.includes(word) || picks(word))
    .concat(sizesIn(readWishArguments(dialogue).query))
    .join(" ");
}

function onPage(handle: string, dialogue: Dialogue): PlannedCall {
  const call = detailsOf(handle, wantedWords(dialogue));
  const variantId = dialogue.facts.page?.variantId;
  return variantId ? { ...call, arguments: { ...call.arguments, variantId } } : call;
}

/** The one of these variants that she has chosen on the page of their product, unless her words name another. */
export function chosenOnPage(
  { facts, ask }: Dialogue,
  variants: VariantFacts[],
  handle: string,
): VariantFacts | null {
  if (facts.page?.productHandle !== handle || ask.itemWords.length > 0) return null;
  return variants.find(({ variantId }) => variantId === facts.page?.variantId) ?? null;
}

export function detailsOf(handle: string, words: string): PlannedCall {
  return { name: "product_details", arguments: words === "" ? { handle } : { handle, title: words } };
}

/** By place ("the second one"), by name among what was shown, or as the one that was spoken of last. */
function pointedAt(dialogue: Dialogue): ProductFacts | null {
  const { ask, earlier } = dialogue;
  const listed = findListedProducts(earlier);
  if (ask.slots.ordinal !== null)
    return listed.at(ask.slots.ordinal < 0 ? -1 : ask.slots.ordinal - 1) ?? null;
  if (namesThing(dialogue)) return findNamed(dialogue, [...listed, ...focusList(earlier)]);
  return findFocusProduct(earlier);
}

/** "The third one" where two were shown. */
function isBeyondList({ ask, earlier }: Dialogue): boolean {
  return ask.slots.ordinal !== null && ask.slots.ordinal > 1 && findListedProducts(earlier).length > 0;
}

function focusList(earlier: Dialogue["earlier"]): ProductFacts[] {
  const focus = findFocusProduct(earlier);
  return focus ? [focus] : [];
}

function findNamed({ ask }: Dialogue, products: ProductFacts[]): ProductFacts | null {
  const stemsOf = (text: string) => splitWords(text, ask.language).map(({ stem }) => stem);
  const named = stemsOf(ask.thingWords.join(" "));
  const fits = products.filter(({ title }) => {
    const stems = stemsOf(title);
    return named.every((one) => stems.includes(one));
  });
  return new Set(fits.map(({ handle }) => handle)).size === 1 ? (fits[0] ?? null) : null;
}

function namesThing({ ask }: Dialogue): boolean {
  return ask.thingWords.length > 0;
}

/** The words that pick a variant. */
function wantedWords({ ask }: Dialogue): string {
  return ask.itemWords.join(" ").slice(0, 200);
}
