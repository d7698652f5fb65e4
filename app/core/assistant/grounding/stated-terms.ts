import { splitClauses } from "./clauses";
import { findAmounts } from "./find-amounts";
import { findPercents, findSpans } from "./find-figures";
import { findTimes } from "./find-times";
import { FREE } from "./phrases";
import { readAs } from "./reading";
import { type CheckedLanguage, languageOf } from "./sentence-language";
import { type Context, headOf, nearWords, telling, wordsOf } from "./term-context";
import { findWeekdays } from "./weekdays";

export type TermKind = "amount" | "percentage" | "duration" | "time" | "weekday";

/** A figure that the shop has written, with what it wrote it about. */
export interface Term {
  kind: TermKind;
  /** What the figure may mean: several where its writing leaves it open. */
  values: string[];
  context: Context;
}

/** Figures of the shop's own texts, clause by clause. */
export function readTerms(
  prose: Iterable<{ heading: string; text: string }>,
  expected: CheckedLanguage,
): Term[] {
  return [...prose].flatMap(({ heading, text }) => {
    const { folded } = readAs(text, languageOf(text, expected));
    const title = wordsOf(heading);
    return splitSentences(folded).flatMap((sentence) => {
      const wide = new Set([...wordsOf(sentence), ...title]);
      return splitClauses(sentence).flatMap((clause, index, clauses) =>
        termsIn(clause, { near: nearWords(clauses, index, headOf(sentence)), wide }),
      );
    });
  });
}

function termsIn(clause: string, context: Context): Term[] {
  const term = (kind: TermKind, values: readonly (string | number)[]): Term => ({
    kind,
    values: values.map(String),
    context,
  });
  return [
    ...findAmounts(clause).map(({ values }) => term("amount", values)),
    ...(FREE.test(clause) && findAmounts(clause).length === 0 ? [term("amount", [0])] : []),
    ...findPercents(clause).map(({ values }) => term("percentage", values)),
    ...findSpans(clause).flatMap(({ spans }) => spans.map((span) => term("duration", [span]))),
    ...findTimes(clause).map(({ clock }) => term("time", [clock])),
    ...findWeekdays(clause).flatMap(({ days }) => days.map((day) => term("weekday", [day]))),
  ];
}

const splitSentences = (text: string): string[] =>
  text.split(/(?<=[!?;])\s|(?<=(?<!\b\p{L})\.)\s+(?=\S)|\n|[•|]/u).filter((part) => /\S/.test(part));

export type TermVerdict = { is: "stated" } | { is: "other"; instead: Term | null } | { is: "unknown" };

/** How much better another figure must fit the words before one that stands in the texts counts as false. */
const CLEARLY = 1.6;
const MIN_LEAD = 2;
/** A figure is put in another's place only where the words meet this well. */
const MIN_FIT = 4;

/**
 * Whether a figure that a reply states is what the shop's texts have for what the reply speaks of: not merely anywhere
 * in them, where they have other figures for just that.
 */
export function compareTerm(
  terms: readonly Term[],
  kind: TermKind,
  values: readonly (string | number)[],
  context: Context,
  elsewhere: readonly Said[] = [],
): TermVerdict {
  const wanted = new Set(values.map(String));
  const fits = terms
    .filter((term) => term.kind === kind)
    .map((term) => ({
      term,
      score: overlap(term.context, context) - (kind === "amount" ? differing(term.context, context) : 0),
      same: term.values.some((each) => wanted.has(each)),
    }));
  const best = (some: typeof fits) => some.reduce((most, { score }) => Math.max(most, score), 0);
  const own = fits.filter(({ same }) => same);
  const others = fits.filter(({ same, term }) => !same && !isSaidOf(term, context, elsewhere));
  const [ownScore, otherScore] = [best(own), best(others)];
  if (own.length > 0 && (otherScore < ownScore * CLEARLY || otherScore - ownScore < MIN_LEAD))
    return { is: "stated" };
  if (fits.length === 0) return { is: "unknown" };
  const candidates = others.filter(({ score }) => score === otherScore && score >= MIN_FIT);
  const [first] = candidates;
  const isOne = candidates.every(({ term }) => term.values.join() === first?.term.values.join());
  return { is: "other", instead: isOne && first ? first.term : null };
}

/** A figure of the same sentence, with what it stands among there. */
export interface Said {
  values: readonly string[];
  context: Context;
}

/** Whether the sentence states it itself, where it fits better than here. */
function isSaidOf(term: Term, here: Context, elsewhere: readonly Said[]): boolean {
  return elsewhere.some(
    ({ values, context }) =>
      term.values.some((value) => values.includes(value)) &&
      weigh(term.context.near, context.near) > weigh(term.context.near, here.near),
  );
}

function overlap(a: Context, b: Context): number {
  return 2 * weigh(a.near, b.near) + weigh(a.wide, b.wide);
}

function differing(a: Context, b: Context): number {
  return OF_ONE_FIGURE.filter((topic) => a.near.has(topic) !== b.near.has(topic)).length;
}

/** What is said of the sum beside it and of no other of the sentence. */
const OF_ONE_FIGURE = ["@threshold"];

function weigh(a: Set<string>, b: Set<string>): number {
  let sum = 0;
  for (const word of a) if (b.has(word)) sum += /^@(?:weekday|country)/.test(word) ? 2 : 1;
  return sum;
}

/** Whether a figure stands in the texts in a clause that is about the same: one that shares a telling word. */
export function isStatedNear(
  terms: readonly Term[],
  kind: TermKind,
  values: readonly (string | number)[],
  { near }: Context,
): boolean {
  const wanted = new Set(values.map(String));
  return terms.some(
    (term) =>
      term.kind === kind &&
      term.values.some((each) => wanted.has(each)) &&
      weigh(telling(term.context.near), telling(near)) > 0,
  );
}

/** The same of the whole sentence of the texts: it must share more than one such word. */
export function isStatedWidely(
  terms: readonly Term[],
  kind: TermKind,
  values: readonly (string | number)[],
  { near }: Context,
): boolean {
  const wanted = new Set(values.map(String));
  const plain = (words: Set<string>) =>
    new Set([...telling(words)].filter((word) => !/^@weekday/.test(word)));
  return terms.some(
    (term) =>
      term.kind === kind &&
      term.values.some((each) => wanted.has(each)) &&
      weigh(plain(term.context.wide), plain(near)) > 1,
  );
}
