import { type Token, tokenize } from "./tokens";

/** Whether what was understood tells how the thing is ("red", "64 GB"), or only how it is sold ("under $50"). */
export type Claim = "describing" | "selling";

/** A text on its way through the readers: what one has understood, the next does not see. */
export interface Reading {
  readonly tokens: readonly Token[];
  isFree(index: number, length?: number): boolean;
  claim(index: number, length: number, kind: Claim): void;
  /** What nobody has claimed, as it was written; with what describes the thing on demand. */
  rest(withDescribing?: boolean): string;
  /** The tokens as they were written. */
  textOf(index: number, length: number): string;
}

export function createReading(text: string): Reading {
  const tokens = tokenize(text);
  const claims = new Map<number, Claim>();
  const isFree = (index: number, length = 1) =>
    index + length <= tokens.length && !Array.from({ length }).some((_, at) => claims.has(index + at));
  return {
    tokens,
    isFree,
    claim(index, length, kind) {
      for (let at = index; at < index + length; at += 1) claims.set(at, kind);
    },
    rest(withDescribing = false) {
      const isKept = (index: number) =>
        !claims.has(index) || (withDescribing && claims.get(index) === "describing");
      return join(tokens, isKept).replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}+#"″]+$/gu, "");
    },
    textOf: (index, length) => join(tokens, (at) => at >= index && at < index + length),
  };
}

function join(tokens: readonly Token[], isKept: (index: number) => boolean): string {
  return tokens
    .map(({ isGlued, written }, index) => {
      if (!isKept(index)) return " ";
      return isGlued && isKept(index - 1) ? written : ` ${written}`;
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
