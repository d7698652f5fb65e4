import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { API_KEY, startDevStore, type TestDevStore } from "../test-support/start-dev-store";
import { startTestApp, type TestApp } from "../test-support/start-test-app";

let store: TestDevStore;
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  store = await startDevStore({ appUrl: app.url });
  process.env.DEV_STORE_PORT = new URL(store.url).port;
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(() => {
  store.context.state.update((state) => {
    state.installation = null;
    state.embed = { on: false, settings: {} };
  });
});

const get = (path: string) => fetch(store.url + path, { redirect: "manual" });
const post = (path: string, form: Record<string, string> = {}) =>
  fetch(store.url + path, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
const appPath = `/admin/apps/${API_KEY}`;

describe("before the app is installed", () => {
  it("its page asks for consent and shows what the app may do", async () => {
    const html = await (await get(appPath)).text();
    expect(html).toContain("read_orders");
    expect(html).not.toContain("<iframe");
  });

  it("no session token is given out", async () => {
    expect((await post(`${appPath}/session-token`)).status).toBe(403);
  });

  it("the theme editor has no embeds to turn on", async () => {
    expect(await (await get("/admin/themes/current/editor?context=apps")).text()).not.toContain(
      'role="switch"',
    );
  });
});

describe("once it is installed", () => {
  beforeEach(() => store.context.installation.grant());

  it.each([
    ["", "/app"],
    ["/", "/app"],
    ["/app/settings", "/app/settings"],
    ["/app/conversations?page=2", "/app/conversations"],
    ["//evil.example/x", "/app"],
    ["?next=//evil.example", "/app"],
  ])("the address %s frames the app's own %s, signed", async (path, framed) => {
    const html = await (await get(appPath + path)).text();
    const src = /data-src="([^"]+)"/.exec(html)?.[1]?.replaceAll("&#38;", "&") ?? "";
    const url = new URL(src);
    expect([url.origin, url.pathname]).toEqual([app.url, framed]);
    for (const name of ["embedded", "shop", "host", "hmac", "id_token", "timestamp"]) {
      expect(url.searchParams.get(name)).toBeTruthy();
    }
  });

  it("gives out a session token that Shopify's library accepts", async () => {
    store.time.now = new Date();
    const { token } = (await (await post(`${appPath}/session-token`)).json()) as { token: string };
    const payload = await app.shopify.session.decodeSessionToken(token);
    expect(payload.dest).toBe("https://aisle-dev.myshopify.com");
  });

  it("says what the app was granted", async () => {
    expect(await (await get(`${appPath}/scopes.json`)).json()).toMatchObject({
      granted: expect.arrayContaining(["read_orders"]),
    });
  });

  it("lists orders and customers, with hostile names as text", async () => {
    expect(await (await get("/admin/orders?q=1001")).text()).toContain("ana@example.com");
    const html = await (await get(`/admin/customers?q=${encodeURIComponent('"><img src=x>')}`)).text();
    expect(html).not.toContain("<img");
  });

  it("understands addresses of Shopify's central admin", async () => {
    const response = await get(`/store/aisle-dev/apps/${API_KEY}/app?x=1`);
    expect(response.headers.get("location")).toBe(`/admin/apps/${API_KEY}/app?x=1`);
  });
});

describe("the theme editor", () => {
  beforeEach(() => store.context.installation.grant());

  it("turns the embed of a deep link on without saving it", async () => {
    const [embed] = store.context.app.embedBlocks;
    if (!embed) throw new Error("The extension has no embed block.");
    const html = await (
      await get(`/admin/themes/current/editor?context=apps&activateAppId=${API_KEY}/${embed.handle}`)
    ).text();
    expect(html).toMatch(/role="switch" name="on" value="1" checked/);
    expect(store.context.state.current.embed.on).toBe(false);
  });

  it("saves the switch, and only settings that the block has", async () => {
    const response = await post("/admin/themes/current/editor", {
      on: "1",
      "settings[__proto__]": "x",
      "settings[no]": "1",
    });
    expect(response.status).toBe(303);
    expect(store.context.state.current.embed).toEqual({ on: true, settings: {} });
    await post("/admin/themes/current/editor", {});
    expect(store.context.state.current.embed.on).toBe(false);
  });
});
