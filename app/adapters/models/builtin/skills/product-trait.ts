import { findMeasures } from "~/core/knowledge/product-words/measures";
import { joinSentences, tellableSentences } from "../answering/excerpt";
import { link, type Phrases } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct, findListedProducts } from "../dialogue";
import type { Skill, Step } from "../step";
import { withResults } from "../step";
import { findHints, type Hint, hasHint, tellingWords } from "../understanding/pointing";
import { askWhich } from "./pick-shown";
import { optionSentences } from "./product-facts";
import type { DetailedProduct } from "./product-question";
import { paragraph, reply, suggest } from "./reply";
import { says, withShown } from "./shown-products";
import { detailsOf } from "./which-product";

/** In what a property is measured. */
const UNITS: Partial<Record<Hint, string[]>> = {
  weight: ["gram"],
  extent: ["metre", "inch"],
  volume: ["litre"],
  power: ["watt"],
};
const MOST_SENTENCES = 3;

/**
 * "Does it come with a bag?", "how tall is it?": in the words of the product that is spoken of, or that its page says nothing
 * of it. Where several are in sight and only one tells of it, that one is meant; where more do, she is asked which.
 *
 * @param isSure the question can be of nothing else; where it may, `otherwise` answers what no page in sight tells
 */
export function tellTrait(isSure: boolean, otherwise: Skill): Skill {
  return (dialogue) =>
    withShown(dialogue, (products) => {
      const focus = findFocusProduct(dialogue.earlier);
      const known = products.find(({ handle }) => handle === focus?.handle) ?? only(products);
      if (known) return tellOf(dialogue, known, isSure, otherwise);
      const telling = products.filter((product) => sentencesFor(dialogue, product).length > 0);
      const single = only(telling);
      if (single) return tellOf(dialogue, single, isSure, otherwise);
      const candidates = telling.length > 0 ? telling : products;
      return candidates.length > 0 && (isSure || telling.length > 0)
        ? askWhich(dialogue, candidates)
        : otherwise(dialogue);
    });
}

function only<Item>(items: Item[]): Item | null {
  return items.length === 1 ? (items[0] ?? null) : null;
}

function tellOf(dialogue: Dialogue, product: DetailedProduct, isSure: boolean, otherwise: Skill): Step {
  const sentences = sentencesFor(dialogue, product);
  const words = tellingWords(dialogue.ask);
  const options = product.options.filter(({ name, values }) =>
    words.some((word) => says([name, ...values].join(" "), word, dialogue.ask.language)),
  );
  if (sentences.length === 0 && options.length === 0 && !isSure) return otherwise(dialogue);
  const phrases = phrasesOf(dialogue);
  const told =
    sentences.length + options.length > 0 ? joinSentences(sentences) : tellRest(dialogue, phrases, product);
  const isListed = findListedProducts(dialogue.earlier).some(({ handle }) => handle === product.handle);
  const isFocus = findFocusProduct(dialogue.earlier)?.handle === product.handle;
  // So that the next "it" means this one.
  const calls = isListed && !isFocus ? [detailsOf(product.handle, "")] : [];
  return withResults(dialogue, calls, () =>
    reply(
      [
        paragraph(
          told,
          optionSentences({ options }, phrases),
          phrases.say("product.link", { link: link(product.title, product.url) }),
        ),
      ],
      suggest(dialogue, phrases, "suggest.cart", "suggest.stock", "suggest.shipping"),
    ),
  );
}

/** What the page tells, quoted as it is, since words may have been missed; that it does not name what was asked for by name. */
function tellRest({ ask }: Dialogue, phrases: Phrases, product: DetailedProduct): string {
  const isOfFigure = hasHint(ask, "weight", "extent", "volume", "power");
  const isOfPart = hasHint(ask, "trait") && tellingWords(ask).length > 0;
  const whole = joinSentences(tellableSentences(product.description));
  if (whole === "" || whole.length > SHORT_DESCRIPTION) return phrases.say("product.no-information");
  return isOfFigure || isOfPart ? `${phrases.say("product.not-named")} ${whole}` : whole;
}

/** Characters. */
const SHORT_DESCRIPTION = 350;

/** Sentences of its page that speak of what is asked: by the words, or by a figure in the unit that is asked for. */
export function sentencesFor(dialogue: Dialogue, product: DetailedProduct): string[] {
  const { ask } = dialogue;
  const words = tellingWords(ask);
  const units = findHints(ask).flatMap(({ concept }) => UNITS[concept] ?? []);
  // A title may have the figure, but says nothing else.
  const isTitle = findMeasures(product.title).some(({ unit }) => units.includes(unit));
  const texts = [...tellableSentences(product.description), ...(isTitle ? [product.title] : [])];
  const scored = texts.map((sentence, at) => {
    const hits = words.filter((word) => says(sentence, word, ask.language)).length;
    const isMeasured = findMeasures(sentence).some(({ unit }) => units.includes(unit));
    return { sentence, at, score: hits + (isMeasured ? 1 : 0) };
  });
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best)
    .slice(0, MOST_SENTENCES)
    .map(({ sentence }) => sentence);
}
