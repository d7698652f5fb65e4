/**
 * How well, and how fast, a shop is searched: `npx tsx bench/search.ts`. On the electronics catalogue of
 * ../shared/data: nDCG@10 over its judgments beside bare floors, things that no such shop sells, and milliseconds a
 * query, asked for the first time and again (at 100,000 products: search-scale.ts). On three shops' texts: whether the right section comes first, and among three.
 */
import { existsSync } from "node:fs";
import { seconds, table } from "./report";
import { ABSENT, countPresented } from "./search/absent-things";
import { measureQuestions, QUESTION_HEADINGS } from "./search/answers";
import { openBenchDatabase } from "./search/bench-database";
import { readCatalogue } from "./search/catalogue";
import { miniSearchFloor, textSearchFloor } from "./search/floors";
import { indexShop } from "./search/index-shop";
import { judgedRow, readJudgments } from "./search/judgments";
import { freshQueries, measureFresh, measureRepeated, TIME_HEADINGS } from "./search/times";

const ELECTRONICS = "../shared/data/stores/electronics";
const JUDGMENTS = "../shared/data/search/electronics-judgments.csv";

const { pool, close } = await openBenchDatabase();
try {
  if (existsSync(JUDGMENTS)) await measureProducts();
  else console.log(`Products are left out: ${JUDGMENTS} is missing.`);
  console.log(table(QUESTION_HEADINGS, await measureQuestions(pool)));
} finally {
  await close();
}

async function measureProducts(): Promise<void> {
  const products = readCatalogue(ELECTRONICS);
  const judged = readJudgments(JUDGMENTS);
  const own = await indexShop(pool, "electronics.example", products);
  console.log(
    `${products.length} products indexed in ${seconds(own.took)}, ${seconds(own.ownCpu)} of it Node's processor time\n`,
  );
  const searches = [
    { name: "Aisle", search: own.search },
    { name: "MiniSearch, stems and boosts", search: miniSearchFloor(products) },
    { name: "PostgreSQL ts_rank", search: await textSearchFloor(pool, products) },
  ];
  const rows = [];
  for (const { name, search } of searches) rows.push([name, ...(await judgedRow(search, judged))]);
  console.log(
    table(
      [`nDCG@10, ${judged.length} queries`, "all", "odd ones", "even ones", "rated share of top 10"],
      rows,
    ),
  );
  const presented = await countPresented(own);
  console.log(
    `\n${ABSENT.length} things that the shop does not sell; presented all the same: ${presented.length}`,
  );
  for (const line of presented) console.log(`  ${line}`);
  console.log();
  const repeated = judged.map(({ query }) => query);
  const roundTrip = async () => (await pool.query({ name: "floor", text: "SELECT 1" })).rows.map(String);
  const times = await measureRepeated("SELECT 1", roundTrip, repeated);
  times.push(...(await measureFresh(own.shop, own.search, freshQueries(products))));
  for (const { name, search } of searches)
    times.push(...(await measureRepeated(`${name}, ${products.length} products`, search, repeated)));
  console.log(`${table(TIME_HEADINGS, times)}\n`);
}
