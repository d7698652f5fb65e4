import type { AskedTerm } from "./candidates";
import type { Postings } from "./known-postings";

/** Products by number, ascending: what the words that they have say of them, and how many of the words they have. */
interface Gathered {
  products: Int32Array;
  worths: Float64Array;
  words: Uint8Array;
}

const NOTHING: Gathered = {
  products: new Int32Array(0),
  worths: new Float64Array(0),
  words: new Uint8Array(0),
};

/** Having every word comes before all that some words may say. */
const COMPLETE = 1e9;

/** The most telling products of the terms, `limit` of them: those first that have every one of `words` words, which are counted. */
export function gatherCandidates(
  asked: readonly AskedTerm[],
  postings: ReadonlyMap<number, Postings>,
  words: number,
  limit: number,
): { numbers: number[]; complete: number } {
  const slots = [...new Set(asked.map(({ slot }) => slot))];
  const perWord = slots.map((slot) =>
    asked
      .filter((term) => term.slot === slot)
      .map(({ term, weight }) => weigh(postings.get(term), weight))
      // Of what may stand for a word, the best counts.
      .reduce((one, other) => merge(one, other, Math.max, Math.max), NOTHING),
  );
  const all = perWord.reduce((one, other) => merge(one, other, plus, plus), NOTHING);
  const worths = all.worths.map((worth, at) => (all.words[at] === words ? worth + COMPLETE : worth));
  const complete = all.words.reduce((sum, count) => sum + (count === words ? 1 : 0), 0);
  return { numbers: best({ ...all, worths }, limit), complete };
}

const plus = (one: number, other: number) => one + other;

function weigh(postings: Postings | undefined, weight: number): Gathered {
  if (!postings) return NOTHING;
  return {
    products: postings.products,
    worths: Float64Array.from(postings.impacts, (impact) => impact * weight),
    words: new Uint8Array(postings.products.length).fill(1),
  };
}

/** Both, with what `worth` and `words` make of products that are in both. */
function merge(one: Gathered, other: Gathered, worth: typeof plus, words: typeof plus): Gathered {
  if (one.products.length === 0) return other;
  if (other.products.length === 0) return one;
  const most = one.products.length + other.products.length;
  const merged = {
    products: new Int32Array(most),
    worths: new Float64Array(most),
    words: new Uint8Array(most),
  };
  let length = 0;
  for (let a = 0, b = 0; a < one.products.length || b < other.products.length; length += 1) {
    const mine = one.products[a] ?? Number.POSITIVE_INFINITY;
    const its = other.products[b] ?? Number.POSITIVE_INFINITY;
    const [fromOne, fromOther] = [mine <= its, its <= mine];
    merged.products[length] = Math.min(mine, its);
    merged.worths[length] = worth(fromOne ? (one.worths[a] ?? 0) : 0, fromOther ? (other.worths[b] ?? 0) : 0);
    merged.words[length] = words(fromOne ? (one.words[a] ?? 0) : 0, fromOther ? (other.words[b] ?? 0) : 0);
    if (fromOne) a += 1;
    if (fromOther) b += 1;
  }
  return {
    products: merged.products.subarray(0, length),
    worths: merged.worths.subarray(0, length),
    words: merged.words.subarray(0, length),
  };
}

/** The numbers of the `limit` worthiest, newer products before older ones that are worth as much. */
function best({ products, worths }: Gathered, limit: number): number[] {
  const ordered = products.length > limit ? Float64Array.from(worths).sort() : worths;
  const least = products.length > limit ? (ordered[ordered.length - limit] ?? 0) : 0;
  const above: number[] = [];
  const equal: number[] = [];
  for (let at = products.length - 1; at >= 0; at -= 1) {
    const worth = worths[at] ?? 0;
    if (worth > least) above.push(products[at] ?? 0);
    else if (worth === least) equal.push(products[at] ?? 0);
  }
  return [...above, ...equal].slice(0, limit);
}
