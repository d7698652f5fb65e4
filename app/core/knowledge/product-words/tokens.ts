import { fold } from "~/lib/words";

/** A piece of a text with its place: a word without digits, a figure, or a sign. Blanks are in none. */
export interface Token {
  kind: "word" | "number" | "sign";
  written: string;
  /** Lower case without accents. */
  folded: string;
  start: number;
  /** Up to, not including. */
  end: number;
  /** Nothing stands between it and the token before. */
  isGlued: boolean;
}

const TOKEN = /\p{L}+(?:['’]\p{L}+)*\p{M}*|\d+(?:[.,'’]\d+)*|[^\s\p{L}\p{N}]|\p{N}/gu;

/** The tokens of a text in order. "64gb" is a figure and a word; "t-shirt" two words and a sign; "1.299,00" one figure. */
export function tokenize(text: string): Token[] {
  let lastEnd = -1;
  return [...text.matchAll(TOKEN)].map((match) => {
    const written = match[0];
    const start = match.index;
    const token: Token = {
      kind: /^\d/.test(written) ? "number" : /^\p{L}/u.test(written) ? "word" : "sign",
      written,
      folded: fold(written).replaceAll("’", "'"),
      start,
      end: start + written.length,
      isGlued: start === lastEnd,
    };
    lastEnd = token.end;
    return token;
  });
}
