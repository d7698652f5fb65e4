/** A field of a record: its text, how much a word in it counts, and how many words such a field usually has. */
export interface IndexedText {
  text: string;
  weight: number;
  usualLength: number;
}

/** Finds records by words and by beginnings of words. */
export interface TextIndex {
  /** Scores by position of the record in the list that was indexed; a rarer word scores higher, a whole word more than a beginning. */
  find(word: string): Map<number, number>;
}

interface Postings {
  records: number[];
  weights: number[];
}

const PREFIX_DISCOUNT = 0.4;
/** BM25F's constants: how soon repetition stops counting, and how much the length of a field matters. */
const SATURATION = 1.2;
const LENGTH_INFLUENCE = 0.6;

export function tokenizeText(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function createTextIndex(records: IndexedText[][]): TextIndex {
  const postingsByWord = new Map<string, Postings>();
  for (const [position, texts] of records.entries()) {
    for (const { text, weight, usualLength } of texts) {
      const words = tokenizeText(text);
      const norm = 1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * (words.length / usualLength);
      for (const word of words) addPosting(postingsByWord, word, position, weight / norm);
    }
  }
  const vocabulary = [...postingsByWord.keys()].sort();

  return {
    find(word) {
      const scores = new Map<number, number>();
      for (let index = firstAtLeast(vocabulary, word); vocabulary[index]?.startsWith(word); index += 1) {
        const candidate = vocabulary[index] ?? "";
        const postings = postingsByWord.get(candidate);
        if (!postings) continue;
        const rarity = Math.log(1 + records.length / postings.records.length);
        const factor = candidate === word ? rarity : rarity * PREFIX_DISCOUNT;
        for (const [at, record] of postings.records.entries()) {
          const weight = postings.weights[at] ?? 0;
          const score = (factor * weight) / (SATURATION + weight);
          if (score > (scores.get(record) ?? 0)) scores.set(record, score);
        }
      }
      return scores;
    },
  };
}

function addPosting(
  postingsByWord: Map<string, Postings>,
  word: string,
  position: number,
  weight: number,
): void {
  const postings = postingsByWord.get(word);
  if (!postings) {
    postingsByWord.set(word, { records: [position], weights: [weight] });
    return;
  }
  const last = postings.records.length - 1;
  if (postings.records[last] === position) {
    postings.weights[last] = (postings.weights[last] ?? 0) + weight;
  } else {
    postings.records.push(position);
    postings.weights.push(weight);
  }
}

/** Position of the first word that is not before `word`. */
function firstAtLeast(sorted: string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
