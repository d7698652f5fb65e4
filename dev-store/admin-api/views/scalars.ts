import { minorUnitDigits } from "../../load/fields";
import { apiError } from "../api-error";

export function globalId(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The number in a global id of that type; throws what Shopify answers to any other. */
export function requireNumericId(id: string, type: string): string {
  const [, kind, number] = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(id) ?? [];
  if (!kind || !number) throw apiError(`Invalid global id '${id.slice(0, 80)}'`, "INVALID_VARIABLE");
  if (kind !== type) throw apiError(`Invalid id: ${id.slice(0, 80)}`, "RESOURCE_NOT_FOUND");
  return number;
}

export function parseGlobalId(id: string): { type: string; number: string } {
  const [, type, number] = /^gid:\/\/shopify\/(\w+)\/(\d+)(?:\?.*)?$/.exec(id) ?? [];
  if (!type || !number) throw apiError(`Invalid global id '${id.slice(0, 80)}'`, "INVALID_VARIABLE");
  return { type, number };
}

/** The Money scalar: "10.00". */
export function moneyScalar(minor: number, currency: string): string {
  const digits = minorUnitDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** MoneyV2 writes "10.0" where the scalar writes "10.00". */
export function money(minor: number, currency: string) {
  const amount = moneyScalar(minor, currency).replace(/(\.\d+?)0+$/, "$1");
  return {
    __typename: "MoneyV2",
    amount: amount.includes(".") ? amount : `${amount}.0`,
    currencyCode: currency,
  };
}

/** The store sells in one currency, so shop money and presentment money are the same. */
export function moneyBag(minor: number, currency: string) {
  const amount = money(minor, currency);
  return { __typename: "MoneyBag", shopMoney: amount, presentmentMoney: amount };
}

/** Shopify writes times without fractions: "2026-11-07T14:48:00Z". */
export function dateTime(iso: string | null): string | null {
  return iso ? iso.replace(/\.\d{3}Z$/, "Z") : null;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** Text without markup, as Shopify's `description`. */
export function plainText(html: string, truncateAt?: number | null): string {
  const text = html
    .replace(/<(script|style)[^>]*>[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/&([a-z]+|#39);/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
  return truncateAt == null || text.length <= truncateAt
    ? text
    : `${text.slice(0, Math.max(0, truncateAt - 3))}...`;
}
