import { stem, words } from "~/lib/words";

/** Words this short join others and mean nothing alone, unless the topic has no longer ones. */
const JOINING = 3;
/** From this length on two words that differ by an ending are the same one. */
const LONG_WORD = 5;
/** Characters of an ending that a stem may have left. */
const ENDING = 1;

/** The first of the merchant's topics that a text names with all of its words, in any order and inflection. */
export function findTopic(text: string, topics: readonly string[]): string | null {
  const said = stemsOf(text);
  return (
    topics.find((topic) => {
      const all = stemsOf(topic);
      const telling = all.filter((word) => word.length > JOINING);
      const wanted = telling.length > 0 ? telling : all;
      return wanted.length > 0 && wanted.every((word) => said.some((other) => isSame(word, other)));
    }) ?? null
  );
}

/** Languages bend words further than a stem takes off: "Wettbewerber", "Wettbewerbern". */
function isSame(word: string, other: string): boolean {
  if (word === other) return true;
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return short.length >= LONG_WORD && long.startsWith(short) && long.length - short.length <= ENDING;
}

function stemsOf(text: string): string[] {
  return words(text)
    .flatMap((word) => word.split("-"))
    .map(stem);
}
