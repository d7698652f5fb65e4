import type { Evidence, Message } from "../conversation/conversation";
import type { Handoff, HandoffNotifier, HandoffRepository } from "./handoff";
import { summarise, transcribe } from "./handoff-summary";

export interface HandoffWish {
  shop: string;
  shopName: string;
  conversationId: string;
  /** Whether Shopify vouched for who asks; told to the person who takes over. */
  isSignedIn: boolean;
  reason: string;
  email?: string;
  note?: string;
  /** Oldest first. */
  messages: readonly Message[];
  /** What the assistant looked up, oldest first. */
  evidence: readonly Evidence[];
  /** The merchant's address for handovers, else the shop's contact; empty when there is neither. */
  notifyAddress: string;
}

export interface HandoffDependencies {
  handoffs: HandoffRepository;
  /** Null where no mail server is configured: requests then show in the admin only. */
  notifier: HandoffNotifier | null;
  createId(): string;
  now(): Date;
  /** Runs the mail after the answer; it must catch and log what the task rejects with. */
  runInBackground(task: () => Promise<void>): void;
}

/**
 * Stores a request for a person and tells the merchant's people by mail, in the background. A conversation has one open
 * request at most: asking again adds email and note to it, and only news are mailed.
 */
export async function requestHandoff(
  wish: HandoffWish,
  { handoffs, notifier, createId, now, runInBackground }: HandoffDependencies,
): Promise<{ ticketId: string; isNew: boolean }> {
  const { handoff, isNew } = await handoffs.open({
    id: createId(),
    conversationId: wish.conversationId,
    shop: wish.shop,
    reason: wish.reason,
    email: wish.email ?? null,
    note: wish.note ?? null,
    summary: summarise(wish),
    createdAt: now(),
    emailedAt: null,
    resolvedAt: null,
  });
  const hasNews = isNew || wish.email !== undefined || wish.note !== undefined;
  if (notifier && wish.notifyAddress !== "" && hasNews) {
    runInBackground(async () => {
      await notifier.notify({ to: wish.notifyAddress, ...composeMail(wish, handoff, isNew) });
      await handoffs.markEmailed(handoff.id, now());
    });
  }
  return { ticketId: handoff.id, isNew };
}

/** Subject without anything that the shopper wrote; the text has it all, as plain text. */
function composeMail(wish: HandoffWish, handoff: Handoff, isNew: boolean): { subject: string; text: string } {
  const what = isNew ? "A shopper asks for a person" : "More from a shopper who asks for a person";
  const text = [
    `${what} at ${wish.shopName}.`,
    `Answer to: ${handoff.email ?? "no email left; answer in the conversation in the admin"}`,
    handoff.note && `Note: ${handoff.note}`,
    handoff.summary,
    `Request ${handoff.id}, conversation ${handoff.conversationId}`,
    `Conversation:\n${transcribe(wish.messages)}`,
  ];
  return { subject: `${what} (${wish.shopName})`, text: text.filter(Boolean).join("\n\n") };
}
