import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createPostgresKnowledgeIndex } from "~/adapters/index/postgres/knowledge-index";
import { createTestDatabase, type TestDatabase } from "../setup/database";
import { findTraces } from "../support/find-traces";
import { type RunningApp, startApp } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";

const SHOP = "aisle-dev.myshopify.com";
const SLOW_MS = 240_000;
const PATIENCE = { timeout: 60_000, interval: 200 };

let database: TestDatabase;
let app: RunningApp;

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp({ env: { DATABASE_URL: database.url } });
  await untilRead();
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.drop();
}, 60_000);

interface SyncRow {
  scope: string;
  state: string;
  generation: string;
  read: number;
  problem: string | null;
  finishedAt: Date | null;
}
async function readSyncs(): Promise<SyncRow[]> {
  const { rows } = await database.sql.query<SyncRow>(
    'SELECT "scope", "state", "generation", "read", "problem", "finishedAt" FROM "KnowledgeSync" ORDER BY "scope"',
  );
  return rows;
}
const untilRead = () =>
  vi.waitFor(async () => {
    const syncs = await readSyncs();
    expect(syncs.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(syncs.every(({ finishedAt }) => finishedAt !== null)).toBe(true);
  }, PATIENCE);
const count = async (table: string): Promise<number> =>
  Number((await database.sql.query(`SELECT count(*) FROM "${table}"`)).rows[0].count);
const open = () => ShopperClient.open({ storefrontUrl: app.storefrontUrl });

/** What a new shopper is answered, until it is as it should be. */
async function untilAnswered(question: string, expected: RegExp): Promise<void> {
  await vi.waitFor(async () => {
    const turn = await (await open()).ask(question);
    expect(JSON.stringify([turn.text, turn.cards])).toMatch(expected);
  }, PATIENCE);
}

/** What the index finds for a question, while a shopper is about, until it is as it should be. */
async function untilKnown(question: string, expected: RegExp): Promise<void> {
  const index = createPostgresKnowledgeIndex({ pool: database.sql });
  await (await open()).session();
  await vi.waitFor(async () => {
    const found = await index.search(SHOP, question, 1, new AbortController().signal);
    expect(found[0]?.text).toMatch(expected);
  }, PATIENCE);
}

describe("a shop's knowledge", () => {
  test("is all that its storefront shows, soon after the installation", async () => {
    const { counts } = await app.control<{ counts: { products: number } }>("state");
    expect(await count("KnowledgeProduct")).toBe(counts.products);
    expect(await count("KnowledgeDocument")).toBeGreaterThan(5);
    expect((await readSyncs()).map(({ problem }) => problem)).toEqual([null, null]);
  });

  test(
    "follows a page that the merchant writes, changes and deletes, for which there is no webhook",
    async () => {
      const page = { kind: "page", handle: "falconry", title: "Falconry evenings" };
      await app.control("documents", { ...page, html: "<p>Falconry evenings are on the first Tuesday.</p>" });
      await untilKnown("When are the falconry evenings?", /first Tuesday/);
      await app.control("documents", { ...page, html: "<p>Falconry evenings are on the last Thursday.</p>" });
      await untilKnown("When are the falconry evenings?", /last Thursday/);
      const before = await count("KnowledgeDocument");
      await app.control("documents", { ...page, delete: true });
      await vi.waitFor(async () => {
        await (await open()).session();
        expect(await count("KnowledgeDocument")).toBe(before - 1);
      }, PATIENCE);
    },
    SLOW_MS,
  );

  test(
    "follows a policy: what shoppers are answered changes with it",
    async () => {
      const html =
        "<h2>How long you have</h2><p>You can return what you bought within 43 days of delivery.</p>";
      await app.control("documents", { kind: "policy", type: "refund", html });
      await untilAnswered("How long do I have to return something?", /43 days/);
    },
    SLOW_MS,
  );

  test("follows a product that the merchant makes, reprices and deletes", async () => {
    const known = await count("KnowledgeProduct");
    const product = { handle: "zephyr-kite", title: "Zephyr Box Kite", price: "31.00", quantity: 4 };
    await app.control("products", product);
    await untilAnswered("Do you have a zephyr kite?", /31/);
    expect(await count("KnowledgeProduct")).toBe(known + 1);
    await app.control("products", { handle: product.handle, price: "27.50" });
    await untilAnswered("Do you have a zephyr kite?", /27\.50/);
    await app.control("products", { handle: product.handle, delete: true });
    await vi.waitFor(async () => expect(await count("KnowledgeProduct")).toBe(known), PATIENCE);
  });

  test("believes nothing that a webhook's payload says, not even that a product is gone", async () => {
    const known = await count("KnowledgeProduct");
    const { rows } = await database.sql.query<{ id: string }>('SELECT "id" FROM "KnowledgeProduct" LIMIT 1');
    await app.control("webhooks", { topic: "products/delete", payload: { id: Number(rows[0]?.id) } });
    await app.control("webhooks", {
      topic: "products/update",
      payload: { id: 987654321987, title: "Free gold" },
    });
    await vi.waitFor(async () => expect(await countJobs()).toBe(0), PATIENCE);
    expect(await count("KnowledgeProduct")).toBe(known);
  });

  test("stays when the store fails, and says what is the matter until it is over", async () => {
    const known = await count("KnowledgeProduct");
    await app.control("faults", { kind: "error", status: 503 });
    await database.sql.query(`UPDATE "KnowledgeSync" SET "checkedAt" = NULL`);
    await vi.waitFor(
      async () => expect((await readSyncs()).map(({ problem }) => problem)).toContain("unreachable"),
      PATIENCE,
    );
    expect(await count("KnowledgeProduct")).toBe(known);
    await app.control("faults", { kind: "none" });
    await vi.waitFor(
      async () => expect((await readSyncs()).map(({ problem }) => problem)).toEqual([null, null]),
      PATIENCE,
    );
  });
});

const countJobs = async () =>
  Number((await database.sql.query("SELECT count(*) FROM jobs.job")).rows[0].count);

/** The app's own process among those that were started: the one that dies hard. */
function killApp(): void {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((row) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row))
    .flatMap((match) =>
      match ? [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] ?? "" }] : [],
    );
  const below = (pid: number): typeof rows =>
    rows.filter(({ parent }) => parent === pid).flatMap((row) => [row, ...below(row.pid)]);
  const own = below(app.pid).filter(({ command }) => command.includes("server.mjs"));
  expect(own.length).toBeGreaterThan(0);
  for (const { pid } of own) process.kill(pid, "SIGKILL");
}

describe("a reading", () => {
  test(
    "that was killed in the middle goes on where it stood",
    async () => {
      await database.sql.query(
        `UPDATE "KnowledgeSync" SET "state" = 'waiting', "cursor" = '{}' WHERE "scope" = 'products'`,
      );
      await app.control("faults", { kind: "latency", milliseconds: 400 });
      await vi.waitFor(async () => {
        const products = (await readSyncs()).find(({ scope }) => scope === "products");
        expect(products).toMatchObject({ state: "reading" });
      }, PATIENCE);
      const before = (await readSyncs()).find(({ scope }) => scope === "products");
      killApp();
      await app.stop();
      app = await startApp({ env: { DATABASE_URL: database.url } });
      // The lease of the dead process ends after a minute, of which nobody need wait for the rest.
      await database.sql.query(`UPDATE "KnowledgeSync" SET "cursor" = "cursor" || '{"due": 0}'`);
      await vi.waitFor(
        async () => {
          const products = (await readSyncs()).find(({ scope }) => scope === "products");
          expect(products).toMatchObject({ state: "done", generation: before?.generation });
        },
        { timeout: 120_000, interval: 500 },
      );
      const { counts } = await app.control<{ counts: { products: number } }>("state");
      expect(await count("KnowledgeProduct")).toBe(counts.products);
    },
    SLOW_MS,
  );

  test(
    "ends with an uninstall in its middle, which leaves no trace, and a new installation starts clean",
    async () => {
      await database.sql.query(`UPDATE "KnowledgeSync" SET "state" = 'waiting', "cursor" = '{}'`);
      await vi.waitFor(
        async () => expect((await readSyncs()).some(({ state }) => state !== "waiting")).toBe(true),
        PATIENCE,
      );
      await app.control("uninstall", {});
      await vi.waitFor(
        async () => expect(await findTraces(database.sql, [SHOP, "aisle-dev"])).toEqual([]),
        PATIENCE,
      );
      for (const table of ["KnowledgeSync", "KnowledgeProduct", "KnowledgeDocument", "KnowledgeSection"]) {
        expect(await count(table), table).toBe(0);
      }
      await app.control("install", {});
      await untilRead();
      const { counts } = await app.control<{ counts: { products: number } }>("state");
      expect(await count("KnowledgeProduct")).toBe(counts.products);
    },
    SLOW_MS,
  );
});
