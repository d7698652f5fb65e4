import { readText } from "./searchable-words";

/** Words by which one word of a query may be answered: all of `words` must be there, in one place. */
export interface Alternative {
  words: string[];
  /** At most 1: how sure it is that they mean the same. */
  weight: number;
}

/** One word of the query, and what may stand for it. The first alternative is the word itself. */
export interface AskedWord {
  word: string;
  isCode: boolean;
  /** After a "for": what the thing is for. */
  isPurpose: boolean;
  alternatives: Alternative[];
}

export interface SynonymGroup {
  /** Words or phrases, lower case. */
  members: string[];
  /** What a synonym counts for beside the word itself. */
  weight: number;
}

const MAX_WORDS = 10;
/** A compound written together or apart is the same word. */
const COMPOUND = 0.95;
/** Letters beside digits: "cat6" is "cat 6". */
const CODE_PARTS = /^(\p{L}+)(\p{N}[\p{N}.]*)$|^(\p{N}[\p{N}.]*)(\p{L}{2,})$/u;
const MIN_COMPOUND = 6;
const MIN_PART = 3;

/** The words of a query with what may stand for each of them: compounds joined and parted, and synonyms. */
export function readAskedWords(query: string, groups: readonly SynonymGroup[]): AskedWord[] {
  const { tokens } = readText(query);
  let isPurpose = false;
  const asked: AskedWord[] = [];
  for (const token of tokens) {
    if (token.kind === "for") isPurpose = asked.length > 0;
    else if (token.kind !== "break" && !asked.some(({ word }) => word === token.word))
      asked.push({
        word: token.word,
        isCode: token.kind === "code",
        isPurpose,
        alternatives: [{ words: [token.word], weight: 1 }, ...partings(token.word)],
      });
  }
  const kept = asked.slice(0, MAX_WORDS);
  joinNeighbours(kept);
  addSynonyms(kept, groups);
  return kept;
}

/** "smartwatch" may be "smart watch", "cat6" "cat 6". */
function partings(word: string): Alternative[] {
  const code = CODE_PARTS.exec(word);
  if (code) {
    const words = code.slice(1).filter((part) => part !== undefined);
    return [{ words, weight: COMPOUND }];
  }
  if (word.length < MIN_COMPOUND) return [];
  return Array.from({ length: word.length - 2 * MIN_PART + 1 }, (_, at) => ({
    words: [word.slice(0, MIN_PART + at), word.slice(MIN_PART + at)],
    weight: COMPOUND,
  }));
}

/** "smart watch" may be "smartwatch": that answers both words. */
function joinNeighbours(asked: AskedWord[]): void {
  asked.forEach((first, at) => {
    const second = asked[at + 1];
    if (!second || first.isPurpose !== second.isPurpose) return;
    const joined = { words: [first.word + second.word], weight: COMPOUND };
    first.alternatives.push(joined);
    second.alternatives.push(joined);
  });
}

function addSynonyms(asked: AskedWord[], groups: readonly SynonymGroup[]): void {
  const beginnings = beginningsOf(groups);
  const likely = new Set(asked.flatMap(({ word }) => beginnings.get(word) ?? []));
  for (const { members, weight } of groups.filter((group) => likely.has(group))) {
    const read = members.map((member) => readPlain(member));
    for (const member of read) {
      const places = findPhrase(asked, member);
      if (places.length === 0) continue;
      const others = read.filter((other) => other !== member && other.length > 0);
      for (const place of places)
        for (const words of others) asked[place]?.alternatives.push({ words, weight });
    }
  }
}

const beginningsBefore = new WeakMap<readonly SynonymGroup[], Map<string, SynonymGroup[]>>();

/** The groups by what a query may have for the first word of a member. */
function beginningsOf(groups: readonly SynonymGroup[]): Map<string, SynonymGroup[]> {
  const known = beginningsBefore.get(groups);
  if (known) return known;
  const beginnings = new Map<string, SynonymGroup[]>();
  for (const group of groups) {
    const firsts = group.members.flatMap((member) => readPlain(member)[0] ?? []);
    for (const form of new Set(firsts.flatMap(formsOf)))
      beginnings.set(form, [...(beginnings.get(form) ?? []), group]);
  }
  beginningsBefore.set(groups, beginnings);
  return beginnings;
}

/** What `isSame` takes for a word. */
const formsOf = (word: string) => [
  word,
  `${word}s`,
  `${word}es`,
  ...(word.endsWith("s") ? [word.slice(0, -1)] : []),
];

/** The places of a phrase, one after the other; none where it does not stand in the query. Plurals count as the word. */
function findPhrase(asked: AskedWord[], phrase: string[]): number[] {
  if (phrase.length === 0) return [];
  const start = asked.findIndex((_, at) =>
    phrase.every((word, index) => isSame(asked[at + index]?.word, word)),
  );
  return start === -1 ? [] : phrase.map((_, index) => start + index);
}

function isSame(asked: string | undefined, word: string): boolean {
  if (asked === undefined) return false;
  return asked === word || asked === `${word}s` || asked === `${word}es` || `${asked}s` === word;
}

/** Members of groups come up with every query. */
const MAX_READ = 20_000;
const readBefore = new Map<string, string[]>();

function readPlain(text: string): string[] {
  const known = readBefore.get(text);
  if (known) return known;
  const read = readText(text).tokens.flatMap((token) => ("word" in token ? [token.word] : []));
  if (readBefore.size >= MAX_READ) readBefore.clear();
  readBefore.set(text, read);
  return read;
}
