import { findMeasures } from "~/core/knowledge/product-words/measures";
import { tellableSentences } from "../answering/excerpt";
import { plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import type { Skill, Step } from "../step";
import { type Dimension, dimensionOf, findHints } from "../understanding/pointing";
import { asChosen, pickDescribed } from "./pick-shown";
import type { DetailedProduct } from "./product-question";
import { reply, suggest } from "./reply";
import { withShown } from "./shown-products";

interface Scale {
  /** Of findMeasures; the first that two products tell counts. */
  units: string[];
  isMost: boolean;
}

const LENGTHS = ["metre", "inch"];
/** What of a dimension is told in figures. How soft or warm something is, its text says in words or not at all. */
const SCALES: Partial<Record<Dimension, Scale>> = {
  light: { units: ["gram"], isMost: false },
  heavy: { units: ["gram"], isMost: true },
  big: { units: [...LENGTHS, "litre", "gram"], isMost: true },
  small: { units: [...LENGTHS, "litre", "gram"], isMost: false },
  long: { units: LENGTHS, isMost: true },
  short: { units: LENGTHS, isMost: false },
  high: { units: LENGTHS, isMost: true },
  low: { units: LENGTHS, isMost: false },
  thick: { units: LENGTHS, isMost: true },
  thin: { units: LENGTHS, isMost: false },
  strong: { units: ["watt", "gram"], isMost: true },
};

/**
 * "The lightest one", "which is bigger?": by the figures that the products in sight tell of it, each with the sentence
 * that has them; where they tell none, by their words; else `otherwise`.
 */
export function rankShown(answer: Skill, otherwise: Skill): Skill {
  return (dialogue) =>
    withShown(dialogue, (products) => {
      const dimension = dimensionOf(dialogue.ask);
      const ranked = dimension ? rank(products, dimension) : [];
      const [best] = ranked;
      const worded = dimension && !best ? products.filter((one) => saysSo(one, dimension, dialogue)) : [];
      const [only] = worded;
      if (only && worded.length === 1) return answer(asChosen(dialogue, only, []));
      if (!best) return pickDescribed(answer, otherwise)(dialogue);
      return dialogue.ask.concepts.has("which")
        ? tellRanked(dialogue, ranked)
        : answer(asChosen(dialogue, best.product, []));
    });
}

/** Whether its title or text says it of itself in any words for it: "muy cálido" of what is to be "más caliente". */
function saysSo(product: DetailedProduct, dimension: Dimension, { language, ask }: Dialogue): boolean {
  const texts = [product.title, ...product.tags, ...tellableSentences(product.description)];
  return [...new Set([language, ask.language])].some((one) =>
    texts.some((text) => findHints({ text, language: one }).some(({ concept }) => concept === dimension)),
  );
}

interface Ranked {
  product: DetailedProduct;
  value: number;
  sentence: string;
}

/** At least two products that tell a figure in the same unit, the one that is meant first. */
function rank(products: DetailedProduct[], dimension: Dimension): Ranked[] {
  const scale = SCALES[dimension];
  for (const unit of scale?.units ?? []) {
    const told = products.flatMap((product) => measured(product, unit) ?? []);
    const isTold = told.length >= 2 && new Set(told.map(({ value }) => value)).size > 1;
    if (isTold) return told.sort((a, b) => (scale?.isMost ? b.value - a.value : a.value - b.value));
  }
  return [];
}

/** The largest figure in that unit that its title or text tells. */
function measured(product: DetailedProduct, unit: string): Ranked | null {
  const found = [product.title, ...tellableSentences(product.description)].flatMap((sentence) =>
    findMeasures(sentence)
      .filter((measure) => measure.unit === unit)
      .map(({ value }) => ({ product, value, sentence })),
  );
  return found.sort((a, b) => b.value - a.value)[0] ?? null;
}

function tellRanked(dialogue: Dialogue, ranked: Ranked[]): Step {
  const phrases = phrasesOf(dialogue);
  const lines = ranked.map(({ product, sentence }) => {
    const title = `**${plainName(product.title)}**`;
    return sentence === product.title ? `- ${title}` : `- ${title}: ${sentence}`;
  });
  return reply([lines.join("\n")], suggest(dialogue, phrases, "suggest.details", "suggest.cart"));
}
