import { randomUUID } from "node:crypto";
import { z } from "zod";
import { adminDesk, toHandoffRow } from "./admin-desk.server";

const PAGE_SIZE = 25;
const TRANSCRIPT_LENGTH = 500;
const MAX_REPLY_LENGTH = 4000;

/** `before`: activeAt of the last row of the page before; the first page when it is none. */
export async function listConversations(shop: string, before: string | null, onlyDisliked: boolean) {
  const start = new Date(before ?? Number.NaN);
  const isFirstPage = Number.isNaN(start.getTime());
  const found = await adminDesk().conversations.listConversations(
    shop,
    isFirstPage ? null : start,
    PAGE_SIZE,
    onlyDisliked ? "disliked" : "all",
  );
  const last = found.length === PAGE_SIZE ? found.at(-1) : undefined;
  return {
    rows: found.map(({ conversation, messageCount, lastText }) => ({
      id: conversation.id,
      title: lastText.slice(0, 120),
      signedIn: conversation.customerId !== null,
      status: conversation.status,
      messageCount,
      activeAt: conversation.activeAt.toISOString(),
    })),
    isFirstPage,
    onlyDisliked,
    nextBefore: last?.conversation.activeAt.toISOString() ?? null,
  };
}

export async function readConversation(shop: string, id: string) {
  const { conversations, handoffs } = adminDesk();
  const conversation = await findConversation(shop, id);
  if (!conversation) return null;
  const [messages, open, turns] = await Promise.all([
    conversations.readMessages(id, TRANSCRIPT_LENGTH),
    handoffs.listOpen(shop),
    conversations.readTurns(id, TRANSCRIPT_LENGTH),
  ]);
  const feedback = new Map(turns.map((turn) => [turn.turnId, turn.feedback]));
  const handoff = open.find((candidate) => candidate.conversationId === id);
  return {
    conversation: { id, signedIn: conversation.customerId !== null },
    messages: messages.map((message) => ({
      ...message,
      createdAt: message.createdAt.toISOString(),
      feedback: (message.role === "assistant" && feedback.get(message.turnId ?? "")) || null,
    })),
    handoff: handoff ? toHandoffRow(handoff) : null,
  };
}

/** Stores a person's words; "failed" where the conversation is not this shop's or there is nothing to say. */
export async function replyAsPerson(shop: string, conversationId: string, text: string) {
  const words = text.trim().slice(0, MAX_REPLY_LENGTH);
  if (words === "" || !(await findConversation(shop, conversationId))) return { status: "failed" as const };
  const at = new Date();
  await adminDesk().conversations.addMessage(conversationId, {
    id: randomUUID(),
    role: "person",
    text: words,
    createdAt: at,
    turnId: null,
    cards: [],
    sources: [],
  });
  return { status: "sent" as const, at: at.toISOString() };
}

/** Settles a request for a person; the assistant answers that conversation alone again. */
export async function resolveHandoff(shop: string, conversationId: string, handoffId: string) {
  const { handoffs, conversations } = adminDesk();
  if (!isId(handoffId) || !(await findConversation(shop, conversationId))) {
    return { status: "failed" as const };
  }
  await handoffs.resolve(shop, handoffId, new Date());
  await conversations.setStatus(shop, conversationId, "open");
  return { status: "settled" as const };
}

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Null for what is no id at all, too: it comes from the address. */
async function findConversation(shop: string, id: string) {
  return isId(id) ? adminDesk().conversations.findConversation(shop, id) : null;
}
