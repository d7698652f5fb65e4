import { timingSafeEqual } from "node:crypto";
import { requireSql } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { metricsRegistry } from "~/lib/metrics";
import { checkReadiness, type Readiness } from "~/lib/readiness";
import { findRedis } from "~/redis.server";

const PROBE_TIMEOUT_MS = 2_000;
const log = createLogger("readiness");

/** Whether the database, and Redis where configured, can be reached now. */
export function readReadiness(): Promise<Readiness> {
  const redis = findRedis();
  const probes = {
    database: () => requireSql().query("SELECT 1"),
    ...(redis && { redis: () => redis.ping() }),
  };
  return checkReadiness(probes, PROBE_TIMEOUT_MS, (part, error) =>
    log.warn({ part, error }, "Not reachable"),
  );
}

/** Prometheus text, or null when METRICS_TOKEN is set and the request does not bear it. */
export async function readMetrics(request: Request): Promise<{ text: string; contentType: string } | null> {
  const { METRICS_TOKEN } = requireEnvironment();
  if (METRICS_TOKEN && !isSame(request.headers.get("Authorization") ?? "", `Bearer ${METRICS_TOKEN}`))
    return null;
  return { text: await metricsRegistry.metrics(), contentType: metricsRegistry.contentType };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
