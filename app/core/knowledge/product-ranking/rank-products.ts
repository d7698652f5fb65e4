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
  /** The beginning of its description. */
  lead: TitleItem[];
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

/** What an answer is worth by where it stands; what stands in several places adds up, as chances do. */
export const WORTH = {
  thing: 0.9,
  type: 0.8,
  title: 0.7,
  purpose: 0.35,
  /** The lead's are taken by this share of the title's. */
  lead: 0.6,
  strong: 0.5,
  weak: 0.2,
  covered: 0.35,
  brevity: 0.12,
  order: 0.1,
  early: 0.05,
  unavailable: 0.03,
  /** What another way of writing or another word counts beside the word itself. */
  synonym: 1,
};

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
      (missing.length === 0 ? WORTH.covered : 0) +
      WORTH.brevity * brevity(product.title) * base +
      WORTH.order * standTogether(answers) +
      WORTH.early * earliness(answers) -
      (product.available ? 0 : WORTH.unavailable),
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

/** The best alternative; what the others add is already in it, but for the word itself. */
function answer(product: RankedProduct, { alternatives }: SoughtWord): Answer {
  let best = NOTHING;
  for (const { terms, weight } of alternatives) {
    const found = find(product, terms);
    const worth = found.worth * weight;
    if (worth > 0)
      best =
        worth > best.worth
          ? {
              ...found,
              namesThing: found.namesThing || best.namesThing,
              worth: either(worth, best.worth * 0.3),
            }
          : {
              ...best,
              worth: either(best.worth, worth * 0.3),
              namesThing: found.namesThing || best.namesThing,
            };
  }
  return best;
}

/** The chance that one of two holds. */
const either = (one: number, other: number) => 1 - (1 - one) * (1 - other);

function find(product: RankedProduct, terms: number[][]): Answer {
  const title = findInText(product.title, terms);
  const lead = findInText(product.lead, terms);
  const isType = includesRun(product.type, terms);
  const single = terms.length === 1 ? terms[0] : undefined;
  let worth = either(title.worth, lead.worth * WORTH.lead);
  if (isType) worth = either(worth, WORTH.type);
  if (worth === 0 && hasAny(product.strong, single)) worth = WORTH.strong;
  if (hasAny(product.anywhere, single)) worth = either(worth, WORTH.weak);
  return { worth, place: title.place, namesThing: title.namesThing || lead.namesThing || isType };
}

const hasAny = (known: ReadonlySet<number>, terms: number[] = []) => terms.some((term) => known.has(term));

function includesRun(words: number[], terms: number[][]): boolean {
  return words.some((_, at) => terms.every((any, index) => any.includes(words[at + index] ?? -1)));
}

function findInText(text: readonly TitleItem[], terms: number[][]): Answer {
  let isPurpose = false;
  let best = NOTHING;
  for (const [at, item] of text.entries()) {
    if (item.kind === "for") isPurpose = true;
    else if (runsAt(text, at, terms)) {
      const last = text[at + terms.length - 1];
      const namesThing = !isPurpose && last?.kind === "word" && last.isThing;
      const worth = namesThing ? WORTH.thing : isPurpose ? WORTH.purpose : WORTH.title;
      if (worth > best.worth) best = { worth, place: at, namesThing };
    }
  }
  return best;
}

function runsAt(text: readonly TitleItem[], at: number, terms: number[][]): boolean {
  return terms.every((any, index) => {
    const item = text[at + index];
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
