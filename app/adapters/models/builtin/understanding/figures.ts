import { amountAt } from "~/core/knowledge/product-words/amounts";
import { findMeasures } from "~/core/knowledge/product-words/measures";
import { tokenize } from "~/core/knowledge/product-words/tokens";
import type { Mention } from "./lexicon";
import { fold, type Word } from "./words";

/** What the figures of a message stand beside. */
export interface Figures {
  /** A sum of money in a named currency, whether or not it limits anything. */
  isSummed: boolean;
  /** A figure with its unit, or for how many people something is. */
  isMeasured: boolean;
  /** Units, folded: "Zoll" after a figure is no customs, and "4 person tent" no wish for a person. */
  units: ReadonlySet<string>;
}

const CAPACITY =
  /\d[\s-]?(person(?:en|nes?|as?|e)?|people|man|mann|seater|sitzer|places|pessoas?|lugares|posti)(?!\p{L})/giu;

export function readFigures(text: string): Figures {
  const measures = findMeasures(text);
  const capacities = [...text.matchAll(CAPACITY)].map((match) => fold(match[1] ?? ""));
  const units = measures
    .filter(({ unit }) => unit !== "piece")
    .flatMap(({ start, end }) => fold(text.slice(start, end)).match(/\p{L}+/gu) ?? []);
  const tokens = tokenize(text);
  return {
    isSummed: tokens.some((_, index) => amountAt(tokens, index)?.codes != null),
    isMeasured: measures.length + capacities.length > 0,
    units: new Set([...units, ...capacities]),
  };
}

/** The mentions without those that are a figure's unit. */
export function withoutUnits(
  mentions: readonly Mention[],
  words: readonly Word[],
  { units }: Figures,
): Mention[] {
  return mentions.filter(({ start, end }) => {
    const word = words[start];
    const isUnit = end === start + 1 && word !== undefined && units.has(word.folded);
    return !(isUnit && /\d/.test(words[start - 1]?.folded ?? ""));
  });
}
