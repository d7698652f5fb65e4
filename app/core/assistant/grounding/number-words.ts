import type { CheckedLanguage } from "./sentence-language";

/**
 * Numbers in words. Each language has its parts: what is below twenty, the tens, and what multiplies. A word is a
 * number when it falls whole into parts ("neunundvierzig", "quarantanove"); several words are one when each goes on from
 * the one before ("two hundred and five", "quatre-vingt-dix-neuf").
 */
const UNITS: Record<CheckedLanguage, string> = {
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  es: "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
  fr: "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize - - -",
  de: "null ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn",
  pt: "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove",
  it: "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove",
};
const TENS: Record<CheckedLanguage, string> = {
  en: "twenty thirty forty fifty sixty seventy eighty ninety",
  es: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
  fr: "vingt trente quarante cinquante soixante septante huitante nonante",
  de: "zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig",
  pt: "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
  it: "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
};
const OTHERS: Record<CheckedLanguage, string> = {
  en: "a:1 hundred:h thousand:t dozen:12 couple:2 fortnight:2w",
  es: "una:1 un:1 veintiun:21 veintiuno:21 veintiuna:21 veintidos:22 veintitres:23 veinticuatro:24 veinticinco:25 veintiseis:26 veintisiete:27 veintiocho:28 veintinueve:29 cien:100 ciento:100 doscientos:200 doscientas:200 trescientos:300 trescientas:300 cuatrocientos:400 quinientos:500 seiscientos:600 setecientos:700 ochocientos:800 novecientos:900 mil:t docena:12",
  fr: "une:1 vingts:20 cent:h cents:h mille:t douzaine:12 quinzaine:15",
  de: "eins:1 eine:1 hundert:h tausend:t dutzend:12",
  pt: "uma:1 duas:2 dezasseis:16 dezassete:17 dezanove:19 quatorze:14 cem:100 cento:100 duzentos:200 duzentas:200 trezentos:300 trezentas:300 quatrocentos:400 quinhentos:500 seiscentos:600 setecentos:700 oitocentos:800 novecentos:900 mil:t duzia:12",
  it: "un:1 una:1 vent:20 trent:30 quarant:40 cinquant:50 sessant:60 settant:70 ottant:80 novant:90 cento:h mille:t mila:t dozzina:12",
};
/** What may stand between two words of a number, besides a hyphen. */
const AND: Record<CheckedLanguage, string> = { en: "and", es: "y", fr: "et", de: "und", pt: "e", it: "e" };
/** Other words too, in another of the languages: they count in sentences of their own only. */
const SHARED = new Set(
  "once due sei dois mila vent trent quarant null otto cent cents mil un una uno une um uma ein eine a elf sept dix six couple".split(
    " ",
  ),
);

type Part = number | "hundred" | "thousand";

const PARTS = Object.fromEntries(
  (Object.keys(UNITS) as CheckedLanguage[]).map((language) => [language, partsOf(language)]),
) as Record<CheckedLanguage, Map<string, Part>>;

function partsOf(language: CheckedLanguage): Map<string, Part> {
  const parts = new Map<string, Part>();
  UNITS[language].split(" ").forEach((word, value) => {
    if (word !== "-") parts.set(word, value);
  });
  TENS[language].split(" ").forEach((word, index) => {
    parts.set(word, (index + 2) * 10);
  });
  for (const entry of OTHERS[language].split(" ")) {
    const [word = "", value = ""] = entry.split(":");
    if (value === "h" || value === "t") parts.set(word, value === "h" ? "hundred" : "thousand");
    else if (!value.endsWith("w")) parts.set(word, Number(value));
  }
  return parts;
}

interface NumberWord {
  start: number;
  end: number;
  parts: Part[];
  word: string;
}

export interface FoundNumber {
  start: number;
  end: number;
  value: number;
}

/** Numbers of two and more in words in folded text; "one" and its like are articles unless they are part of a greater one. */
export function findNumberWords(folded: string, language: CheckedLanguage): FoundNumber[] {
  const found: FoundNumber[] = [];
  let run: NumberWord[] = [];
  const close = () => {
    found.push(...readRun(run, folded, language));
    run = [];
  };
  for (const match of folded.matchAll(/\p{L}+/gu)) {
    const word = match[0];
    const parts = splitNumber(word, language);
    const last = run.at(-1);
    const gap = last ? folded.slice(last.end, match.index) : "";
    if (word === "dozen" && /half[- ]$/.test(folded.slice(0, match.index))) {
      close();
      found.push({ start: match.index - "half-".length, end: match.index + word.length, value: 6 });
      continue;
    }
    if (word === AND[language] && last && /^[ -]$/.test(gap)) continue;
    const joins = last !== undefined && new RegExp(`^[ \u00a0-](?:${AND[language]}[ \u00a0-])?$`).test(gap);
    if (!parts || (last && !joins)) close();
    if (parts) run.push({ start: match.index, end: match.index + word.length, parts, word });
  }
  close();
  return found;
}

const MIN_COMPOUND = 9;

const known = new Map<string, Part[] | null>();
const MAX_KNOWN = 20_000;

/** The parts of a word that is a number; null when it is none. The same words come again and again. */
function splitNumber(word: string, language: CheckedLanguage): Part[] | null {
  const key = `${language} ${word}`;
  const former = known.get(key);
  if (former !== undefined) return former;
  const parts = readParts(word, language);
  if (known.size < MAX_KNOWN) known.set(key, parts);
  return parts;
}

function readParts(word: string, language: CheckedLanguage): Part[] | null {
  const whole = PARTS[language].get(word);
  if (whole !== undefined) return [whole];
  for (const [other, parts] of Object.entries(PARTS)) {
    const part = parts.get(word);
    if (other !== language && part !== undefined && !SHARED.has(word)) return [part];
  }
  // Long ones are no other word in any language.
  const compounding = (["de", "it"] as const).filter(
    (each) => each === language || word.length >= MIN_COMPOUND,
  );
  for (const each of compounding) {
    const split = splitCompound(word, PARTS[each], each);
    if (split) return split;
  }
  return null;
}

function splitCompound(word: string, parts: Map<string, Part>, language: CheckedLanguage): Part[] | null {
  if (word === "") return [];
  for (let length = Math.min(word.length, 12); length >= 2; length -= 1) {
    const part = parts.get(word.slice(0, length));
    if (part === undefined) continue;
    let rest = word.slice(length);
    // "Neunundvierzig" puts its units first.
    if (language === "de" && rest.startsWith("und") && typeof part === "number" && part < 10) {
      const tens = splitCompound(rest.slice(3), parts, language);
      if (tens?.length && typeof tens[0] === "number" && tens[0] >= 20) {
        return [tens[0] + part, ...tens.slice(1)];
      }
    }
    if (language === "de" && rest.startsWith("und")) rest = rest.slice(3);
    const others = splitCompound(rest, parts, language);
    if (others) return [part, ...others];
  }
  return null;
}

function readRun(run: readonly NumberWord[], folded: string, language: CheckedLanguage): FoundNumber[] {
  const found: FoundNumber[] = [];
  let from = 0;
  while (from < run.length) {
    let to = from + 1;
    let value = evaluate(run[from]?.parts ?? []);
    for (let next = to; next < run.length; next += 1) {
      const longer = evaluate(run.slice(from, next + 1).flatMap(({ parts }) => parts));
      if (longer === null) break;
      value = longer;
      to = next + 1;
    }
    const [first, last] = [run[from], run[to - 1]];
    const isBareOne = to === from + 1 && value === 1;
    if (first && last && value !== null && !isBareOne && !isOtherWord(first, folded, language)) {
      found.push({ start: first.start, end: last.end, value });
    }
    from = to;
  }
  return found;
}

/** "Sei" is "you are" in Italian too, "due" is owed in English: not before what could be counted. */
function isOtherWord({ word, end }: NumberWord, folded: string, language: CheckedLanguage): boolean {
  if (word === "sei" && language === "it")
    return /^ (?:il|la|un|una|stat|sicur|pront)/.test(folded.slice(end));
  return word === "couple" && !/^ of/.test(folded.slice(end));
}

/** What parts come to; null when one does not go on from the one before ("two three"). */
function evaluate(parts: readonly Part[]): number | null {
  let total = 0;
  let current = 0;
  /** What may still be added: less than this. */
  let room = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part === "thousand") {
      if (total > 0) return null;
      total = Math.max(current, 1) * 1000;
      current = 0;
      room = 1000;
    } else if (part === "hundred") {
      if (current >= 20) return null;
      current = Math.max(current, 1) * 100;
      room = 100;
    } else if (part === 20 && current % 100 === 4) {
      // "Quatre-vingt"
      current = current - 4 + 80;
      room = 20;
    } else {
      if (part >= room) return null;
      current += part;
      room = roomAfter(part, current);
    }
  }
  return total + current;
}

function roomAfter(part: number, current: number): number {
  if (part >= 100) return 100;
  // "Dix-sept", "quatre-vingt-dix-neuf"
  if (part === 10) return 10;
  if (part < 20 || part % 10 !== 0) return 0;
  // "Soixante-dix", "quatre-vingt-dix"
  return current % 100 === 60 || current % 100 === 80 ? 20 : 10;
}
