/** Reading what tools gave: JSON of which nothing is taken for granted. */
export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A decimal string as a number of major units; none of what is no amount. */
export function readAmount(value: unknown): number[] {
  return typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value) ? [Number(value)] : [];
}

/** "#W2611340" as it is compared: letters and digits in upper case. */
export function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** What says nothing that a reply could state: cursors, addresses and the keys of records. */
const UNSPOKEN = /^(?:nextCursor|cursor|handle|productId|variantId|query)$|url$/i;
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z?$/;

/** The texts and figures of a tool's data that a reply may repeat. */
export function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (!MOMENT.test(value)) yield value;
  } else if (typeof value === "number") yield String(value);
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) if (!UNSPOKEN.test(key)) yield* textsIn(item);
  }
}

/** Every moment in it. */
export function* momentsIn(value: unknown): Generator<Date> {
  if (typeof value === "string") {
    if (MOMENT.test(value)) yield new Date(value);
  } else if (Array.isArray(value)) for (const item of value) yield* momentsIn(item);
  else if (isObject(value)) for (const item of Object.values(value)) yield* momentsIn(item);
}

/** Texts of some length under these keys: what the shop has written. */
export function* proseIn(value: unknown): Generator<{ heading: string; text: string }> {
  if (Array.isArray(value)) for (const item of value) yield* proseIn(item);
  else if (isObject(value)) {
    const headings = [value.title, value.heading, value.question].filter((each) => typeof each === "string");
    for (const key of ["text", "description", "answer"]) {
      const text = value[key];
      if (typeof text === "string" && text !== "") yield { heading: headings.join(". "), text };
    }
    for (const item of Object.values(value)) if (typeof item === "object") yield* proseIn(item);
  }
}
