import { readCsvTable } from "../../dev-store/load/csv-table";

export interface JudgedQuery {
  query: string;
  /** 0 to 3 by SKU; what is not in it was never rated. */
  ratings: Map<string, number>;
}

export function readJudgments(path: string): JudgedQuery[] {
  const queries = new Map<string, JudgedQuery>();
  for (const row of readCsvTable(path).rows) {
    const query = row.get("query");
    const judged = queries.get(query) ?? { query, ratings: new Map() };
    judged.ratings.set(row.get("sku"), Number(row.get("rating")));
    queries.set(query, judged);
  }
  return [...queries.values()];
}

const CUT = 10;
const gain = (rating: number) => 2 ** rating - 1;
const discounted = (ratings: number[]) =>
  ratings.slice(0, CUT).reduce((sum, rating, at) => sum + gain(rating) / Math.log2(at + 2), 0);

/** nDCG@10 with gain 2^rating - 1; what was never rated counts as 0. */
export function ndcg(skus: readonly string[], { ratings }: JudgedQuery): number {
  const ideal = discounted([...ratings.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : discounted(skus.map((sku) => ratings.get(sku) ?? 0)) / ideal;
}

/** The share of the first ten that somebody rated; 1 of none. */
export function ratedShare(skus: readonly string[], { ratings }: JudgedQuery): number {
  const first = skus.slice(0, CUT);
  return first.length === 0 ? 1 : first.filter((sku) => ratings.has(sku)).length / first.length;
}

/** nDCG@10 of all queries, of the odd and of the even ones, and how much of the first ten was rated. */
export async function judgedRow(
  search: (words: string) => Promise<string[]>,
  judged: readonly JudgedQuery[],
): Promise<string[]> {
  const results = [];
  for (const query of judged) {
    const skus = await search(query.query);
    results.push({ gain: ndcg(skus, query), rated: ratedShare(skus, query) });
  }
  const gains = results.map((result) => result.gain);
  return [
    gains,
    gains.filter((_, at) => at % 2 === 0),
    gains.filter((_, at) => at % 2 === 1),
    results.map(({ rated }) => rated),
  ].map((values) => (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3));
}
