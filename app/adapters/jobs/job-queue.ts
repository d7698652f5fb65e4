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

/** Jobs of which many come at once, and which are done together: not in the order in which they were sent. */
export interface GatheredJobs<Job> {
  isGathered(job: Job): boolean;
  /** All of one shop that wait. */
  run(shop: string, jobs: Job[]): Promise<void>;
}

/** In pg-boss's own schema, so that the app's migrations and its do not meet. */
const SCHEMA = "jobs";
const QUEUE = "shop";
const GATHERED_QUEUE = "shop-changes";
const POLLING_SECONDS = 0.5;
const MAX_GATHERED = 500;
const STOP_TIMEOUT_MS = 3_000;

/**
 * A queue in PostgreSQL by pg-boss. Jobs carry ids of persons, so one that is done is deleted at once, and one that
 * failed eight times over about four hours after a week. Gathered ones are tried for some minutes.
 */
export async function createJobQueue<Job extends { shop: string }>(options: {
  connectionString: string;
  schema: z.ZodType<Job>;
  run(job: Job): Promise<void>;
  gathered: GatheredJobs<Job>;
  /** Told about failures; the job is tried again. */
  onError(error: unknown): void;
}): Promise<JobQueue<Job>> {
  const { schema, gathered, onError } = options;
  const boss = new PgBoss({
    connectionString: options.connectionString,
    schema: SCHEMA,
    max: 2,
    schedule: false,
    retentionDays: 7,
    deleteAfterDays: 7,
  });
  boss.on("error", onError);
  await boss.start();
  await boss.createQueue(QUEUE, { name: QUEUE, retryLimit: 8, retryDelay: 30, retryBackoff: true });
  await boss.createQueue(GATHERED_QUEUE, {
    name: GATHERED_QUEUE,
    retryLimit: 5,
    retryDelay: 5,
    retryBackoff: true,
  });

  const polling = { pollingIntervalSeconds: POLLING_SECONDS };
  await boss.work<unknown>(QUEUE, { ...polling, batchSize: 1 }, async (jobs) => {
    for (const { id, data } of jobs) {
      try {
        await options.run(schema.parse(data));
      } catch (error) {
        onError(error);
        throw error;
      }
      await boss.deleteJob(QUEUE, id);
    }
  });
  await boss.work<unknown>(GATHERED_QUEUE, { ...polling, batchSize: MAX_GATHERED }, async (jobs) => {
    const failures: unknown[] = [];
    for (const [shop, ofShop] of groupByShop(jobs.map(({ id, data }) => ({ id, job: schema.parse(data) })))) {
      try {
        await gathered.run(
          shop,
          ofShop.map(({ job }) => job),
        );
        await boss.deleteJob(
          GATHERED_QUEUE,
          ofShop.map(({ id }) => id),
        );
      } catch (error) {
        onError(error);
        failures.push(error);
      }
    }
    // What is done is deleted already, so only the failed ones are tried again.
    if (failures.length > 0) throw new AggregateError(failures, "Some shops' changes could not be followed");
  });

  return {
    async send(job, transaction) {
      const queue = gathered.isGathered(job) ? GATHERED_QUEUE : QUEUE;
      await boss.send(queue, job, transaction ? { db: transaction } : {});
    },
    async removeOfShop(shop) {
      for (const table of ["job", "archive"]) {
        await boss.getDb().executeSql(`DELETE FROM ${SCHEMA}.${table} WHERE data->>'shop' = $1`, [shop]);
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }),
  };
}

function groupByShop<Entry extends { job: { shop: string } }>(entries: Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) groups.set(entry.job.shop, [...(groups.get(entry.job.shop) ?? []), entry]);
  return groups;
}
