import { randomUUID } from "node:crypto";
import { createJobQueue, type JobQueue } from "~/adapters/jobs/job-queue";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createShopRepository } from "~/adapters/persistence/postgres/shop-repository";
import { createPersonalDataRepository } from "~/adapters/persistence/prisma/personal-data";
import { isShopChange, type ShopJob, shopJobSchema } from "~/core/store/shop-job";
import { createShopLifecycle, type ShopLifecycle } from "~/core/store/shop-lifecycle";
import { requirePrisma, requireSql } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { onShutdown } from "~/lib/shutdown";
import { singleton } from "~/lib/singleton";
import { beginReading, followShopChanges, startFollowingShops } from "./knowledge.server";
import { shopCaches } from "./shop-caches.server";
import { requireShopifyParts } from "./shopify.server";

const PROFILE_TIMEOUT_MS = 5_000;
const RETRY_START_MS = 5_000;
const log = createLogger("shop-lifecycle");

export function requireShopLifecycle(): ShopLifecycle {
  return singleton("shop-lifecycle", () => {
    const { access, platform, sessions } = requireShopifyParts();
    return createShopLifecycle({
      shops: createShopRepository(createDatabase(requireSql())),
      access,
      personalData: createPersonalDataRepository(requirePrisma()),
      loadProfile: (shop) => platform.loadProfile(shop, AbortSignal.timeout(PROFILE_TIMEOUT_MS)),
      caches: [sessions, { forget: forgetInAllCaches }],
      beginReading,
      followChanges: followShopChanges,
      removeQueuedJobs: async (shop) => (await requireJobQueue()).removeOfShop(shop),
      createId: randomUUID,
      now: () => new Date(),
      onProblem: ({ shop, step, error }) =>
        log.warn({ shop, step, error }, "A step of the shop's lifecycle failed"),
    });
  });
}

/** The queue, started at the first call; every process works jobs off. A start that failed is tried anew by the next call. */
export function requireJobQueue(): Promise<JobQueue<ShopJob>> {
  const slot = singleton("job-queue", (): { starting: Promise<JobQueue<ShopJob>> | null } => ({
    starting: null,
  }));
  slot.starting ??= startJobQueue().catch((error: unknown) => {
    slot.starting = null;
    throw error;
  });
  return slot.starting;
}

async function startJobQueue(): Promise<JobQueue<ShopJob>> {
  // Closed after the queue, since what registers later is closed earlier, and jobs under way need it.
  requireSql();
  const queue = await createJobQueue<ShopJob>({
    connectionString: requireEnvironment().DATABASE_URL,
    schema: shopJobSchema,
    run: (job) => requireShopLifecycle().run(job),
    gathered: {
      isGathered: isShopChange,
      run: (shop, jobs) => followShopChanges(shop, jobs.filter(isShopChange)),
    },
    onError: (error) => log.error({ error }, "A job failed"),
  });
  onShutdown("job-queue", () => queue.stop());
  return queue;
}

/**
 * Works off from the start of the process what others left queued, also when the database is not there yet: it is asked
 * again until it is.
 */
export function startWorkingOffJobs(): void {
  startFollowingShops();
  requireJobQueue().catch((error: unknown) => {
    log.warn({ error }, "The job queue could not start; another try follows");
    setTimeout(startWorkingOffJobs, RETRY_START_MS).unref();
  });
}

/** Looked up at each call, since caches are made after the lifecycle. */
function forgetInAllCaches(shop: string): void {
  for (const cache of shopCaches().values()) cache.forget(shop);
}
