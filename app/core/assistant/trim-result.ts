/** What stays of a long text, and of the text of a section after the first, which answers best. */
const STRING_CHARACTERS = 1_200;
const FURTHER_SECTION_CHARACTERS = 500;
const LIST_ITEMS = 20;
/** Variants beyond the ones that fit best. */
const VARIANTS = 12;

/**
 * A tool result as a remote model reads it, in JSON: without what is empty or said twice, long texts and lists cut. Ids,
 * links and cursors stay whole. The same content always gives the same text, so that prompt caches hold.
 * @param content JSON of a ToolMessage; anything else comes back as it is
 */
export function trimResult(content: string): string {
  if (!content.startsWith("{")) return content;
  const { status, data, ...rest } = JSON.parse(content) as Record<string, unknown>;
  return JSON.stringify(trim({ status, ...rest, data }, "", ""));
}

function trim(value: unknown, key: string, currency: string): unknown {
  if (typeof value === "string") return /cursor|url|id$/i.test(key) ? value : cut(value, STRING_CHARACTERS);
  if (Array.isArray(value)) return trimList(value, key, currency);
  if (typeof value !== "object" || value === null) return value;
  return trimObject(value as Record<string, unknown>, currency);
}

function trimList(items: unknown[], key: string, currency: string): unknown[] {
  const kept = items
    .slice(0, key === "variants" ? VARIANTS : LIST_ITEMS)
    .map((item) => trim(item, key, currency));
  return key === "sections" ? kept.map((section, index) => (index === 0 ? section : shorten(section))) : kept;
}

function trimObject(object: Record<string, unknown>, currency: string): Record<string, unknown> {
  const own = typeof object.currency === "string" ? object.currency : currency;
  return Object.fromEntries(
    Object.entries(object)
      .filter(([name, value]) => !isEmpty(value) && !(name === "currency" && value === currency))
      .map(([name, value]) => [name, trim(value, name, own)]),
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
