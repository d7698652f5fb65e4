import { LRUCache } from "lru-cache";
import type { RankedProduct } from "~/core/knowledge/product-ranking/rank-products";
import type { Sql } from "./sql";
import { decodeTitle } from "./title-code";

export interface Candidate extends RankedProduct, ProductVersion {
  id: string;
  minPrice: number;
  age: bigint;
}

/** A product's row as it stood when the index was asked. */
export interface ProductVersion {
  number: number;
  /** Another one after each write of the row. */
  version: string;
}

/** What ranking reads of products, kept between queries for as long as their rows stay as they are. */
export interface KnownProducts {
  /** In no order; without those that were removed meanwhile. */
  read(sql: Sql, versions: readonly ProductVersion[]): Promise<Candidate[]>;
}

interface Row {
  number: number;
  version: string;
  id: string;
  minPrice: string;
  age: string;
  available: boolean;
  title: string;
  type: string;
  strong: string;
  terms: string;
  counts: string;
  length: number;
}

/** Some two kilobytes each. */
const MAX_KNOWN = 20_000;

/** The transaction that wrote a row: every change of it has another one. */
export const VERSION = `p.xmin::text AS "version"`;

/** Arrays as text: the driver reads its own arrays much more slowly. */
const READ = `SELECT p."number", ${VERSION}, p."id", p."minPrice", p."age", p."available", p."length", p."title"::text, p."type"::text,
  p."strong"::text, p."terms"::text, p."counts"::text FROM "KnowledgeProduct" p WHERE p."number" = ANY($1::int[])`;

export function createKnownProducts(): KnownProducts {
  const known = new LRUCache<number, Candidate>({ max: MAX_KNOWN });
  return {
    async read(sql, versions) {
      const found: Candidate[] = [];
      const changed: number[] = [];
      for (const { number, version } of versions) {
        const kept = known.get(number);
        if (kept?.version === version) found.push(kept);
        else changed.push(number);
      }
      if (changed.length === 0) return found;
      for (const row of await sql.query<Row>(READ, [changed])) {
        const candidate = toCandidate(row);
        known.set(row.number, candidate);
        found.push(candidate);
      }
      return found;
    },
  };
}

function toCandidate(row: Row): Candidate {
  const strong = readNumbers(row.strong);
  const terms = readNumbers(row.terms);
  const counts = readNumbers(row.counts);
  return {
    number: row.number,
    version: row.version,
    id: row.id,
    minPrice: Number(row.minPrice),
    age: BigInt(row.age),
    available: row.available,
    ...decodeTitle([...readNumbers(row.title)]),
    type: [...readNumbers(row.type)],
    isStrong: (term) => strong.includes(term),
    count: (term) => counts[terms.indexOf(term)] ?? 0,
    length: row.length,
  };
}

const ZERO = 48;
const MINUS = 45;

/** "{1,-2,3}", by hand: hundreds of products are read at a time. */
function readNumbers(text: string): Int32Array {
  const numbers: number[] = [];
  let number = 0;
  let sign = 1;
  let isNumber = false;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === MINUS) sign = -1;
    else if (code >= ZERO && code <= ZERO + 9) {
      number = number * 10 + code - ZERO;
      isNumber = true;
    } else {
      if (isNumber) numbers.push(sign * number);
      number = 0;
      sign = 1;
      isNumber = false;
    }
  }
  return Int32Array.from(numbers);
}
