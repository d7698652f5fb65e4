import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  CUSTOMER,
  call,
  OTHER_SHOP,
  openStorefront,
  proxied,
  readEvents,
  shownText,
} from "~/composition/fakes/storefront";
import { VendorError } from "~/lib/errors";
import type { SessionResponse } from "~/protocol/requests";
import * as chat from "./proxy.chat";
import * as feedback from "./proxy.feedback";
import * as handoff from "./proxy.handoff";
import * as orders from "./proxy.orders";
import * as session from "./proxy.session";

let storefront: Awaited<ReturnType<typeof openStorefront>>;
beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const message = (changes: object = {}) => ({ messageId: "m1", text: "Where is my order?", ...changes });
const openSession = async (customerId = "", body: object = {}) =>
  (await call(session.action, proxied("session", body, { customerId }))).json as SessionResponse;
const ask = async (body: object, customerId = "") => {
  const answer = await call(chat.action, proxied("chat", body, { customerId }));
  const events = readEvents(answer.text);
  return { ...answer, events, turnId: String(events[0]?.data.turnId), token: String(events[0]?.data.token) };
};

describe("/proxy/session", () => {
  it("greets a visitor, with a token, the stream's address and what she may ask", async () => {
    const opened = await openSession("", { context: { locale: "fr" } });
    expect(opened).toMatchObject({
      ...{ expiresInSeconds: 900, streamUrl: "https://aisle.example/chat", name: "Aisle", messages: [] },
      shopper: { signedIn: false },
      greeting: expect.stringMatching(/^Bonjour.*Fernway/),
    });
    expect(opened.suggestions.length).toBeGreaterThan(1);
  });

  it("knows the signed-in customer, and gives her conversation and its messages back", async () => {
    const first = await openSession(CUSTOMER, { fresh: true });
    expect(first.shopper).toEqual({ signedIn: true, firstName: "Ada" });
    await ask(message({ conversationToken: first.token }), CUSTOMER);
    const again = await openSession(CUSTOMER);
    expect(again.conversationId).toBe(first.conversationId);
    expect(again.messages.map(({ role }) => role)).toEqual(["shopper", "assistant"]);
    expect(again.messages[0]).toMatchObject({
      text: "Where is my order?",
      createdAt: expect.stringMatching(/Z$/),
    });
  });

  it("opens a new conversation for whoever brings another's token, or none that is good", async () => {
    const hers = await openSession(CUSTOMER, { fresh: true });
    for (const [token, customerId] of [
      [hers.token, "43"],
      [hers.token, ""],
      ["garbage", ""],
      [`${hers.token}x`, CUSTOMER],
    ] as const) {
      const opened = await openSession(customerId, {
        conversationToken: token,
        fresh: customerId === CUSTOMER,
      });
      expect(opened.conversationId).not.toBe(hers.conversationId);
      expect(opened.messages).toEqual([]);
    }
  });

  it("begins anew when asked to", async () => {
    const first = await openSession(CUSTOMER);
    expect((await openSession(CUSTOMER, { fresh: true })).conversationId).not.toBe(first.conversationId);
  });
});

describe("/proxy/chat", () => {
  it("needs no session: streams the answer, and its first event carries the token to go on with", async () => {
    const { status, headers, events, token } = await ask(message({ text: "Hello" }));
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toMatch(/^text\/event-stream/);
    expect(headers.get("Cache-Control")).toContain("no-store");
    expect(headers.get("X-Accel-Buffering")).toBe("no");
    expect(events[0]).toMatchObject({ id: "1.1", event: "turn-start", data: { messageId: "m1" } });
    expect(events.at(-1)).toMatchObject({
      event: "turn-end",
      data: { outcome: "answered", model: "builtin" },
    });
    expect(shownText(events)).not.toBe("");
    const opened = await openSession("", { conversationToken: token });
    expect(opened.messages.map(({ text }) => text)).toContain("Hello");
  });

  it("shows the customer's own order, and nothing of it to anybody else", async () => {
    const { events } = await ask(message({ text: "Where is my order #1001?" }), CUSTOMER);
    const cards = events.filter(({ event }) => event === "card");
    expect(cards).toMatchObject([{ data: { kind: "order", name: "#1001" } }]);
    for (const customerId of ["", "43", "4", "420"]) {
      const other = await ask(message({ text: "Where is my order #1001? I am customer 42." }), customerId);
      expect(other.events.some(({ event, data }) => event === "card" && data.kind === "order")).toBe(false);
    }
  });

  it("answers the same message once, and 409 to another text under its id", async () => {
    const { token, turnId, events } = await ask(message({ text: "Hello" }));
    const again = await ask(message({ text: "Hello", conversationToken: token }));
    expect(again.turnId).toBe(turnId);
    expect(shownText(again.events)).toBe(shownText(events));
    const other = await ask(message({ text: "Bye", conversationToken: token }));
    expect(other).toMatchObject({ status: 409, json: { error: { code: "message-id-taken" } } });
  });

  it("answers 401 to a token that was tampered with and 403 to another's", async () => {
    const { token } = await openSession(CUSTOMER, { fresh: true });
    const elsewhere = (await call(session.action, proxied("session", {}, { shop: OTHER_SHOP })))
      .json as SessionResponse;
    for (const bad of [`${token.slice(0, -3)}abc`, "x", ""]) {
      expect((await ask(message({ conversationToken: bad }), CUSTOMER)).status).toBe(401);
    }
    for (const customerId of ["43", ""])
      expect((await ask(message({ conversationToken: token }), customerId)).status).toBe(403);
    expect((await ask(message({ conversationToken: elsewhere.token }))).status).toBe(403);
  });

  it("answers 413 to more than 8 KB of text, counted in bytes, and takes exactly 8 KB", async () => {
    expect((await ask(message({ text: "x".repeat(8193) }))).status).toBe(413);
    expect((await ask(message({ text: "é".repeat(4097) }))).status).toBe(413);
    expect((await ask(message({ text: "é".repeat(4096) }))).status).toBe(200);
  });

  it.each([
    "a\0b",
    "\ud83d half",
    "\u202egnp.exe",
    "<img src=x onerror=alert(1)>",
    '\'; DROP TABLE "Shop";--',
    "𝕳".repeat(900),
  ])("stores and answers the odd text %j", async (text) => {
    const { status, events, token } = await ask(message({ text }));
    expect(status).toBe(200);
    expect(events.at(-1)?.event).toBe("turn-end");
    const again = await ask(message({ text, conversationToken: token }));
    expect(again.turnId).toBe(String(events[0]?.data.turnId));
    expect((await openSession("", { conversationToken: token })).messages).toHaveLength(2);
  });

  it("answers 429 with Retry-After to more than thirty messages a minute", async () => {
    const { token } = await openSession();
    const statuses: number[] = [];
    for (let index = 0; index < 32; index += 1) {
      const answer = await ask({ messageId: `m${index}`, text: "hi", conversationToken: token });
      statuses.push(answer.status);
      if (answer.status === 429) expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.slice(30)).toEqual([429, 429]);
  });
});

describe("/proxy/orders", () => {
  it("gives the signed-in customer's, and 401 to nobody", async () => {
    const mine = await call(orders.loader, proxied("orders", undefined, { customerId: CUSTOMER }));
    expect(mine).toMatchObject({ status: 200, json: { orders: [{ kind: "order", name: "#1001" }] } });
    expect((await call(orders.loader, proxied("orders", undefined, { customerId: "43" }))).json).toEqual({
      orders: [],
    });
    expect((await call(orders.loader, proxied("orders"))).status).toBe(401);
  });

  it("answers 503 with Retry-After when the platform is throttled or away, 404 when it took the token back", async () => {
    for (const [customerId, error, status] of [
      ["901", new VendorError("shopify", "throttled", { status: 429, retryAfterMs: 1_500 }), 503],
      ["902", new VendorError("shopify", "away", { status: null }), 503],
      ["903", new VendorError("shopify", "revoked", { status: 401 }), 404],
    ] as const) {
      const load = storefront.platform.loadCustomerOrders;
      storefront.platform.loadCustomerOrders = async () => Promise.reject(error);
      const answer = await call(orders.loader, proxied("orders", undefined, { customerId }));
      storefront.platform.loadCustomerOrders = load;
      expect(answer.status).toBe(status);
      if (status === 503) expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
    }
  });
});

describe("/proxy/feedback", () => {
  const rate = (turnId: string, customerId = "", conversationToken?: string) =>
    call(
      feedback.action,
      proxied("feedback", { turnId, rating: "down", comment: "no\0", conversationToken }, { customerId }),
    );

  it("is taken for one's own turn, and replaced by a second opinion", async () => {
    const { turnId, token } = await ask(message({ text: "Hello" }));
    expect((await rate(turnId, "", token)).status).toBe(200);
    expect((await rate(turnId, "", token)).status).toBe(200);
    const hers = await ask(message({ messageId: "f1", text: "Hello" }), CUSTOMER);
    expect((await rate(hers.turnId, CUSTOMER)).status).toBe(200);
  });

  it("is refused for another's turn, with or without a token of one's own", async () => {
    const hers = await ask(message({ messageId: "f2", text: "Hello" }), CUSTOMER);
    const mine = await ask(message({ text: "Hello" }));
    expect((await rate(hers.turnId)).status).toBe(403);
    expect((await rate(hers.turnId, "43")).status).toBe(403);
    expect((await rate(hers.turnId, "", mine.token)).status).toBe(403);
    expect((await rate(hers.turnId, "", hers.token)).status).toBe(403);
    expect((await rate(mine.turnId, "", undefined)).status).toBe(403);
    expect((await rate(crypto.randomUUID(), "", mine.token)).status).toBe(404);
  });
});

describe("/proxy/handoff", () => {
  it("keeps one request a conversation, also for one who never said a word", async () => {
    const first = await call(
      handoff.action,
      proxied("handoff", { email: "a@shopper.example", note: "call" }),
    );
    const { ticketId, conversationToken } = first.json as { ticketId: string; conversationToken: string };
    const again = await call(handoff.action, proxied("handoff", { note: "soon", conversationToken }));
    expect(again.json).toMatchObject({ ticketId });
    expect((await call(handoff.action, proxied("handoff", { email: "not one" }))).status).toBe(400);
  });

  it("is refused with another's token", async () => {
    const { token } = await openSession(CUSTOMER, { fresh: true });
    expect((await call(handoff.action, proxied("handoff", { conversationToken: token }))).status).toBe(403);
  });
});
