import type { LANGUAGES } from "~/core/settings/settings";

export type Language = (typeof LANGUAGES)[number];

/** A word of a text as it is compared (folded, stemmed) and as it was written. */
export interface Word {
  written: string;
  /** Lower case, without accents or apostrophes. */
  folded: string;
  stem: string;
  /** It ran into the next one: the "l" of "l'article". */
  isElided?: boolean;
}

/** Lower case without accents, so that "Größe" and "grosse" meet. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "");
}

/** In French and Italian an apostrophe joins two words, in the other languages it belongs to one. */
const ELIDING = new Set<Language>(["fr", "it"]);

export function splitWords(text: string, language: Language): Word[] {
  const isEliding = ELIDING.has(language);
  const joined = text.replace(/['’`´]/g, isEliding ? "'" : "");
  return [...joined.matchAll(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*('?)/gu)].map((match) => {
    const [whole, apostrophe] = match;
    const written = apostrophe ? whole.slice(0, -1) : whole;
    const folded = fold(written);
    const word = { written, folded, stem: stem(folded, language) };
    return apostrophe ? { ...word, isElided: true } : word;
  });
}

const ENDINGS: Record<Exclude<Language, "en">, RegExp> = {
  de: /(?:ern|em|en|er|es|e|n|s)$/,
  es: /(?:as|os|es|a|o|e|s)$/,
  pt: /(?:as|os|es|a|o|e|s)$/,
  fr: /(?:ees|ee|es|s|x|e)$/,
  it: /[aeio]$/,
};

/** Takes off the endings of number, gender and the commonest verb forms; the same word always gives the same stem. */
export function stem(folded: string, language: Language): string {
  if (/\d/.test(folded) || folded.length <= 3) return folded;
  if (language === "en") return stemEnglish(folded);
  const cut = folded.replace(ENDINGS[language], "");
  return cut.length >= 3 ? cut : folded;
}

function stemEnglish(word: string): string {
  let stemmed = word;
  if (/[^aeiou]ies$/.test(stemmed)) stemmed = `${stemmed.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(stemmed)) stemmed = stemmed.slice(0, -2);
  else if (/[^suai]s$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  const verb = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(stemmed)?.[1];
  if (verb && verb.length >= 3) stemmed = verb;
  return stemmed.replace(/([bdfglmnprt])\1$/, "$1").replace(/(?<=...)e$/, "");
}

/**
 * Whether two words are so alike that one is likely the other mistyped: same first letter, one slip (a letter left out,
 * doubled, wrong or swapped with its neighbour), two in words of nine letters and more.
 */
export function isSlip(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || meant.length < 5 || word.length < 4) return false;
  if (word.startsWith(meant) && word.at(-1) !== word.at(-2)) return false;
  // In a short word a wrong letter makes another word ("watch", "match"); a missing or swapped one rarely does.
  if (meant.length <= 5 && word.length === meant.length && !isSwap(word, meant)) return false;
  const bound = meant.length >= 9 ? 2 : 1;
  return Math.abs(word.length - meant.length) <= bound && editDistance(word, meant) <= bound;
}

function isSwap(word: string, meant: string): boolean {
  return [...word].sort().join("") === [...meant].sort().join("");
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost one each. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
