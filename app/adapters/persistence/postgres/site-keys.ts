import type { SiteKeyRepository } from "~/core/channels/site-keys";
import type { TokenCipher } from "~/lib/token-cipher";
import { unseal } from "~/lib/unseal";
import type { Database } from "./database";

/** Sealed with the installation's cipher, as Shopify's tokens are; goes with the shop's row. */
export function createSiteKeyRepository(
  database: Database,
  cipher: TokenCipher,
  onUnreadable: (shop: string) => void = () => undefined,
): SiteKeyRepository {
  async function save(shop: string, key: string, at: Date): Promise<void> {
    await database.query(
      `INSERT INTO "SiteKey" ("shop", "sealedKey", "createdAt") VALUES ($1, $2, $3)
       ON CONFLICT ("shop") DO UPDATE SET "sealedKey" = $2, "createdAt" = $3`,
      [shop, cipher.encrypt(key), at],
    );
  }

  return {
    async find(shop) {
      const [row] = await database.query<{ sealedKey: string; createdAt: Date }>(
        `SELECT "sealedKey", "createdAt" FROM "SiteKey" WHERE "shop" = $1`,
        [shop],
      );
      if (!row) return null;
      const key = unseal(cipher, row.sealedKey, () => onUnreadable(shop));
      if (key !== null && cipher.isOutdated(row.sealedKey)) await save(shop, key, row.createdAt);
      return key;
    },
    replace: save,
    async remove(shop) {
      await database.query(`DELETE FROM "SiteKey" WHERE "shop" = $1`, [shop]);
    },
  };
}
