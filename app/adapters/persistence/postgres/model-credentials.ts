import { isProvider } from "~/core/assistant/providers";
import type { ShopModel, ShopModelList, ShopModelRepository } from "~/core/assistant/shop-models";
import type { TokenCipher } from "~/lib/token-cipher";
import { unseal } from "~/lib/unseal";
import type { Database } from "./database";

interface Row {
  position: number;
  provider: string;
  model: string;
  baseUrl: string | null;
  apiKey: string;
  updatedAt: Date;
}

/**
 * Keys are sealed with the installation's cipher, as Shopify's tokens are. Those that an older key sealed are sealed anew
 * when they are read.
 * @param onUnreadable told of a key that cannot be opened
 */
export function createShopModelRepository(
  database: Database,
  cipher: TokenCipher,
  onUnreadable: (shop: string) => void = () => undefined,
): ShopModelRepository {
  async function sealAnew(shop: string, row: Row, apiKey: string): Promise<string> {
    const sealed = cipher.encrypt(apiKey);
    await database.query(
      `UPDATE "ModelCredential" SET "apiKey" = $4 WHERE "shop" = $1 AND "position" = $2 AND "apiKey" = $3`,
      [shop, row.position, row.apiKey, sealed],
    );
    return sealed;
  }

  async function open(shop: string, row: Row): Promise<ShopModel[]> {
    const { provider, model, baseUrl } = row;
    if (!isProvider(provider)) return [];
    const apiKey = unseal(cipher, row.apiKey, () => onUnreadable(shop));
    const isOutdated = apiKey !== null && cipher.isOutdated(row.apiKey);
    const sealedKey = isOutdated ? await sealAnew(shop, row, apiKey) : row.apiKey;
    return [{ provider, model, baseUrl, apiKey, sealedKey }];
  }

  return {
    async list(shop): Promise<ShopModelList> {
      const rows = await readRows(database, shop);
      const models = await Promise.all(rows.map((row) => open(shop, row)));
      return { version: versionOf(rows), models: models.flat() };
    },

    replace: (shop, basedOn, models) =>
      database.transaction(async (transaction) => {
        // The shop's row is the lock: of two changes at once, the second finds the first.
        await transaction.query(`SELECT 1 FROM "Shop" WHERE "domain" = $1 FOR UPDATE`, [shop]);
        if (versionOf(await readRows(transaction, shop)) !== basedOn) return "stale";
        await transaction.query(`DELETE FROM "ModelCredential" WHERE "shop" = $1`, [shop]);
        const at = new Date();
        for (const [position, draft] of models.entries()) {
          const sealed = "apiKey" in draft ? cipher.encrypt(draft.apiKey) : draft.sealedKey;
          await transaction.query(
            `INSERT INTO "ModelCredential" ("shop", "position", "provider", "model", "baseUrl", "apiKey", "updatedAt")
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
            [shop, position, draft.provider, draft.model, draft.baseUrl, sealed, at],
          );
        }
        return "saved";
      }),
  };
}

const readRows = (database: Pick<Database, "query">, shop: string) =>
  database.query<Row>(
    `SELECT "position", "provider", "model", "baseUrl", "apiKey", "updatedAt" FROM "ModelCredential"
     WHERE "shop" = $1 ORDER BY "position"`,
    [shop],
  );

/** All rows are written together, so one time stands for them; an empty list has none. */
function versionOf(rows: readonly Row[]): string {
  return rows.length === 0 ? "empty" : `${rows.length} ${rows[0]?.updatedAt.toISOString()}`;
}
