import type { ProductMatch, ProductMatches, ProductQuery } from "~/core/knowledge/product-query";
import { findFittingVariant } from "~/core/knowledge/product-ranking/meet-filters";
import { encodeFilters, MEETS_FILTERS } from "./filters";
import { loadProducts } from "./load-products";
import type { Sql } from "./sql";

const ORDERS: Record<ProductQuery["sort"], string> = {
  relevance: `p."age" DESC, p."number" DESC`,
  newest: `p."age" DESC, p."number" DESC`,
  "price-ascending": `p."minPrice", p."number" DESC`,
  "price-descending": `p."maxPrice" DESC, p."number" DESC`,
};

/** All products that meet the filters, in the order that was asked for, else the newest first. */
export async function listProducts(
  sql: Sql,
  shop: string,
  query: ProductQuery,
): Promise<Pick<ProductMatches, "matches" | "total">> {
  const filters = encodeFilters(query.filters);
  const from = `FROM (SELECT $2::jsonb AS f) AS filters, "KnowledgeProduct" p WHERE p."shop" = $1 AND ${MEETS_FILTERS}`;
  const rows = await sql.query<{ number: number }>(
    `SELECT p."number" ${from} ORDER BY ${ORDERS[query.sort]} LIMIT $3 OFFSET $4`,
    [shop, filters, query.limit, query.offset],
  );
  const [count] = await sql.query<{ total: number }>(`SELECT count(*)::int AS "total" ${from}`, [
    shop,
    filters,
  ]);
  const products = await loadProducts(
    sql,
    rows.map(({ number }) => number),
  );
  const matches = rows.flatMap(({ number }): ProductMatch[] => {
    const product = products.get(number);
    const fitting = product && findFittingVariant(product, query.filters, []);
    return product && fitting ? [{ product, variantId: fitting.variant.id, score: 1, missing: [] }] : [];
  });
  return { matches, total: count?.total ?? 0 };
}
