/** PostgreSQL keeps neither U+0000 nor half a surrogate pair; both become the replacement character. */
export function toStorableText(text: string): string {
  return text.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}

/** The value as JSON that a jsonb column takes. JSON.stringify escapes exactly the halves that have no partner. */
export function toStorableJson(value: unknown): string {
  return JSON.stringify(value).replace(/\\(?:\\|u0000|ud[89a-f][0-9a-f]{2})/g, (sequence) =>
    sequence === "\\\\" ? sequence : "\\ufffd",
  );
}

/** Whether the text can be compared with a uuid column; anything else is an id that no row has. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
