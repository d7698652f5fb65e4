/**
 * How soon a shop is known: `npx tsx bench/knowledge.ts [folder of exports …]`, by default the example store and, where they
 * are, ../shared/data/stores/{retail,electronics}. From the installation until all is searchable, and from a merchant's
 * change until it is; with the app's memory meanwhile. The app runs as `npm run preview` starts it, with a shopper about.
 */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { createPostgresKnowledgeIndex } from "../app/adapters/index/postgres/knowledge-index";
import { ensureDatabase } from "../scripts/lib/databases";
import { startEmbeddedPostgres } from "../scripts/lib/embedded-postgres";
import { type RunningApp, startApp } from "../tests/support/running-app";
import { ShopperClient } from "../tests/support/shopper-client";
import { usageBelow } from "./process-usage";
import { megabytes, milliseconds, seconds, table } from "./report";

const SHOP = "aisle-dev.myshopify.com";
const TIMEOUT_MS = 900_000;
const POLL_MS = 20;

const asked = process.argv.slice(2);
const stores =
  asked.length > 0 ? asked : ["", "../shared/data/stores/retail", "../shared/data/stores/electronics"];
const folder = await mkdtemp(join(tmpdir(), "aisle-knowledge-"));
const postgres = await startEmbeddedPostgres({ dataFolder: folder });
try {
  const rows = [];
  for (const [number, store] of stores.entries()) {
    if (store !== "" && !existsSync(store)) {
      console.log(`${store} is not there: left out`);
      continue;
    }
    const name = `knowledge_${number}`;
    await ensureDatabase(postgres.urlOf("postgres"), name);
    rows.push(await measure(store, postgres.urlOf(name)));
  }
  console.log(
    table(
      [
        "store",
        "products",
        "texts",
        "by",
        "products known after",
        "texts known after",
        "product changed",
        "page changed",
        "app's memory",
      ],
      rows,
    ),
  );
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measure(store: string, url: string): Promise<(string | number)[]> {
  const app = await startApp({
    ...(store && { storeData: store }),
    env: { DATABASE_URL: url },
    timeout: 600_000,
  });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  try {
    const syncs = await untilRead(pool);
    const memory = usageBelow(app.pid).find(({ name }) => name === "app")?.memory ?? 0;
    const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
    await shopper.session();
    const counts = await countKnown(pool);
    return [
      store === "" ? "example store" : store.slice(store.lastIndexOf("/") + 1),
      counts.products,
      counts.documents,
      syncs.isExport ? "export" : "pages",
      seconds(syncs.products),
      seconds(syncs.documents),
      milliseconds(await timeProductChange(app, pool)),
      milliseconds(await timePageChange(app, pool)),
      megabytes(memory),
    ];
  } finally {
    await pool.end();
    await app.stop();
  }
}

/** Milliseconds after the installation, by the clock of the database's rows. */
async function untilRead(pool: pg.Pool) {
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; await sleep(POLL_MS)) {
    const { rows } = await pool.query<{ scope: string; took: number | null }>(
      `SELECT k."scope", extract(epoch FROM k."finishedAt" - s."installedAt") * 1000 AS "took"
       FROM "KnowledgeSync" k JOIN "Shop" s ON s."domain" = k."shop"`,
    );
    const took = (scope: string) => Number(rows.find((row) => row.scope === scope)?.took ?? Number.NaN);
    if (took("products") >= 0 && took("documents") >= 0) {
      const { products, documents } = { products: took("products"), documents: took("documents") };
      return { products, documents, isExport: (await countKnown(pool)).products > 250 };
    }
  }
  throw new Error("The shop was not read in fifteen minutes");
}

async function countKnown(pool: pg.Pool): Promise<{ products: number; documents: number }> {
  const { rows } = await pool.query<{ products: number; documents: number }>(
    `SELECT (SELECT count(*)::int FROM "KnowledgeProduct") AS "products",
       (SELECT count(*)::int FROM "KnowledgeDocument") AS "documents"`,
  );
  return rows[0] ?? { products: 0, documents: 0 };
}

/** From the merchant's click until the index finds the product by its new title. */
async function timeProductChange(app: RunningApp, pool: pg.Pool): Promise<number> {
  const index = createPostgresKnowledgeIndex({ pool });
  const any = { words: "", filters: {}, sort: "newest", limit: 1, offset: 0 } as const;
  const newest = await index.findProducts(SHOP, any, new AbortController().signal);
  const started = performance.now();
  await app.control("products", {
    handle: newest?.matches[0]?.product.handle,
    title: "Quoxel Zibbrand Lantern",
  });
  const query = { words: "quoxel zibbrand", filters: {}, sort: "relevance", limit: 1, offset: 0 } as const;
  return timeUntil(started, async () => {
    const found = await index.findProducts(SHOP, query, new AbortController().signal);
    return (found?.matches.length ?? 0) > 0;
  });
}

/** Pages have no webhook: from the merchant's click until the index answers from the new text, while a shopper is about. */
async function timePageChange(app: RunningApp, pool: pg.Pool): Promise<number> {
  const index = createPostgresKnowledgeIndex({ pool });
  const html = "<h2>Quoxel rules</h2><p>Quoxels are welcome on Tuesdays.</p>";
  const started = performance.now();
  await app.control("documents", { kind: "page", handle: "quoxels", title: "Quoxels", html });
  return timeUntil(started, async () => {
    const found = await index.search(SHOP, "What are the quoxel rules?", 1, new AbortController().signal);
    return found[0]?.text.includes("Tuesdays") ?? false;
  });
}

async function timeUntil(started: number, isSo: () => Promise<boolean>): Promise<number> {
  for (const end = started + TIMEOUT_MS; performance.now() < end; await sleep(POLL_MS)) {
    if (await isSo()) return performance.now() - started;
  }
  return Number.NaN;
}
