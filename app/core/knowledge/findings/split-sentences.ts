/** Lines, and within them sentences. A point within a figure or before a small letter ends none. */
export function splitSentences(text: string): string[] {
  return text
    .split("\n")
    .flatMap((line) => line.split(/(?<=[.!?])\s+(?=[\p{Lu}\d"“«(¿¡])/u))
    .map((sentence) => sentence.replace(/^- /, "").trim())
    .filter(Boolean);
}
