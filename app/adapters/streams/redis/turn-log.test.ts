import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import Redis from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeTurnLog } from "~/core/conversation/turn-log.contract";
import { createRedisTurnLog } from "./turn-log";

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

describe.skipIf(!hasRedis)(`Redis${hasRedis ? "" : " (skipped: redis-server is not on the PATH)"}`, () => {
  let server: ChildProcess;
  let port: number;

  const connect = () => new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: 2, lazyConnect: false });

  beforeAll(async () => {
    port = await findFreePort();
    server = spawn("redis-server", [
      "--port",
      String(port),
      "--bind",
      "127.0.0.1",
      "--save",
      "",
      "--daemonize",
      "no",
    ]);
    await new Promise<void>((resolve) => {
      server.stdout?.on("data", (chunk: Buffer) => {
        if (chunk.includes("Ready to accept connections")) resolve();
      });
    });
  });

  afterAll(async () => {
    server.kill();
    await once(server, "exit");
  });

  describeTurnLog("a turn log in Redis, two processes", async () => createRedisTurnLog(connect()), 2);

  it("goes on as a new attempt where the log is opened after a restart", async () => {
    const [before, after] = [createRedisTurnLog(connect()), createRedisTurnLog(connect())];
    await before.open("t", 1);
    await before.append("t", { id: "1.1", event: "status", data: { label: "…" } });
    await before.close();
    await after.open("t", 2);
    await after.append("t", { id: "2.1", event: "error", data: { code: "x", message: "x" } });
    const seen: string[] = [];
    for await (const event of (await after.follow("t", "1.1", new AbortController().signal)) ?? [])
      seen.push(event.id);
    expect(seen).toEqual(["2.1"]);
    await after.close();
  });
});

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}
