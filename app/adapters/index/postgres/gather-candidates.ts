import type { AskedTerm } from "./asked-term";
import { createBest } from "./best-numbers";
import type { PostingBlock, Postings } from "./known-postings";
import { BLOCK, countAt, impactAt, lengthOf, localAt } from "./posting-list";

export interface Gathered {
  /** Those that have some word where it tells what they are, the most telling ones first. */
  numbers: number[];
  /** How many of all products have every word there. */
  complete: number;
  /** Those that have every word, but some only in their descriptions; the most telling ones first. */
  described: number[];
}

/** Having every word comes before all that some words may say. */
const COMPLETE = 1e9;
/** What a word is worth at most where only the description has it, beside 1,000 where it says all. */
const DESCRIBED = 100;

/** The postings that one block has of one word's terms. */
interface WordPostings {
  lists: (PostingBlock & { weight: number })[];
  /** Whether any product of the block has the word where it tells what it is. */
  isTold: boolean;
}

/**
 * The products that the terms tell most of, at most `limit` of a kind: those first that have every one of `words` words.
 * Once there are enough of these, only such are looked for, and descriptions no more.
 */
export function gatherCandidates(
  asked: readonly AskedTerm[],
  postings: ReadonlyMap<number, Postings>,
  words: number,
  limit: number,
): Gathered {
  const slots = [...new Set(asked.map(({ slot }) => slot))].map((slot) =>
    asked.filter((term) => term.slot === slot),
  );
  const blocks = new Set(asked.flatMap(({ term }) => [...(postings.get(term)?.keys() ?? [])]));
  const telling = createBest(limit);
  const described = createBest(limit);
  let complete = 0;
  for (const block of blocks) {
    const found = slots.flatMap((terms) => wordIn(block, terms, postings) ?? []);
    const isWhole = found.length === words;
    if (complete >= limit) {
      if (!isWhole || !found.every(({ isTold }) => isTold)) continue;
      for (const { lists } of found) addTold(lists);
    } else if (found.length === 1 && !isWhole) {
      // Its descriptions could neither complete a product nor tell what it is.
      addTold(found[0]?.lists ?? []);
    } else for (const { lists } of found) addWord(lists);
    for (let at = 0; at < sums.count; at += 1) {
      const local = sums.touched[at] as number;
      const number = block * BLOCK + local;
      const worth = sums.worths[local] as number;
      const isComplete = sums.told[local] === words;
      if (isComplete) complete += 1;
      else if (sums.had[local] === words) described.offer(number, worth);
      if (sums.told[local] !== 0) telling.offer(number, worth + (isComplete ? COMPLETE : 0));
      sums.worths[local] = 0;
      sums.told[local] = 0;
      sums.had[local] = 0;
    }
    sums.count = 0;
  }
  return { numbers: telling.numbers(), complete, described: described.numbers() };
}

/** Null where the block has nothing of it. */
function wordIn(
  block: number,
  terms: readonly AskedTerm[],
  postings: ReadonlyMap<number, Postings>,
): WordPostings | null {
  const lists: WordPostings["lists"] = [];
  let isTold = false;
  for (const { term, weight } of terms) {
    const list = postings.get(term)?.get(block);
    if (!list) continue;
    lists.push({ strong: list.strong, weak: list.weak, weight });
    isTold ||= lengthOf(list.strong) > 0;
  }
  return lists.length > 0 ? { lists, isTold } : null;
}

/**
 * Of the products of one block: what their words are worth, how many are told, and had at all; all zero between blocks, but
 * for the `count` products that were touched.
 */
const sums = {
  worths: new Float64Array(BLOCK),
  told: new Uint8Array(BLOCK),
  had: new Uint8Array(BLOCK),
  touched: new Uint16Array(BLOCK),
  count: 0,
};
/** The same of one word. Of what may stand for it, the best counts. */
const word = { worths: new Float64Array(BLOCK), told: new Uint8Array(BLOCK) };

function addWord(lists: WordPostings["lists"]): void {
  for (const { strong, weak, weight } of lists) {
    raiseTold(strong, weight);
    for (let at = lengthOf(weak) - 1; at >= 0; at -= 1) {
      const count = countAt(weak, at);
      raise(localAt(weak, at), ((DESCRIBED * count) / (count + 1)) * weight);
    }
  }
  for (const { strong, weak } of lists) {
    addUpAll(strong);
    addUpAll(weak);
  }
}

/** Without the products that have the word in their descriptions alone. */
function addTold(lists: WordPostings["lists"]): void {
  for (const { strong, weight } of lists) raiseTold(strong, weight);
  for (const { strong } of lists) addUpAll(strong);
}

function raiseTold(strong: Uint8Array, weight: number): void {
  for (let at = lengthOf(strong) - 1; at >= 0; at -= 1) {
    const local = localAt(strong, at);
    word.told[local] = 1;
    raise(local, impactAt(strong, at) * weight);
  }
}

function raise(local: number, worth: number): void {
  if (worth > (word.worths[local] as number)) word.worths[local] = worth;
}

function addUpAll(list: Uint8Array): void {
  for (let at = lengthOf(list) - 1; at >= 0; at -= 1) addUp(localAt(list, at));
}

/** Once a word: what several terms have is zero from then on. */
function addUp(local: number): void {
  const worth = word.worths[local] as number;
  if (worth === 0) return;
  if (sums.had[local] === 0) {
    sums.touched[sums.count] = local;
    sums.count += 1;
  }
  sums.worths[local] = (sums.worths[local] as number) + worth;
  sums.told[local] = (sums.told[local] as number) + (word.told[local] as number);
  sums.had[local] = (sums.had[local] as number) + 1;
  word.worths[local] = 0;
  word.told[local] = 0;
}
