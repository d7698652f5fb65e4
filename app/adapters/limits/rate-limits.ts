import { createHash } from "node:crypto";
import type { Redis } from "ioredis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";

export interface Limit {
  points: number;
  seconds: number;
}

/** Counters by name. Keys are hashed: they may be addresses. */
export interface RateLimits<Name extends string> {
  /** Counts one; null when it is allowed, else the seconds to wait. */
  take(name: Name, key: string): Promise<number | null>;
}

/** Shared through Redis where there is one; each process counts for itself while it is away. */
export function createRateLimits<Name extends string>(
  limits: Record<Name, Limit>,
  redis: Redis | null,
): RateLimits<Name> {
  const limiters = new Map(
    Object.entries<Limit>(limits).map(([name, { points, seconds }]) => {
      const options = { keyPrefix: `aisle:limit:${name}`, points, duration: seconds };
      const memory = new RateLimiterMemory(options);
      const limiter = redis
        ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
        : memory;
      return [name, limiter];
    }),
  );
  return {
    async take(name, key) {
      try {
        await limiters.get(name)?.consume(createHash("sha256").update(key).digest("base64url"));
        return null;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
  };
}
