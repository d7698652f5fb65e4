import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { projectRoot } from "./project-root";
import { StartupError } from "./startup-error";

/** What the commands take from the environment and the command line. */
export interface RunSettings {
  /** The app's port. */
  port: number;
  devStorePort: number;
  dataFolder: string;
  /** Of a database that the caller brings along; the embedded one otherwise. */
  databaseUrl: string | undefined;
  /** Everything of earlier runs is deleted first. */
  fresh: boolean;
}

/** Reads .env too, where there is one; what is set already wins over it. */
export function readRunSettings(): RunSettings {
  const envPath = join(projectRoot, ".env");
  if (existsSync(envPath)) process.loadEnvFile(envPath);
  return {
    port: readPort("PORT", 3000),
    devStorePort: readPort("DEV_STORE_PORT", 4000),
    dataFolder: resolve(projectRoot, process.env.AISLE_DATA_DIR || ".data"),
    databaseUrl: process.env.DATABASE_URL || undefined,
    fresh: process.argv.includes("--fresh"),
  };
}

function readPort(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartupError(`${name} is ${text}, which is no port: set it to a number from 1 to 65535.`);
}
