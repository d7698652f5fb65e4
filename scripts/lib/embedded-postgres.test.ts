import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, readlink, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runStatement } from "./databases";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";
import { isAlive } from "./postgres-orphan";
import { startOver } from "./start-over";
import { StartupError } from "./startup-error";

const TIMEOUT_MS = 60_000;
let parentFolder: string;
let dataFolder: string;
const running: EmbeddedPostgres[] = [];

async function start(disposable = true): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, disposable });
  running.push(postgres);
  return postgres;
}

async function refusal(): Promise<string> {
  const error = await startEmbeddedPostgres({ dataFolder, disposable: true }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartupError);
  const { message } = error as StartupError;
  expect(message).not.toContain("\n");
  return message;
}

const rememberSomething = (postgres: EmbeddedPostgres) =>
  runStatement(postgres.urlOf("postgres"), "CREATE TABLE kept AS SELECT 'still here' AS note");
const recall = async (postgres: EmbeddedPostgres) =>
  (await runStatement(postgres.urlOf("postgres"), "SELECT note FROM kept")).rows;
const serverPid = async () =>
  Number.parseInt(await readFile(join(dataFolder, "postgres/postmaster.pid"), "utf8"), 10);

async function forgetOwner(): Promise<void> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  const path = join(dataFolder, "postgres.json");
  await writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, "utf8")), owner: child.pid }));
}

beforeEach(async () => {
  parentFolder = await mkdtemp(join(tmpdir(), "aisle-postgres-test-"));
  await chmod(parentFolder, 0o755);
  dataFolder = join(parentFolder, "data");
});
afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
  await startOver(dataFolder);
  await rm(parentFolder, { recursive: true, force: true });
}, TIMEOUT_MS);

describe("the embedded PostgreSQL", { timeout: TIMEOUT_MS }, () => {
  it("keeps its data and its port from one run to the next", async () => {
    const first = await start();
    await rememberSomething(first);
    await first.stop();
    const second = await start();
    expect(await recall(second)).toEqual([{ note: "still here" }]);
    expect(second.port).toBe(first.port);
  });

  it("comes back after kill -9 with everything that was committed", async () => {
    const first = await start(false);
    await rememberSomething(first);
    process.kill(await serverPid(), "SIGKILL");
    await first.exited;
    expect(await recall(await start())).toEqual([{ note: "still here" }]);
  });

  it("takes over from a server whose owner was killed", async () => {
    const first = await start();
    await rememberSomething(first);
    const orphan = await serverPid();
    await forgetOwner();
    const second = await start();
    expect(isAlive(orphan)).toBe(false);
    expect(await recall(second)).toEqual([{ note: "still here" }]);
  });

  it("refuses a data folder that another run works on, and does not start over there either", async () => {
    const first = await start();
    await rememberSomething(first);
    expect(await refusal()).toMatch(/is in use by process \d+: end that one, or set AISLE_DATA_DIR/);
    await expect(startOver(dataFolder)).rejects.toThrow("is in use");
    expect(await recall(first)).toEqual([{ note: "still here" }]);
  });

  it.each(["PG_VERSION", "global/pg_control"])(
    "says in a sentence that the data folder is broken when %s is missing, and starts over",
    async (file) => {
      await (await start()).stop();
      await rm(join(dataFolder, "postgres", file));
      expect(await refusal()).toMatch(/cannot be used \(.+\): start over with `npm run dev -- --fresh`/);
      await startOver(dataFolder);
      expect((await runStatement((await start()).urlOf("postgres"), "SELECT 1 AS one")).rows).toEqual([
        { one: 1 },
      ]);
    },
  );

  it("says in a sentence that its record is broken", async () => {
    await (await start()).stop();
    await writeFile(join(dataFolder, "postgres.json"), "{");
    expect(await refusal()).toContain("--fresh");
  });

  it("starts over nowhere but in what it made", async () => {
    await (await start()).stop();
    await writeFile(join(dataFolder, "notes.txt"), "mine");
    await startOver(dataFolder);
    expect(existsSync(join(dataFolder, "postgres"))).toBe(false);
    expect(await readFile(join(dataFolder, "notes.txt"), "utf8")).toBe("mine");
  });

  it.runIf(process.getuid?.() === 0)(
    "works under root where nobody else may enter, and leaves the folders closed",
    async () => {
      await mkdir(dataFolder, { mode: 0o700 });
      await chmod(parentFolder, 0o700);
      const first = await start();
      await rememberSomething(first);
      await first.stop();
      expect(await recall(await start())).toEqual([{ note: "still here" }]);
      expect((await stat(parentFolder)).mode & 0o777).toBe(0o700);

      const openFolder = await readlink(join(dataFolder, "postgres"));
      await (running.pop() as EmbeddedPostgres).stop();
      await startOver(dataFolder);
      expect(existsSync(openFolder)).toBe(false);
    },
  );
});
