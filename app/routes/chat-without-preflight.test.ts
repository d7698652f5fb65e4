import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requireAssistant } from "~/composition/assistant.server";
import {
  CUSTOMER,
  call,
  direct,
  ORIGIN,
  openStorefront,
  proxied,
  readEvents,
} from "~/composition/fakes/storefront";
import type { SessionResponse, UpdatesResponse } from "~/protocol/requests";
import * as chat from "./chat";
import * as events from "./chat_.$turnId.events";
import * as stop from "./chat_.$turnId.stop";
import * as updates from "./chat_.updates";
import * as session from "./proxy.session";

let storefront: Awaited<ReturnType<typeof openStorefront>>;
beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

/** What a browser sends without asking for permission first. */
const SIMPLE = { Origin: ORIGIN, "Content-Type": "text/plain" };

const openSession = async (customerId = "") =>
  (await call(session.action, proxied("session", { fresh: true }, { customerId }))).json as SessionResponse;
const post = (route: unknown, path: string, body: object, params = {}, headers: object = SIMPLE) =>
  call(route, direct(path, body, { headers: { ...headers } }), params);
const askUpdates = (body: object, headers: object = SIMPLE) =>
  post(updates.action, "/updates", body, {}, headers);
const ask = async (conversationToken: string) => {
  const answer = await post(chat.action, "", { messageId: randomUUID(), text: "Hello", conversationToken });
  const seen = readEvents(answer.text);
  return { seen, turnId: String(seen[0]?.data.turnId) };
};

describe("without a token of one's own", () => {
  it.each([{}, { conversationToken: "x" }, { conversationToken: null }, { conversationToken: "a.b.c" }])(
    "%j gets nothing",
    async (body) => {
      const { token } = await openSession();
      const { turnId } = await ask(token);
      expect((await askUpdates(body)).status).toBe(401);
      expect((await post(stop.action, `/${turnId}/stop`, body, { turnId })).status).toBe(401);
      expect((await post(events.action, `/${turnId}/events`, body, { turnId })).status).toBe(401);
    },
  );

  it("another conversation's turn is out of reach", async () => {
    const [mine, theirs] = [await openSession(), await openSession(CUSTOMER)];
    const { turnId } = await ask(theirs.token);
    const body = { conversationToken: mine.token };
    expect((await post(stop.action, `/${turnId}/stop`, body, { turnId })).status).toBe(403);
    expect((await post(events.action, `/${turnId}/events`, body, { turnId })).status).toBe(403);
  });

  it("a visitor's token says nothing more once a customer claimed the conversation", async () => {
    const { token } = await openSession();
    await call(session.action, proxied("session", { conversationToken: token }, { customerId: CUSTOMER }));
    expect((await askUpdates({ conversationToken: token })).status).toBe(403);
  });

  it("a good token from a foreign page is refused, and the page cannot read why", async () => {
    const { token } = await openSession();
    const answer = await askUpdates(
      { conversationToken: token },
      { ...SIMPLE, Origin: "https://evil.example" },
    );
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("a page of the shop", () => {
  it("resumes a turn from an event on", async () => {
    const { token } = await openSession();
    const { seen, turnId } = await ask(token);
    const body = { conversationToken: token, lastEventId: seen[1]?.id };
    const answer = await post(events.action, `/${turnId}/events`, body, { turnId });
    expect(readEvents(answer.text)).toEqual(seen.slice(2));
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
  });

  it("stops a turn", async () => {
    const { token } = await openSession();
    const { turnId } = await ask(token);
    const answer = await post(stop.action, `/${turnId}/stop`, { conversationToken: token }, { turnId });
    expect(answer).toMatchObject({ status: 200, json: { stopping: true } });
  });

  it("reads what a person has said since", async () => {
    const { token, conversationId } = await openSession();
    await ask(token);
    const all = (await askUpdates({ conversationToken: token })).json as UpdatesResponse;
    expect(all).toMatchObject({ handedOff: false });
    expect(all.messages.map(({ role }) => role)).toEqual(["shopper", "assistant"]);

    const { conversations } = requireAssistant().turns;
    const said = { id: randomUUID(), role: "person" as const, text: "Mara here. How can I help?" };
    await conversations.addMessage(conversationId, {
      ...said,
      createdAt: new Date(),
      turnId: null,
      cards: [],
      sources: [],
    });
    const after = all.messages.at(-1)?.id;
    const news = (await askUpdates({ conversationToken: token, after })).json as UpdatesResponse;
    expect(news.messages).toMatchObject([said]);
    expect((await askUpdates({ conversationToken: token, after: said.id })).json).toMatchObject({
      messages: [],
    });
  });

  it("is told to wait when it asks without pause", async () => {
    const { token } = await openSession();
    const answers = [];
    for (let count = 0; count < 70; count += 1) answers.push(await askUpdates({ conversationToken: token }));
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(12);
  });

  it("is told to wait when it takes a turn up again without pause", async () => {
    const { token } = await openSession();
    const { turnId } = await ask(token);
    const body = { conversationToken: token };
    const statuses: number[] = [];
    for (let count = 0; count < 130; count += 1)
      statuses.push((await post(events.action, `/${turnId}/events`, body, { turnId })).status);
    expect(statuses.slice(0, 120).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(120).every((status) => status === 429)).toBe(true);
  });
});
