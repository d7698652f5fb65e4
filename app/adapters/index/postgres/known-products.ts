import { LRUCache } from "lru-cache";
import type { Sql } from "./sql";

export interface Candidate extends ProductVersion {
  id: string;
  minPrice: number;
  age: bigint;
  available: boolean;
  /** Words. */
  length: number;
}

/** A product's row as it stood when it was read. */
export interface ProductVersion {
  number: number;
  /** Another one after each write of the row. */
  version: string;
}

/** What ranking reads of products besides their postings, kept between queries for as long as their rows stay as they are. */
export interface KnownProducts {
  /** At the shop's version or later; in no order, and without those that were removed meanwhile. */
  read(sql: Sql, shopVersion: string, numbers: readonly number[]): Promise<Candidate[]>;
}

interface Row {
  number: number;
  version: string;
  /** Null, as all that follows, where the row is as it was known. */
  id: string | null;
  minPrice: string;
  age: string;
  available: boolean;
  length: number;
}

interface Known {
  candidate: Candidate;
  /** The shop's version at which the row was last seen to be so. */
  seenAt: string;
}

/** Some three hundred bytes each. */
const MAX_KNOWN = 50_000;

/** The transaction that wrote a row: every change of it has another one. */
export const VERSION = `p.xmin::text AS "version"`;

const READ = `SELECT p."number", ${VERSION}, changed.*
  FROM unnest($1::int[], $2::text[]) AS kept ("number", "version") JOIN "KnowledgeProduct" p ON p."number" = kept."number"
  LEFT JOIN LATERAL (
    SELECT p."id", p."minPrice", p."age", p."available", p."length" WHERE p.xmin::text IS DISTINCT FROM kept."version"
  ) AS changed ON true`;

export function createKnownProducts(): KnownProducts {
  const known = new LRUCache<number, Known>({ max: MAX_KNOWN });
  return {
    async read(sql, shopVersion, numbers) {
      const found: Candidate[] = [];
      const unsure: number[] = [];
      for (const number of numbers) {
        const kept = known.get(number);
        if (kept?.seenAt === shopVersion) found.push(kept.candidate);
        else unsure.push(number);
      }
      if (unsure.length === 0) return found;
      const versions = unsure.map((number) => known.get(number)?.candidate.version ?? null);
      for (const row of await sql.query<Row>(READ, [unsure, versions])) {
        const candidate = row.id === null ? known.get(row.number)?.candidate : toCandidate(row, row.id);
        if (!candidate) continue;
        known.set(row.number, { candidate, seenAt: shopVersion });
        found.push(candidate);
      }
      return found;
    },
  };
}

function toCandidate({ number, version, minPrice, age, available, length }: Row, id: string): Candidate {
  return { number, version, id, minPrice: Number(minPrice), age: BigInt(age), available, length };
}
