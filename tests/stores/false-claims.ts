import type { ExportedOrder } from "./exported-orders";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** States that a text may not claim of an order in another one. */
const CLAIMS: [states: ExportedOrder["state"][], words: RegExp][] = [
  [["delivered"], /\b(was|has been|were|have been|is|got) (already )?delivered\b|\barrived on\b/i],
  [["in_transit"], /\bin transit\b|\b(is|are|it's) (currently )?on (its|the|their) way\b/i],
  [["unfulfilled"], /\b(not|hasn't|has not|hasn’t) (yet )?(been )?(shipped|sent)\b|\bbeing prepared\b/i],
  [["cancelled"], /\b(was|has been|is|were) cancell?ed\b/i],
];

/** Everything in a reply about one order that its export does not bear out, in sentences. Dates are the shop's days. */
export function findFalseClaims(text: string, orders: ExportedOrder[], timezone: string): string[] {
  const stated = withoutLinks(text);
  return [
    ...unknown(
      "order number",
      stated.match(/#?W\d{6,}/g),
      orders.map((order) => order.name),
      (found) => `#${found.replace("#", "")}`,
    ),
    ...unknown(
      "tracking number",
      stated.match(/(?<![#W\d])\d{8,}/g),
      orders.flatMap((order) => order.parcels.map((parcel) => parcel.number)),
    ),
    ...unknown(
      "link",
      linksOf(text),
      orders.flatMap((order) => order.parcels.map((parcel) => parcel.url)),
    ),
    ...unknown(
      "date",
      datesOf(stated),
      orders.flatMap((order) => daysOf(order, timezone)),
    ),
    ...unknown(
      "amount",
      stated.match(/\$[\d,]+\.\d{2}/g),
      orders.flatMap((order) => [order.total, order.refunded]),
      (found) => found.replace(/[$,]/g, ""),
    ),
    ...(orders.length === 1
      ? CLAIMS.filter(
          ([states, words]) => words.test(stated) && !states.includes(orders[0]?.state ?? "delivered"),
        )
      : []
    ).map(([states]) => `says ${states.join(" or ")} of an order that is ${orders[0]?.state}`),
  ];
}

function unknown(
  what: string,
  found: string[] | null,
  known: string[],
  normalise = (text: string): string => text,
): string[] {
  return (found ?? []).filter((one) => !known.includes(normalise(one))).map((one) => `false ${what} ${one}`);
}

const linksOf = (text: string): string[] =>
  (text.match(/https?:\/\/[^\s)\]>]+/g) ?? []).filter((url) => !/^https?:\/\/localhost/.test(url));
const withoutLinks = (text: string): string => text.replace(/https?:\/\/[^\s)\]>]+/g, " ");

/** "Nov 8", "November 8th, 2026", "8 November" and "2026-11-08", each as "11-08". */
function datesOf(text: string): string[] {
  const month = `(${MONTHS.join("|")})[a-z]*\\.?`;
  const toDay = (name: string, day: string): string =>
    `${String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return [
    ...[...text.matchAll(new RegExp(`\\b${month} (\\d{1,2})\\b`, "gi"))].map((found) =>
      toDay(found[1] ?? "", found[2] ?? ""),
    ),
    ...[...text.matchAll(new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${month}`, "gi"))].map((found) =>
      toDay(found[2] ?? "", found[1] ?? ""),
    ),
    ...[...text.matchAll(/\b\d{4}-(\d{2}-\d{2})\b/g)].map((found) => found[1] ?? ""),
  ];
}

function daysOf(order: ExportedOrder, timezone: string): string[] {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: timezone,
    month: "2-digit",
    day: "2-digit",
    year: "numeric",
  });
  return [order.placedAt, order.cancelledAt, order.expectedAt, order.deliveredAt].flatMap((date) =>
    date ? [format.format(new Date(date)).slice(5)] : [],
  );
}
