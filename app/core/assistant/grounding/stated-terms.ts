import { countConcepts } from "../../knowledge/concepts";
import { comparableWords } from "../../store/option-words";
import { countriesIn } from "./countries";
import { findAmounts } from "./find-amounts";
import { findPercents, findSpans } from "./find-figures";
import { findTimes } from "./find-times";
import { FREE } from "./phrases";
import { readAs } from "./reading";
import { languageOf } from "./sentence-language";
import { findWeekdays } from "./weekdays";

export type TermKind = "amount" | "percentage" | "duration" | "time" | "weekday";

/** A figure that the shop has written, with what it wrote it about. */
export interface Term {
  kind: TermKind;
  /** What the figure may mean: several where its writing leaves it open. */
  values: string[];
  context: Context;
}

/** What a figure stands among: words of its own clause, and of the sentence and its heading. */
export interface Context {
  near: Set<string>;
  wide: Set<string>;
}

/** Words that say what a figure is about in any text. */
const EMPTY = new Set(
  "the a an is are be to of in for and or your you we our it they on at by with from can will have has within after up per day week month year hour tag tagen woche stunde dia semana jour semaine giorno settimana der die das ein eine ist sind und oder von zu mit el la los las un una es son de en y con le les est sont du des et il lo gli e o os as um uma do da that this any all no not usd eur gbp cad aud chf jpy kwd brl euro dollar dollars item artikel articulo article articolo artigo order business working".split(
    " ",
  ),
);

/** Figures of the shop's own texts, clause by clause. */
export function readTerms(prose: Iterable<{ heading: string; text: string }>): Term[] {
  return [...prose].flatMap(({ heading, text }) => {
    const { folded } = readAs(text, languageOf(text, "en"));
    const title = wordsOf(heading);
    return splitSentences(folded).flatMap((sentence) => {
      const wide = new Set([...wordsOf(sentence), ...title]);
      return splitClauses(sentence).flatMap((clause, index, clauses) =>
        termsIn(clause, { near: nearWords(clauses, index, headOf(sentence)), wide }),
      );
    });
  });
}

/** "Germany" of "Germany: 2 to 3 days, 4.50 EUR, free from 60 EUR", which all of it is about. */
export function headOf(sentence: string): string {
  return /^\s*[-*•]?\s*((?:[^\s:.!?]+\s+){0,5}[^\s:.!?]+):\s/u.exec(sentence)?.[1] ?? "";
}

/** The words of a clause and of what it is headed by; of the one before where it has none but figures. */
export function nearWords(clauses: readonly string[], index: number, head: string): Set<string> {
  const own = wordsOf(clauses[index] ?? "");
  const former = telling(own).size === 0 && index > 0 ? nearWords(clauses, index - 1, "") : new Set<string>();
  return new Set([...own, ...former, ...wordsOf(head)]);
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

/** At commas and "and" that have a verb's worth of words on both sides. */
export function splitClauses(sentence: string): string[] {
  return sentence
    .split(
      /[,;](?!\d)\s|\s[-–—]\s|:\s|\s\(|\)\s|\s(?:and|but|while|und|aber|y|pero|et|mais|e|mas|ma)\s(?=(?:\S+\s){2})/u,
    )
    .filter((part) => /\S/.test(part));
}

/** What figures of rules are about, beyond what sections are: over folded text. */
const TOPICS: [string, RegExp][] = [
  ["free", FREE],
  // German compounds hold these in their midst.
  ["shipping", /(?:versand|lieferung|zustellung)/],
  ["return", /(?:ruckgabe|rucksend|retoure)/],
  ["refund", /erstattung/],
  ["warranty", /(?:garantie|gewahrleistung)/],
  [
    "threshold",
    /\b(?:over|above|from|minimum|at least|ab|uber|mindestens|a partir|desde|superior\w*|mas de|des|plus de|acima|mais de|oltre|sopra)\b/,
  ],
  ["label", /\b(?:labels?|\w*etikett\w*|etiqueta\w*|etiquette\w*|etichett\w*)\b/],
  ["standard", /\b(?:standard\w*|estandar|padrao|normal\w*)\b/],
  ["express", /\b(?:express\w*|expres|urgente|overnight|next[- ]day)\b/],
  [
    "working",
    /\b(?:working|business|werktag\w*|arbeitstag\w*|laborabl\w*|habil\w*|ouvr\w*|uteis|util|lavorativ\w*|feriali)\b/,
  ],
  [
    "open",
    /\b(?:open|opens|opening|close[sd]?|geoffnet|offnungszeit\w*|schliess\w*|abr\w+|abiert\w*|cerrad\w*|ouvert\w*|ferm\w+|abert\w*|fechad\w*|apert\w*|chius\w*|apriamo|chiudiamo)\b/,
  ],
];

/** Comparable words, concepts and topics; weekdays by their number, so that a range holds the days in it. */
export function wordsOf(folded: string): Set<string> {
  const known = remembered.get(folded);
  if (known) return known;
  const found = readWords(folded);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(folded, found);
  return found;
}

/** Of the sentence under judgement, which several claims ask for, and of evidence that is read again at every step. */
const remembered = new Map<string, Set<string>>();
const MAX_REMEMBERED = 2000;

function readWords(folded: string): Set<string> {
  const plain = comparableWords(folded).filter(
    (word) => word.length > 1 && !/\d/.test(word) && !EMPTY.has(word),
  );
  const concepts = [...countConcepts(folded).keys()]
    .filter((concept) => concept !== "duration" && concept !== "cost")
    .map((concept) => `@${concept}`);
  const weekdays = findWeekdays(folded).flatMap(({ days }) => days.map((day) => `@weekday-${day}`));
  const topics = TOPICS.filter(([, words]) => words.test(folded)).map(([topic]) => `@${topic}`);
  const countries = countriesIn(folded).map((code) => `@country-${code}`);
  return new Set([...plain, ...concepts, ...weekdays, ...topics, ...countries]);
}

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

/** Not what many rules are about. */
const telling = (words: Set<string>) => new Set([...words].filter((word) => !COMMON_TOPICS.has(word)));
const COMMON_TOPICS = new Set([
  ..."@free @threshold @working @cost @duration".split(" "),
  ...comparableWords(
    "costs cost price kostet preis cuesta cuestan precio coute coutent prix custa custam preco costa costano prezzo only just nur solo seulement apenas soltanto",
  ),
]);
