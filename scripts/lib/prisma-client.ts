import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "./project-root";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * Generates the Prisma client unless it is there and of today's schema. `npm ci` has it generated already; this is for
 * installs without scripts, and for a schema that changed since.
 */
export async function ensurePrismaClient(): Promise<void> {
  if (isUpToDate()) return;
  const prisma = join(dirname(require.resolve("prisma/package.json")), "build/index.js");
  await run(process.execPath, [prisma, "generate", "--no-hints"], { cwd: projectRoot });
}

/** The generator leaves the schema that it worked from beside its output. */
function isUpToDate(): boolean {
  const clientFolder = dirname(require.resolve("@prisma/client/package.json"));
  const generatedFrom = join(clientFolder, "../../.prisma/client/schema.prisma");
  return (
    existsSync(generatedFrom) &&
    withoutLayout(generatedFrom) === withoutLayout(join(projectRoot, "prisma/schema.prisma"))
  );
}

function withoutLayout(path: string): string {
  return readFileSync(path, "utf8").replace(/\s+/g, " ").trim();
}
