import type { AskedTerm } from "./asked-term";
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
      .reduce((one, other) => merge(one, other, "either"), NOTHING),
  );
  const all = perWord.reduce((one, other) => merge(one, other, "both"), NOTHING);
  const complete = favourComplete(all, words);
  return { numbers: best(all, limit), complete };
}

function weigh(postings: Postings | undefined, weight: number): Gathered {
  if (!postings) return NOTHING;
  const worths = new Float64Array(postings.impacts.length);
  for (let at = 0; at < worths.length; at += 1) worths[at] = (postings.impacts[at] as number) * weight;
  return { products: postings.products, worths, words: new Uint8Array(worths.length).fill(1) };
}

/** All of both. A product that is in both counts once: for the better of the two, or for both together. */
function merge(one: Gathered, other: Gathered, counts: "either" | "both"): Gathered {
  if (one.products.length === 0) return other;
  if (other.products.length === 0) return one;
  const most = one.products.length + other.products.length;
  const products = new Int32Array(most);
  const worths = new Float64Array(most);
  const words = new Uint8Array(most);
  let length = 0;
  let a = 0;
  let b = 0;
  while (a < one.products.length || b < other.products.length) {
    const order =
      a >= one.products.length
        ? 1
        : b >= other.products.length
          ? -1
          : (one.products[a] as number) - (other.products[b] as number);
    const mine = order <= 0 ? a : -1;
    const its = order >= 0 ? b : -1;
    products[length] = (mine >= 0 ? one.products[mine] : other.products[its]) as number;
    const worth = mine >= 0 ? (one.worths[mine] as number) : 0;
    const otherWorth = its >= 0 ? (other.worths[its] as number) : 0;
    const count = mine >= 0 ? (one.words[mine] as number) : 0;
    const otherCount = its >= 0 ? (other.words[its] as number) : 0;
    worths[length] = counts === "both" ? worth + otherWorth : Math.max(worth, otherWorth);
    words[length] = counts === "both" ? count + otherCount : Math.max(count, otherCount);
    if (mine >= 0) a += 1;
    if (its >= 0) b += 1;
    length += 1;
  }
  return {
    products: products.subarray(0, length),
    worths: worths.subarray(0, length),
    words: words.subarray(0, length),
  };
}

/** Puts those that have all words before the others, and returns how many they are. */
function favourComplete({ worths, words }: Gathered, wanted: number): number {
  let complete = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== wanted) continue;
    worths[at] = (worths[at] as number) + COMPLETE;
    complete += 1;
  }
  return complete;
}

/** The numbers of the `limit` worthiest, newer products before older ones that are worth as much. */
function best({ products, worths }: Gathered, limit: number): number[] {
  let kept: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const cut = () => {
    kept = kept.sort((a, b) => (worths[b] as number) - (worths[a] as number) || b - a).slice(0, limit);
    if (kept.length === limit) least = worths[kept[limit - 1] as number] as number;
  };
  for (let at = products.length - 1; at >= 0; at -= 1) {
    if ((worths[at] as number) <= least) continue;
    kept.push(at);
    if (kept.length >= 2 * limit) cut();
  }
  cut();
  return kept.map((at) => products[at] as number);
}
