import { fold } from "~/lib/words";
import { endsInGoods } from "../product-words/translations";
import type { TextToken } from "./searchable-words";

/** Languages in which the thing comes first: "funda roja". In the others it comes last: "red case". */
const THING_FIRST = new Set(["es", "fr", "it", "pt", "ca", "ro"]);

/** Words that count the thing that follows them: a "paire de gants" is gloves. */
const COUNTING = new Set("pair pack set lot paire pares par paio pack satz paar".split(" "));
/** The same where a figure follows: a "jeu de 6 tournevis", but no "jeu de société". */
const COUNTING_WITH_FIGURE = new Set(
  "box kit jeu boite coffret juego caja conjunto estuche jogo caixa confezione scatola serie".split(" "),
);

/** The place of the thing that a title merely counts; null where it counts nothing. */
function countedAt(title: readonly TextToken[]): number | null {
  const [first, second, third] = title;
  if (first?.kind !== "word" || second?.kind !== "for") return null;
  const counts = fold(first.word).replace(/s$/, "");
  if (third?.kind === "code" && /^\d+$/.test(third.word))
    return COUNTING.has(counts) || COUNTING_WITH_FIGURE.has(counts) ? 3 : null;
  return COUNTING.has(counts) ? 2 : null;
}

/** Whether names begin with the thing in that language. */
export const isThingFirst = (language: string): boolean => THING_FIRST.has(language);

/** The word of a wish that says what is wished for, among words that describe it. Null where all are codes or purposes. */
export function headOf(
  words: readonly { word: string; isCode: boolean; isPurpose: boolean }[],
  language: string,
): string | null {
  const names = words.filter(({ isCode, isPurpose }) => !isCode && !isPurpose);
  return (THING_FIRST.has(language) ? names[0] : names.at(-1))?.word ?? null;
}

/**
 * The places of a title's words that name the thing: the last of each run of words (the first, where the language says
 * so), up to what the thing is for. Words that merely describe, such as colours, end no name.
 */
export function nameThings(
  title: readonly TextToken[],
  describes: (word: string) => boolean,
  language: string,
): Set<number> {
  const counted = countedAt(title);
  if (counted !== null) {
    const rest = nameThings(title.slice(counted), describes, language);
    return new Set([0, ...[...rest].map((place) => place + counted)]);
  }
  const end = title.findIndex(({ kind }) => kind === "for");
  const named = end === -1 ? title : title.slice(0, end);
  const isName = (token: TextToken | undefined): boolean => token?.kind === "word" && !describes(token.word);
  const isFirst = THING_FIRST.has(language);
  const places = named.flatMap((token, at) => {
    if (!isName(token)) return [];
    if (language === "de" && token.kind === "word" && endsInGoods(token.word)) return [at];
    const neighbour = named[isFirst ? at - 1 : at + 1];
    return isName(neighbour) ? [] : [at];
  });
  return new Set(places);
}
