import type { Ledger, SpendingDay } from "~/core/assistant/budget/ledger";
import type { Database } from "./database";

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The books in PostgreSQL; the statement that ends a turn writes them. */
export function createLedger(database: Database): Ledger {
  return {
    async readSpent({ shop, conversationId, customerId }, at) {
      const today = day(at);
      const [row] = await database.query<Record<"shopperDay" | "day" | "month", string>>(READ_SPENT, [
        shop,
        customerId,
        conversationId,
        new Date(`${today}T00:00:00.000Z`),
        today,
        `${today.slice(0, 7)}-01`,
      ]);
      return {
        shopperDay: Number(row?.shopperDay ?? 0),
        day: Number(row?.day ?? 0),
        month: Number(row?.month ?? 0),
      };
    },

    async readDays(shop, from, to) {
      const rows = await database.query<Record<keyof SpendingDay, string>>(
        `SELECT to_char("day", 'YYYY-MM-DD') AS "day", "model", "turns", "inputTokens", "cachedInputTokens",
           "outputTokens", "costMicros", "refusals"
         FROM "SpendingDay" WHERE "shop" = $1 AND "day" BETWEEN $2::date AND $3::date
         ORDER BY "SpendingDay"."day", "model"`,
        [shop, day(from), day(to)],
      );
      return rows.map((row) => ({
        day: row.day,
        model: row.model,
        turns: Number(row.turns),
        inputTokens: Number(row.inputTokens),
        cachedInputTokens: Number(row.cachedInputTokens),
        outputTokens: Number(row.outputTokens),
        costMicros: Number(row.costMicros),
        refusals: Number(row.refusals),
      }));
    },
  };
}

/** A customer's conversations count together, a visitor's each by itself. */
const READ_SPENT = `
  SELECT
    (SELECT coalesce(sum(t."costMicros"), 0) FROM "Conversation" c
     JOIN "Turn" t ON t."conversationId" = c."id" AND t."startedAt" >= $4
     WHERE c."shop" = $1 AND (c."customerId" = $2 OR ($2::text IS NULL AND c."id" = $3::uuid))
    ) AS "shopperDay",
    (SELECT coalesce(sum("costMicros"), 0) FROM "SpendingDay" WHERE "shop" = $1 AND "day" = $5::date) AS "day",
    (SELECT coalesce(sum("costMicros"), 0) FROM "SpendingDay"
     WHERE "shop" = $1 AND "day" BETWEEN $6::date AND $5::date) AS "month"`;
