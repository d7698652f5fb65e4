import type { Random } from "./random";
import type { Language, World } from "./world-shape";

/** How figures are written: the many ways of shops, shoppers and models. */

const LOCALES: Record<Language, string> = {
  en: "en-US",
  es: "es-ES",
  fr: "fr-FR",
  de: "de-DE",
  pt: "pt-BR",
  it: "it-IT",
};

export function writeMoney(amount: number, world: World, random: Random): string {
  const { language, currency, decimals } = world;
  const plain = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  const styled = new Intl.NumberFormat(LOCALES[language], {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
  });
  const ways = [
    styled.format(amount),
    `${plain.format(amount)} ${currency}`,
    `${currency} ${amount.toFixed(decimals)}`,
    `**${styled.format(amount)}**`,
    ...(Number.isInteger(amount) && decimals > 0 && currency === "EUR" ? [`${amount},- €`] : []),
  ];
  return random.pick(ways).replace(/\u202f/g, " ");
}

export function writeDate(date: Date, { language, timezone }: World, random: Random): string {
  const styles: Intl.DateTimeFormatOptions[] = [
    { day: "numeric", month: "long" },
    { day: "numeric", month: "long", year: "numeric" },
    { weekday: "long", day: "numeric", month: "long" },
    ...(language === "en" || language === "de" ? [{ day: "numeric", month: "short" } as const] : []),
  ];
  return new Intl.DateTimeFormat(LOCALES[language], { ...random.pick(styles), timeZone: timezone }).format(
    date,
  );
}

export function writeWeekday(date: Date, { language, timezone }: World): string {
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: "long", timeZone: timezone }).format(date);
}

const NUMBERS: Record<Language, Record<number, string>> = {
  en: {
    2: "two",
    3: "three",
    5: "five",
    7: "seven",
    10: "ten",
    12: "twelve",
    14: "fourteen",
    21: "twenty-one",
    28: "twenty-eight",
    30: "thirty",
    45: "forty-five",
    60: "sixty",
    90: "ninety",
    100: "a hundred",
  },
  es: {
    2: "dos",
    3: "tres",
    5: "cinco",
    7: "siete",
    10: "diez",
    12: "doce",
    14: "catorce",
    21: "veintiún",
    28: "veintiocho",
    30: "treinta",
    45: "cuarenta y cinco",
    60: "sesenta",
    90: "noventa",
    100: "cien",
  },
  fr: {
    2: "deux",
    3: "trois",
    5: "cinq",
    7: "sept",
    10: "dix",
    12: "douze",
    14: "quatorze",
    21: "vingt et un",
    28: "vingt-huit",
    30: "trente",
    45: "quarante-cinq",
    60: "soixante",
    90: "quatre-vingt-dix",
    100: "cent",
  },
  de: {
    2: "zwei",
    3: "drei",
    5: "fünf",
    7: "sieben",
    10: "zehn",
    12: "zwölf",
    14: "vierzehn",
    21: "einundzwanzig",
    28: "achtundzwanzig",
    30: "dreißig",
    45: "fünfundvierzig",
    60: "sechzig",
    90: "neunzig",
    100: "hundert",
  },
  pt: {
    2: "dois",
    3: "três",
    5: "cinco",
    7: "sete",
    10: "dez",
    12: "doze",
    14: "catorze",
    21: "vinte e um",
    28: "vinte e oito",
    30: "trinta",
    45: "quarenta e cinco",
    60: "sessenta",
    90: "noventa",
    100: "cem",
  },
  it: {
    2: "due",
    3: "tre",
    5: "cinque",
    7: "sette",
    10: "dieci",
    12: "dodici",
    14: "quattordici",
    21: "ventuno",
    28: "ventotto",
    30: "trenta",
    45: "quarantacinque",
    60: "sessanta",
    90: "novanta",
    100: "cento",
  },
};

/** In digits, or in words where they are known. */
export function writeCount(count: number, { language }: World, random: Random): string {
  const word = NUMBERS[language][count];
  return word !== undefined && random.next() < 0.35 ? word : String(count);
}

/** The same to a reader, another thing to a pattern. */
export function disguise(text: string, random: Random): string {
  const ways: ((text: string) => string)[] = [
    (plain) => plain.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    (plain) => plain.replace(/(\d)(\d)/, "$1\u200b$2"),
    (plain) => plain.replace(/(\d)(\d)/, "**$1**$2"),
    (plain) => plain.replace(/\d/, (digit) => `&#${48 + Number(digit)};`),
    (plain) => plain.replace(/\d/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit))),
    (plain) => plain.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
    (plain) => plain.replace(/(\d)(\d)/, "$1\u00ad$2"),
    (plain) => plain.replace(/\d/g, (digit) => `${digit}\ufe0f\u20e3`),
    (plain) => plain.replace(/(\d)(\d)/, "_$1_$2"),
  ];
  return /\d/.test(text) ? random.pick(ways)(text) : text;
}
