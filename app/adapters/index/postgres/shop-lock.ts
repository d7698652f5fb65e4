import type { Sql } from "./sql";

/** What is known of a shop's knowledge itself. */
export interface ShopState {
  version: string;
  productsRead: boolean;
  documentsRead: boolean;
  /** Products by ISO 639-1 code. */
  languages: Record<string, number>;
  /** How many there are. */
  products: number;
  /** Their words together, as text. */
  length: string;
}

/**
 * Takes the right to change a shop's index until the transaction ends. Null where the shop is not installed: an uninstall
 * waits for the transaction, and then takes everything with it.
 */
export async function lockShop(sql: Sql, shop: string): Promise<ShopState | null> {
  const installed = await sql.query(`SELECT 1 FROM "Shop" WHERE "domain" = $1 FOR KEY SHARE`, [shop]);
  if (installed.length === 0) return null;
  await sql.query(`INSERT INTO "KnowledgeShop" ("shop") VALUES ($1) ON CONFLICT DO NOTHING`, [shop]);
  const [state] = await sql.query<ShopState>(
    `SELECT "version", "productsRead", "documentsRead", "languages", "products", "length" FROM "KnowledgeShop" WHERE "shop" = $1 FOR UPDATE`,
    [shop],
  );
  return state ?? null;
}

/** Adds new products in these languages. */
export async function countNew(
  sql: Sql,
  shop: string,
  known: Record<string, number>,
  languages: readonly string[],
): Promise<void> {
  const counts = { ...known };
  for (const language of languages) counts[language] = (counts[language] ?? 0) + 1;
  await sql.query(
    `UPDATE "KnowledgeShop" SET "languages" = $2::jsonb, "products" = "products" + $3 WHERE "shop" = $1`,
    [shop, JSON.stringify(counts), languages.length],
  );
}

/** A rarer language is a few products' own affair, or a mistake. */
const MIN_SHARE = 0.05;
const MAX_LANGUAGES = 3;
const FALLBACK = "en";

/** The languages that count in the shop, the commonest first. */
export function mainLanguages(languages: Record<string, number>): string[] {
  const entries = Object.entries(languages).sort(([, a], [, b]) => b - a);
  const all = entries.reduce((sum, [, count]) => sum + count, 0);
  const main = entries.filter(([, count]) => count >= MIN_SHARE * all).map(([language]) => language);
  return main.length > 0 ? main.slice(0, MAX_LANGUAGES) : [FALLBACK];
}
