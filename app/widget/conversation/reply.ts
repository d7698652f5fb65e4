import type { Card, Source, TurnEvent, TurnOutcome } from "~/protocol/events";

/** A reply as far as it has come. */
export interface Reply {
  turnId: string | null;
  /** How it ended; null while it is being written. */
  outcome: TurnOutcome | null;
  /** What the assistant is doing, in words; null when it is writing. */
  status: string | null;
  text: string;
  cards: Card[];
  sources: Source[];
  suggestions: string[];
  ticketId: string | null;
  /** The server's own words about why it failed. */
  failure: { message: string; retryAfterSeconds?: number } | null;
}

export function createReply(known: Partial<Reply> = {}): Reply {
  return {
    turnId: null,
    outcome: null,
    status: null,
    text: "",
    cards: [],
    sources: [],
    suggestions: [],
    ticketId: null,
    failure: null,
    ...known,
  };
}

/** Carries an event of the reply's turn into it. */
export function applyEvent(reply: Reply, event: TurnEvent): void {
  switch (event.event) {
    case "turn-start":
      reply.turnId = event.data.turnId;
      break;
    case "status":
      reply.status = event.data.label;
      break;
    case "text-delta":
      reply.status = null;
      reply.text += event.data.text;
      break;
    case "card":
      reply.cards.push(event.data);
      break;
    case "source":
      reply.sources.push(event.data);
      break;
    case "suggestions":
      reply.suggestions = event.data.items;
      break;
    case "handoff":
      reply.ticketId = event.data.ticketId;
      break;
    case "reset":
      // A turn that begins anew shows everything again; otherwise cards and sources stay.
      if (event.data.reason === "restarted") Object.assign(reply, createReply({ turnId: reply.turnId }));
      else reply.text = "";
      break;
    case "turn-end":
      reply.turnId = event.data.turnId;
      reply.outcome = event.data.outcome;
      break;
    case "error":
      reply.outcome = "failed";
      reply.failure = event.data;
      break;
  }
}
