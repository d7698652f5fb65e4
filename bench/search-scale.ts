/**
 * Whether search stays as fast as a catalogue grows: `npx tsx bench/search-scale.ts [products]`, 100,000 unless told. Indexes
 * the electronics catalogue of ../shared/data, and the same with invented products that fill it up (no copies), then asks
 * both for what nobody asked before, and for what was asked before, in the same run, with SELECT 1 and MiniSearch beside.
 */
import { existsSync } from "node:fs";
import type { Product } from "~/core/store/product";
import { seconds, table } from "./report";
import { openBenchDatabase } from "./search/bench-database";
import { readCatalogue } from "./search/catalogue";
import { miniSearchFloor } from "./search/floors";
import { indexShop, type Search } from "./search/index-shop";
import { inventProducts } from "./search/invented-catalogue";
import { freshQueries, measureFresh, measureRepeated, TIME_HEADINGS } from "./search/times";

const ELECTRONICS = "../shared/data/stores/electronics";
const LARGE = Number(process.argv[2] ?? 100_000);
/** Of queries that are asked again and again. */
const COMMON = 60;

if (existsSync(ELECTRONICS)) await measureBoth(readCatalogue(ELECTRONICS));
else console.log(`Nothing is measured: ${ELECTRONICS} is missing.`);

async function measureBoth(known: Product[]): Promise<void> {
  const { pool, close } = await openBenchDatabase();
  try {
    const large = [...known, ...inventProducts(known, LARGE - known.length)];
    const shops = [
      { domain: "known.example", products: known },
      { domain: "large.example", products: large },
    ];
    const searches: { name: string; products: Product[]; search: Search }[] = [];
    for (const { domain, products } of shops) {
      const { search, took, ownCpu } = await indexShop(pool, domain, products);
      console.log(`${products.length} products indexed in ${seconds(took)}, ${seconds(ownCpu)} of it Node's`);
      searches.push({ name: `Aisle, ${products.length}`, products, search });
    }
    for (const { products } of shops)
      searches.push({ name: `MiniSearch, ${products.length}`, products, search: miniSearchFloor(products) });
    const roundTrip = async () => (await pool.query({ name: "floor", text: "SELECT 1" })).rows.map(String);
    const rows = await measureRepeated("SELECT 1", roundTrip, freshQueries(known).slice(0, COMMON));
    for (const { name, products, search } of searches) {
      const queries = freshQueries(products);
      rows.push(...(await measureFresh(name, search, queries)));
      rows.push(...(await measureRepeated(name, search, queries.slice(0, COMMON))));
    }
    console.log(`\n${table(TIME_HEADINGS, rows)}\n`);
  } finally {
    await close();
  }
}
