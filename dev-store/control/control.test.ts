import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createDevStore } from "../server";
import { API_KEY, API_SECRET, startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeEach(async () => {
  store = await startDevStore();
});
afterEach(() => store.close());

describe("malformed commands", () => {
  test.each([
    ["proxy-mode", { mode: "fast" }],
    ["faults", { kind: "flood" }],
    ["faults", { kind: "error", count: 0 }],
    ["webhooks", { topic: "../../etc" }],
    ["webhooks", {}],
    ["embed", { on: "yes" }],
    ["proxy-path", { prefix: "evil", subpath: "x" }],
  ])("%s %j is 400 with what is wrong", async (path, body) => {
    expect(await store.control(path, body)).toMatchObject({
      status: 400,
      body: { error: { code: "malformed", message: expect.any(String) } },
    });
  });

  test("what is no control is 404, and what is no JSON is 400", async () => {
    expect(await store.control("teleport")).toMatchObject({
      status: 404,
      body: { error: { code: "not-found" } },
    });
    const response = await fetch(`${store.url}/__control/embed`, {
      method: "POST",
      body: "{",
      headers: { "content-type": "application/json" },
    });
    expect(response.status).toBe(400);
  });
});

describe("faults of the Admin API", () => {
  test("latency holds an answer back, for as many calls as asked", async () => {
    await store.control("faults", { kind: "latency", milliseconds: 150, count: 1 });
    const started = performance.now();
    expect(await store.query("{ shop { name } }")).toMatchObject({
      status: 200,
      data: { shop: { name: "Test & Sons" } },
    });
    expect(performance.now() - started).toBeGreaterThanOrEqual(145);
    expect(store.context.state.current.proxy.mode).toBe("stream");
    expect(await (await fetch(`${store.url}/__control/state`)).json()).toMatchObject({
      fault: { kind: "none" },
    });
  });

  test("a hanging call ends when the client gives up", async () => {
    const token = await store.accessToken();
    await store.control("faults", { kind: "hang", count: 1 });
    const call = fetch(`${store.url}/admin/api/2026-07/graphql.json`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-shopify-access-token": token },
      body: JSON.stringify({ query: "{ shop { name } }" }),
      signal: AbortSignal.timeout(100),
    });
    await expect(call).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await store.query("{ shop { name } }")).toMatchObject({ status: 200 });
  });

  test("errors, throttling and denial come in Shopify's shapes until they are taken back", async () => {
    await store.control("faults", { kind: "error" });
    expect(await store.query("{ shop { name } }")).toMatchObject({ status: 500 });
    await store.control("faults", { kind: "throttle" });
    expect(await store.query("{ shop { name } }")).toMatchObject({
      status: 200,
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: { cost: { throttleStatus: { currentlyAvailable: 0, restoreRate: 1_000 } } },
    });
    await store.control("faults", { kind: "denied" });
    expect(await store.query("query A { orders(first: 1) { nodes { id } } }")).toMatchObject({
      status: 200,
      errors: [{ path: ["orders"], extensions: { code: "ACCESS_DENIED" } }],
    });
    await store.control("faults", { kind: "none" });
    expect(await store.query("{ shop { name } }")).toMatchObject({ data: { shop: { name: "Test & Sons" } } });
  });
});

test("requests are listed without values or tokens, and cleared", async () => {
  await store.query("query Find($email: String) { customers(first: 1, query: $email) { nodes { id } } }", {
    email: "email:ana@example.com",
  });
  const text = await (await fetch(`${store.url}/__control/requests`)).text();
  expect(JSON.parse(text)).toMatchObject({
    requests: [{ operation: "query Find", variables: ["email"], status: 200 }],
  });
  expect(text).not.toMatch(/ana@example|shpat_/);
  await fetch(`${store.url}/__control/requests`, { method: "DELETE" });
  expect(await (await fetch(`${store.url}/__control/requests`)).json()).toEqual({
    requests: [],
    missingFields: {},
  });
});

test("customers can be picked from, and the state tells counts and problems but no token", async () => {
  expect(await (await fetch(`${store.url}/__control/customers`)).json()).toEqual({
    customers: [
      { id: "7001", name: "Ana Lima", email: "ana@example.com" },
      { id: "7002", name: "Ben Okoro", email: "ben@example.com" },
    ],
  });
  await store.accessToken();
  const text = await (await fetch(`${store.url}/__control/state`)).text();
  expect(text).not.toContain("shpat_");
  expect(JSON.parse(text)).toMatchObject({
    shop: "aisle-dev.myshopify.com",
    installed: true,
    validTokens: 1,
    counts: { products: 3, variants: 4, customers: 2, orders: 3, policies: 1, pages: 1 },
    problems: [],
  });
});

describe("the state", () => {
  const reopen = (dataDirectory: string, fresh = false) =>
    createDevStore({
      port: 0,
      dataDirectory,
      appUrl: "http://127.0.0.1:9",
      apiKey: API_KEY,
      apiSecret: API_SECRET,
      fresh,
    });

  test("outlives the store, unless it starts fresh", async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), "dev-store-state-"));
    const first = await startDevStore({ dataDirectory });
    const token = await first.accessToken();
    await first.control("embed", { on: true, settings: { color: "#123456" } });
    await first.control("proxy-mode", { mode: "buffer" });
    await first.close();
    const second = await reopen(dataDirectory);
    expect(second.context.state.current).toMatchObject({
      embed: { on: true, settings: { color: "#123456" } },
      proxy: { mode: "buffer" },
    });
    expect(second.context.oauth.findGrant(token)).not.toBeNull();
    await second.close();
    const third = await reopen(dataDirectory, true);
    expect(third.context.state.current).toMatchObject({
      installation: null,
      tokens: [],
      embed: { on: false },
    });
    await third.close();
    rmSync(dataDirectory, { recursive: true });
  });

  test("that is damaged is a sentence that names the file", async () => {
    const dataDirectory = mkdtempSync(join(tmpdir(), "dev-store-state-"));
    const kept = await reopen(dataDirectory);
    kept.context.state.update((draft) => draft.scriptTags.length);
    await kept.close();
    const path = join(dataDirectory, "dev-store/state.json");
    expect(existsSync(path)).toBe(true);
    writeFileSync(path, "{ half");
    await expect(reopen(dataDirectory)).rejects.toThrow(
      /state\.json is not JSON; delete it or start with --fresh/,
    );
    rmSync(dataDirectory, { recursive: true });
  });

  test("a port in use is a sentence that says what to set", async () => {
    const { port } = store.context.config;
    const options = {
      dataDirectory: store.dataDirectory,
      appUrl: "http://x",
      apiKey: API_KEY,
      apiSecret: API_SECRET,
    };
    await expect(createDevStore({ ...options, port })).rejects.toThrow(
      `Port ${port} is in use; set DEV_STORE_PORT to a free one.`,
    );
  });
});
