import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CUSTOMER,
  call,
  direct,
  ORIGIN,
  OTHER_SHOP,
  openStorefront,
  proxied,
  readEvents,
  SHOP,
  shownText,
} from "~/composition/fakes/storefront";
import { removeSiteKey, renewSiteKey } from "~/composition/sites.server";
import type { SessionResponse } from "~/protocol/requests";
import * as directChat from "./chat";
import * as updates from "./chat_.updates";
import * as proxySession from "./proxy.session";
import * as chat from "./site.chat";
import * as feedback from "./site.feedback";
import * as handoff from "./site.handoff";
import * as session from "./site.session";

const SITE = "https://www.elsewhere.example";
let storefront: Awaited<ReturnType<typeof openStorefront>>;
let key: string;
beforeAll(async () => {
  storefront = await openStorefront();
  key = await renewSiteKey(SHOP);
});
afterAll(() => storefront.close());

function sign(changes: object = {}, signedWith = key): Promise<string> {
  return new SignJWT({ shop: SHOP, origin: SITE, ...changes })
    .setProtectedHeader({ alg: "HS256" })
    .setAudience("aisle")
    .setIssuedAt()
    .setExpirationTime("10m")
    .sign(new TextEncoder().encode(signedWith));
}

const request = (body: object, origin: string | null = SITE) =>
  new Request("https://aisle.example/site/x", {
    method: "POST",
    headers: { "Content-Type": "text/plain", ...(origin !== null && { Origin: origin }) },
    body: JSON.stringify(body),
  });
const post = (route: unknown, body: object, origin?: string | null) => call(route, request(body, origin));
const openSession = async (changes: object = {}) =>
  (await post(session.action, { siteToken: await sign(changes), fresh: true })).json as SessionResponse;
const message = (changes: object) => ({ messageId: randomUUID(), text: "Where is my order?", ...changes });

describe("a page elsewhere is refused", () => {
  const routes = [
    [session.action, {}],
    [chat.action, { messageId: "m1", text: "Hello" }],
    [feedback.action, { turnId: randomUUID(), rating: "up" }],
    [handoff.action, {}],
  ] as const;

  it("without a token that this shop's key signed", async () => {
    const foreign = await sign({}, "another-key-another-key-another-key-1");
    for (const [route, body] of routes) {
      for (const siteToken of [
        "",
        "x",
        foreign,
        await sign({ shop: OTHER_SHOP }),
        await sign({ shop: "no" }),
      ])
        expect((await post(route, { ...body, siteToken })).status).toBe(401);
      expect((await post(route, body)).status).toBe(400);
    }
  });

  it("and its developer can read that the token is what is wrong", async () => {
    const answer = await post(session.action, {
      siteToken: await sign({ origin: "https://else.example" }, "x".repeat(40)),
    });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(SITE);
    expect(answer.json).toMatchObject({ error: { code: "site-token-unusable" } });
  });

  it("when it is not the page that the token was signed for, and it cannot read why", async () => {
    for (const origin of ["https://evil.example", `${SITE}.evil.example`, "null", ORIGIN]) {
      const answer = await post(session.action, { siteToken: await sign() }, origin);
      expect(answer.status).toBe(403);
      if (origin !== ORIGIN) expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
    }
  });

  it("with a conversation's token on another page than it was given to", async () => {
    const { token } = await openSession();
    const ask = (Origin: string) =>
      call(directChat.action, direct("", message({ conversationToken: token }), { headers: { Origin } }));
    expect((await ask("https://evil.example")).status).toBe(403);
    expect((await ask(SITE)).status).toBe(200);
  });

  it("once the key was replaced or removed", async () => {
    const other = await renewSiteKey(OTHER_SHOP);
    const siteToken = await sign({ shop: OTHER_SHOP }, other);
    expect((await post(session.action, { siteToken })).status).toBe(200);
    await renewSiteKey(OTHER_SHOP);
    expect((await post(session.action, { siteToken })).status).toBe(401);
    const newest = await renewSiteKey(OTHER_SHOP);
    const another = await sign({ shop: OTHER_SHOP }, newest);
    await removeSiteKey(OTHER_SHOP);
    expect((await post(session.action, { siteToken: another })).status).toBe(401);
  });

  it("with a storefront's conversation of somebody else", async () => {
    const request = proxied("session", { fresh: true }, { customerId: CUSTOMER });
    const hers = (await call(proxySession.action, request)).json as SessionResponse;
    const body = message({ siteToken: await sign(), conversationToken: hers.token });
    expect((await post(chat.action, body)).status).toBe(403);
  });
});

describe("a page that the website's server signed for", () => {
  it("chats as a visitor, straight and without a preflight", async () => {
    const opened = await post(session.action, { siteToken: await sign() });
    expect(opened.headers.get("Access-Control-Allow-Origin")).toBe(SITE);
    const { shopper, token } = opened.json as SessionResponse;
    expect(shopper).toEqual({ signedIn: false });
    const headers = { Origin: SITE, "Content-Type": "text/plain" };
    const body = message({ conversationToken: token });
    const answer = await call(directChat.action, direct("", body, { headers }));
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(SITE);
    expect(shownText(readEvents(answer.text))).not.toContain("#1001");
    const news = direct("/updates", { conversationToken: token }, { headers });
    expect((await call(updates.action, news)).status).toBe(200);
  });

  it("chats as the customer whom the server signed in, who sees her orders", async () => {
    const { token, shopper } = await openSession({ sub: CUSTOMER });
    expect(shopper).toEqual({ signedIn: true, firstName: "Ada" });
    const siteToken = await sign({ sub: CUSTOMER });
    const answer = await post(chat.action, message({ siteToken, conversationToken: token }));
    const events = readEvents(answer.text);
    expect(events.find(({ event }) => event === "card")?.data).toMatchObject({ name: "#1001" });
  });

  it("rates a reply and asks for a person", async () => {
    const { token: conversationToken } = await openSession();
    const siteToken = await sign();
    const answer = await post(chat.action, message({ siteToken, conversationToken }));
    const turnId = readEvents(answer.text)[0]?.data.turnId;
    const rated = await post(feedback.action, { siteToken, conversationToken, turnId, rating: "up" });
    expect(rated).toMatchObject({ status: 200, json: { recorded: true } });
    expect((await post(handoff.action, { siteToken, conversationToken })).status).toBe(200);
  });
});

it("the key goes with the shop", async () => {
  await renewSiteKey(OTHER_SHOP);
  await storefront.shops.removeShop(OTHER_SHOP);
  const { rows } = await storefront.database.sql.query(`SELECT "sealedKey" FROM "SiteKey"`);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(key);
});
