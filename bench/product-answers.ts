/**
 * What shoppers are shown when they ask for products: `npx tsx bench/product-answers.ts [-v]`. The built-in model with the
 * real tools and the real index, asked in a chat; cards count, over "show me more" pages. Wishes for price, measure, colour,
 * size, brand and stock in three shops, judged by predicates on the catalogue; things that a shop does not sell; and the
 * judged queries of ../shared/data/search. `-v` names what went wrong.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { ChatTurn } from "../app/adapters/models/builtin/fixtures/chat";
import { ensureDatabase } from "../scripts/lib/databases";
import { startEmbeddedPostgres } from "../scripts/lib/embedded-postgres";
import { applyMigrations } from "../scripts/lib/migrations";
import { FILTER_CASES, type FilterCase, FOREIGN } from "./product-answers/cases";
import { claimsMatches } from "./product-answers/claims";
import { type BenchShop, openShop } from "./product-answers/shops";
import { table } from "./report";
import { readCatalogue } from "./search/catalogue";
import { indexShop } from "./search/index-shop";
import { ndcg, ratedShare, readJudgments } from "./search/judgments";

const SHOPS = [
  { name: "example", folder: "dev-store/example-store", currency: "USD" },
  { name: "retail", folder: "../shared/data/stores/retail", currency: "USD" },
  { name: "electronics", folder: "../shared/data/stores/electronics", currency: "EUR" },
] as const;
const JUDGMENTS = "../shared/data/search/electronics-judgments.csv";
const isVerbose = process.argv.includes("-v");
/** A database that is already filled, for quick repetition. */
const filled = process.env.PRODUCT_ANSWERS_DATABASE;

const folder = await mkdtemp(join(tmpdir(), "aisle-answers-"));
const postgres = filled ? null : await startEmbeddedPostgres({ dataFolder: folder });
const pool = new pg.Pool({ connectionString: filled ?? (await prepare()), max: 4 });
try {
  const shops = await openShops();
  console.log(`\nWishes in words (a case counts when every card is what was asked for, or, where the shop has no such
thing, when nothing is presented as if it were)\n`);
  console.log(
    table(
      ["shop", "cases", "met", "in the shop", "of them met", "not in it", "of them said so"],
      await judgeWishes(shops),
    ),
  );
  console.log("\nThings that the shop does not sell\n");
  console.log(
    table(["shop", "asked", "presented as matches", "near things shown"], await judgeForeign(shops)),
  );
  const electronics = shops.find(({ name }) => name === "electronics");
  if (electronics && existsSync(JUDGMENTS)) {
    console.log("\nJudged queries, cards of the first pages\n");
    console.log(
      table(
        ["queries", "nDCG@10", "even half", "odd half", "rated share", "without cards"],
        [await judgeQueries(electronics)],
      ),
    );
  } else console.log("\nThe judged queries are not there: left out");
} finally {
  await pool.end();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function prepare(): Promise<string> {
  if (!postgres) throw new Error("no database");
  await ensureDatabase(postgres.urlOf("postgres"), "answers");
  await applyMigrations(postgres.urlOf("answers"));
  return postgres.urlOf("answers");
}

async function openShops(): Promise<BenchShop[]> {
  const shops: BenchShop[] = [];
  for (const { name, folder: exports, currency } of SHOPS) {
    if (!existsSync(exports)) {
      console.log(`${exports} is not there: left out`);
      continue;
    }
    const products = readCatalogue(exports, currency);
    const domain = `${name}.myshopify.com`;
    if (!filled) await indexShop(pool, domain, products);
    shops.push(openShop(pool, domain, products, currency));
  }
  return shops;
}

async function judgeWishes(shops: BenchShop[]): Promise<(string | number)[][]> {
  const rows = [];
  for (const shop of shops) {
    const judged: { exists: boolean; isMet: boolean }[] = [];
    for (const one of FILTER_CASES.filter(({ shop: name }) => name === shop.name))
      judged.push(await judgeWish(shop, one));
    const share = (of: typeof judged) => `${of.filter(({ isMet }) => isMet).length}`;
    const [has, lacks] = [judged.filter(({ exists }) => exists), judged.filter(({ exists }) => !exists)];
    rows.push([shop.name, judged.length, share(judged), has.length, share(has), lacks.length, share(lacks)]);
  }
  return rows;
}

async function judgeWish(shop: BenchShop, { text, locale, wanted }: FilterCase) {
  const exists = shop.products.some((product) =>
    product.variants.some((variant) => wanted(product, variant)),
  );
  const turn = await shop.chat(locale)(text);
  const shown = cardsOf(turn, shop);
  const areWanted = shown.map(({ product, variant }) => wanted(product, variant));
  const isMet = exists ? shown.length > 0 && areWanted.every(Boolean) : !claimsMatches(turn.text, locale);
  if (isVerbose && !isMet) tell(exists ? "NOT MET" : "CLAIMED", text, turn);
  return { exists, isMet };
}

function cardsOf({ cards }: ChatTurn, { products }: BenchShop) {
  return cards.flatMap((card) => {
    if (card.kind !== "product") return [];
    const product = products.find(({ id }) => id === card.productId);
    const variant = product?.variants.find(({ id }) => id === card.variantId);
    return product && variant ? { product, variant } : [];
  });
}

async function judgeForeign(shops: BenchShop[]): Promise<(string | number)[][]> {
  const rows = [];
  for (const shop of shops) {
    const asked = FOREIGN.filter(({ shop: name }) => name === shop.name);
    let claimed = 0;
    let near = 0;
    for (const { text } of asked) {
      const turn = await shop.chat()(text);
      near += turn.cards.length;
      if (!claimsMatches(turn.text, "en") || turn.cards.length === 0) continue;
      claimed += 1;
      if (isVerbose) tell("CLAIMED", text, turn);
    }
    rows.push([shop.name, asked.length, claimed, near]);
  }
  return rows;
}

async function judgeQueries(shop: BenchShop): Promise<(string | number)[]> {
  const judged = readJudgments(JUDGMENTS);
  const scores: number[] = [];
  const rated: number[] = [];
  let without = 0;
  for (const query of judged) {
    const say = shop.chat();
    const skus: string[] = [];
    for (
      let turn = await say(query.query);
      turn.cards.length > 0 && skus.length < 10;
      turn = await say("show me more")
    )
      skus.push(...cardsOf(turn, shop).map(({ variant }) => variant.sku));
    if (skus.length === 0) without += 1;
    scores.push(ndcg(skus, query));
    rated.push(ratedShare(skus, query));
    if (isVerbose) console.log(scores.at(-1)?.toFixed(2), query.query, skus.length);
  }
  const mean = (values: number[]) =>
    (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
  const half = (of: number) => mean(scores.filter((_, at) => at % 2 === of));
  return [judged.length, mean(scores), half(0), half(1), mean(rated), without];
}

function tell(what: string, text: string, { text: reply, cards, calls }: ChatTurn): void {
  const titles = cards.map((card) => (card.kind === "product" ? `${card.title} ${card.price}` : card.kind));
  console.log(
    `${what}: ${text}\n   ${JSON.stringify(calls.map((call) => call.arguments))}\n   ${reply
      .replace(/\]\([^)]*\)/g, "]")
      .replace(/\n+/g, " ")
      .slice(0, 240)}\n   ${titles.join(" ; ").slice(0, 300)}`,
  );
}
