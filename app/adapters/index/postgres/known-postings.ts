import { LRUCache } from "lru-cache";
import { readNumbers } from "./read-numbers";
import type { Sql } from "./sql";

/** Of a term that more products have, the best that many are looked at. */
const MAX_POSTINGS = 20_000;
/** Of all terms together; each takes eight bytes. */
const MAX_KNOWN = 4_000_000;

/** The products of a term by their numbers, ascending, with how much it says of each, in thousandths. */
export interface Postings {
  products: Int32Array;
  impacts: Int32Array;
}

/** The products of terms, kept between queries for as long as the shop stays as it is. */
export interface KnownPostings {
  /** At the shop's version or later. */
  read(sql: Sql, shopVersion: string, terms: readonly number[]): Promise<Map<number, Postings>>;
}

interface Row {
  term: number;
  products: string | null;
  impacts: string | null;
}

const READ = `SELECT asked."term", best.* FROM unnest($1::int[]) AS asked ("term") CROSS JOIN LATERAL (
    SELECT array_agg("product" ORDER BY "product")::text AS "products", array_agg("impact" ORDER BY "product")::text AS "impacts" FROM (
      SELECT "product", "impact" FROM "KnowledgePosting" WHERE "term" = asked."term" ORDER BY "impact" DESC, "product" DESC LIMIT ${MAX_POSTINGS}
    ) AS most
  ) AS best`;

export function createKnownPostings(): KnownPostings {
  const known = new LRUCache<number, Postings & { seenAt: string }>({
    maxSize: MAX_KNOWN,
    sizeCalculation: ({ products }) => products.length + 1,
  });
  return {
    async read(sql, shopVersion, terms) {
      const found = new Map<number, Postings>();
      for (const term of terms) {
        const kept = known.get(term);
        if (kept?.seenAt === shopVersion) found.set(term, kept);
      }
      const missing = terms.filter((term) => !found.has(term));
      for (const row of missing.length > 0 ? await sql.query<Row>(READ, [missing]) : []) {
        const postings = {
          products: readNumbers(row.products ?? "{}"),
          impacts: readNumbers(row.impacts ?? "{}"),
        };
        known.set(row.term, { ...postings, seenAt: shopVersion });
        found.set(row.term, postings);
      }
      return found;
    },
  };
}
