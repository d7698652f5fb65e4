import { createHmac } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  API_KEY,
  API_SECRET,
  postJson,
  startDevStore,
  type TestDevStore,
} from "./test-support/start-dev-store";
import { startTestApp, type TestApp } from "./test-support/start-test-app";

let app: TestApp;
let store: TestDevStore;
beforeEach(async () => {
  app = await startTestApp();
  store = await startDevStore({ appUrl: app.url, clock: undefined });
  process.env.DEV_STORE_PORT = String(store.context.config.port);
});
afterEach(async () => {
  await store.close();
  await app.close();
});

const exchangeForm = (subjectToken: string, changes: Record<string, string> = {}) => ({
  client_id: API_KEY,
  client_secret: API_SECRET,
  grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
  subject_token: subjectToken,
  subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
  requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
  expiring: "1",
  ...changes,
});
const requestToken = async (form: Record<string, string>) => {
  const response = await postJson(`${store.url}/admin/oauth/access_token`, form);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

describe("token requests that Shopify refuses", () => {
  test("a session token that expired, is signed by somebody else, or is none", async () => {
    store.context.installation.grant();
    const expired = await store.context.oauth.mintSessionToken({ expiresInSeconds: -10 });
    const [header, claims] = (await store.context.oauth.mintSessionToken()).split(".");
    const forged = `${header}.${claims}.${createHmac("sha256", "guess").update(`${header}.${claims}`).digest("base64url")}`;
    for (const token of [expired, forged, "none", `${header}.${claims}.`]) {
      expect(await requestToken(exchangeForm(token))).toMatchObject({
        status: 400,
        body: { error: "invalid_subject_token" },
      });
    }
  });

  test("a session token where the app is not installed", async () => {
    const token = await store.context.oauth.mintSessionToken();
    expect(await requestToken(exchangeForm(token))).toMatchObject({
      status: 400,
      body: { error: "invalid_subject_token" },
    });
  });

  test("another app's credentials, an unknown grant, a made-up refresh token", async () => {
    store.context.installation.grant();
    const token = await store.context.oauth.mintSessionToken();
    expect(await requestToken(exchangeForm(token, { client_secret: "x" }))).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    expect(await requestToken(exchangeForm(token, { grant_type: "password" }))).toMatchObject({
      status: 400,
      body: { error: "invalid_request" },
    });
    const form = {
      client_id: API_KEY,
      client_secret: API_SECRET,
      grant_type: "refresh_token",
      refresh_token: "shprt_x",
    };
    expect(await requestToken(form)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  });
});

test("an online token names the staff member", async () => {
  store.context.installation.grant();
  const token = await store.context.oauth.mintSessionToken({ userId: "42" });
  const online = "urn:shopify:params:oauth:token-type:online-access-token";
  expect(await requestToken(exchangeForm(token, { requested_token_type: online }))).toMatchObject({
    status: 200,
    body: {
      associated_user: { id: 42 },
      expires_in: 86_399,
      associated_user_scope: expect.stringContaining("read_orders"),
    },
  });
});

test("an app that cannot be reached is a sentence, and nothing is installed", async () => {
  await app.close();
  const { status, body } = await store.control("install", { waitMs: 50 });
  expect(status).toBe(502);
  expect(body).toMatchObject({
    error: { code: "app-unreachable", message: expect.stringContaining("did not answer within 50 ms") },
  });
  expect(store.context.state.current.installation).toBeNull();
});

describe("an app on Shopify's unmodified library", () => {
  test("is installed, and asks the Admin API with the token that it exchanged", async () => {
    expect(await store.control("install")).toMatchObject({
      status: 200,
      body: { status: "installed", appStatus: 200 },
    });
    const session = app.session();
    expect(session.scope).toContain("read_orders");
    expect(session.refreshToken).toMatch(/^shprt_/);
    const client = new app.shopify.clients.Graphql({ session });
    const answer = await client.request("query Shop { shop { name } }");
    expect(answer.data).toEqual({ shop: { name: "Test & Sons" } });
    const log = await (await fetch(`${store.url}/__control/requests`)).json();
    expect(log).toMatchObject({
      requests: [{ operation: "query Shop", variables: [], hasAccessToken: true, status: 200 }],
    });
  });

  test("sees Shopify's errors as its library shows them", async () => {
    await store.control("install");
    const client = new app.shopify.clients.Graphql({ session: app.session() });
    await expect(client.request("{ shop { nme } }")).rejects.toMatchObject({
      body: { errors: { graphQLErrors: [{ extensions: { code: "undefinedField" } }] } },
    });
    await store.control("faults", { kind: "throttle", count: 1 });
    await expect(client.request("{ shop { name } }")).rejects.toMatchObject({
      body: { errors: { graphQLErrors: [{ extensions: { code: "THROTTLED" } }] } },
    });
    await store.control("faults", { kind: "error", status: 503, count: 1 });
    await expect(client.request("{ shop { name } }")).rejects.toMatchObject({ response: { code: 503 } });
    await expect(client.request("{ shop { name } }")).resolves.toMatchObject({
      data: { shop: { name: "Test & Sons" } },
    });
  });

  test("refreshes an expired token once; the used refresh token is dead", async () => {
    await store.control("install");
    const { accessToken, refreshToken = "" } = app.session();
    await store.control("expire-tokens");
    expect(await store.query("{ shop { name } }", {}, accessToken)).toMatchObject({ status: 401 });
    const shop = "aisle-dev.myshopify.com";
    const { session } = await app.shopify.auth.refreshToken({ shop, refreshToken });
    expect(await store.query("{ shop { name } }", {}, session.accessToken)).toMatchObject({ status: 200 });
    await expect(app.shopify.auth.refreshToken({ shop, refreshToken })).rejects.toMatchObject({
      response: { code: 400 },
    });
  });

  test("is told of its uninstall after its token is dead", async () => {
    await store.control("install");
    const { accessToken } = app.session();
    expect(await store.control("uninstall")).toMatchObject({
      status: 200,
      body: { answers: [{ status: 200, tries: 1 }] },
    });
    expect(app.webhooks).toMatchObject([
      { topic: "APP_UNINSTALLED", body: { myshopify_domain: "aisle-dev.myshopify.com" } },
    ]);
    expect(await store.query("{ shop { name } }", {}, accessToken)).toMatchObject({ status: 401 });
    expect(await (await fetch(`${store.url}/__control/state`)).json()).toMatchObject({
      installed: false,
      validTokens: 0,
    });
  });

  test("is told of changed scopes, and its token has them", async () => {
    await store.control("install");
    await store.control("scopes", { scopes: ["read_products"] });
    expect(app.webhooks).toMatchObject([
      { topic: "APP_SCOPES_UPDATE", body: { current: ["read_products"] } },
    ]);
    const answer = await store.query("{ orders(first: 1) { nodes { id } } }", {}, app.session().accessToken);
    expect(answer).toMatchObject({ data: null, errors: [{ extensions: { code: "ACCESS_DENIED" } }] });
  });
});

describe("webhooks", () => {
  test.each(["signature", "no-signature", "body", "shop"])(
    "a delivery with a tampered %s is refused and not repeated",
    async (tamper) => {
      const { body } = await store.control("webhooks", { topic: "shop/redact", tamper });
      const [answer] = (body as { answers: { status: number; tries: number }[] }).answers;
      expect(answer?.status).toBeGreaterThanOrEqual(400);
      expect(answer?.tries).toBe(1);
      expect(app.webhooks).toEqual([]);
    },
  );

  test("are tried up to eight times with one event id, and recorded", async () => {
    app.webhookAnswers.push(500, 500);
    const first = await store.control("webhooks", { topic: "customers/redact", eventId: "event-1" });
    expect(first.body).toMatchObject({ answers: [{ status: 200, tries: 3, eventId: "event-1" }] });
    expect(app.webhooks.map(({ eventId }) => eventId)).toEqual(["event-1", "event-1", "event-1"]);
    app.webhookAnswers.push(...Array.from({ length: 8 }, () => 503));
    const second = await store.control("webhooks", { topic: "shop/redact" });
    expect(second.body).toMatchObject({ answers: [{ status: 503, tries: 8 }] });
    const log = await (await fetch(`${store.url}/__control/webhooks`)).json();
    expect(log.attempts).toHaveLength(11);
  });

  test("carry what Shopify would send, or what was asked for, as often as asked", async () => {
    await store.control("webhooks", { topic: "customers/data_request" });
    expect(app.webhooks[0]?.body).toMatchObject({
      shop_domain: "aisle-dev.myshopify.com",
      customer: { id: 7001, email: "ana@example.com" },
    });
    await store.control("webhooks", {
      topic: "products/update",
      payload: { id: 5 },
      eventId: "twice",
      times: 2,
    });
    expect(app.webhooks.slice(1)).toMatchObject([
      { body: { id: 5 }, eventId: "twice" },
      { body: { id: 5 }, eventId: "twice" },
    ]);
  });

  test("of a topic that nobody subscribed to go nowhere", async () => {
    expect(await store.control("webhooks", { topic: "carts/create" })).toMatchObject({
      body: { answers: [] },
    });
  });
});

test("the URL that the admin frames is signed and carries a session token of this app", async () => {
  const url = new URL(await store.context.installation.embeddedUrl({ path: "/app/settings", locale: "de" }));
  expect(url.pathname).toBe("/app/settings");
  const query = Object.fromEntries(url.searchParams);
  await expect(app.shopify.utils.validateHmac(query)).resolves.toBe(true);
  const claims = await app.shopify.session.decodeSessionToken(query.id_token ?? "");
  expect(claims).toMatchObject({
    aud: API_KEY,
    dest: "https://aisle-dev.myshopify.com",
    iss: "https://aisle-dev.myshopify.com/admin",
  });
  expect(Buffer.from(query.host ?? "", "base64").toString()).toBe("admin.shopify.com/store/aisle-dev");
});
