import type { ModelSpending } from "~/core/conversation/conversation";
import type { ConversationRepository } from "~/core/conversation/conversation-repository";
import type { Database } from "./database";
import {
  joinedConversationColumns,
  mapJoinedConversation,
  mapTurn,
  storedEventsSchema,
  type TurnRow,
  turnColumns,
} from "./rows";
import { isUuid, toStorableJson, toStorableText } from "./storable";

type TurnPart = Pick<
  ConversationRepository,
  "beginTurn" | "takeOverTurn" | "checkpointTurn" | "endTurn" | "findTurn" | "findRunningTurn" | "readEvents"
>;

export function createTurnTable(database: Database): TurnPart {
  /** Message and turn of one clientId, as they were stored before. */
  async function findByClientId(conversationId: string, clientId: string) {
    const [row] = await database.query<TurnRow & { text: string }>(
      `SELECT ${turnColumns("t")}, m."text" FROM "Turn" t
       JOIN "Message" m ON m."conversationId" = t."conversationId" AND m."clientId" = t."clientId"
       WHERE t."conversationId" = $1 AND t."clientId" = $2`,
      [conversationId, clientId],
    );
    return row;
  }

  return {
    async beginTurn(input) {
      const text = toStorableText(input.text);
      const [created] = await database.query<TurnRow>(BEGIN_TURN, [
        input.conversationId,
        input.turnId,
        input.messageId,
        input.clientId,
        text,
        input.at,
        input.leaseOwner,
        input.leaseUntil,
        input.maxRunning,
      ]);
      if (created) return { status: "created", turn: mapTurn(created) };

      const existing = await findByClientId(input.conversationId, input.clientId);
      if (!existing) return { status: "busy" };
      return existing.text === text ? { status: "exists", turn: mapTurn(existing) } : { status: "conflict" };
    },

    async takeOverTurn(turnId, leaseOwner, at, leaseUntil) {
      const [row] = await database.query<TurnRow>(
        `UPDATE "Turn" t SET "attempt" = t."attempt" + 1, "leaseOwner" = $2, "leaseUntil" = $4, "events" = '[]'
         WHERE t."id" = $1 AND t."status" = 'running' AND (t."leaseUntil" IS NULL OR t."leaseUntil" <= $3)
         RETURNING ${turnColumns("t")}`,
        [turnId, leaseOwner, at, leaseUntil],
      );
      return row ? mapTurn(row) : null;
    },

    async checkpointTurn(turnId, leaseOwner, leaseUntil, events) {
      const rows = await database.query(
        `UPDATE "Turn" SET "leaseUntil" = $3, "events" = $4
         WHERE "id" = $1 AND "leaseOwner" = $2 AND "status" = 'running' RETURNING "id"`,
        [turnId, leaseOwner, leaseUntil, toStorableJson(events)],
      );
      return rows.length > 0;
    },

    async endTurn(turnId, leaseOwner, messageId, result, at) {
      const { outcome, text, cards, sources, events, evidence, corrections, model, usage } = result;
      const { spending, ceiling } = result;
      const rows = await database.query(END_TURN, [
        turnId,
        leaseOwner,
        outcome,
        toStorableJson(events),
        toStorableJson(evidence),
        toStorableJson(corrections),
        model,
        usage.inputTokens,
        usage.outputTokens,
        at,
        text !== "" || cards.length > 0,
        messageId,
        toStorableText(text),
        toStorableJson({ cards, sources }),
        total(spending, "cachedInputTokens"),
        total(spending, "costMicros"),
        ceiling,
        toStorableJson(spending),
        at.toISOString().slice(0, 10),
      ]);
      return rows.length > 0;
    },

    async findTurn(shop, turnId) {
      if (!isUuid(turnId)) return null;
      const [row] = await database.query<TurnRow & { text: string }>(
        `SELECT ${turnColumns("t")}, m."text", ${joinedConversationColumns("c")}
         FROM "Turn" t
         JOIN "Conversation" c ON c."id" = t."conversationId"
         JOIN "Message" m ON m."conversationId" = t."conversationId" AND m."clientId" = t."clientId"
         WHERE t."id" = $1 AND c."shop" = $2`,
        [turnId, shop],
      );
      return row
        ? { turn: mapTurn(row), conversation: mapJoinedConversation(row), shopperText: row.text }
        : null;
    },

    async findRunningTurn(conversationId) {
      if (!isUuid(conversationId)) return null;
      const [row] = await database.query<TurnRow>(
        `SELECT ${turnColumns("t")} FROM "Turn" t WHERE t."conversationId" = $1 AND t."status" = 'running'
         ORDER BY t."startedAt" DESC LIMIT 1`,
        [conversationId],
      );
      return row ? mapTurn(row) : null;
    },

    async readEvents(turnId) {
      if (!isUuid(turnId)) return [];
      const [row] = await database.query<{ events: unknown }>(`SELECT "events" FROM "Turn" WHERE "id" = $1`, [
        turnId,
      ]);
      return storedEventsSchema.parse(row?.events ?? []);
    },
  };
}

/**
 * The message's unique key decides between two senders of the same message; the turn, and the conversation's activity,
 * hang on the row that it let in. No row comes back when the message is known or too many turns run.
 */
const BEGIN_TURN = `
  WITH running AS (
    SELECT count(*) AS "count" FROM "Turn"
    WHERE "conversationId" = $1 AND "status" = 'running' AND "leaseUntil" > $6
  ), message AS (
    INSERT INTO "Message" ("id", "conversationId", "role", "text", "clientId", "turnId", "createdAt")
    SELECT $3, $1, 'shopper', $5, $4, $2, $6 FROM running WHERE running."count" < $9
    ON CONFLICT ("conversationId", "clientId") DO NOTHING
    RETURNING "conversationId"
  ), active AS (
    UPDATE "Conversation" SET "activeAt" = greatest("activeAt", $6)
    WHERE "id" IN (SELECT "conversationId" FROM message)
  )
  INSERT INTO "Turn" AS t ("id", "conversationId", "clientId", "leaseOwner", "leaseUntil", "startedAt")
  SELECT $2, "conversationId", $4, $7, $8, $6 FROM message
  RETURNING ${turnColumns("t")}`;

const END_TURN = `
  WITH ended AS (
    UPDATE "Turn" SET "status" = $3, "events" = $4, "evidence" = $5, "corrections" = $6, "model" = $7,
      "inputTokens" = $8, "outputTokens" = $9, "endedAt" = $10, "leaseOwner" = NULL, "leaseUntil" = NULL,
      "cachedInputTokens" = $15, "costMicros" = $16, "ceiling" = $17
    WHERE "id" = $1 AND "leaseOwner" = $2 AND "status" = 'running'
    RETURNING "id", "conversationId"
  ), message AS (
    INSERT INTO "Message" ("id", "conversationId", "role", "text", "turnId", "attachments", "createdAt")
    SELECT $12, "conversationId", 'assistant', $13, "id", $14, $10 FROM ended WHERE $11
  ), conversation AS (
    UPDATE "Conversation" c SET "activeAt" = greatest(c."activeAt", $10),
      "status" = CASE WHEN $3 = 'handed-off' THEN 'handed-off' ELSE c."status" END
    FROM ended WHERE c."id" = ended."conversationId"
  ), spent AS (
    INSERT INTO "SpendingDay" AS d ("shop", "day", "model", "turns", "inputTokens", "cachedInputTokens",
      "outputTokens", "costMicros", "refusals")
    SELECT c."shop", $19::date, s."model", CASE WHEN s."inputTokens" > 0 THEN 1 ELSE 0 END, s."inputTokens",
      s."cachedInputTokens", s."outputTokens", s."costMicros", CASE WHEN s."refused" THEN 1 ELSE 0 END
    FROM ended JOIN "Conversation" c ON c."id" = ended."conversationId"
    CROSS JOIN jsonb_to_recordset($18::jsonb) AS s("model" text, "inputTokens" bigint,
      "cachedInputTokens" bigint, "outputTokens" bigint, "costMicros" bigint, "refused" boolean)
    ON CONFLICT ("shop", "day", "model") DO UPDATE SET
      "turns" = d."turns" + excluded."turns", "inputTokens" = d."inputTokens" + excluded."inputTokens",
      "cachedInputTokens" = d."cachedInputTokens" + excluded."cachedInputTokens",
      "outputTokens" = d."outputTokens" + excluded."outputTokens",
      "costMicros" = d."costMicros" + excluded."costMicros", "refusals" = d."refusals" + excluded."refusals"
  )
  SELECT "id" FROM ended`;

function total(spending: readonly ModelSpending[], field: "cachedInputTokens" | "costMicros"): number {
  return spending.reduce((sum, entry) => sum + entry[field], 0);
}
