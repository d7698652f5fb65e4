import type pg from "pg";
import type { KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import type { ProductQuery } from "~/core/knowledge/product-query";
import type { Product } from "~/core/store/product";
import { createPostgresKnowledgeIndex } from "../../app/adapters/index/postgres/knowledge-index";
import { createPostgresKnowledgeWriter } from "../../app/adapters/index/postgres/knowledge-writer";

/** As the app reads a catalogue. */
const BATCH = 500;

/** The SKUs of the first ten products that answer a query. */
export type Search = (words: string) => Promise<string[]>;

export interface IndexedShop {
  shop: string;
  index: KnowledgeIndex;
  search: Search;
  /** Milliseconds. */
  took: number;
  /** Milliseconds of this process's processor; PostgreSQL's are not in it. */
  ownCpu: number;
}

export const plainQuery = (words: string): ProductQuery => ({
  words,
  filters: {},
  sort: "relevance",
  limit: 10,
  offset: 0,
});

/** Installs a shop and fills its index. */
export async function indexShop(pool: pg.Pool, shop: string, products: Product[]): Promise<IndexedShop> {
  await pool.query(`INSERT INTO "Shop" ("domain", "origins") VALUES ($1, '{}')`, [shop]);
  const writer = createPostgresKnowledgeWriter({ pool });
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let at = 0; at < products.length; at += BATCH)
    await writer.putProducts(shop, products.slice(at, at + BATCH), 1);
  await writer.removeOlder(shop, "products", 1);
  const took = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const index = createPostgresKnowledgeIndex({ pool });
  return {
    shop,
    index,
    took,
    ownCpu: (user + system) / 1_000,
    async search(words) {
      const found = await index.findProducts(shop, plainQuery(words), new AbortController().signal);
      const shown = found && found.matches.length > 0 ? found.matches : (found?.near ?? []);
      return shown.map(({ product }) => product.variants[0]?.sku ?? "");
    },
  };
}
