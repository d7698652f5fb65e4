import { countConcepts } from "../../knowledge/concepts";
import { comparableWords } from "../../store/option-words";
import { countriesIn } from "./countries";
import { FREE } from "./phrases";
import { findWeekdays } from "./weekdays";

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

/** "Germany" of "Germany: 2 to 3 days, 4.50 EUR, free from 60 EUR", which all of it is about. */
export function headOf(sentence: string): string {
  return HEAD.exec(sentence)?.[1] ?? PLACE.exec(sentence)?.[1] ?? "";
}

const HEAD = /^\s*[-*•]?\s*((?:[^\s:.!?]+\s+){0,5}[^\s:.!?]+):\s/u;
/** "For the Highlands, delivery is …" */
const PLACE =
  /^\s*[-*•]?\s*(?:for|to|within|fur|nach|innerhalb|para|pour|per|dentro)\s((?:[^\s,:.!?\d]+\s){0,4}[^\s,:.!?\d]+),\s/u;

/** The words of a clause and of what it is headed by; of the one before where it has none but figures. */
export function nearWords(clauses: readonly string[], index: number, head: string): Set<string> {
  const own = wordsOf(clauses[index] ?? "");
  const former = telling(own).size === 0 && index > 0 ? nearWords(clauses, index - 1, "") : new Set<string>();
  return new Set([...own, ...former, ...wordsOf(head)]);
}

/** Not what many rules are about. */
export const telling = (words: ReadonlySet<string>) =>
  new Set([...words].filter((word) => !COMMON_TOPICS.has(word)));
const COMMON_TOPICS = new Set([
  ..."@free @threshold @working @cost @duration".split(" "),
  ...comparableWords(
    "costs cost price kostet preis cuesta cuestan precio coute coutent prix custa custam preco costa costano prezzo only just nur solo seulement apenas soltanto",
  ),
]);
