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

/** The products that the terms tell most of, at most `limit` of a kind: those first that have every one of `words` words. */
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
  const { worths, told, had } = sums;
  let complete = 0;
  for (const block of blocks) {
    for (const terms of slots) addWord(terms, (term) => postings.get(term)?.get(block));
    for (let local = 0; local < BLOCK; local += 1) {
      if (had[local] === 0) continue;
      const worth = worths[local] as number;
      const isComplete = told[local] === words;
      if (isComplete) complete += 1;
      else if (had[local] === words) described.offer(block * BLOCK + local, worth);
      if (told[local] !== 0) telling.offer(block * BLOCK + local, worth + (isComplete ? COMPLETE : 0));
      worths[local] = 0;
      told[local] = 0;
      had[local] = 0;
    }
  }
  return { numbers: telling.numbers(), complete, described: described.numbers() };
}

/** Of the products of one block, all zero between blocks: what their words are worth, how many are told, and had at all. */
const sums = {
  worths: new Float64Array(BLOCK),
  told: new Uint8Array(BLOCK),
  had: new Uint8Array(BLOCK),
};
/** The same of one word. Of what may stand for it, the best counts. */
const word = { worths: new Float64Array(BLOCK), told: new Uint8Array(BLOCK) };

function addWord(terms: readonly AskedTerm[], blockOf: (term: number) => PostingBlock | undefined): void {
  const blocks = terms.flatMap(({ term, weight }) => {
    const block = blockOf(term);
    return block ? [{ ...block, weight }] : [];
  });
  for (const { strong, weak, weight } of blocks) {
    for (let at = lengthOf(strong) - 1; at >= 0; at -= 1) {
      const local = localAt(strong, at);
      word.told[local] = 1;
      raise(local, impactAt(strong, at) * weight);
    }
    for (let at = lengthOf(weak) - 1; at >= 0; at -= 1) {
      const count = countAt(weak, at);
      raise(localAt(weak, at), ((DESCRIBED * count) / (count + 1)) * weight);
    }
  }
  for (const { strong, weak } of blocks) {
    for (const list of [strong, weak])
      for (let at = lengthOf(list) - 1; at >= 0; at -= 1) addUp(localAt(list, at));
  }
}

function raise(local: number, worth: number): void {
  if (worth > (word.worths[local] as number)) word.worths[local] = worth;
}

/** Once a word: what several terms have is zero from then on. */
function addUp(local: number): void {
  const worth = word.worths[local] as number;
  if (worth === 0) return;
  sums.worths[local] = (sums.worths[local] as number) + worth;
  sums.told[local] = (sums.told[local] as number) + (word.told[local] as number);
  sums.had[local] = (sums.had[local] as number) + 1;
  word.worths[local] = 0;
  word.told[local] = 0;
}
