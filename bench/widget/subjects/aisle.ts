import { randomUUID } from "node:crypto";
import type { SessionResponse } from "../../../app/protocol/requests";
import { type Exchange, historyMessages, type Prepared } from "../subject";

/** Our own chat: its markup is what the simulated store prints, its scripts are what the source gives now. */
export function prepareAisle(embedded: string, assets: Map<string, Uint8Array>): Prepared {
  return {
    body: embedded,
    files: Object.fromEntries([...assets].map(([name, bytes]) => [name, Buffer.from(bytes)])),
    launcher: ["aisle-chat", "#launcher"],
    field: ["aisle-chat", "#field"],
    root: ["aisle-chat"],
    history: { scroller: ["aisle-chat", "#log"] },
    answer,
  };
}

const SESSION: Omit<SessionResponse, "streamUrl" | "storefrontUrl" | "messages"> = {
  token: "token",
  expiresInSeconds: 900,
  conversationId: "conversation",
  shopper: { signedIn: false },
  name: "Assistant",
  greeting: "Hello! How can I help you today?",
  suggestions: ["Where is my order?", "What is your return policy?"],
  flows: [],
  handedOff: false,
};

function answer({ path, request, body, hasHistory, stream, json }: Exchange): void {
  const origin = `http://${request.headers.host}`;
  if (path === "session") {
    json({
      ...SESSION,
      streamUrl: `${origin}/api/aisle/chat`,
      storefrontUrl: origin,
      messages: hasHistory ? history() : [],
    });
    return;
  }
  if (path !== "chat") {
    json({ messages: [], handedOff: false });
    return;
  }
  const turnId = randomUUID();
  let sent = 0;
  const event = (name: string, data: object): string =>
    `id: 1.${++sent}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const { messageId } = JSON.parse(body) as { messageId: string };
  const end = { turnId, outcome: "answered", model: "scripted", usage: { inputTokens: 0, outputTokens: 0 } };
  stream(
    (text) => event("text-delta", { text }),
    event("turn-start", { turnId, messageId }),
    `id: 1.9999\nevent: turn-end\ndata: ${JSON.stringify(end)}\n\n`,
  );
}

function history(): SessionResponse["messages"] {
  return historyMessages().map(({ role, text }, at) => ({
    id: `message-${at}`,
    role: role === "user" ? "shopper" : "assistant",
    text,
    createdAt: new Date(Date.UTC(2026, 10, 1) + at * 60_000).toISOString(),
    turnId: role === "user" ? null : `turn-${at}`,
    cards: [],
    sources: [],
  }));
}
