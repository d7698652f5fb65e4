import { milliseconds, percentile } from "../report";
import type { Search } from "./index-shop";
import type { JudgedQuery } from "./judgments";

export const TIME_HEADINGS = ["a query", "clients", "queries", "p50", "p99", "a second"];
const ROUNDS = 5;
const CLIENTS = [1, 8];

/** Every query a few times, by one client and by several at once, after a round that is not counted. */
export async function measureTimes(
  name: string,
  search: Search,
  judged: readonly JudgedQuery[],
): Promise<(string | number)[][]> {
  for (const { query } of judged) await search(query);
  const rows = [];
  for (const clients of CLIENTS) {
    const queries = Array.from({ length: ROUNDS }, () => judged.map(({ query }) => query)).flat();
    const times: number[] = [];
    const started = performance.now();
    await Promise.all(
      Array.from({ length: clients }, async () => {
        for (let query = queries.pop(); query !== undefined; query = queries.pop()) {
          const from = performance.now();
          await search(query);
          times.push(performance.now() - from);
        }
      }),
    );
    const took = performance.now() - started;
    rows.push([
      name,
      clients,
      times.length,
      milliseconds(percentile(times, 0.5)),
      milliseconds(percentile(times, 0.99)),
      Math.round((times.length / took) * 1000),
    ]);
  }
  return rows;
}
