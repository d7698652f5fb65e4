import net from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";

/** The routes read the environment once a process, so each test gets a process's worth of fresh modules. */
async function loadRoutes(environment: Record<string, string>) {
  vi.resetModules();
  (globalThis as { aisleSingletons?: unknown }).aisleSingletons = undefined;
  const defaults = {
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "secret",
    SHOPIFY_APP_URL: "https://aisle.example.com",
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32).toString("hex"),
    LOG_LEVEL: "silent",
    REDIS_URL: "",
  };
  for (const [name, value] of Object.entries({ ...defaults, ...environment })) vi.stubEnv(name, value);
  const [{ loader: readyz }, { loader: healthz }, { loader: metrics }, { closeDatabase }, { findRedis }] =
    await Promise.all([
      import("./readyz"),
      import("./healthz"),
      import("./metrics"),
      import("~/db.server"),
      import("~/redis.server"),
    ]);
  close = async () => {
    findRedis()?.disconnect();
    await closeDatabase();
  };
  const get = (headers?: HeadersInit) => ({
    request: new Request("http://app/metrics", { headers }),
    params: {},
    context: { clientAddress: "", requestId: "" },
  });
  return { readyz, healthz, metrics: (headers?: HeadersInit) => metrics(get(headers)) };
}

let close: () => Promise<void> = async () => undefined;
let database: TestDatabase;
const silentServer = net.createServer();

beforeAll(async () => {
  database = await createTestDatabase();
  await new Promise<void>((resolve) => void silentServer.listen(0, "127.0.0.1", resolve));
});
afterEach(() => close());
afterAll(async () => {
  silentServer.close();
  await database.drop();
});

const unreachable = "postgresql://aisle:secret@127.0.0.1:1/aisle";

describe("the operations routes", () => {
  it("answer 503 with Retry-After while the database cannot be reached, and the process still counts as up", async () => {
    const { readyz, healthz } = await loadRoutes({ DATABASE_URL: unreachable });
    const response = await readyz();
    expect(response.status).toBe(503);
    expect(response.headers.get("Retry-After")).toBe("5");
    expect(await response.json()).toEqual({ ready: false, parts: { database: "unreachable" } });
    expect(healthz().status).toBe(200);
  });

  it("do not wait for a Redis that never answers", async () => {
    const { port } = silentServer.address() as net.AddressInfo;
    const { readyz } = await loadRoutes({
      DATABASE_URL: database.url,
      REDIS_URL: `redis://127.0.0.1:${port}`,
    });
    const response = await readyz();
    expect(await response.json()).toEqual({ ready: false, parts: { database: "ok", redis: "unreachable" } });
  });

  it("answer 200 when the database is there and no Redis is configured", async () => {
    const { readyz } = await loadRoutes({ DATABASE_URL: database.url });
    const response = await readyz();
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ready: true, parts: { database: "ok" } });
  });

  it("refuse metrics to whoever does not bear the token, where one is set", async () => {
    const { metrics } = await loadRoutes({ DATABASE_URL: unreachable, METRICS_TOKEN: "open-sesame" });
    expect((await metrics()).status).toBe(401);
    expect((await metrics({ Authorization: "Bearer open-sesam" })).status).toBe(401);
    expect((await metrics({ Authorization: "Bearer open-sesame" })).status).toBe(200);
  });

  it("show metrics as Prometheus text", async () => {
    const { metrics } = await loadRoutes({ DATABASE_URL: unreachable });
    const response = await metrics();
    expect(response.headers.get("Content-Type")).toContain("text/plain");
    expect(await response.text()).toContain("process_cpu_seconds_total");
  });
});
