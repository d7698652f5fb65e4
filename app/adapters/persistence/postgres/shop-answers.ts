import type { ShopAnswer, ShopAnswerRepository } from "~/core/knowledge/shop-answers";
import type { Database } from "./database";
import { isUuid, toStorableText } from "./storable";

export function createShopAnswerRepository(database: Database): ShopAnswerRepository {
  return {
    list: (shop) =>
      database.query<ShopAnswer>(
        `SELECT "id", "question", "answer", "updatedAt" FROM "ShopAnswer" WHERE "shop" = $1
         ORDER BY "updatedAt" DESC, "id"`,
        [shop],
      ),

    async save(shop, { id, question, answer, updatedAt }, limit) {
      const rows = await database.query(
        `INSERT INTO "ShopAnswer" AS a ("id", "shop", "question", "answer", "updatedAt")
         SELECT $1::uuid, s."domain", $3, $4, $5 FROM "Shop" s
         WHERE s."domain" = $2
           AND (SELECT count(*) FROM "ShopAnswer" WHERE "shop" = $2 AND "id" <> $1::uuid) < $6
         ON CONFLICT ("id") DO UPDATE SET "question" = $3, "answer" = $4, "updatedAt" = $5
         WHERE a."shop" = $2
         RETURNING 1`,
        [id, shop, toStorableText(question), toStorableText(answer), updatedAt, limit],
      );
      return rows.length > 0;
    },

    async remove(shop, id) {
      if (!isUuid(id)) return false;
      const rows = await database.query(
        `DELETE FROM "ShopAnswer" WHERE "shop" = $1 AND "id" = $2::uuid RETURNING 1`,
        [shop, id],
      );
      return rows.length > 0;
    },
  };
}
