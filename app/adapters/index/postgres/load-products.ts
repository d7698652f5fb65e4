import { LRUCache } from "lru-cache";
import type { Product } from "~/core/store/product";
import type { ProductVersion } from "./known-products";
import { VERSION } from "./known-products";
import type { Sql } from "./sql";

/** Products by their numbers. */
export async function loadProducts(sql: Sql, numbers: readonly number[]): Promise<Map<number, Product>> {
  if (numbers.length === 0) return new Map();
  const rows = await sql.query<{ number: number; product: Product }>(
    `SELECT "number", "product" FROM "KnowledgeProductText" WHERE "number" = ANY($1::int[])`,
    [numbers],
  );
  return new Map(rows.map(({ number, product }) => [number, product]));
}

/** Whole products, kept as text for as long as their rows stay as they are. */
export interface KnownTexts {
  load(sql: Sql, versions: readonly ProductVersion[]): Promise<Map<number, Product>>;
}

/** Characters. */
const MAX_KNOWN = 10_000_000;

export function createKnownTexts(): KnownTexts {
  const known = new LRUCache<number, { version: string; text: string }>({
    maxSize: MAX_KNOWN,
    sizeCalculation: ({ text }) => text.length + 1,
  });
  return {
    async load(sql, versions) {
      const found = new Map<number, Product>();
      const changed: number[] = [];
      for (const { number, version } of versions) {
        const kept = known.get(number);
        if (kept?.version === version) found.set(number, JSON.parse(kept.text) as Product);
        else changed.push(number);
      }
      for (const row of changed.length > 0 ? await readTexts(sql, changed) : []) {
        known.set(row.number, row);
        found.set(row.number, JSON.parse(row.text) as Product);
      }
      return found;
    },
  };
}

function readTexts(sql: Sql, numbers: number[]): Promise<(ProductVersion & { text: string })[]> {
  return sql.query(
    `SELECT p."number", ${VERSION}, t."product"::text AS "text" FROM "KnowledgeProduct" p
     JOIN "KnowledgeProductText" t USING ("number") WHERE p."number" = ANY($1::int[])`,
    [numbers],
  );
}
