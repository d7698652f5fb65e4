import { fold } from "~/lib/words";

/** A number as people write it: groups of three may be set off, decimals follow a point or comma. */
export const NUMBER = String.raw`\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+(?:[.,]\d{1,3})?(?!\d)|\d+(?:[.,]\d{1,3})?(?!\d)`;

/** What a number may mean: "1.299" is read both as thousands and as decimals, since nothing in it says which. */
export function readNumber(text: string): number[] {
  const plain = text.replace(/['’ \u00a0\u202f]/g, "");
  const separators = plain.match(/[.,]/g) ?? [];
  if (separators.length === 0) return [Number(plain)];
  const lastAt = Math.max(plain.lastIndexOf("."), plain.lastIndexOf(","));
  const decimals = plain.length - lastAt - 1;
  const asDecimal = Number(`${plain.slice(0, lastAt).replace(/[.,]/g, "")}.${plain.slice(lastAt + 1)}`);
  const asThousands = Number(plain.replace(/[.,]/g, ""));
  if (decimals !== 3) return [asDecimal];
  const isMixed = new Set(separators).size > 1;
  if (isMixed) return [asDecimal];
  return separators.length > 1 ? [asThousands] : [asThousands, asDecimal];
}

/** A number written as another one is: with its separators and as many decimals as the currency has. */
export function writeLike(model: string, value: string): string {
  const usesComma = /,\d{1,2}$/.test(model) || /\.\d{3}(?:,|$)/.test(model);
  const [whole = "", decimals] = value.split(".");
  const grouped =
    /\d[.,'’ {3}]\d{3}/.test(model) || whole.length > 3 ? group(whole, usesComma ? "." : ",") : whole;
  const isBare = !/[.,]\d{1,2}$/.test(model) && Number(decimals ?? 0) === 0;
  return decimals === undefined || isBare ? grouped : `${grouped}${usesComma ? "," : "."}${decimals}`;
}

function group(whole: string, separator: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** Numbers to twelve (and a few more) in words, by folded word. "One" and its like are left out: they are articles too. */
export const NUMBER_WORDS = new Map<string, number>(
  [
    "2 two dos deux zwei dois duas due",
    "3 three tres trois drei tre",
    "4 four cuatro quatre vier quatro quattro",
    "5 five cinco cinq funf cinque",
    "6 six seis sechs sei",
    "7 seven siete sept sieben sete sette",
    "8 eight ocho huit acht oito otto",
    "9 nine nueve neuf neun nove",
    "10 ten diez dix zehn dez dieci",
    "11 eleven once onze elf undici",
    "12 twelve doce douze zwolf doze dodici",
    "14 fourteen catorce quatorze vierzehn quattordici",
    "15 fifteen quince quinze funfzehn quindici",
    "20 twenty veinte vingt zwanzig vinte venti",
    "30 thirty treinta trente dreissig trinta trenta",
    "60 sixty sesenta soixante sechzig sessenta sessanta",
    "90 ninety noventa neunzig novanta",
    "100 hundred cien cent hundert cem cento",
  ].flatMap((line) => {
    const [number = "", ...names] = line.split(" ");
    return names.map((name) => [fold(name), Number(number)] as const);
  }),
);

export const NUMBER_WORD = [...NUMBER_WORDS.keys()].join("|");
