import { Redis } from "ioredis";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { singleton } from "~/lib/singleton";

/** Null where REDIS_URL is not set. Connects at the first command; commands fail at once while Redis is away. */
export function findRedis(): Redis | null {
  return singleton("redis", () => {
    const { REDIS_URL } = requireEnvironment();
    return REDIS_URL ? connect(REDIS_URL) : null;
  });
}

function connect(url: string): Redis {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, connectTimeout: 3_000 });
  // It connects again by itself; without a listener each attempt's failure would be printed as unhandled.
  redis.on("error", (error) => createLogger("redis").warn({ error }, "The connection to Redis broke"));
  return redis;
}
