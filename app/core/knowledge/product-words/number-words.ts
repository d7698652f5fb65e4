import type { Token } from "./tokens";

/**
 * Numerals that numbers below ten thousand are made of, in the six languages, folded, written together or apart:
 * "two hundred and fifty", "zweihundertfünfzig", "quatre-vingt-dix", "ciento veinte".
 */
const NUMERALS: Record<number, string> = {
  1: "one ein eins eine un une uno una um uma",
  2: "two zwei deux dos dois duas due",
  3: "three drei trois tres tre",
  4: "four vier quatre cuatro quatro quattro",
  5: "five fiver funf cinq cinco cinque",
  6: "six sechs sei seis",
  7: "seven sieben sept siete sete sette",
  8: "eight acht huit ocho oito otto",
  9: "nine neun neuf nueve nove",
  10: "ten tenner zehn dix diez dez dieci",
  11: "eleven elf onze once undici",
  12: "twelve zwolf douze doce doze dodici",
  13: "thirteen treize trece treze tredici",
  14: "fourteen quatorze catorce catorze quattordici",
  15: "fifteen quinze quince quindici",
  16: "sixteen sech seize dieciseis dezesseis sedici",
  17: "seventeen sieb diecisiete dezessete diciassette",
  18: "eighteen dieciocho dezoito diciotto",
  19: "nineteen diecinueve dezenove diciannove",
  20: "twenty zwanzig vingt veinte veint vinte venti vent",
  21: "veintiun veintiuno",
  25: "veinticinco",
  30: "thirty dreissig trente treinta trinta trenta trent",
  40: "forty fourty vierzig quarante cuarenta quarenta quaranta quarant",
  50: "fifty funfzig cinquante cincuenta cinquenta cinquanta cinquant",
  60: "sixty sechzig soixante sesenta sessenta sessanta sessant",
  70: "seventy siebzig septante setenta settanta settant",
  80: "eighty achtzig quatrevingt quatrevingts huitante ochenta oitenta ottanta ottant",
  90: "ninety neunzig nonante noventa novanta novant",
  100: "hundred hundert cent cents cien ciento cem cento",
  200: "doscientos doscientas duzentos duzentas",
  300: "trescientos trezentos",
  400: "cuatrocientos quatrocentos",
  500: "quinientos quinientas quinhentos quinhentas",
  1000: "thousand tausend mille mil mila",
};
const numerals = new Map(
  Object.entries(NUMERALS).flatMap(([value, names]) =>
    names.split(" ").map((name) => [name, Number(value)] as const),
  ),
);
const JOINTS = new Set(["and", "und", "et", "y", "e", "a"]);

/** The number that the words from this token on spell, and how many tokens it takes; null where they spell none. */
export function numberWordsAt(
  tokens: readonly Token[],
  index: number,
): { value: number; length: number } | null {
  const parts: number[] = [];
  let end = index;
  for (let at = index; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const isJoint = JOINTS.has(token.folded) || token.written === "-";
    if (isJoint && (parts.length > 0 || token.folded === "a")) continue;
    const pair =
      token.folded +
      (tokens[at + 1]?.written === "-" ? (tokens[at + 2]?.folded ?? "") : (tokens[at + 1]?.folded ?? ""));
    const isPair = /^quatrevingts?$/.test(pair);
    const values = isPair ? [80] : token.kind === "word" ? spelled(token.folded) : null;
    if (!values || !follows(parts.at(-1), values[0] ?? 0)) break;
    parts.push(...values);
    if (isPair) at += tokens[at + 1]?.written === "-" ? 2 : 1;
    end = at + 1;
  }
  const value = sum(parts);
  return value === null || parts.length === 0 ? null : { value, length: end - index };
}

/** "Hundred and twenty" is one number, "twenty and thirty" are two. */
function follows(last: number | undefined, next: number): boolean {
  return last === undefined || next < last || next === 100 || next === 1000;
}

/** The numerals that a word is made of, longest first: "zweihundertfunfzig" is 2, 100, 50. Null for other words. */
function spelled(word: string): number[] | null {
  const whole = numerals.get(word);
  if (whole !== undefined) return [whole];
  for (let cut = word.length - 1; cut > 1; cut -= 1) {
    const value = numerals.get(word.slice(0, cut));
    if (value === undefined) continue;
    const rest = spelled(word.slice(cut).replace(/^(?:und|i)(?=.{3})/, ""));
    if (rest) return [value, ...rest];
  }
  return null;
}

/** Adds up what follows, and multiplies by hundreds and thousands; the small numbers of "funfundzwanzig" may come first. */
function sum(parts: number[]): number | null {
  let total = 0;
  let group = 0;
  for (const part of parts) {
    if (part === 1000) {
      total += Math.max(group, 1) * 1000;
      group = 0;
    } else if (part === 100) {
      const units = group % 100;
      if (units > 9) return null;
      group = Math.max(units, 1) * 100;
    } else group += part;
  }
  const value = total + group;
  return value > 0 ? value : null;
}
