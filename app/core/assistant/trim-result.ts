/** What stays of a long text, and of the text of a section after the first, which answers best. */
const STRING_CHARACTERS = 1_200;
const FURTHER_SECTION_CHARACTERS = 500;
const LIST_ITEMS = 20;
/** Those that fit best come first. */
const VARIANTS = 12;
/** What cards, other fields or `sources` say already, by the list that holds it. */
const SAID_ELSEWHERE: Record<string, readonly string[]> = {
  products: ["productId", "url", "sku"],
  sections: ["url"],
  nearest: ["url"],
  parcels: ["url"],
};
const SECONDS = /^(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d(?:\.\d+)?Z$/;

/**
 * A tool result as a remote model reads it, in JSON: without what is empty or said twice, long texts and lists cut. Ids,
 * links and cursors stay whole. The same content always gives the same text, so that prompt caches hold.
 * @param content JSON of a ToolMessage; anything else comes back as it is
 */
export function trimResult(content: string): string {
  if (!content.startsWith("{")) return content;
  const { status, data, ...rest } = JSON.parse(content) as Record<string, unknown>;
  return JSON.stringify(trim({ status, ...rest, data }, { key: "", list: "", currency: "" }));
}

/** Where in the result something stands. */
interface Place {
  /** The name of the field. */
  key: string;
  /** The list that it is in, however deep. */
  list: string;
  /** The currency that was said further out. */
  currency: string;
}

function trim(value: unknown, place: Place): unknown {
  if (typeof value === "string") return trimText(value, place.key);
  if (Array.isArray(value)) return trimList(value, place);
  if (typeof value !== "object" || value === null) return value;
  return trimObject(value as Record<string, unknown>, place);
}

function trimText(text: string, key: string): string {
  if (/cursor|url|id$/i.test(key)) return text;
  return cut(text.replace(SECONDS, "$1Z"), STRING_CHARACTERS);
}

function trimList(items: unknown[], place: Place): unknown[] {
  const list = place.key;
  const kept = items
    .slice(0, list === "variants" ? VARIANTS : LIST_ITEMS)
    .map((item) => trim(item, { ...place, list }));
  return list === "sections"
    ? kept.map((section, index) => (index === 0 ? section : shorten(section)))
    : kept;
}

function trimObject(object: Record<string, unknown>, { list, currency }: Place): Record<string, unknown> {
  const own = typeof object.currency === "string" ? object.currency : currency;
  const isRepeated = (name: string, value: unknown) =>
    (name === "currency" && value === currency) ||
    // A variant's title says its options.
    (name === "options" && "variantId" in object) ||
    (SAID_ELSEWHERE[list]?.includes(name) ?? false);
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name, value]) => !isEmpty(value) && !isRepeated(name, value))
      .map(([key, value]) => [key, trim(value, { key, list, currency: own })]),
  );
}

function shorten(section: unknown): unknown {
  if (typeof section !== "object" || section === null || !("text" in section)) return section;
  return { ...section, text: cut(String(section.text), FURTHER_SECTION_CHARACTERS) };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)} …` : text;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}
