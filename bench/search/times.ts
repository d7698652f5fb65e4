import type { Product } from "~/core/store/product";
import { milliseconds, percentile } from "../report";
import type { Search } from "./index-shop";

export const TIME_HEADINGS = ["a query", "clients", "queries", "p50", "p99", "a second", "own CPU"];
const ROUNDS = 5;
const CLIENTS = [1, 8];
const FRESH = 600;
const WARMING = 100;

/**
 * Queries that nobody asked before, each once, from titles all over the catalogue: of four, two are neighbouring words, one
 * is a single word, and one has a letter too few.
 */
export function freshQueries(products: readonly Product[]): string[] {
  const wanted = CLIENTS.length * FRESH + WARMING;
  const step = Math.max(1, Math.floor(products.length / (3 * wanted)));
  const queries = products
    .filter((_, at) => at % step === 0)
    .flatMap(({ title }, at) => {
      const words = title.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
      return words.length > 1 ? [freshQuery(words, at)] : [];
    });
  const distinct = [...new Set(queries)];
  const apart = Math.max(1, Math.floor(distinct.length / wanted));
  return distinct.filter((_, at) => at % apart === 0).slice(0, wanted);
}

function freshQuery(words: readonly string[], at: number): string {
  const from = Math.floor(at / 4) % (words.length - 1);
  const [first = "", second = ""] = words.slice(from, from + 2);
  if (at % 4 === 0) return first;
  if (at % 4 === 1 && first.length > 5) return `${first.slice(0, 3)}${first.slice(4)} ${second}`;
  return `${first} ${second}`;
}

/** The same queries again and again, whose answers may be kept between. */
export async function measureRepeated(
  name: string,
  search: Search,
  queries: readonly string[],
): Promise<(string | number)[][]> {
  for (const query of queries) await search(query);
  const rounds = Array.from({ length: ROUNDS }, () => queries).flat();
  const rows = [];
  for (const clients of CLIENTS) rows.push(await measure(`${name}, asked before`, search, rounds, clients));
  return rows;
}

/** Every query once, in a process that has answered others. */
export async function measureFresh(
  name: string,
  search: Search,
  queries: readonly string[],
): Promise<(string | number)[][]> {
  for (const query of queries.slice(0, WARMING)) await search(query);
  const rows = [];
  for (const [at, clients] of CLIENTS.entries()) {
    const from = WARMING + at * FRESH;
    rows.push(await measure(`${name}, new`, search, queries.slice(from, from + FRESH), clients));
  }
  return rows;
}

async function measure(
  name: string,
  search: Search,
  queries: readonly string[],
  clients: number,
): Promise<(string | number)[]> {
  const left = queries.toReversed();
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let query = left.pop(); query !== undefined; query = left.pop()) {
        const from = performance.now();
        await search(query);
        times.push(performance.now() - from);
      }
    }),
  );
  const took = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  return [
    name,
    clients,
    times.length,
    milliseconds(percentile(times, 0.5)),
    milliseconds(percentile(times, 0.99)),
    Math.round((times.length / took) * 1000),
    milliseconds((user + system) / 1000 / times.length),
  ];
}
