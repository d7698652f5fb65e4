import type { Product } from "~/core/store/product";
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
