import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ensureDatabase, runStatement } from "../../scripts/lib/databases";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../../scripts/lib/embedded-postgres";
import { applyMigrations } from "../../scripts/lib/migrations";

declare module "vitest" {
  interface ProvidedContext {
    /** Where tests/setup/database.ts asks for databases. */
    databaseServer: string;
  }
}

const TEMPLATE = "aisle_template";

/**
 * Vitest's global set-up: hands out databases over HTTP, to whichever worker asks. PostgreSQL starts at the first
 * request, so that runs without a database do not wait for one.
 */
export default async function provideDatabases(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = await mkdtemp(join(tmpdir(), "aisle-test-"));
  let starting: Promise<EmbeddedPostgres> | undefined;
  // PostgreSQL copies a template for one at a time.
  let queue: Promise<unknown> = Promise.resolve();

  async function create(): Promise<string> {
    starting ??= startWithTemplate(dataFolder);
    const postgres = await starting;
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    const created = queue.then(() =>
      runStatement(postgres.urlOf("postgres"), `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`),
    );
    queue = created.catch(() => undefined);
    await created;
    return postgres.urlOf(name);
  }

  const server = http.createServer(async (_request, response) => {
    try {
      response.end(await create());
    } catch (error) {
      response.writeHead(500).end((error as Error).message);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  project.provide("databaseServer", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.closeAllConnections();
    server.close();
    await (await starting)?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
}

async function startWithTemplate(dataFolder: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, disposable: true });
  await ensureDatabase(postgres.urlOf("postgres"), TEMPLATE);
  await applyMigrations(postgres.urlOf(TEMPLATE));
  return postgres;
}
