import type { Random } from "./random";
import type { Language, World } from "./world";

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

export const COLOURS: Record<Language, Record<string, string>> = {
  en: {
    red: "red",
    blue: "blue",
    green: "green",
    black: "black",
    white: "white",
    yellow: "yellow",
    grey: "grey",
    brown: "brown",
    purple: "purple",
    pink: "pink",
  },
  es: {
    red: "rojo",
    blue: "azul",
    green: "verde",
    black: "negro",
    white: "blanco",
    yellow: "amarillo",
    grey: "gris",
    brown: "marrón",
    purple: "morado",
    pink: "rosa",
  },
  fr: {
    red: "rouge",
    blue: "bleu",
    green: "vert",
    black: "noir",
    white: "blanc",
    yellow: "jaune",
    grey: "gris",
    brown: "marron",
    purple: "violet",
    pink: "rose",
  },
  de: {
    red: "Rot",
    blue: "Blau",
    green: "Grün",
    black: "Schwarz",
    white: "Weiß",
    yellow: "Gelb",
    grey: "Grau",
    brown: "Braun",
    purple: "Lila",
    pink: "Rosa",
  },
  pt: {
    red: "vermelho",
    blue: "azul",
    green: "verde",
    black: "preto",
    white: "branco",
    yellow: "amarelo",
    grey: "cinza",
    brown: "marrom",
    purple: "roxo",
    pink: "rosa",
  },
  it: {
    red: "rosso",
    blue: "blu",
    green: "verde",
    black: "nero",
    white: "bianco",
    yellow: "giallo",
    grey: "grigio",
    brown: "marrone",
    purple: "viola",
    pink: "rosa",
  },
};

type State = "in_transit" | "delivered" | "unfulfilled" | "cancelled";
/** What is said of an order in each state; `never` of none of these. */
export const STATES: Record<Language, Record<State | "never", string[]>> = {
  en: {
    in_transit: ["is on its way", "is in transit", "has been shipped and is on its way to you"],
    delivered: ["has been delivered", "was delivered", "has arrived"],
    unfulfilled: ["has not been shipped yet", "is still being prepared"],
    cancelled: ["has been cancelled", "was canceled"],
    never: [
      "has been refunded",
      "was returned to sender",
      "is stuck in customs",
      "is ready for pickup",
      "is lost",
      "is on hold",
    ],
  },
  es: {
    in_transit: ["está en camino", "está en tránsito"],
    delivered: ["ha sido entregado", "ya fue entregado"],
    unfulfilled: ["todavía no ha sido enviado", "está en preparación"],
    cancelled: ["ha sido cancelado", "fue cancelado"],
    never: ["ha sido reembolsado", "está retenido en la aduana", "está listo para recoger", "se ha perdido"],
  },
  fr: {
    in_transit: ["est en route", "est en transit"],
    delivered: ["a été livrée", "est arrivée"],
    unfulfilled: ["n'a pas encore été expédiée", "est en cours de préparation"],
    cancelled: ["a été annulée", "est annulée"],
    never: ["a été remboursée", "est bloquée à la douane", "a été déposée chez un voisin", "est perdue"],
  },
  de: {
    in_transit: ["ist unterwegs", "ist auf dem Weg und noch unterwegs"],
    delivered: ["wurde zugestellt", "ist angekommen"],
    unfulfilled: ["wurde noch nicht versandt", "ist noch in Bearbeitung"],
    cancelled: ["wurde storniert", "ist storniert"],
    never: [
      "wurde erstattet",
      "liegt beim Zoll",
      "wurde beim Nachbarn abgegeben",
      "ist verloren gegangen",
      "ist abholbereit",
    ],
  },
  pt: {
    in_transit: ["está a caminho", "está em trânsito"],
    delivered: ["foi entregue", "já chegou ao destino e foi entregue"],
    unfulfilled: ["ainda não foi enviado", "está em preparação"],
    cancelled: ["foi cancelado", "está cancelado"],
    never: ["foi reembolsado", "está retido na alfândega", "foi extraviado", "está pronto para retirada"],
  },
  it: {
    in_transit: ["è in viaggio", "è in transito"],
    delivered: ["è stato consegnato", "è arrivato"],
    unfulfilled: ["non è ancora stato spedito", "è in preparazione"],
    cancelled: ["è stato annullato", "risulta annullato"],
    never: ["è stato rimborsato", "è fermo in dogana", "è stato smarrito", "è pronto per il ritiro"],
  },
};
