import type { ConversationRepository } from "~/core/conversation/conversation-repository";
import type { Database } from "./database";
import { type ConversationRow, conversationColumns, mapConversation, storedMemorySchema } from "./rows";
import { isUuid, toStorableJson, toStorableText } from "./storable";

type ConversationPart = Pick<
  ConversationRepository,
  | "createConversation"
  | "findConversation"
  | "findLatestOfCustomer"
  | "claimForCustomer"
  | "readMemory"
  | "saveMemory"
  | "setStatus"
  | "listConversations"
>;

export function createConversationTable(database: Database): ConversationPart {
  return {
    async createConversation({ id, shop, customerId, channel, locale, status, createdAt, activeAt }) {
      await database.query(
        `INSERT INTO "Conversation" ("id", "shop", "customerId", "channel", "locale", "status", "createdAt", "activeAt")
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, shop, customerId, channel, toStorableText(locale), status, createdAt, activeAt],
      );
    },

    async findConversation(shop, id) {
      if (!isUuid(id)) return null;
      const [row] = await database.query<ConversationRow>(
        `SELECT ${conversationColumns("c")} FROM "Conversation" c WHERE c."id" = $1 AND c."shop" = $2`,
        [id, shop],
      );
      return row ? mapConversation(row) : null;
    },

    async findLatestOfCustomer(shop, customerId, since) {
      const [row] = await database.query<ConversationRow>(
        `SELECT ${conversationColumns("c")} FROM "Conversation" c
         WHERE c."shop" = $1 AND c."customerId" = $2 AND c."activeAt" >= $3
         ORDER BY c."activeAt" DESC LIMIT 1`,
        [shop, customerId, since],
      );
      return row ? mapConversation(row) : null;
    },

    async claimForCustomer(shop, id, customerId) {
      if (!isUuid(id)) return false;
      const rows = await database.query(
        `UPDATE "Conversation" SET "customerId" = $3
         WHERE "id" = $1 AND "shop" = $2 AND ("customerId" IS NULL OR "customerId" = $3) RETURNING "id"`,
        [id, shop, customerId],
      );
      return rows.length > 0;
    },

    async readMemory(conversationId) {
      if (!isUuid(conversationId)) return null;
      const [row] = await database.query<{ memory: unknown }>(
        `SELECT "memory" FROM "Conversation" WHERE "id" = $1`,
        [conversationId],
      );
      return storedMemorySchema.parse(row?.memory ?? null);
    },

    async saveMemory(conversationId, memory) {
      if (!isUuid(conversationId)) return;
      await database.query(`UPDATE "Conversation" SET "memory" = $2 WHERE "id" = $1`, [
        conversationId,
        toStorableJson(memory),
      ]);
    },

    async setStatus(shop, id, status) {
      if (!isUuid(id)) return;
      await database.query(`UPDATE "Conversation" SET "status" = $3 WHERE "id" = $1 AND "shop" = $2`, [
        id,
        shop,
        status,
      ]);
    },

    async listConversations(shop, before, limit, which = "all") {
      const rows = await database.query<ConversationRow & { messageCount: number; lastText: string }>(
        `SELECT ${conversationColumns("c")}, counted."messageCount", coalesce(last."text", '') AS "lastText"
         FROM "Conversation" c
         CROSS JOIN LATERAL (
           SELECT count(*)::int AS "messageCount" FROM "Message" m WHERE m."conversationId" = c."id"
         ) counted
         LEFT JOIN LATERAL (
           SELECT m."text" FROM "Message" m WHERE m."conversationId" = c."id" AND m."role" = 'shopper'
           ORDER BY m."createdAt" DESC LIMIT 1
         ) last ON true
         WHERE c."shop" = $1 AND ($2::timestamp IS NULL OR c."activeAt" < $2) AND counted."messageCount" > 0
           AND ($4::boolean IS NOT TRUE OR EXISTS (
             SELECT 1 FROM "Turn" t JOIN "Feedback" f ON f."turnId" = t."id"
             WHERE t."conversationId" = c."id" AND f."rating" = 'down'
           ))
         ORDER BY c."activeAt" DESC LIMIT $3`,
        [shop, before, limit, which === "disliked"],
      );
      return rows.map((row) => ({
        conversation: mapConversation(row),
        messageCount: row.messageCount,
        lastText: row.lastText,
      }));
    },
  };
}
