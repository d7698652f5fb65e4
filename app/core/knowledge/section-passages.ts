import type { IndexedSection } from "./sections";

/** Of one section; what comes after is near to one of them. */
const MAX_PASSAGES = 8;
const MIN_CHARACTERS = 4;

/**
 * The texts of a section whose meaning is kept: the whole of it first, then each sentence under its heading, since an
 * encoder of sentences loses one among many.
 */
export function sectionPassages({ documentTitle, heading, text }: IndexedSection): string[] {
  const sentences = text
    .split(/(?<=[.!?])\s+|\n/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= MIN_CHARACTERS);
  const whole = `${documentTitle}: ${heading}. ${text}`;
  return [
    whole,
    ...sentences.slice(0, MAX_PASSAGES - 1).map((sentence) => `${heading || documentTitle}: ${sentence}`),
  ];
}
