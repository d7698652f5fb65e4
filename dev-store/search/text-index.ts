/** A field of a record: its text, how much a word in it counts, and how many words such a field usually has. */
export interface IndexedText {
  text: string;
  weight: number;
  usualLength: number;
}

/** Finds records by words and by beginnings of words. */
export interface TextIndex<T> {
  add(record: T, texts: IndexedText[]): void;
  /** `texts` as they were when it was added. */
  remove(record: T, texts: IndexedText[]): void;
  /** Scores by record; a rarer word scores higher, a whole word more than a beginning. */
  find(word: string): Map<T, number>;
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

export function createTextIndex<T>(): TextIndex<T> {
  const postingsByWord = new Map<string, Postings>();
  /** Records by the number that stands for them in postings; numbers are never used again. */
  const records = new Map<number, T>();
  const numbers = new Map<T, number>();
  let lastNumber = 0;
  let vocabulary: string[] | null = null;

  function postingsOf(word: string): Postings {
    const known = postingsByWord.get(word);
    if (known) return known;
    const postings: Postings = { records: [], weights: [] };
    postingsByWord.set(word, postings);
    vocabulary = null;
    return postings;
  }

  return {
    add(record, texts) {
      lastNumber += 1;
      records.set(lastNumber, record);
      numbers.set(record, lastNumber);
      for (const { text, weight, usualLength } of texts) {
        const words = tokenizeText(text);
        const norm = 1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * (words.length / usualLength);
        for (const word of words) addPosting(postingsOf(word), lastNumber, weight / norm);
      }
    },
    remove(record, texts) {
      const number = numbers.get(record);
      if (number === undefined) return;
      numbers.delete(record);
      records.delete(number);
      for (const { text } of texts) {
        for (const word of tokenizeText(text)) removePosting(postingsOf(word), number);
      }
    },
    find(word) {
      vocabulary ??= [...postingsByWord.keys()].sort();
      const scores = new Map<T, number>();
      for (let index = firstAtLeast(vocabulary, word); vocabulary[index]?.startsWith(word); index += 1) {
        const candidate = vocabulary[index] ?? "";
        const postings = postingsByWord.get(candidate);
        if (!postings || postings.records.length === 0) continue;
        const rarity = Math.log(1 + records.size / postings.records.length);
        const factor = candidate === word ? rarity : rarity * PREFIX_DISCOUNT;
        for (const [at, number] of postings.records.entries()) {
          const weight = postings.weights[at] ?? 0;
          const score = (factor * weight) / (SATURATION + weight);
          const record = records.get(number) as T;
          if (score > (scores.get(record) ?? 0)) scores.set(record, score);
        }
      }
      return scores;
    },
  };
}

/** A record's fields are added one after the other, so its earlier weight is the last one. */
function addPosting(postings: Postings, number: number, weight: number): void {
  const last = postings.records.length - 1;
  if (postings.records[last] === number) {
    postings.weights[last] = (postings.weights[last] ?? 0) + weight;
  } else {
    postings.records.push(number);
    postings.weights.push(weight);
  }
}

function removePosting({ records, weights }: Postings, number: number): void {
  const at = records.indexOf(number);
  if (at < 0) return;
  records.splice(at, 1);
  weights.splice(at, 1);
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
