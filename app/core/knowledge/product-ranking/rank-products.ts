import { findRuns, type TermPlaces } from "./term-places";

/** One word of a query, in the numbers of the shop's terms. */
export interface SoughtWord {
  word: string;
  /** How rare it is in the shop: what it tells. */
  rarity: number;
  /** For each alternative the words that have to stand together, each as the terms that it may be. Empty: nobody has it. */
  alternatives: { terms: number[][]; weight: number }[];
  isCode: boolean;
  isPurpose: boolean;
}

/** What ranking knows of a product. */
export interface RankedProduct {
  /** Undefined where it has the term nowhere. */
  placesOf(term: number): TermPlaces | undefined;
  /** How many words it has. */
  length: number;
  available: boolean;
}

export interface ProductRank {
  /** From 0 to about 2. */
  score: number;
  /** Words that nothing in the product answers. */
  missing: string[];
  /** Words that name it, rather than describe it or what it is for. */
  named: string[];
  /** Whether every word, but for what the thing is for, stands where the product tells what it is; not just in its description. */
  isTold: boolean;
}

/**
 * BM25F: what a word counts for by where it stands, with saturation and length normalisation. Tuned on one half of the
 * electronics judgments and tried on the other (bench/search.ts).
 */
const FIELD = { title: 3, lead: 3, type: 3, strong: 0.5, text: 1 };
const SATURATION = 0.5;
const LENGTH = 0.4;
/** The type says in so many words what was asked. */
const WHOLE_TYPE = 0.3;
/** The type names another thing that goes with it: a "keyboard cover" is no keyboard. */
const OTHER_TYPE = 0.8;
/** Answering every word comes before answering some of them well. */
const COMPLETE = 1;
/** All neighbours of the query stand side by side: "usb hub" is no hub beside some USB. */
const SIDE_BY_SIDE = 0.1;
const UNAVAILABLE = 0.02;

/** `averageLength`: words of the shop's average product. */
export function rankProduct(
  product: RankedProduct,
  sought: readonly SoughtWord[],
  averageLength: number,
): ProductRank {
  const relativeLength = product.length / averageLength;
  const answers = sought.map((word) => answer(product, word, relativeLength));
  const all = sought.reduce((sum, { rarity }) => sum + rarity, 0);
  const reached = sought.reduce((sum, { rarity }, at) => sum + rarity * (answers[at]?.worth ?? 0), 0);
  const missing = sought.filter((_, at) => (answers[at]?.worth ?? 0) === 0).map(({ word }) => word);
  return {
    score:
      (all > 0 ? reached / all : 0) +
      (missing.length === 0 ? COMPLETE : 0) +
      SIDE_BY_SIDE * sideBySide(product, sought) -
      (product.available ? 0 : UNAVAILABLE),
    missing,
    named: sought.flatMap(({ word, isPurpose }, at) => (!isPurpose && answers[at]?.namesThing ? [word] : [])),
    isTold: sought.every((word, at) => word.isPurpose || (answers[at]?.isTold ?? false)),
  };
}

/** What one term alone says of a product, from 0 to 1, as ranking will find it: what the best of many are chosen by. */
export function termWorth(product: RankedProduct, term: number, averageLength: number): number {
  return find(product, [[term]], product.length / averageLength).worth / (1 + WHOLE_TYPE);
}

/** The share of the query's pairs of neighbours that the title or the lead has as such. */
function sideBySide(product: RankedProduct, sought: readonly SoughtWord[]): number {
  if (sought.length < 2) return 0;
  const itself = sought.map(({ alternatives: [first] }) =>
    first?.terms.length === 1 ? placesOfAny(product, first.terms[0] ?? []) : NOWHERE,
  );
  const pairs = itself.slice(1).map((second, at) => [itself[at] ?? NOWHERE, second]);
  const found = pairs.filter((pair) => findRuns(pair, "title").count > 0 || findRuns(pair, "lead").count > 0);
  return found.length / pairs.length;
}

interface Answer {
  worth: number;
  namesThing: boolean;
  isTold: boolean;
}

const NO_ANSWER: Answer = { worth: 0, namesThing: false, isTold: false };

/** The alternative that the product answers best. */
function answer(product: RankedProduct, { alternatives }: SoughtWord, relativeLength: number): Answer {
  let best = NO_ANSWER;
  for (const { terms, weight } of alternatives) {
    const { worth, namesThing, isTold } = find(product, terms, relativeLength);
    best = {
      worth: Math.max(best.worth, worth * weight),
      namesThing: best.namesThing || namesThing,
      isTold: best.isTold || isTold,
    };
  }
  return best;
}

function find(product: RankedProduct, terms: number[][], relativeLength: number): Answer {
  const words: (readonly TermPlaces[])[] = [];
  for (const any of terms) {
    const places = placesOfAny(product, any);
    // Most candidates lack most alternatives: nothing further is looked at then.
    if (places.length === 0) return NO_ANSWER;
    words.push(places);
  }
  const title = findRuns(words, "title");
  const lead = findRuns(words, "lead");
  const type = fitType(words);
  const [single = []] = words.length === 1 ? words : [];
  const isStrong = title.count === 0 && single.some((term) => term.isStrong);
  const mentions = Math.max(0, ...single.map(({ count }) => count));
  const frequency =
    FIELD.title * title.count +
    FIELD.lead * lead.count +
    FIELD.type * (type === "whole" || type === "end" ? 1 : 0) +
    FIELD.strong * (isStrong ? 1 : 0) +
    FIELD.text * mentions;
  const norm = SATURATION * (1 - LENGTH + LENGTH * relativeLength);
  const worth = frequency === 0 ? 0 : frequency / (frequency + norm);
  return {
    worth: type === "part" ? worth * OTHER_TYPE : worth + (type === "whole" ? WHOLE_TYPE : 0),
    namesThing: title.isSo || lead.isSo || type === "whole" || type === "end",
    isTold: words.every((any) => any.some((term) => term.isStrong)),
  };
}

const NOWHERE: readonly TermPlaces[] = [];

function placesOfAny(product: RankedProduct, any: readonly number[]): readonly TermPlaces[] {
  let found: TermPlaces[] | null = null;
  for (const term of any) {
    const places = product.placesOf(term);
    if (!places) continue;
    if (found) found.push(places);
    else found = [places];
  }
  return found ?? NOWHERE;
}

type TypeFit = "whole" | "end" | "part" | "none";

/** A type that ends in the word is a kind of it, one that only has it may be an accessory: "keyboard cover". */
function fitType(words: readonly (readonly TermPlaces[])[]): TypeFit {
  const { count, from, isSo } = findRuns(words, "type");
  if (isSo) return from === 0 ? "whole" : "end";
  return count > 0 ? "part" : "none";
}
