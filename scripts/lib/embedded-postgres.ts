import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { findFreePort } from "./ports";
import { requirePostgresBinaries } from "./postgres-binaries";
import { brokenCluster, CLUSTER_USER, ensureCluster, findClusterFolder } from "./postgres-cluster";
import { findServer, isAlive, stopOrphan } from "./postgres-orphan";
import { startServer } from "./postgres-server";
import { findServiceAccount } from "./service-account";
import { StartupError } from "./startup-error";

export interface EmbeddedPostgres {
  port: number;
  /** Connection string of one of its databases; `postgres` always exists. */
  urlOf(database: string): string;
  /** Ends it in order. It also ends with the process that started it, but for kill -9: the next start sees to that. */
  stop(): Promise<void>;
  /** Settles when the server has ended, asked to or not. */
  exited: Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** `.data`, or `AISLE_DATA_DIR`. */
  dataFolder: string;
  /** Trades the survival of a power cut for speed: tests. */
  disposable?: boolean;
}

/** What the next start must know; kept beside the cluster's files. */
interface ClusterRecord {
  port: number;
  password: string;
  /** The process that started the server. */
  owner: number;
}

const RECORD = "postgres.json";

/**
 * Starts the PostgreSQL that came with npm, and creates its cluster at the first start. Later starts find the same data,
 * on the same port where that is free. Throws StartupError when it cannot.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, disposable = false } = options;
  const account = findServiceAccount();
  const binaries = await requirePostgresBinaries(account);
  const folder = await findClusterFolder(dataFolder, account);
  const recordPath = join(dataFolder, RECORD);
  const earlier = await readRecord(recordPath, folder);
  await requireUnused(dataFolder);
  await stopOrphan(folder);

  const port = await findFreePort(earlier?.port);
  const password = earlier?.password ?? randomBytes(18).toString("base64url");
  await writeRecord(recordPath, { port, password, owner: process.pid });
  await ensureCluster(folder, binaries, account, password);
  const logPath = join(dataFolder, "postgres.log");
  const server = await startServer({ binaries, account, folder, port, logPath, disposable });
  return {
    ...server,
    port,
    urlOf: (database) => `postgresql://${CLUSTER_USER}:${password}@127.0.0.1:${port}/${database}`,
  };
}

/** Throws StartupError while another run works on the data folder. One that was killed does not count. */
export async function requireUnused(dataFolder: string): Promise<void> {
  const path = join(dataFolder, RECORD);
  if (!existsSync(path) || (await findServer(join(dataFolder, "postgres"))) === null) return;
  const { owner } = JSON.parse(await readFile(path, "utf8")) as ClusterRecord;
  if (!isAlive(owner)) return;
  throw new StartupError(
    `The data folder ${dataFolder} is in use by process ${owner}: end that one, or set AISLE_DATA_DIR to another folder.`,
  );
}

async function writeRecord(path: string, record: ClusterRecord): Promise<void> {
  await writeFile(path, JSON.stringify(record), { mode: 0o600 });
}

/** Null at the first start. Without its record a cluster's password is lost. */
async function readRecord(path: string, folder: string): Promise<ClusterRecord | null> {
  if (!existsSync(path)) {
    if (existsSync(join(folder, "PG_VERSION"))) throw brokenCluster(folder, `${path} is missing`);
    return null;
  }
  try {
    const { port, password, owner } = JSON.parse(await readFile(path, "utf8")) as ClusterRecord;
    if (typeof password !== "string" || !Number.isInteger(port)) throw new SyntaxError("a field is missing");
    return { port, password, owner };
  } catch (error) {
    throw brokenCluster(folder, `${path} cannot be read: ${(error as Error).message}`);
  }
}
