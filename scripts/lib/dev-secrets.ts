import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupError } from "./startup-error";

export interface DevSecrets {
  SHOPIFY_API_SECRET: string;
  TOKEN_ENCRYPTION_KEY: string;
}

/** Secrets of the development install: made up at the first run and kept, since tokens are encrypted with one of them. */
export function ensureDevSecrets(dataFolder: string): DevSecrets {
  const path = join(dataFolder, "dev-secrets.json");
  if (existsSync(path)) return readSecrets(path);
  const secrets = {
    SHOPIFY_API_SECRET: `shpss_${randomBytes(16).toString("hex")}`,
    TOKEN_ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(path, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function readSecrets(path: string): DevSecrets {
  try {
    const { SHOPIFY_API_SECRET, TOKEN_ENCRYPTION_KEY } = JSON.parse(readFileSync(path, "utf8")) as DevSecrets;
    if (!SHOPIFY_API_SECRET || !TOKEN_ENCRYPTION_KEY) throw new SyntaxError("a secret is missing");
    return { SHOPIFY_API_SECRET, TOKEN_ENCRYPTION_KEY };
  } catch (error) {
    const reason = (error as Error).message;
    throw new StartupError(
      `${path} cannot be used (${reason}): start over with \`npm run dev -- --fresh\`.`,
      {
        cause: error,
      },
    );
  }
}
