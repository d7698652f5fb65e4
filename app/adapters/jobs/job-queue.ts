import PgBoss from "pg-boss";
import type { z } from "zod";

/** Runs statements within a transaction of the same database. */
export interface SqlTransaction {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Durable background work. A job is done at least once, so what it does must bear a repetition. */
export interface JobQueue<Job extends { shop: string }> {
  /** With a transaction, the job is there if and when that commits. */
  send(job: Job, transaction?: SqlTransaction): Promise<void>;
  /** Deletes every job of the shop, whatever its state. */
  removeOfShop(shop: string): Promise<void>;
  /** Ends after the jobs under way, or after three seconds: what is cut off is done again by another process. */
  stop(): Promise<void>;
}

/** In pg-boss's own schema, so that the app's migrations and its do not meet. */
const SCHEMA = "jobs";
const QUEUE = "shop";
const POLLING_SECONDS = 0.5;
const STOP_TIMEOUT_MS = 3_000;

/**
 * A queue in PostgreSQL by pg-boss. Jobs carry ids of persons, so one that is done is deleted at once, and one that
 * failed eight times over about four hours after a week.
 */
export async function createJobQueue<Job extends { shop: string }>(options: {
  connectionString: string;
  schema: z.ZodType<Job>;
  run(job: Job): Promise<void>;
  /** Told about failures; the job is tried again. */
  onError(error: unknown): void;
}): Promise<JobQueue<Job>> {
  const boss = new PgBoss({
    connectionString: options.connectionString,
    schema: SCHEMA,
    max: 2,
    schedule: false,
    retentionDays: 7,
    deleteAfterDays: 7,
  });
  boss.on("error", options.onError);
  await boss.start();
  await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: 8, retryDelay: 30, retryBackoff: true });

  await boss.work<unknown>(QUEUE, { pollingIntervalSeconds: POLLING_SECONDS, batchSize: 1 }, async (jobs) => {
    for (const { id, data } of jobs) {
      try {
        await options.run(options.schema.parse(data));
      } catch (error) {
        options.onError(error);
        throw error;
      }
      await boss.deleteJob(QUEUE, id);
    }
  });

  return {
    async send(job, transaction) {
      await boss.send(QUEUE, job, transaction ? { db: transaction } : {});
    },
    async removeOfShop(shop) {
      for (const table of ["job", "archive"]) {
        await boss.getDb().executeSql(`DELETE FROM ${SCHEMA}.${table} WHERE data->>'shop' = $1`, [shop]);
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }),
  };
}
