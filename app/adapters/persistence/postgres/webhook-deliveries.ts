import { createHmac } from "node:crypto";
import type pg from "pg";

/** Shopify tries a delivery for four hours; a week leaves room for its own replays. */
const KEEP_MS = 7 * 24 * 3600_000;

/** Runs statements within a transaction, as job queues take it. */
export interface SqlTransaction {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Remembers which deliveries were taken, without keeping what can be read back: only a keyed hash of each. */
export interface WebhookDeliveries {
  /**
   * True the first time; false for a delivery that was taken before. `keep` stores what the delivery asks for in the same
   * transaction, so that a crash in between neither loses the work nor doubles it. When it rejects, nothing was taken.
   */
  take(
    delivery: { shop: string; topic: string; eventId: string },
    keep: (transaction: SqlTransaction) => Promise<void>,
  ): Promise<boolean>;
}

export function createWebhookDeliveries(
  sql: pg.Pool,
  secret: string,
  now = () => new Date(),
): WebhookDeliveries {
  return {
    async take(delivery, keep) {
      const client = await sql.connect();
      let failure: Error | undefined;
      try {
        await client.query("BEGIN");
        const isFirst = await insert(client, hashOf(delivery, secret), now());
        if (isFirst) await keep({ executeSql: (text, values) => client.query(text, values) });
        await client.query("COMMIT");
        return isFirst;
      } catch (error) {
        failure = error instanceof Error ? error : new Error("A delivery could not be kept.");
        throw error;
      } finally {
        // A connection that is closed rolls back by itself, whatever state it is in.
        client.release(failure);
      }
    },
  };
}

/** Waits for a transaction that is taking the same delivery. */
async function insert(client: pg.PoolClient, hash: string, at: Date): Promise<boolean> {
  await client.query('DELETE FROM "WebhookDelivery" WHERE "receivedAt" < $1', [
    new Date(at.getTime() - KEEP_MS),
  ]);
  const inserted = await client.query(
    'INSERT INTO "WebhookDelivery" ("hash", "receivedAt") VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [hash, at],
  );
  return inserted.rowCount === 1;
}

function hashOf(
  { shop, topic, eventId }: { shop: string; topic: string; eventId: string },
  secret: string,
): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify([shop, topic, eventId]))
    .digest("hex");
}
