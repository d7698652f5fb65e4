import { fold } from "~/lib/words";

/** Folded words with a blank on either side, so that whole words can be looked for. */
export function betweenBlanks(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** "color=blue": how variants are asked for an option. */
export function optionKey(name: string, value: string): string {
  return `${fold(name.trim())}=${fold(value.trim())}`;
}
