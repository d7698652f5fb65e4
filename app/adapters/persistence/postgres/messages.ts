import type { ConversationRepository } from "~/core/conversation/conversation-repository";
import type { Database } from "./database";
import { type MessageRow, mapMessage, storedEvidenceSchema } from "./rows";
import { isUuid, toStorableJson, toStorableText } from "./storable";

type MessagePart = Pick<
  ConversationRepository,
  "readMessages" | "addMessage" | "readEvidence" | "recordFeedback"
>;

export function createMessageTable(database: Database): MessagePart {
  return {
    async readMessages(conversationId, limit) {
      if (!isUuid(conversationId)) return [];
      const rows = await database.query<MessageRow>(
        `SELECT m."id", m."role", m."text", m."turnId", m."attachments", m."createdAt" FROM "Message" m
         WHERE m."conversationId" = $1 ORDER BY m."createdAt" DESC, m."role" LIMIT $2`,
        [conversationId, limit],
      );
      return rows.map(mapMessage).reverse();
    },

    async addMessage(conversationId, { id, role, text, turnId, cards, sources, createdAt }) {
      await database.query(
        `WITH added AS (
           INSERT INTO "Message" ("id", "conversationId", "role", "text", "turnId", "attachments", "createdAt")
           VALUES ($1, $2, $3, $4, $5, $6, $7)
         )
         UPDATE "Conversation" SET "activeAt" = greatest("activeAt", $7) WHERE "id" = $2`,
        [
          id,
          conversationId,
          role,
          toStorableText(text),
          turnId,
          toStorableJson({ cards, sources }),
          createdAt,
        ],
      );
    },

    async readEvidence(conversationId, turns) {
      if (!isUuid(conversationId)) return [];
      const rows = await database.query<{ id: string; evidence: unknown }>(
        `SELECT t."id", t."evidence" FROM "Turn" t
         WHERE t."conversationId" = $1 AND t."status" <> 'running' AND t."evidence" <> '[]'::jsonb
         ORDER BY t."startedAt" DESC LIMIT $2`,
        [conversationId, turns],
      );
      return rows
        .map((row) => ({ turnId: row.id, evidence: storedEvidenceSchema.parse(row.evidence) }))
        .reverse();
    },

    async recordFeedback(turnId, rating, comment, at) {
      await database.query(
        `INSERT INTO "Feedback" ("turnId", "rating", "comment", "createdAt") VALUES ($1, $2, $3, $4)
         ON CONFLICT ("turnId") DO UPDATE SET "rating" = $2, "comment" = $3, "createdAt" = $4`,
        [turnId, rating, comment === null ? null : toStorableText(comment), at],
      );
    },
  };
}
