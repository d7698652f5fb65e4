import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type AdminClient, createAdminClient } from "~/adapters/stores/shopify/admin-client";
import { createOfflineSessions } from "~/adapters/stores/shopify/offline-sessions";
import { type InstalledShop, SHOP, startInstalledShop } from "./installed-shop";

const SHOP_NAME = {
  operation: "{ shop { name } }",
  schema: z.object({ shop: z.object({ name: z.string() }) }),
};

let shop: InstalledShop;
let client: AdminClient;
beforeAll(async () => {
  shop = await startInstalledShop();
  await shop.install();
  client = createAdminClient(shop.api, createOfflineSessions({ api: shop.api, storage: shop.storage }));
});
afterAll(() => shop.close());
afterEach(() => shop.store.control("faults", { kind: "none" }));

const askName = (signal?: AbortSignal) => client.query({ shop: SHOP, ...SHOP_NAME, signal });
const askNameWithoutSignal = () => askName();
const failWith = (fault: object) => shop.store.control("faults", fault);

test("an answer is parsed", async () => {
  expect(await askName()).toEqual({ shop: { name: "Test & Sons" } });
});

test("variables reach Shopify apart from the query, so that words cannot become part of it", async () => {
  const operation = "query ($words: String!) { products(first: 5, query: $words) { nodes { title } } }";
  const schema = z.object({ products: z.object({ nodes: z.array(z.object({ title: z.string() })) }) });
  const words = `" ) { nodes { id } } shop { email } } #`;
  const found = await client.query({ shop: SHOP, operation, variables: { words }, schema });
  expect(found.products.nodes).toEqual([]);
});

describe("a failure", () => {
  test("by throttling says how long to wait", async () => {
    await failWith({ kind: "throttle" });
    const error = await askName().catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "VendorError", vendor: "shopify", status: 429, isRetryable: true });
    expect((error as { retryAfterMs: number }).retryAfterMs).toBeGreaterThanOrEqual(0);
  });

  test.each([500, 502, 503])("of Shopify's own (%i) may be tried again", async (status) => {
    await failWith({ kind: "error", status });
    await expect(askName()).rejects.toMatchObject({ name: "VendorError", status, isRetryable: true });
  });

  test("is not retried behind the caller's back", async () => {
    await fetch(`${shop.store.url}/__control/requests`, { method: "DELETE" });
    await failWith({ kind: "error", status: 500, count: 1 });
    await expect(askName()).rejects.toMatchObject({ status: 500 });
    expect(await askName()).toEqual({ shop: { name: "Test & Sons" } });
  });

  test("by a refusal is final", async () => {
    await failWith({ kind: "denied" });
    await expect(askName()).rejects.toMatchObject({ name: "VendorError", isRetryable: false });
  });

  test("by an answer that hangs ends when the caller gives up, at once", async () => {
    await failWith({ kind: "hang" });
    const controller = new AbortController();
    const asked = askName(controller.signal);
    const reason = new Error("The shopper pressed stop");
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });

  test("by another shape than expected is told from an empty answer", async () => {
    const schema = z.object({ shop: z.object({ name: z.number() }) });
    await expect(client.query({ shop: SHOP, operation: SHOP_NAME.operation, schema })).rejects.toMatchObject({
      status: 502,
    });
    await expect(
      client.query({ shop: SHOP, operation: "{ shop { noSuchField } }", schema: z.unknown() }),
    ).rejects.toMatchObject({ status: 502 });
  });

  test("for want of a shop is 401, without a request", async () => {
    await expect(client.query({ shop: "other.myshopify.com", ...SHOP_NAME })).rejects.toMatchObject({
      status: 401,
      isRetryable: false,
    });
  });
});

test("what is denied field by field arrives as null beside the rest", async () => {
  await shop.store.control("scopes", { scopes: ["read_products"] });
  const schema = z.object({ shop: z.object({ name: z.string() }), order: z.unknown() });
  const operation = '{ shop { name } order(id: "gid://shopify/Order/1") { id } }';
  const answer = await client.query({ shop: SHOP, operation, schema }).catch((error: unknown) => error);
  expect(answer).toEqual({ shop: { name: "Test & Sons" }, order: null });
});

test("a token that ends before its time is refreshed once, however many calls it was refused to", async () => {
  const sessionOf = () => shop.storage.loadSession(shop.api.session.getOfflineId(SHOP));
  const old = (await sessionOf())?.accessToken;
  await askName();
  await shop.store.control("expire-tokens", {});
  const names = await Promise.all(Array.from({ length: 5 }, askNameWithoutSignal));
  expect(names).toEqual(Array.from({ length: 5 }, () => ({ shop: { name: "Test & Sons" } })));
  const renewed = (await sessionOf())?.accessToken;
  expect(renewed).not.toBe(old);
  expect(await askName()).toEqual({ shop: { name: "Test & Sons" } });
  expect((await sessionOf())?.accessToken).toBe(renewed);
});

test("a token that no longer counts is forgotten, so that the next call takes the new one", async () => {
  shop.store.context.oauth.revokeAll();
  await expect(askName()).rejects.toMatchObject({ status: 401, isRetryable: false });
  await shop.install();
  expect(await askName()).toEqual({ shop: { name: "Test & Sons" } });
});
