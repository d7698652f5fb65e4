import type pg from "pg";
import type { KnowledgeScope, KnowledgeWriter } from "~/core/knowledge/knowledge-writer";
import { takeOffCounts } from "./product-counts";
import { lockShop } from "./shop-lock";
import { createSql, type Sql, type SqlPool, storable } from "./sql";
import { createStemmer } from "./stemmer";
import { raiseVersion, writeDocuments } from "./write-documents";
import { findTerms, writePostings } from "./write-postings";
import { writeProducts } from "./write-products";

/** Products dropped in one statement. */
const DROP_BATCH = 500;

/** A KnowledgeWriter on PostgreSQL. Writers of one shop wait for each other; readers wait for nobody. */
export function createPostgresKnowledgeWriter({ pool }: { pool: pg.Pool }): KnowledgeWriter {
  const sql = createSql(pool);
  const stemmer = createStemmer(sql);

  return {
    putProducts: (shop, products, generation) => writeProducts(sql, stemmer, shop, products, generation),
    putDocuments: (shop, documents, generation) => writeDocuments(sql, shop, documents, generation),
    async removeProducts(shop, ids) {
      await changeShop(sql, shop, (transaction) => dropProducts(transaction, shop, ids));
    },
    async removeDocuments(shop, ids) {
      await changeShop(sql, shop, (transaction) => dropDocuments(transaction, shop, ids));
    },
    async removeOlder(shop, scope, generation) {
      const dropped = await changeShop(sql, shop, async (transaction) => {
        const old = await findOlder(transaction, shop, scope, generation);
        if (scope === "products") await dropProducts(transaction, shop, old);
        else await dropDocuments(transaction, shop, old);
        await markRead(transaction, shop, scope);
        return old.length;
      });
      if (scope === "products" && dropped !== null) await refreshStatistics(sql);
      return dropped ?? 0;
    },
    async putSynonyms(shop, groups) {
      await changeShop(sql, shop, async (transaction) => {
        await transaction.query(
          `INSERT INTO "ShopSynonyms" ("shop", "groups", "updatedAt") VALUES ($1, $2::jsonb, $3)
           ON CONFLICT ("shop") DO UPDATE SET "groups" = excluded."groups", "updatedAt" = excluded."updatedAt"`,
          [shop, JSON.stringify(groups.map((group) => group.map(storable))), new Date().toISOString()],
        );
        await raiseVersion(transaction, shop);
      });
    },
    async counts(shop) {
      const [row] = await sql.query<Record<"products" | "documents" | "sections", number>>(
        `SELECT (SELECT count(*)::int FROM "KnowledgeProduct" WHERE "shop" = $1) AS "products",
           (SELECT count(*)::int FROM "KnowledgeDocument" WHERE "shop" = $1) AS "documents",
           (SELECT count(*)::int FROM "KnowledgeSection" WHERE "shop" = $1) AS "sections"`,
        [shop],
      );
      return row ?? { products: 0, documents: 0, sections: 0 };
    },
  };
}

/** Null where the shop is not installed. */
function changeShop<Value>(
  sql: SqlPool,
  shop: string,
  change: (transaction: Sql) => Promise<Value>,
): Promise<Value | null> {
  return sql.transaction(async (transaction) => {
    if ((await lockShop(transaction, shop)) === null) return null;
    return change(transaction);
  });
}

async function dropProducts(sql: Sql, shop: string, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += DROP_BATCH) {
    const batch = ids.slice(at, at + DROP_BATCH);
    await takeOffCounts(sql, shop, batch);
    await takeOffPostings(sql, shop, batch);
    await sql.query(
      `WITH gone AS (DELETE FROM "KnowledgeProduct" WHERE "shop" = $1 AND "id" = ANY($2) RETURNING 1)
       UPDATE "KnowledgeShop" SET "products" = "products" - (SELECT count(*) FROM gone) WHERE "shop" = $1`,
      [shop, batch],
    );
  }
}

async function takeOffPostings(sql: Sql, shop: string, ids: readonly string[]): Promise<void> {
  const rows = await sql.query<{ number: number }>(
    `SELECT "number" FROM "KnowledgeProduct" WHERE "shop" = $1 AND "id" = ANY($2)`,
    [shop, ids],
  );
  const terms = await findTerms(
    sql,
    rows.map(({ number }) => number),
  );
  await writePostings(
    sql,
    [...terms].map(([number, before]) => ({ number, before, after: new Map() })),
  );
}

async function dropDocuments(sql: Sql, shop: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql.query(`DELETE FROM "KnowledgeDocument" WHERE "shop" = $1 AND "id" = ANY($2)`, [shop, ids]);
  await raiseVersion(sql, shop);
}

async function findOlder(
  sql: Sql,
  shop: string,
  scope: KnowledgeScope,
  generation: number,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    scope === "products"
      ? `SELECT "id" FROM "KnowledgeProduct" WHERE "shop" = $1 AND "generation" < $2`
      : `SELECT "id" FROM "KnowledgeDocument" WHERE "shop" = $1 AND "generation" < $2`,
    [shop, generation],
  );
  return rows.map(({ id }) => id);
}

async function markRead(sql: Sql, shop: string, scope: KnowledgeScope): Promise<void> {
  await sql.query(
    scope === "products"
      ? `UPDATE "KnowledgeShop" SET "productsRead" = true, "version" = "version" + 1 WHERE "shop" = $1`
      : `UPDATE "KnowledgeShop" SET "documentsRead" = true, "version" = "version" + 1 WHERE "shop" = $1`,
    [shop],
  );
}

/** A catalogue that has just been read is queried before the autovacuum comes by. */
async function refreshStatistics(sql: Sql): Promise<void> {
  await sql.query(
    `VACUUM (ANALYZE, SKIP_LOCKED) "KnowledgeTerm", "KnowledgeProduct", "KnowledgePostings", "KnowledgeVariant", "KnowledgeWord"`,
  );
}
