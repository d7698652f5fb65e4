import type { Card, LoggedTurnEvent, Source, TurnOutcome, Usage } from "./turn-event";

/** Who is asking, as a verified request said it. Never built from text or tool arguments. */
export type Shopper = { kind: "customer"; customerId: string } | { kind: "visitor" };

export interface Conversation {
  id: string;
  shop: string;
  /** Shopify's numeric customer id; null for a visitor. */
  customerId: string | null;
  channel: string;
  /** BCP 47, such as "en" or "pt-BR". */
  locale: string;
  status: "open" | "handed-off";
  createdAt: Date;
  activeAt: Date;
}

export type MessageRole = "shopper" | "assistant" | "person";

export interface Message {
  id: string;
  role: MessageRole;
  text: string;
  createdAt: Date;
  turnId: string | null;
  cards: Card[];
  sources: Source[];
}

export type TurnStatus = "running" | TurnOutcome;

export interface Turn {
  id: string;
  conversationId: string;
  /** The client's messageId, the key of idempotency within the conversation. */
  clientId: string;
  status: TurnStatus;
  /** Counts takeovers after a crash, from 1. */
  attempt: number;
  leaseUntil: Date | null;
  startedAt: Date;
}

/** A tool result that a reply may rest on. */
export interface Evidence {
  tool: string;
  ok: boolean;
  /** What the tool gave, as JSON. */
  data: unknown;
  /** The call as the model made it, and what it read besides `data`: so that a later turn can be shown both. */
  call?: {
    arguments: string;
    message: Record<string, unknown>;
    /** Calls that the model made at once have the same number; later ones a higher one. */
    step?: number;
  };
}

export interface TurnEvidence {
  turnId: string;
  evidence: Evidence[];
}

/** A conversation as a list shows it. */
export interface ConversationSummary {
  conversation: Conversation;
  messageCount: number;
  /** The shopper's newest words. */
  lastText: string;
}

/** What grounding took out or mended in a reply. */
export interface Correction {
  kind: string;
  said: string;
  became: string;
}

/** A limit of the shop that kept a model from being asked. */
export type Ceiling = "turn" | "shopper-day" | "day" | "month";

/** What one model took in one turn. */
export interface ModelSpending {
  model: string;
  inputTokens: number;
  /** Of `inputTokens`, those that the provider had cached. */
  cachedInputTokens: number;
  outputTokens: number;
  /** Millionths of a US dollar; 0 where the price is not known. */
  costMicros: number;
  /** Whether a ceiling kept it from being asked. */
  refused: boolean;
}

export interface TurnResult {
  outcome: TurnOutcome;
  text: string;
  cards: Card[];
  sources: Source[];
  events: LoggedTurnEvent[];
  evidence: Evidence[];
  corrections: Correction[];
  model: string;
  usage: Usage;
  spending: ModelSpending[];
  ceiling: Ceiling | null;
}

/**
 * What the older part of a conversation came to, once it no longer goes to models whole. All of it was said by somebody
 * or found by a tool: information, never instructions.
 */
export interface ConversationMemory {
  /** Messages up to this moment are in it. */
  upTo: Date;
  /** A line an exchange, oldest first. */
  summary: string[];
  /** As the shop prints them, such as "#1001". */
  orders: string[];
  products: string[];
  /** What was searched for, with sizes, colours and limits. */
  wishes: string[];
  promises: string[];
}

/** What the shopper thought of an answer. */
export interface Feedback {
  rating: "up" | "down";
  comment: string | null;
}

/** A turn that has ended, as it can be looked at later. */
export interface TurnRecord {
  turnId: string;
  outcome: TurnOutcome;
  /** The assistant's words; empty where it said none. */
  text: string;
  evidence: Evidence[];
  corrections: Correction[];
  feedback: Feedback | null;
}
