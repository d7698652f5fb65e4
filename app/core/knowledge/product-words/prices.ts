import { type Amount, amountAt } from "./amounts";
import {
  AROUND,
  AT_LEAST,
  AT_MOST,
  BETWEEN,
  BUDGET,
  FROM,
  OR_LESS,
  OR_MORE,
  TO,
  trailingLength,
} from "./comparisons";
import { createPhraseList } from "./phrase-list";
import type { Token } from "./tokens";

/** What a text wants to pay, in major units. */
export interface PriceWish {
  min: number | null;
  max: number | null;
  /** ISO codes that may be meant; null where no currency is named. */
  codes: readonly string[] | null;
  /** Tokens. */
  length: number;
}

/** How far from "around 100" a price may lie. */
const TOLERANCE = 0.2;

/** Things that are counted: "under 5 years" and "up to 10 people" are no prices. */
const COUNTED = createPhraseList(
  `years, year, months, month, weeks, days, hours, hour, minutes, people, persons, person, players, player, pieces, piece, seats, ports, cups, pages,
  layers, items, pairs, inches, watts, degrees, kids, children, guests, jahre, jahren, monate, monaten, stunden, personen, spieler, spielern, teile,
  ans, mois, heures, personnes, joueurs, pièces, tasses, años, meses, horas, personas, jugadores, piezas, tazas, anos, pessoas, jogadores, peças,
  anni, mesi, ore, persone, giocatori, pezzi, tazze`,
);
/** Small words that may follow a price; any other word after a bare figure is likely what the figure counts. */
const GOES_ON = createPhraseList(
  "for, with, in, and, or, that, which, please, on, für, mit, und, bitte, pour, avec, et, para, con, y, com, e, per, de, en, em",
);

/** The price that the words from this token on ask for; null where they ask for none. */
export function priceAt(tokens: readonly Token[], index: number): PriceWish | null {
  return (
    betweenAt(tokens, index) ??
    boundAt(tokens, index) ??
    aroundAt(tokens, index) ??
    rangeAt(tokens, index) ??
    trailingAt(tokens, index)
  );
}

/** A sum without a word that bounds it, such as "$50 headphones": about that much. */
export function plainPriceAt(tokens: readonly Token[], index: number): PriceWish | null {
  const amount = amountAt(tokens, index);
  return amount?.codes ? around(amount, amount.length) : null;
}

function betweenAt(tokens: readonly Token[], index: number): PriceWish | null {
  const between = BETWEEN.lengthAt(tokens, index);
  const lead = between || FROM.lengthAt(tokens, index);
  const range = lead > 0 ? sumsAt(tokens, index + lead) : null;
  if (!range || (between === 0 && range.codes === null)) return null;
  return isCounted(tokens, index + lead + range.length, range.codes)
    ? null
    : { ...range, length: lead + range.length };
}

/** "30-40 €"; without a currency only where nothing follows that the figures may count ("2-3 seater"). */
function rangeAt(tokens: readonly Token[], index: number): PriceWish | null {
  const range = sumsAt(tokens, index);
  if (!range) return null;
  const next = tokens[index + range.length];
  const isDash = /^[-–—]$/.test(tokens[index + 1]?.written ?? "");
  const isBare =
    range.codes === null && (!isDash || next !== undefined || index === 0 || (range.min ?? 0) < 5);
  return isBare || tokens[index - 1]?.written === "-" ? null : range;
}

function sumsAt(tokens: readonly Token[], index: number): PriceWish | null {
  const low = amountAt(tokens, index);
  const joint = low ? TO.lengthAt(tokens, index + low.length) : 0;
  const high = low && joint > 0 ? amountAt(tokens, index + low.length + joint) : null;
  if (!low || !high || low.value >= high.value) return null;
  return {
    min: low.value,
    max: high.value,
    codes: low.codes ?? high.codes,
    length: low.length + joint + high.length,
  };
}

function boundAt(tokens: readonly Token[], index: number): PriceWish | null {
  for (const [phrases, side] of [
    [AT_MOST, "max"],
    [AT_LEAST, "min"],
    [FROM, "min"],
    [BUDGET, "max"],
  ] as const) {
    const lead = phrases.lengthAt(tokens, index);
    const at = lead > 0 ? index + lead + skipSmall(tokens, index + lead) : index;
    const amount = lead > 0 ? amountAt(tokens, at) : null;
    if (!amount) continue;
    const end = at + amount.length;
    const isMoney =
      amount.codes !== null ||
      phrases === AT_MOST ||
      (phrases === AT_LEAST && endsOrGoesOn(tokens, end)) ||
      isBudget(tokens, index);
    if (!isMoney || isCounted(tokens, end, amount.codes)) continue;
    return bound(side, amount, end - index);
  }
  return null;
}

/** "Budget 50" is money; "for 50" may be anything. */
function isBudget(tokens: readonly Token[], index: number): boolean {
  return /^(?:budget|presupuesto|orcamento)$/.test(tokens[index]?.folded ?? "");
}

/** "Under a 50", "unter den 50", "budget: 50". */
function skipSmall(tokens: readonly Token[], index: number): number {
  return /^(?::|the|den|les|los|os|is|of|about|around|etwa)$/.test(tokens[index]?.folded ?? "") ? 1 : 0;
}

function aroundAt(tokens: readonly Token[], index: number): PriceWish | null {
  const lead = AROUND.lengthAt(tokens, index);
  const amount = lead > 0 ? amountAt(tokens, index + lead) : null;
  if (!amount) return null;
  const end = index + lead + amount.length;
  const isMoney = amount.codes !== null || (amount.value >= 5 && endsOrGoesOn(tokens, end));
  return isMoney && !isCounted(tokens, end, amount.codes) ? around(amount, end - index) : null;
}

/** "50 or less", "100 euros max". */
function trailingAt(tokens: readonly Token[], index: number): PriceWish | null {
  const amount = amountAt(tokens, index);
  if (!amount) return null;
  const at = index + amount.length;
  const less = trailingLength(OR_LESS, tokens, at);
  if (less > 0) return bound("max", amount, amount.length + less);
  const more = trailingLength(OR_MORE, tokens, at);
  return more > 0 && endsOrGoesOn(tokens, at + more) ? bound("min", amount, amount.length + more) : null;
}

function bound(side: "min" | "max", { value, codes }: Amount, length: number): PriceWish {
  return { min: side === "min" ? value : null, max: side === "max" ? value : null, codes, length };
}

function around({ value, codes }: Amount, length: number): PriceWish {
  return { min: value * (1 - TOLERANCE), max: value * (1 + TOLERANCE), codes, length };
}

function isCounted(tokens: readonly Token[], index: number, codes: readonly string[] | null): boolean {
  return codes === null && COUNTED.lengthAt(tokens, index) > 0;
}

function endsOrGoesOn(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index];
  return next === undefined || next.kind === "sign" || GOES_ON.lengthAt(tokens, index) > 0;
}
