import { minorUnitDigits } from "../load/fields";
import type { CustomerData, OrderData } from "../model";
import { date, keyword, numeric, type SearchSchema, words } from "./compile-search";
import { tokenizeText } from "./text-index";

export const ORDER_SEARCH: SearchSchema<OrderData> = {
  text: wordsOf(({ name, email, note, tags, shippingAddress, lineItems }) => [
    name,
    email,
    note,
    tags.join(" "),
    shippingAddress ? Object.values(shippingAddress).join(" ") : "",
    lineItems.map(({ title, sku }) => `${title} ${sku}`).join(" "),
  ]),
  fields: {
    id: keyword(({ id }) => [id, `gid://shopify/Order/${id}`]),
    // Names are found with and without the prefix that the shop puts before its numbers.
    name: keyword(({ name }) => [name, name.replace(/^#/, "")]),
    email: keyword(({ email }) => [email]),
    customer_id: keyword(({ customerId }) => [customerId]),
    tag: keyword(({ tags }) => tags),
    sku: keyword(({ lineItems }) => lineItems.map(({ sku }) => sku)),
    status: keyword((order) => orderStatuses(order)),
    financial_status: keyword(({ financialStatus }) => [financialStatus]),
    fulfillment_status: keyword((order) => fulfillmentStatuses(order)),
    return_status: keyword(({ returnStatus }) => [returnStatus]),
    discount_code: keyword(({ discountCode }) => [discountCode]),
    total: numeric(({ total, currency }) => [total / 10 ** minorUnitDigits(currency)]),
    created_at: date(({ createdAt }) => createdAt),
    processed_at: date(({ processedAt }) => processedAt),
    updated_at: date((order) => lastChangeOf(order)),
  },
};

export const CUSTOMER_SEARCH: SearchSchema<CustomerData> = {
  text: wordsOf(({ firstName, lastName, email, phone, note }) => [firstName, lastName, email, phone, note]),
  fields: {
    id: keyword(({ id }) => [id, `gid://shopify/Customer/${id}`]),
    email: keyword(({ email }) => [email]),
    phone: keyword(({ phone }) => [phone]),
    first_name: words(({ firstName }) => firstName),
    last_name: words(({ lastName }) => lastName),
    tag: keyword(({ tags }) => tags),
    country: keyword(({ defaultAddress }) => [defaultAddress?.countryCode ?? null]),
  },
};

/** The last thing that is known to have happened to the order. */
export function lastChangeOf({ createdAt, cancelledAt, fulfillments }: OrderData): string {
  const times = fulfillments.flatMap(({ createdAt: shippedAt, deliveredAt }) => [shippedAt, deliveredAt]);
  return (
    [createdAt, cancelledAt, ...times]
      .filter((time) => time !== null)
      .sort()
      .at(-1) ?? createdAt
  );
}

function wordsOf<T>(read: (record: T) => string[]): SearchSchema<T>["text"] {
  return (term, isPhrase) => {
    const wanted = tokenizeText(term);
    return (record) => {
      const texts = read(record).map((text) => tokenizeText(text));
      if (isPhrase) return texts.some((found) => found.join(" ").includes(wanted.join(" "))) ? 1 : 0;
      return wanted.every((word) => texts.flat().some((candidate) => candidate.startsWith(word)))
        ? wanted.length
        : 0;
    };
  };
}

function orderStatuses(order: OrderData): string[] {
  if (order.cancelledAt) return ["cancelled", "any"];
  return isClosed(order) ? ["closed", "any"] : ["open", "not_closed", "any"];
}

/** Shopify archives orders that are paid and wholly fulfilled. */
export function isClosed({ financialStatus, fulfillmentStatus, cancelledAt }: OrderData): boolean {
  const settled = ["PAID", "REFUNDED", "PARTIALLY_REFUNDED"].includes(financialStatus);
  return cancelledAt !== null || (settled && fulfillmentStatus === "FULFILLED");
}

function fulfillmentStatuses({ fulfillmentStatus }: OrderData): string[] {
  const aliases: Record<string, string[]> = {
    FULFILLED: ["fulfilled", "shipped"],
    UNFULFILLED: ["unfulfilled", "unshipped"],
    PARTIALLY_FULFILLED: ["partial"],
  };
  return [fulfillmentStatus, ...(aliases[fulfillmentStatus] ?? [])];
}
