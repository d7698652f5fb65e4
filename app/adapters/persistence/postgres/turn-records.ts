import type { TurnRecord } from "~/core/conversation/conversation";
import type { ConversationRepository } from "~/core/conversation/conversation-repository";
import type { Database } from "./database";
import { storedCorrectionsSchema, storedEvidenceSchema } from "./rows";
import { isUuid } from "./storable";

interface RecordRow {
  id: string;
  status: string;
  text: string | null;
  evidence: unknown;
  corrections: unknown;
  rating: string | null;
  comment: string | null;
}

/** Ended turns with what was said in them and what the shopper thought of it. */
export function createTurnRecords(database: Database): Pick<ConversationRepository, "readTurns"> {
  return {
    async readTurns(conversationId, limit) {
      if (!isUuid(conversationId)) return [];
      const rows = await database.query<RecordRow>(
        `SELECT t."id", t."status", m."text", t."evidence", t."corrections", f."rating", f."comment"
         FROM "Turn" t
         LEFT JOIN "Message" m
           ON m."conversationId" = t."conversationId" AND m."turnId" = t."id" AND m."role" = 'assistant'
         LEFT JOIN "Feedback" f ON f."turnId" = t."id"
         WHERE t."conversationId" = $1 AND t."status" <> 'running'
         ORDER BY t."startedAt" DESC LIMIT $2`,
        [conversationId, limit],
      );
      return rows.map(mapRecord).reverse();
    },
  };
}

function mapRecord({ id, status, text, evidence, corrections, rating, comment }: RecordRow): TurnRecord {
  return {
    turnId: id,
    outcome: status as TurnRecord["outcome"],
    text: text ?? "",
    evidence: storedEvidenceSchema.parse(evidence),
    corrections: storedCorrectionsSchema.parse(corrections),
    feedback: rating === "up" || rating === "down" ? { rating, comment } : null,
  };
}
