import { fold } from "~/lib/words";
import { translationsOf } from "../../knowledge/product-words/translations";
import { comparableWords } from "../../store/option-words";

/** Something with a title, and what else it is called. */
export interface Named {
  /** Folded. */
  title: string;
  /** Comparable words that name its options: "blue" of a "Blue Mug" is what others come in as well. */
  optionWords: ReadonlySet<string>;
  /** What kind of thing it is, such as "Mugs". */
  kind: string;
}

export interface NameMention<Thing> {
  thing: Thing;
  at: number;
  end: number;
}

const MIN_WORD = 4;

/** Words by which one thing of several can be told: null where a word names more than one. */
export type NameIndex<Thing> = ReadonlyMap<string, Thing | null>;

/** Words of titles that only one of them has, else of kinds, in the shop's language and in others. */
export function indexNames<Thing extends Named>(things: readonly Thing[]): NameIndex<Thing> {
  const byTitle = ownersOf(things, ({ title }) => comparableWords(title));
  const byKind = ownersOf(things, ({ kind }) => comparableWords(kind));
  const foreign = ownersOf(things, ({ title, kind }) => [...foreignWords(title), ...foreignWords(kind)]);
  return new Map([...foreign, ...byKind, ...byTitle]);
}

function ownersOf<Thing extends Named>(
  things: readonly Thing[],
  wordsOf: (thing: Thing) => string[],
): Map<string, Thing | null> {
  const owners = new Map<string, Thing | null>();
  for (const thing of things) {
    for (const word of new Set(wordsOf(thing))) {
      if (things.some((other) => other !== thing && other.optionWords.has(word))) continue;
      const owner = owners.get(word);
      owners.set(word, owner === undefined || owner === thing ? thing : null);
    }
  }
  return owners;
}

const remembered = new Map<string, string[]>();
const MAX_REMEMBERED = 2000;

/** "Tasche", "sac", "borsa" for a title that has "bag" in it. */
function foreignWords(title: string): string[] {
  const known = remembered.get(title);
  if (known) return known;
  const own = new Set(comparableWords(title));
  const found = translationsOf(title, "en", () => true)
    .flatMap(({ translated }) => translated.flatMap(({ to }) => comparableWords(to)))
    .filter((word) => word.length >= MIN_WORD && !own.has(word));
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(title, found);
  return found;
}

/** Where things are named in folded text: by whole titles, the longest where one stands in another, else by a word. */
export function findNamed<Thing extends Named>(
  folded: string,
  things: readonly Thing[],
  names: NameIndex<Thing>,
): NameMention<Thing>[] {
  const whole = things
    .filter(({ title }) => title !== "")
    .flatMap((thing) =>
      placesOf(folded, thing.title).map((at) => ({ thing, at, end: at + thing.title.length })),
    );
  const longest = whole.filter(
    (mention) =>
      !whole.some(
        (other) =>
          other.at <= mention.at &&
          other.end >= mention.end &&
          other.end - other.at > mention.end - mention.at,
      ),
  );
  const partial = things.length < 2 ? [] : findByWord(folded, names);
  const apart = partial.filter(({ at }) => !longest.some((mention) => mention.at <= at && at < mention.end));
  return [...longest, ...apart].sort((a, b) => a.at - b.at);
}

function findByWord<Thing>(folded: string, names: NameIndex<Thing>): NameMention<Thing>[] {
  return [...folded.matchAll(/\p{L}[\p{L}\p{N}-]+/gu)].flatMap((match) => {
    if (match[0].length < MIN_WORD) return [];
    const thing = names.get(comparableWords(fold(match[0]))[0] ?? "");
    return thing ? [{ thing, at: match.index, end: match.index + match[0].length }] : [];
  });
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) places.push(at);
  return places;
}
