import { z } from "zod";
import type { ShopSynonymRepository } from "~/core/knowledge/shop-synonyms";
import type { Database } from "./database";
import { toStorableJson } from "./storable";

const storedGroupsSchema = z.array(z.array(z.string())).catch([]);

export function createShopSynonymRepository(database: Database): ShopSynonymRepository {
  return {
    async load(shop) {
      const [row] = await database.query<{ groups: unknown }>(
        `SELECT "groups" FROM "ShopSynonyms" WHERE "shop" = $1`,
        [shop],
      );
      return storedGroupsSchema.parse(row?.groups ?? []);
    },

    async save(shop, groups, at) {
      const rows = await database.query(
        `INSERT INTO "ShopSynonyms" ("shop", "groups", "updatedAt")
         SELECT "domain", $2::jsonb, $3 FROM "Shop" WHERE "domain" = $1
         ON CONFLICT ("shop") DO UPDATE SET "groups" = $2::jsonb, "updatedAt" = $3
         RETURNING 1`,
        [shop, toStorableJson(groups), at],
      );
      return rows.length > 0;
    },
  };
}
