import { createHash } from "node:crypto";
import { readSections } from "~/core/knowledge/sections";
import type { StoreDocument } from "~/core/store/store-platform";
import { lockShop } from "./shop-lock";
import { type Sql, type SqlPool, storable } from "./sql";
import { textLanguage } from "./text-language";

/** Raised when documents are cut in another way. */
const FORMAT = 1;

/** Writes those that are new or changed, and gives the others the generation. Returns how many it wrote. */
export async function writeDocuments(
  sql: SqlPool,
  shop: string,
  documents: readonly StoreDocument[],
  generation: number,
): Promise<number> {
  const entries = [...new Map(documents.map((document) => [document.id, document])).values()].map(toEntry);
  return sql.transaction(async (transaction) => {
    const state = await lockShop(transaction, shop);
    if (!state) return 0;
    const rows = await transaction.query<{ id: string; hash: string }>(
      `SELECT "id", "hash" FROM "KnowledgeDocument" WHERE "shop" = $1 AND "id" = ANY($2)`,
      [shop, entries.map(({ document }) => document.id)],
    );
    const known = new Map(rows.map(({ id, hash }) => [id, hash]));
    const changed = entries.filter(({ document, hash }) => known.get(document.id) !== hash);
    const same = entries.filter(({ document, hash }) => known.get(document.id) === hash);
    await transaction.query(
      `UPDATE "KnowledgeDocument" SET "generation" = greatest("generation", $3) WHERE "shop" = $1 AND "id" = ANY($2)`,
      [shop, same.map(({ document }) => document.id), generation],
    );
    for (const entry of changed) await replace(transaction, shop, entry, generation);
    if (changed.length > 0) await raiseVersion(transaction, shop);
    return changed.length;
  });
}

interface Entry {
  document: StoreDocument;
  hash: string;
}

function toEntry(given: StoreDocument): Entry {
  const document = {
    ...given,
    title: storable(given.title),
    url: storable(given.url),
    html: storable(given.html),
  };
  const { kind, title, url, html } = document;
  const content = JSON.stringify([FORMAT, kind, title, url, html]);
  return { document, hash: createHash("sha256").update(content).digest("base64") };
}

/** Sections whose words stay the same keep their vectors. */
async function replace(sql: Sql, shop: string, { document, hash }: Entry, generation: number): Promise<void> {
  const { id, kind, title, url } = document;
  const sections = readSections(document).map((section) => ({
    ...section,
    heading: storable(section.heading),
    text: storable(section.text),
  }));
  const language = textLanguage(sections.map(({ text }) => text).join("\n"), "en");
  const vectors = await sql.query<{ key: string; vector: Buffer; vectorModel: string }>(
    `SELECT "heading" || E'\\n' || "text" AS "key", "vector", "vectorModel" FROM "KnowledgeSection"
     WHERE "shop" = $1 AND "document" = $2 AND "vector" IS NOT NULL`,
    [shop, id],
  );
  const known = new Map(vectors.map((row) => [row.key, row]));
  await sql.query(
    `INSERT INTO "KnowledgeDocument" ("shop", "id", "generation", "hash", "kind", "title", "url", "language")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ("shop", "id") DO UPDATE SET "generation" = greatest("KnowledgeDocument"."generation", excluded."generation"),
       "hash" = excluded."hash", "kind" = excluded."kind", "title" = excluded."title", "url" = excluded."url", "language" = excluded."language"`,
    [shop, id, generation, hash, kind, title, url, language],
  );
  await sql.query(`DELETE FROM "KnowledgeSection" WHERE "shop" = $1 AND "document" = $2`, [shop, id]);
  for (const [position, { heading, context, text }] of sections.entries()) {
    const vector = known.get(`${heading}\n${text}`);
    await sql.query(
      `INSERT INTO "KnowledgeSection" ("shop", "document", "position", "heading", "context", "text", "vector", "vectorModel")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        shop,
        id,
        position,
        heading,
        context.map(storable),
        text,
        vector?.vector ?? null,
        vector?.vectorModel ?? null,
      ],
    );
  }
}

export async function raiseVersion(sql: Sql, shop: string): Promise<void> {
  await sql.query(`UPDATE "KnowledgeShop" SET "version" = "version" + 1 WHERE "shop" = $1`, [shop]);
}
