import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct, findListedProducts } from "../dialogue";
import type { Skill, Step } from "../step";
import { tellingWords } from "../understanding/pointing";
import { isAnyOf } from "./chosen-options";
import { refineByWords } from "./find-products";
import { productMention } from "./product-facts";
import type { DetailedProduct } from "./product-question";
import { reply } from "./reply";
import { describedBy, withShown } from "./shown-products";

/** Of the words, the share that a product must be described by to be meant. */
const FITS = 0.4;
/** By so much it must be described better than any other. */
const LEAD = 0.1;

/**
 * "The wooden one", "the one with the long handle": the product in sight that the words describe goes to the skill that
 * answers, as if she had said which place it has. Where several fit she is asked which; where none does, it is searched for.
 */
export function pickDescribed(answer: Skill, otherwise: Skill = refineByWords): Skill {
  return (dialogue) =>
    withShown(dialogue, (products) => {
      const words = tellingWords(dialogue.ask);
      const scored = products
        .map((product) => ({ product, score: describedBy(product, words, dialogue.ask.language) }))
        .filter(({ score }) => score >= FITS)
        .sort((one, other) => other.score - one.score);
      const [best, second] = scored;
      if (!best) return otherwise(dialogue);
      if (!second || best.score - second.score >= LEAD)
        return answer(asChosen(dialogue, best.product, words));
      const equal = scored.filter(({ score }) => best.score - score < LEAD).map(({ product }) => product);
      const focus = findFocusProduct(dialogue.earlier);
      const inFocus = equal.find(({ handle }) => handle === focus?.handle);
      return inFocus ? answer(asChosen(dialogue, inFocus, words)) : askWhich(dialogue, equal);
    });
}

/** "The other one": of two in sight the one that was not spoken of last. */
export function pickOther(answer: Skill, otherwise: Skill): Skill {
  return (dialogue) => {
    const focus = findFocusProduct(dialogue.earlier);
    const others = findListedProducts(dialogue.earlier).filter(({ handle }) => handle !== focus?.handle);
    const [other] = others;
    if (!focus || !other) return otherwise(dialogue);
    if (others.length > 1)
      return withShown(dialogue, (products) =>
        askWhich(
          dialogue,
          products.filter(({ handle }) => handle !== focus.handle),
        ),
      );
    return answer(asChosen(dialogue, other, []));
  };
}

/** The dialogue in which the product is named by its place, and of the words only those are left that pick its version. */
export function asChosen(
  dialogue: Dialogue,
  product: Pick<DetailedProduct, "handle" | "options">,
  words: string[],
): Dialogue {
  const { ask, earlier } = dialogue;
  const place = findListedProducts(earlier).findIndex(({ handle }) => handle === product.handle);
  const values = product.options.flatMap((option) => option.values);
  const versions = [...new Set([...words, ...ask.itemWords])].filter((word) => isAnyOf(values, word));
  return {
    ...dialogue,
    ask: {
      ...ask,
      thingWords: [],
      itemWords: versions,
      slots: { ...ask.slots, orderNumbers: [], ordinal: place >= 0 ? place + 1 : null },
    },
  };
}

/** One good question instead of a guess. */
export function askWhich(dialogue: Dialogue, products: DetailedProduct[]): Step {
  const phrases = phrasesOf(dialogue);
  const mentions = products.slice(0, MOST_NAMED).map((product) => productMention(product, phrases));
  return reply(
    [phrases.say("product.which-of", { products: phrases.any(mentions) })],
    products.slice(0, MOST_NAMED).map(({ title }) => title),
  );
}

const MOST_NAMED = 4;
