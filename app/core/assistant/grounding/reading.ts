import { fold } from "~/lib/words";
import { findNumberWords } from "./number-words";
import type { CheckedLanguage } from "./sentence-language";

/** A text as the checks read it, and where each of its characters stands in the text that was written. */
export interface Reading {
  text: string;
  /** As long as the text, place by place, in lower case without accents. */
  folded: string;
  /** The places in the written text that a stretch of the reading stands for. */
  written(start: number, end: number): { start: number; end: number };
}

interface Draft {
  text: string;
  folded: string;
  from: number[];
  to: number[];
}

/**
 * Makes plain what is written in a way that figures can hide in: digits of other scripts and shapes, emphasis in the
 * midst of a number, "49,-", numbers in words. Link targets become blanks, since where a link leads says nothing of facts.
 */
export function readAs(written: string, language: CheckedLanguage | null): Reading {
  let draft = startDraft(blankTargets(written));
  if (!PLAIN.test(written)) for (const [pattern, by] of REWRITES) draft = rewrite(draft, pattern, by);
  draft = foldInPlace(draft);
  for (const [pattern, by] of PHRASES) draft = rewrite(draft, pattern, by);
  if (language) draft = writeDigits(draft, language);
  for (const [pattern, by] of ARTICLES) draft = rewrite(draft, pattern, by);
  const { text, folded, from, to } = draft;
  return {
    text,
    folded,
    written: (start, end) => ({
      start: from[start] ?? written.length,
      end: end > start ? (to[end - 1] ?? written.length) : (from[start] ?? written.length),
    }),
  };
}

/** Nothing in it that could be rewritten. */
const PLAIN = /^(?:(?!ß)[\p{Script=Latin}0-9\s"'()/:;?!#$%&+@€£[\]–-]|[.,](?![-–=]))*$/u;

/** Over the text as it is written. */
const REWRITES: [RegExp, (match: RegExpExecArray) => string][] = [
  [/ß/gu, () => "ss"],
  // Keycaps and other shapes that are put upon digits.
  [/[\ufe00-\ufe0f\u20e3]/gu, () => ""],
  [/(?<=\d)([⁰¹²³⁴-⁹]{2})(?!\d)/gu, ([, cents = ""]) => `.${cents.normalize("NFKC")}`],
  [/[\uff01-\uff5e]/gu, ([wide]) => wide.normalize("NFKC")],
  [/(?<=\d)\s?([½¼¾])/gu, ([, part = ""]) => FRACTIONS[part] ?? ""],
  [/[½¼¾]/gu, ([part]) => `0${FRACTIONS[part] ?? ""}`],
  [/(?![0-9])\p{Nd}/gu, ([digit]) => plainDigit(digit)],
  [/(?![½¼¾⅓⅔⅛])\p{No}/gu, ([number]) => number.normalize("NFKC").replace(/\D/g, " ")],
  [/\*+|~~|`+|\\(?=\S)/gu, () => ""],
  [/(?<=\d)_+(?=\d)|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, () => ""],
  [/[\u2010-\u2012\u2212](?=[\p{L}\p{N}])/gu, () => "-"],
  [/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu, () => " "],
  // "49,-" and "49.--".
  [/(?<=\d)[.,](?:[-–—]{1,2}|=)(?!\d)/gu, () => ""],
  [/(?<=\d) ?([.,]) ?(?=\d{2}(?:\s?[€$£]|\s?(?:EUR|USD)))/gu, ([, sign = ""]) => sign],
];

const FRACTIONS: Record<string, string> = { "½": ".5", "¼": ".25", "¾": ".75" };

/** Over folded text: shares that have a name. */
const PHRASES: [RegExp, (match: RegExpExecArray) => string][] = [
  [
    /\b(?:half[ -](?:price|off|the price)|(?:zum )?halben? preis|mitad de precio|a mitad|moitie prix|metade do preco|meta prezzo)\b/gu,
    () => "50% off",
  ],
  [/\b(?:a|one) third (?:off|less|cheaper)\b/gu, () => "33% off"],
  [/\b(?:a|one) quarter (?:off|less|cheaper)\b/gu, () => "25% off"],
  [/\b(?:a )?fortnight\b/gu, () => "14 days"],
  [
    /\b(?:half a year|ein halbes jahr|halbes jahr|medio ano|meio ano|mezzo anno|six months|semestre)\b/gu,
    () => "6 months",
  ],
];

const UNIT_OF_TIME =
  "day|week|month|year|dia|semana|mes|ano|jour|semaine|mois|an|annee|tage?s?|woche|monat|jahr|giorno|settimana|mese|anno";
/** "Within a week", "one-year": one, where it counts. */
const ARTICLES: [RegExp, (match: RegExpExecArray) => string][] = [
  [
    new RegExp(
      `(?<=\\b(?:within|in|takes?|up to|after|for|than|lasts?|innerhalb|binnen|nach|fur|mit|in|dauert|en|dentro de|tarda|durante|de|dans|sous|pendant|apres|em|por|leva|entro|dopo|per|with|about) )(?:an?|one|eine[rmns]?|un[ae]?|uno|uma?)(?=[ -](?:(?:business|working|full|whole|single) )?(?:${UNIT_OF_TIME})(?:en|s|n)?\\b)`,
      "gu",
    ),
    () => "1",
  ],
  // "A full year", "ein Jahr lang", "un an": unless it says how often.
  [
    new RegExp(
      `(?<!\\b(?:once|twice|times|per|mal|zweimal|fois|veces?|vez|vezes|volt[ae]|every|jedes|half|halbes|such|what|\\d)\\s)\\b(?:an?|eine[rmns]?|ein|un[ae]?|uno|uma?)(?=[ -](?:(?:(?:full|whole|entire|ganze[sn]?|volle[sn]?) )(?:${UNIT_OF_TIME})|year|month|jahr|monat|an|annee|mois|ano|mes|anno|mese)\\b)`,
      "gu",
    ),
    () => "1",
  ],
  [new RegExp(`\\bone(?=[ -](?:${UNIT_OF_TIME}|dollar|euro|pound|hundred|percent)\\b)`, "gu"), () => "1"],
];

/** The digit of another script: their tens begin where the code point ends in 0 or 6. */
function plainDigit(digit: string): string {
  const plain = digit.normalize("NFKC");
  if (/^\d$/.test(plain)) return plain;
  const point = digit.codePointAt(0) ?? 0;
  const low = point & 15;
  const zero = /\p{Nd}/u.test(String.fromCodePoint(point - low)) ? low : low - 6;
  return String(Math.max(0, Math.min(9, zero)));
}

function blankTargets(text: string): string {
  return text.replace(/(?<=\])\([^()\s]*\)|\bhttps?:\S+/gi, (target) => " ".repeat(target.length));
}

function startDraft(text: string): Draft {
  const places = Array.from({ length: text.length }, (_, at) => at);
  return { text, folded: text, from: places, to: places.map((at) => at + 1) };
}

function foldInPlace(draft: Draft): Draft {
  const { text } = draft;
  if (!/[^\t\n\r -~]/.test(text)) return { ...draft, folded: text.toLowerCase() };
  let folded = "";
  for (const unit of text.split("")) {
    const simple = fold(unit).replaceAll("’", "'");
    folded += simple.length === 1 ? simple : unit;
  }
  return { ...draft, folded };
}

function writeDigits(draft: Draft, language: CheckedLanguage): Draft {
  return replace(
    draft,
    findNumberWords(draft.folded, language).map(({ start, end, value }) => ({
      start,
      end,
      by: String(value),
    })),
  );
}

function rewrite(draft: Draft, pattern: RegExp, by: (match: RegExpExecArray) => string): Draft {
  if (draft.folded.search(pattern) === -1) return draft;
  return replace(
    draft,
    [...draft.folded.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      by: by(match),
    })),
  );
}

function replace(draft: Draft, changes: readonly { start: number; end: number; by: string }[]): Draft {
  if (changes.length === 0) return draft;
  const next: Draft = { text: "", folded: "", from: [], to: [] };
  let at = 0;
  const copy = (until: number) => {
    next.text += draft.text.slice(at, until);
    next.folded += draft.folded.slice(at, until);
    for (let place = at; place < until; place += 1) {
      next.from.push(draft.from[place] ?? 0);
      next.to.push(draft.to[place] ?? 0);
    }
  };
  for (const { start, end, by } of changes) {
    copy(start);
    next.text += by;
    next.folded += by;
    for (let unit = 0; unit < by.length; unit += 1) {
      next.from.push(draft.from[start] ?? 0);
      next.to.push(draft.to[end - 1] ?? 0);
    }
    at = end;
  }
  copy(draft.text.length);
  return next;
}
