/** Sentences of one pattern at most; they are taken evenly from all that it stands for. */
const MOST = 40;

/**
 * The sentences that a pattern stands for: `{a|b}` is either, `<name>` either of a named list. No more than 40, evenly
 * spread over all combinations, and always the same ones.
 */
export function expandPattern(pattern: string, lists: Record<string, string>): string[] {
  const parts = splitParts(pattern, lists);
  const total = parts.reduce((product, choices) => product * choices.length, 1);
  const wanted = Math.min(total, MOST);
  const sentences = Array.from({ length: wanted }, (_, index) =>
    pick(parts, wanted === total ? index : Math.floor((index * total) / wanted) + index),
  );
  return [...new Set(sentences)];
}

/** Literal parts have one choice. A list inside of braces is one of the choices of those. */
function splitParts(pattern: string, lists: Record<string, string>): string[][] {
  const pieces = pattern.match(/\{[^}]*\}|<\w+>|[^{}<]+|</g) ?? [];
  return pieces.map((piece) => {
    if (piece.startsWith("{"))
      return piece
        .slice(1, -1)
        .split("|")
        .flatMap((one) => expandLists(one, lists));
    return expandLists(piece, lists);
  });
}

function expandLists(text: string, lists: Record<string, string>): string[] {
  const name = /<(\w+)>/.exec(text);
  const list = name?.[1] === undefined ? undefined : lists[name[1]];
  if (!name || list === undefined) return [text];
  return list.split("|").flatMap((one) => expandLists(text.replace(name[0], one), lists));
}

/** The combination of that number, counted through the parts like digits. */
function pick(parts: string[][], number: number): string {
  let rest = number;
  return parts
    .map((choices) => {
      const choice = choices[rest % choices.length] ?? "";
      rest = Math.floor(rest / choices.length);
      return choice;
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
