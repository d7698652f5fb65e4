import type { Order } from "./order";

/**
 * The order that a shopper means by a number, among orders that are all her own. "#1001", "1001" and "order no. 1001" are
 * the same; a shop's prefix or suffix (#W1001, 1001-EU) may be left out, but not be another. Null when none or several fit.
 */
export function matchOrderNumber(orders: readonly Order[], given: string): Order | null {
  const wanted = parseNumber(given);
  if (wanted === null) return null;
  const exact = orders.filter((order) => parseNumber(order.name)?.whole === wanted.whole);
  if (exact.length > 0) return exact[0] ?? null;
  const near = orders.filter((order) => {
    const own = parseNumber(order.name);
    if (own === null || own.digits !== wanted.digits) return false;
    return own.letters === "" || wanted.letters === "";
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** The piece of a text that holds the number, in upper case without signs: "Order # w2611340." is W2611340. */
function parseNumber(text: string): { whole: string; digits: string; letters: string } | null {
  const pieces = text
    .normalize("NFKC")
    .toUpperCase()
    .split(/[\s#:,;]+/);
  const piece = pieces.filter((candidate) => /\d{2}|^\D?\d\D?$/.test(candidate)).at(-1);
  if (!piece) return null;
  const whole = piece.replace(/[^\p{L}\p{N}]/gu, "");
  const runs = whole.match(/\d+/g) ?? [];
  const digits = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "");
  return digits === "" ? null : { whole, digits, letters: whole.replace(digits, "") };
}
