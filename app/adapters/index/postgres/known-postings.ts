import { LRUCache } from "lru-cache";
import type { TermPlaces } from "~/core/knowledge/product-ranking/term-places";
import { blockOf, localOf, strongPlaces, weakPlaces } from "./posting-list";
import type { Sql } from "./sql";

/** Bytes of all terms together. */
const MAX_KNOWN = 32_000_000;
/** What a block takes besides its lists. */
const BLOCK_BYTES = 300;

/** Postings of one term and one block of products. */
export interface PostingBlock {
  /** Made by `encodeStrong`: products that have the term where it tells what they are. */
  strong: Uint8Array;
  /** Made by `encodeWeak`: products that have it in their descriptions alone. */
  weak: Uint8Array;
}

/** The products of a term, by the numbers of their blocks. */
export type Postings = ReadonlyMap<number, PostingBlock>;

/** The products of terms, kept between queries for as long as the shop stays as it is. */
export interface KnownPostings {
  /** At the shop's version or later. */
  read(sql: Sql, shopVersion: string, terms: readonly number[]): Promise<Map<number, Postings>>;
}

interface Row extends PostingBlock {
  term: number;
  block: number;
}

const READ = `SELECT "term", "block", "strong", "weak" FROM "KnowledgePostings" WHERE "term" = ANY($1::int[])`;

export function createKnownPostings(): KnownPostings {
  const known = new LRUCache<number, { postings: Postings; seenAt: string }>({
    maxSize: MAX_KNOWN,
    sizeCalculation: ({ postings }) => sizeOf(postings),
  });
  return {
    async read(sql, shopVersion, terms) {
      const found = new Map<number, Postings>();
      for (const term of terms) {
        const kept = known.get(term);
        if (kept?.seenAt === shopVersion) found.set(term, kept.postings);
      }
      const missing = terms.filter((term) => !found.has(term));
      if (missing.length === 0) return found;
      const read = new Map(missing.map((term) => [term, new Map<number, PostingBlock>()]));
      for (const { term, block, strong, weak } of await sql.query<Row>(READ, [missing]))
        read.get(term)?.set(block, { strong, weak });
      for (const [term, postings] of read) {
        known.set(term, { postings, seenAt: shopVersion });
        found.set(term, postings);
      }
      return found;
    },
  };
}

function sizeOf(postings: Postings): number {
  let size = BLOCK_BYTES;
  for (const { strong, weak } of postings.values()) size += strong.length + weak.length + BLOCK_BYTES;
  return size;
}

/** Undefined where the product does not have the term. */
export function placesIn(postings: Postings | undefined, product: number): TermPlaces | undefined {
  const block = postings?.get(blockOf(product));
  if (!block) return undefined;
  return strongPlaces(block.strong, localOf(product)) ?? weakPlaces(block.weak, localOf(product));
}
