import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { singleton } from "./singleton";

/** Every figure that `GET /metrics` shows. Labels name kinds (outcome, model, tool), never a person or a conversation. */
export const metricsRegistry = singleton("metrics-registry", () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
});

/** Seconds, from a fast cache to the deadline of a turn. */
const DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** The counter of that name, made at the first call: modules may ask again after a hot reload. */
export function requireCounter<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[] = [],
): Counter<Label> {
  const existing = metricsRegistry.getSingleMetric(name);
  return (
    (existing as Counter<Label>) ?? new Counter({ name, help, labelNames, registers: [metricsRegistry] })
  );
}

/** The histogram of that name, made at the first call. It takes seconds unless `buckets` says otherwise. */
export function requireHistogram<Label extends string>(
  name: string,
  help: string,
  labelNames: Label[] = [],
  buckets: number[] = DURATION_BUCKETS,
): Histogram<Label> {
  const existing = metricsRegistry.getSingleMetric(name);
  return (
    (existing as Histogram<Label>) ??
    new Histogram({ name, help, labelNames, buckets, registers: [metricsRegistry] })
  );
}
