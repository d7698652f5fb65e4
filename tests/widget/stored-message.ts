import type { SessionMessage } from "~/protocol/requests";

/** A message as a session tells it: the shopper's, unless it is said otherwise. */
export function storedMessage(message: Partial<SessionMessage>): SessionMessage {
  const base = { id: "1", createdAt: "2026-11-20T10:00:00.000Z", turnId: null, cards: [], sources: [] };
  return { ...base, role: "shopper", text: "", ...message };
}
