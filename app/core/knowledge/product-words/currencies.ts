import type { Token } from "./tokens";

const DOLLARS = "USD CAD AUD NZD SGD HKD TWD";
const PESOS = "MXN ARS CLP COP UYU DOP PHP";

/** What people call money, folded, and the ISO 4217 codes that may be meant. */
const NAMES: [names: string, codes: string][] = [
  ["$", `${DOLLARS} ${PESOS} BRL`],
  ["dollar dollars buck bucks dolar dolares dollari dollaro", DOLLARS],
  ["€ euro euros", "EUR"],
  ["£ pound pounds quid pfund libra libras livres sterling sterline sterlina", "GBP"],
  ["¥ yen yens", "JPY CNY"],
  ["franken sfr fr", "CHF"],
  ["reais", "BRL"],
  ["peso pesos", PESOS],
  ["kr kronen kronor kroner kroon", "SEK NOK DKK ISK"],
  ["zl zloty zlotys zlotych", "PLN"],
  ["₹ rs rupee rupees rupien", "INR PKR"],
  ["₽ rubel rubles", "RUB"],
  ["₺ lira liras", "TRY"],
  ["₩ won", "KRW"],
  ["kc koruna korun", "CZK"],
  ["forint", "HUF"],
];
const ISO =
  "USD CAD AUD NZD SGD HKD TWD EUR GBP JPY CNY CHF BRL MXN ARS CLP COP UYU DOP PHP SEK NOK DKK ISK PLN INR PKR RUB TRY KRW CZK HUF ZAR ILS AED SAR KWD THB IDR MYR VND RON BGN UAH EGP NGN";
const CENTS = new Set(
  "cent cents centime centimes centimo centimos centavo centavos centesimi pence penny".split(" "),
);
/** Written before the sign: US$, R$. */
const PREFIXES: Record<string, string> = {
  us: "USD",
  r: "BRL",
  ca: "CAD",
  c: "CAD",
  a: "AUD",
  au: "AUD",
  nz: "NZD",
  hk: "HKD",
  s: "SGD",
};

const codesOf = new Map<string, readonly string[]>([
  ...NAMES.flatMap(([names, codes]) => names.split(" ").map((name) => [name, codes.split(" ")] as const)),
  ...ISO.split(" ").map((code) => [code.toLowerCase(), [code]] as const),
]);

/** Money named in a text: which currencies it may be, and what one is worth in major units. */
export interface CurrencyName {
  codes: readonly string[];
  factor: number;
  /** Tokens. */
  length: number;
}

export function currencyAt(tokens: readonly Token[], index: number): CurrencyName | null {
  const token = tokens[index];
  if (!token) return null;
  const next = tokens[index + 1];
  const prefixed = next?.written === "$" && next.isGlued ? PREFIXES[token.folded] : undefined;
  if (prefixed) return { codes: [prefixed], factor: 1, length: 2 };
  if (CENTS.has(token.folded)) return { codes: [], factor: 0.01, length: 1 };
  const codes = codesOf.get(token.folded);
  return codes ? { codes, factor: 1, length: 1 } : null;
}
