import { comparableWords } from "../../store/option-words";
import { type Claim, claimAt, FALSE, ordersAt, productsAt, type Sentence, TRUE } from "./claim";
import { NUMBER, readNumber } from "./number-text";
import { OWN_ORDER, speaksOfOrder } from "./phrases";

const COUNTED = new RegExp(
  `(?<![\\p{Script=Latin}\\p{N}.,#[/-])(${NUMBER})(?![\\p{Script=Latin}\\]]|-\\p{Ll}{5}|[.,:/]\\d)`,
  "gu",
);
/** "1. Linen Shirt", "2) …" at the beginning of a line. */
const LIST_NUMBER = /(?:^|\n)[\s*_-]*$/;

/**
 * Numbers that no other check knows: counts of orders, items, options and results as the evidence has them; else they
 * must stand in it in some way, or be the shopper's own.
 */
export function checkCounts(sentence: Sentence, taken: readonly Claim[]): Claim[] {
  return [...sentence.folded.matchAll(COUNTED)]
    .filter(
      (match) =>
        !taken.some((other) => other.start < match.index + match[0].length && other.end > match.index),
    )
    .filter((match) => !isListNumber(match, sentence.folded))
    .map((match) => claimAt("number", match, isTrue(match, sentence) ? TRUE : FALSE));
}

function isListNumber(match: RegExpExecArray, folded: string): boolean {
  return (
    LIST_NUMBER.test(folded.slice(0, match.index)) &&
    /^\s?[.)]|^\s*$/.test(folded.slice(match.index + match[0].length))
  );
}

const ORDERS =
  /^\s(?:\p{L}+\s){0,2}?(?:orders?|bestellung(?:en)?|pedidos?|commandes?|encomendas?|ordin[ei])\b/u;
const PARCELS =
  /^\s(?:\p{L}+\s){0,2}?(?:parcels?|packages?|shipments?|pakete?|sendungen|paquetes?|envios?|colis|pacotes?|pacch[oi]|pacco)\b/u;
const OPTIONS =
  /^\s(?:\p{L}+\s){0,2}?(?:colou?rs?|sizes?|options?|variants?|versions?|styles?|shades?|farben?|grossen?|varianten?|colores|tallas?|tamanos?|variantes?|couleurs?|tailles?|cores|tamanhos?|colori|taglie|varianti)\b/u;
const RESULTS =
  /^\s(?:\p{L}+\s){0,2}?(?:products?|results?|matches|options?|items?|articles?|things?|pieces?|suggestions?|produkte?|treffer|artikel|ergebnisse|productos?|resultados?|articulos?|produits?|resultats?|produtos?|artigos?|prodott[oi]|risultat[oi]|articol[oi])\b/u;
const OF_THEM = /^\s(?:of (?:them|these|those|the)|davon|de ellos|d'entre|deles|di (?:loro|questi))\b/u;

function isTrue(match: RegExpExecArray, sentence: Sentence): boolean {
  const { facts, shopper, folded } = sentence;
  const values = readNumber(match[1] ?? "");
  const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 60);
  const has = (known: Iterable<number>) => [...known].some((count) => values.includes(count));
  if (has(shopper.numbers) || has(parcelNumbers(folded.slice(0, match.index), sentence))) return true;
  if (ORDERS.test(after) && facts.orders.size > 0) return has(facts.orderCounts);
  const isOfOrder =
    (speaksOfOrder(sentence) && (OWN_ORDER.test(folded) || sentence.namedOrders.length > 0)) ||
    isOfItems(after, sentence);
  if (isOfOrder) return has(orderNumbers(after, match.index, sentence));
  if (OPTIONS.test(after)) {
    const counts = productsAt(sentence, match.index).flatMap(({ optionCounts }) => [...optionCounts]);
    return has(counts) || has(facts.numbers) || has(facts.productCounts);
  }
  if (RESULTS.test(after) || OF_THEM.test(after))
    return has(upTo(facts.largestCount)) || has(facts.productCounts) || standsInRules(values, facts);
  const described = describedBy(after, match.index, sentence);
  if (described.length > 0) return has(described);
  return has(facts.numbers) || isAdvice(values) || has(facts.productCounts) || has(named(sentence));
}

/** "Three lanterns": of what was ordered, where nothing else is known that could be counted. */
function isOfItems(after: string, { facts, orders }: Sentence): boolean {
  if (facts.products.size > 0 || orders.length === 0) return false;
  const words = new Set(comparableWords(after).slice(0, 6));
  return orders.some(({ items }) =>
    items.some(({ title }) => comparableWords(title).some((word) => word.length > 2 && words.has(word))),
  );
}

/** "Parcel 2": up to as many as an order has. */
function parcelNumbers(before: string, { orders }: Sentence): number[] {
  if (!PARCEL_BEFORE.test(before)) return [];
  return upTo(Math.max(0, ...orders.map(({ parcels }) => parcels.length)));
}

const PARCEL_BEFORE =
  /\b(?:parcel|package|shipment|paket|sendung|paquete|envio|colis|pacote|pacco)\s(?:no\.? |nr\.? )?$/u;

/** "Two or three evenings a week": a small number of what no evidence counts. */
const isAdvice = ([value = 0]: readonly number[]) => Number.isInteger(value) && value <= MAX_ADVICE;
const MAX_ADVICE = 6;

/** How many of the noun that follows the product's own texts speak of: "two pockets", "212 reviews", "70 lux". */
function describedBy(after: string, at: number, sentence: Sentence): number[] {
  const [noun] = comparableWords(/^\s?(\p{L}{3,}|°[cf])/u.exec(after)?.[1] ?? "");
  if (noun === undefined || sentence.namedOrders.length > 0) return [];
  return productsAt(sentence, at).flatMap(({ text }) =>
    [...text.matchAll(FIGURE_AND_NOUN)]
      .filter(([, , word = ""]) => comparableWords(word)[0] === noun)
      .flatMap(([, number = ""]) => readNumber(number)),
  );
}

const FIGURE_AND_NOUN = new RegExp(`(?<![\\d.,])(${NUMBER})\\s(\\p{L}{3,}|°[cf])`, "gu");

/** "From 12 pieces" */
function standsInRules(values: readonly number[], { prose }: Sentence["facts"]): boolean {
  return values.some((value) => new RegExp(`(?<![\\d.,])${value}(?![\\d.,]\\d|\\d)`).test(prose));
}

/** What may be counted of orders: their items, what each of them is there, and their parcels. */
function orderNumbers(after: string, at: number, sentence: Sentence): number[] {
  const orders = ordersAt(sentence, at);
  if (PARCELS.test(after)) return orders.map(({ parcelStates }) => parcelStates.length);
  const words = new Set(comparableWords(after).slice(0, 6));
  const titled = orders
    .flatMap(({ items }) => items)
    .filter(({ title }) => comparableWords(title).some((word) => words.has(word)));
  const items = titled.length > 0 ? titled : orders.flatMap((order) => order.items);
  const sums = orders.flatMap((order) => [
    order.items.reduce((sum, { quantity }) => sum + quantity, 0),
    order.items.length,
  ]);
  return [
    ...items.map(({ quantity }) => quantity),
    items.reduce((sum, { quantity }) => sum + quantity, 0),
    ...(titled.length > 0 ? [] : sums),
    ...inVariants(orders),
  ];
}

/** Figures of what was ordered, as in "500 ml". */
function inVariants(orders: ReturnType<typeof ordersAt>): number[] {
  return orders
    .flatMap(({ items }) => items)
    .flatMap(({ title, variant }) => `${title} ${variant}`.match(/\d+(?:[.,]\d+)?/g) ?? [])
    .flatMap(readNumber);
}

const named = ({ namedProducts, namedOrders }: Sentence): number[] => [
  new Set(namedProducts.map(({ product }) => product)).size,
  namedOrders.length,
];
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
