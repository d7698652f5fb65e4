import { type Token, tokenize } from "./tokens";

/** Phrases to be found in texts, in any of the shop languages together. */
export interface PhraseList {
  /** How many tokens the longest phrase that begins at this token takes; 0 for none. */
  lengthAt(tokens: readonly Token[], index: number): number;
}

/** @param phrases comma-separated, as people write them */
export function createPhraseList(phrases: string): PhraseList {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases.split(",")) {
    const keys = tokenize(phrase).map(({ folded }) => folded);
    const [first] = keys;
    if (first === undefined) continue;
    const known = byFirst.get(first) ?? [];
    byFirst.set(
      first,
      [...known, keys].sort((a, b) => b.length - a.length),
    );
  }
  return {
    lengthAt(tokens, index) {
      const candidates = byFirst.get(tokens[index]?.folded ?? "") ?? [];
      return (
        candidates.find((keys) => keys.every((key, at) => tokens[index + at]?.folded === key))?.length ?? 0
      );
    },
  };
}
