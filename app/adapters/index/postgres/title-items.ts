import type { TextToken } from "~/core/knowledge/product-ranking/searchable-words";
import type { TitleItem } from "~/core/knowledge/product-ranking/title-item";

/** A title in terms. Words without a term, which are stop words, are left out. */
export function toTitleItems(
  title: readonly TextToken[],
  things: ReadonlySet<number>,
  termOf: (word: string) => number | undefined,
): TitleItem[] {
  return title.flatMap((token, at): TitleItem[] => {
    if (token.kind === "break" || token.kind === "for") return [{ kind: token.kind }];
    const term = termOf(token.word);
    if (term === undefined) return [];
    return token.kind === "code"
      ? [{ kind: "code", term }]
      : [{ kind: "word", term, isThing: things.has(at) }];
  });
}
