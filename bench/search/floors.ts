import MiniSearch from "minisearch";
import type pg from "pg";
import type { Product } from "~/core/store/product";
import { stem } from "~/lib/words";
import type { Search } from "./index-shop";

/** MiniSearch as its makers advise: stems, boosted fields, every word before any. */
export function miniSearchFloor(products: readonly Product[]): Search {
  const index = new MiniSearch({
    fields: ["title", "productType", "vendor", "description"],
    storeFields: ["sku"],
    processTerm: (term) => stem(term.toLowerCase()),
    searchOptions: { boost: { title: 3, productType: 2, vendor: 1.5 } },
  });
  index.addAll(products.map((product) => ({ ...product, sku: product.variants[0]?.sku ?? "" })));
  return async (words) => {
    const all = index.search(words, { combineWith: "AND" });
    const found = all.length > 0 ? all : index.search(words);
    return found.slice(0, 10).map(({ sku }) => sku as string);
  };
}

/** What PostgreSQL does by itself: a weighted tsvector, its index, and ts_rank. */
export async function textSearchFloor(pool: pg.Pool, products: readonly Product[]): Promise<Search> {
  await pool.query(`CREATE TABLE floor (sku text, words tsvector)`);
  await pool.query(
    `INSERT INTO floor SELECT sku, setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', type || ' ' || vendor), 'B') ||
       setweight(to_tsvector('english', description), 'D')
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS row (sku, title, type, vendor, description)`,
    [
      products.map(({ variants }) => variants[0]?.sku ?? ""),
      products.map(({ title }) => title),
      products.map(({ productType }) => productType),
      products.map(({ vendor }) => vendor),
      products.map(({ description }) => description),
    ],
  );
  await pool.query(`CREATE INDEX ON floor USING gin (words)`);
  await pool.query(`ANALYZE floor`);
  return async (words) => {
    const { rows } = await pool.query<{ sku: string }>(
      `SELECT sku FROM floor, plainto_tsquery('english', $1) AS query WHERE words @@ query
       ORDER BY ts_rank(words, query) DESC LIMIT 10`,
      [words],
    );
    return rows.map(({ sku }) => sku);
  };
}
