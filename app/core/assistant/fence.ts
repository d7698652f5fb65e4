/** Data stays between its marks, whatever it says. */
export function fence(text: string): string {
  return `<data>\n${text.replace(/<\s*\/?\s*data\b[^>]*>?/gi, "")}\n</data>`;
}

export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, " ").trim();
}

/** One line of at most `length` characters; what is cut off shows as an ellipsis. */
export function clip(text: string, length: number): string {
  const line = oneLine(text);
  return line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line;
}
