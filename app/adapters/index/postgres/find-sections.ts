import { createSectionRanking, type SectionRanking } from "~/core/knowledge/rank-sections";
import type { IndexedSection } from "~/core/knowledge/sections";
import type { Sql } from "./sql";

/** A shop's sections made ready for ranking, as of a version of its knowledge. */
export interface ShopSections {
  version: string;
  ranking: SectionRanking;
}

/** Null for a shop of which nothing is known. */
export async function readVersion(sql: Sql, shop: string): Promise<string | null> {
  const [row] = await sql.query<{ version: string }>(
    `SELECT "version" FROM "KnowledgeShop" WHERE "shop" = $1`,
    [shop],
  );
  return row?.version ?? null;
}

export async function loadSections(sql: Sql, shop: string, version: string): Promise<ShopSections> {
  const rows = await sql.query<IndexedSection>(
    `SELECT d."id" AS "documentId", d."kind", d."title" AS "documentTitle", d."url", s."heading", s."context", s."text"
     FROM "KnowledgeSection" s JOIN "KnowledgeDocument" d ON d."shop" = s."shop" AND d."id" = s."document"
     WHERE s."shop" = $1 ORDER BY d."id", s."position"`,
    [shop],
  );
  return { version, ranking: createSectionRanking(rows) };
}
