import type { TitleItem } from "./title-item";

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
  title: TitleItem[];
  type: number[];
  /** Sought terms that it has in a place that tells what it is. */
  strong: ReadonlySet<number>;
  /** Sought terms that it has anywhere. */
  anywhere: ReadonlySet<number>;
  available: boolean;
}

export interface ProductRank {
  /** From 0 to somewhat above 1. */
  score: number;
  /** Words that nothing in the product answers. */
  missing: string[];
  /** Whether it is the thing that is asked for, whatever else is missing. */
  isThing: boolean;
}

/** What an answer is worth by where it stands. */
export const WORTH = {
  thing: 1,
  type: 1,
  title: 0.8,
  purpose: 0.4,
  strong: 0.55,
  weak: 0.25,
};
const COVERED = 0.35;
const BREVITY = 0.12;
const ORDER = 0.1;
const EARLY = 0.05;
const UNAVAILABLE = 0.03;

export function rankProduct(product: RankedProduct, sought: readonly SoughtWord[]): ProductRank {
  const answers = sought.map((word) => answer(product, word));
  const all = sought.reduce((sum, { rarity }) => sum + rarity, 0);
  const reached = sought.reduce((sum, { rarity }, at) => sum + rarity * (answers[at]?.worth ?? 0), 0);
  const missing = sought.filter((_, at) => (answers[at]?.worth ?? 0) === 0).map(({ word }) => word);
  const isThing = sought.some((word, at) => !word.isPurpose && (answers[at]?.namesThing ?? false));
  const base = all > 0 ? reached / all : 0;
  return {
    score:
      base +
      (missing.length === 0 ? COVERED : 0) +
      BREVITY * brevity(product.title) * base +
      ORDER * standTogether(answers) +
      EARLY * earliness(answers) -
      (product.available ? 0 : UNAVAILABLE),
    missing,
    isThing,
  };
}

interface Answer {
  worth: number;
  /** In the title; -1 elsewhere. */
  place: number;
  namesThing: boolean;
}

const NOTHING: Answer = { worth: 0, place: -1, namesThing: false };

function answer(product: RankedProduct, { alternatives }: SoughtWord): Answer {
  let best = NOTHING;
  for (const { terms, weight } of alternatives) {
    const found = find(product, terms);
    if (found.worth * weight > best.worth) best = { ...found, worth: found.worth * weight };
  }
  return best;
}

function find(product: RankedProduct, terms: number[][]): Answer {
  const inTitle = findInTitle(product.title, terms);
  if (includesRun(product.type, terms)) return { worth: WORTH.type, place: inTitle.place, namesThing: true };
  if (inTitle.worth > 0) return inTitle;
  if (terms.length !== 1) return NOTHING;
  if (hasAny(product.strong, terms[0])) return { worth: WORTH.strong, place: -1, namesThing: false };
  if (hasAny(product.anywhere, terms[0])) return { worth: WORTH.weak, place: -1, namesThing: false };
  return NOTHING;
}

const hasAny = (known: ReadonlySet<number>, terms: number[] = []) => terms.some((term) => known.has(term));

function includesRun(words: number[], terms: number[][]): boolean {
  return words.some((_, at) => terms.every((any, index) => any.includes(words[at + index] ?? -1)));
}

function findInTitle(title: readonly TitleItem[], terms: number[][]): Answer {
  let isPurpose = false;
  let best = NOTHING;
  for (const [at, item] of title.entries()) {
    if (item.kind === "for") isPurpose = true;
    else if (runsAt(title, at, terms)) {
      const last = title[at + terms.length - 1];
      const namesThing = !isPurpose && last?.kind === "word" && last.isThing;
      const worth = namesThing ? WORTH.thing : isPurpose ? WORTH.purpose : WORTH.title;
      if (worth > best.worth) best = { worth, place: at, namesThing };
    }
  }
  return best;
}

function runsAt(title: readonly TitleItem[], at: number, terms: number[][]): boolean {
  return terms.every((any, index) => {
    const item = title[at + index];
    return item !== undefined && "term" in item && any.includes(item.term);
  });
}

/** 1 for the shortest titles, 0 for endless ones. */
function brevity(title: readonly TitleItem[]): number {
  return 1 / (1 + title.filter((item) => "term" in item).length / 8);
}

/** The share of neighbouring query words that are neighbours in the title too. */
function standTogether(answers: Answer[]): number {
  if (answers.length < 2) return 0;
  const pairs = answers.slice(1).filter(({ place }, at) => {
    const before = answers[at]?.place ?? -1;
    return before !== -1 && place !== -1 && place - before >= 0 && place - before <= 1;
  });
  return pairs.length / (answers.length - 1);
}

function earliness(answers: Answer[]): number {
  const places = answers.map(({ place }) => place).filter((place) => place !== -1);
  return places.length === 0 ? 0 : 1 / (1 + Math.min(...places) / 4);
}
