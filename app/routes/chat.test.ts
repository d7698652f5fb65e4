import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { requireAssistant } from "~/composition/assistant.server";
import {
  CUSTOMER,
  call,
  direct,
  ORIGIN,
  OTHER_SHOP,
  openStorefront,
  proxied,
  readEvents,
  shownText,
} from "~/composition/fakes/storefront";
import { createScriptedModel } from "~/core/assistant/fakes/scripted-model";
import type { SessionResponse } from "~/protocol/requests";
import * as chat from "./chat";
import * as elsewhere from "./chat_.$";
import * as events from "./chat_.$turnId.events";
import * as stop from "./chat_.$turnId.stop";
import * as session from "./proxy.session";

let storefront: Awaited<ReturnType<typeof openStorefront>>;
beforeAll(async () => {
  storefront = await openStorefront();
});
afterAll(() => storefront.close());

const message = (changes: object = {}) => ({ messageId: "m1", text: "Hello", ...changes });
const openSession = async (customerId = "", shop?: string) => {
  const request = proxied("session", { fresh: true }, { customerId, shop });
  return (await call(session.action, request)).json as SessionResponse;
};
const bearer = (token: string, more: Record<string, string> = {}) => ({
  Authorization: `Bearer ${token}`,
  ...more,
});
const post = (body: unknown, headers: Record<string, string> = {}) =>
  call(chat.action, direct("", body, { headers }));
const resume = (turnId: string, headers: Record<string, string>, query = "") =>
  call(events.loader, direct(`/${encodeURIComponent(turnId)}/events${query}`, undefined, { headers }), {
    turnId,
  });
const requestStop = (turnId: string, headers: Record<string, string>) =>
  call(stop.action, direct(`/${encodeURIComponent(turnId)}/stop`, "", { headers }), { turnId });
const ask = async (token: string, changes: object = {}) => {
  const answer = await post(message(changes), bearer(token));
  const seen = readEvents(answer.text);
  return { ...answer, seen, turnId: String(seen[0]?.data.turnId) };
};

describe("a message straight from the browser is refused", () => {
  it.each(["", "x", "Bearer", "Bearer x.y.z", "Basic abc", "bearer  "])(
    "with the authorization %j",
    async (Authorization) => {
      expect(await post(message(), { Authorization })).toMatchObject({
        status: 401,
        json: { error: { code: "token-unusable" } },
      });
    },
  );

  it("without a token anywhere, and with one that expired", async () => {
    expect((await post(message())).status).toBe(401);
    const { token } = await openSession();
    vi.setSystemTime(Date.now() + 16 * 60_000);
    const answer = await post(message(), bearer(token));
    vi.useRealTimers();
    expect(answer.status).toBe(401);
  });

  it("with a good token in the body and a bad one in the header", async () => {
    const { token } = await openSession();
    expect((await post(message({ conversationToken: token }), bearer("bad"))).status).toBe(401);
  });

  it.each([
    "https://evil.example",
    "null",
    "http://fernway.example",
    "https://fernway.example.evil.example",
    "https://sub.fernway.example",
    "",
  ])("from a page at %j, which cannot read the answer either", async (Origin) => {
    const { token } = await openSession();
    const answer = await post(message(), bearer(token, { Origin }));
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("from another shop's page, which may read why", async () => {
    const { token } = await openSession();
    const answer = await post(message(), bearer(token, { Origin: "https://other.example" }));
    expect(answer.status).toBe(403);
    const foreign = await openSession("", OTHER_SHOP);
    expect((await post(message(), bearer(foreign.token, { Origin: ORIGIN }))).status).toBe(403);
  });

  it("with a visitor's token, once a customer claimed the conversation", async () => {
    const { token } = await openSession();
    await call(session.action, proxied("session", { conversationToken: token }, { customerId: CUSTOMER }));
    expect((await post(message(), bearer(token))).status).toBe(403);
  });

  it("when it is malformed, too long, or by another method", async () => {
    const { token } = await openSession();
    expect((await post("{", bearer(token))).status).toBe(400);
    expect((await post(message({ text: "x".repeat(9000) }), bearer(token))).status).toBe(413);
    expect((await call(chat.loader, direct("", undefined, { headers: bearer(token) }))).status).toBe(405);
    expect((await call(elsewhere.loader, direct("/a/b/c"))).status).toBe(404);
  });
});

describe("a page of the shop", () => {
  it("may ask for permission first, and no other page may", async () => {
    const preflight = (Origin: string) =>
      call(
        chat.loader,
        direct("", undefined, {
          method: "OPTIONS",
          headers: { Origin, "Access-Control-Request-Method": "POST" },
        }),
      );
    const allowed = await preflight(ORIGIN);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(allowed.headers.get("Access-Control-Allow-Headers")).toMatch(/Authorization.*Last-Event-ID/);
    const refused = await preflight("https://evil.example");
    expect(refused.status).toBe(403);
    expect(refused.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("reads the stream, and errors too, as plain text without a preflight", async () => {
    const { token } = await openSession();
    const headers = { Origin: ORIGIN, "Content-Type": "text/plain" };
    const answer = await post(message({ conversationToken: token }), headers);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(answer.headers.get("Vary")).toContain("Origin");
    expect(readEvents(answer.text).at(-1)?.event).toBe("turn-end");
    const failed = await post(message({ conversationToken: "x" }), headers);
    expect(failed.status).toBe(401);
    expect(failed.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
  });
});

describe("a turn", () => {
  it("is read again from every event on", async () => {
    const { token } = await openSession();
    const { seen, turnId } = await ask(token);
    expect(shownText(seen)).not.toBe("");
    for (const [index, event] of seen.entries()) {
      const byHeader = await resume(turnId, bearer(token, { "Last-Event-ID": event.id }));
      expect(readEvents(byHeader.text)).toEqual(seen.slice(index + 1));
      const byQuery = await resume(turnId, bearer(token), `?lastEventId=${event.id}`);
      expect(readEvents(byQuery.text)).toEqual(seen.slice(index + 1));
    }
    expect(readEvents((await resume(turnId, bearer(token))).text)).toEqual(seen);
  });

  it("is read from the database by a process that never knew it", async () => {
    const { token } = await openSession();
    const { seen, turnId } = await ask(token);
    const { turns } = requireAssistant();
    const follow = turns.turnLog.follow;
    turns.turnLog.follow = async () => null;
    const last = seen[1]?.id ?? "";
    const again = await resume(turnId, bearer(token, { "Last-Event-ID": last }));
    turns.turnLog.follow = follow;
    expect(readEvents(again.text)).toEqual(seen.slice(2));
  });

  it.each(["x", "0.0", "1.999999", "\u00e9", "9.1", "-1", "1.1; DROP"])(
    "starts over for the unknown last event %j",
    async (id) => {
      const { token } = await openSession();
      const { seen, turnId } = await ask(token);
      const answer = await resume(turnId, bearer(token), `?lastEventId=${encodeURIComponent(id)}`);
      expect(readEvents(answer.text)).toEqual(seen);
    },
  );

  it("of another conversation is out of reach, and so is one that is not", async () => {
    const [mine, theirs] = [await openSession(), await openSession(CUSTOMER)];
    const { turnId } = await ask(theirs.token);
    for (const reach of [resume, requestStop]) {
      expect((await reach(turnId, bearer(mine.token))).status).toBe(403);
      expect((await reach(turnId, {})).status).toBe(401);
      for (const id of [crypto.randomUUID(), "x", "..", "%00", "'"])
        expect((await reach(id, bearer(mine.token))).status).toBe(404);
    }
  });

  it("stops within moments, and keeps the text so far", async () => {
    const { turns } = requireAssistant();
    const { modelsOf } = turns;
    const scripted = createScriptedModel("slow", [
      "What was said is kept. And what",
      { wait: 20_000 },
      " never was is not.",
    ]);
    Object.assign(turns, { modelsOf: async (shop: string) => [scripted, ...(await modelsOf(shop))] });
    const { token } = await openSession();
    const context = { clientAddress: "203.0.113.7", requestId: "r" };
    const request = direct("", message(), { headers: bearer(token) });
    const response = await chat.action({ request, params: {}, context });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    let stoppedAt = 0;
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      text += part.value;
      if (stoppedAt === 0 && text.includes("is kept")) {
        stoppedAt = performance.now();
        const turnId = String(readEvents(text)[0]?.data.turnId);
        expect((await requestStop(turnId, bearer(token))).status).toBe(200);
      }
    }
    Object.assign(turns, { modelsOf });
    expect(performance.now() - stoppedAt).toBeLessThan(500);
    expect(readEvents(text).at(-1)).toMatchObject({
      event: "turn-end",
      data: { outcome: "stopped", model: "slow" },
    });
    const opened = (await call(session.action, proxied("session", { conversationToken: token })))
      .json as SessionResponse;
    expect(opened.messages.at(-1)).toMatchObject({
      role: "assistant",
      text: expect.stringMatching(/^What was said is kept\./),
    });
  });
});
