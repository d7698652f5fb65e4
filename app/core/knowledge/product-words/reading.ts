import { type Token, tokenize } from "./tokens";

/** A text on its way through the readers: what one has understood, the next does not see. */
export interface Reading {
  readonly tokens: readonly Token[];
  isFree(index: number, length?: number): boolean;
  claim(index: number, length: number): void;
  /** What nobody has claimed, as it was written, without signs left hanging at its ends. */
  rest(): string;
}

export function createReading(text: string): Reading {
  const tokens = tokenize(text);
  const claimed = new Set<number>();
  const isFree = (index: number, length = 1) =>
    index + length <= tokens.length &&
    Array.from({ length }, (_, at) => index + at).every((at) => !claimed.has(at));
  return {
    tokens,
    isFree,
    claim(index, length) {
      for (let at = index; at < index + length; at += 1) claimed.add(at);
    },
    rest() {
      const kept = tokens.map((token, index) =>
        claimed.has(index) ? " " : `${token.isGlued && !claimed.has(index - 1) ? "" : " "}${token.written}`,
      );
      return kept
        .join("")
        .replace(/\s+/g, " ")
        .replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}+#"″]+$/gu, "");
    },
  };
}
