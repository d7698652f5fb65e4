import type {
  Conversation,
  ConversationMemory,
  ConversationSummary,
  Message,
  Turn,
  TurnEvidence,
  TurnRecord,
  TurnResult,
} from "./conversation";
import type { LoggedTurnEvent } from "./turn-event";

/**
 * Where conversations live. Every call is scoped to a shop: a conversation of another shop is as good as absent.
 * Implementations are durable when a call resolves, throw only when the store is broken, and keep dates to the millisecond.
 * A shop can be uninstalled, and a conversation erased, between any two calls: what would add to one that is gone throws
 * AppError with status 404, and what would change it changes nothing.
 */
export interface ConversationRepository {
  createConversation(conversation: Conversation): Promise<void>;
  findConversation(shop: string, id: string): Promise<Conversation | null>;
  /** The customer's conversation with the newest activity that is not older than `since`. */
  findLatestOfCustomer(shop: string, customerId: string, since: Date): Promise<Conversation | null>;
  /** Binds a visitor's conversation to the customer who signed in; false when it already belongs to another. */
  claimForCustomer(shop: string, id: string, customerId: string): Promise<boolean>;

  /**
   * Stores the shopper's message and opens its turn in one step, holding its lease until `leaseUntil`.
   * Idempotent on (conversation, clientId):
   * - "created": both are new, and the caller holds the lease;
   * - "exists": the same message came before; `turn` says how far it got;
   * - "conflict": the clientId is taken by a message with another text; nothing was stored;
   * - "busy": `maxRunning` turns of the conversation are being answered already; nothing was stored.
   */
  beginTurn(input: {
    conversationId: string;
    turnId: string;
    messageId: string;
    clientId: string;
    text: string;
    at: Date;
    leaseOwner: string;
    leaseUntil: Date;
    maxRunning: number;
  }): Promise<{ status: "created" | "exists"; turn: Turn } | { status: "conflict" } | { status: "busy" }>;

  /** Takes a running turn whose lease ran out before `at`; null when somebody holds it or it has ended. */
  takeOverTurn(turnId: string, leaseOwner: string, at: Date, leaseUntil: Date): Promise<Turn | null>;
  /** Prolongs the lease and keeps the events so far; false when the lease was lost, and the caller must stop writing. */
  checkpointTurn(
    turnId: string,
    leaseOwner: string,
    leaseUntil: Date,
    events: LoggedTurnEvent[],
  ): Promise<boolean>;
  /**
   * Ends the turn and stores the assistant's message (none when its text and cards are empty). A turn that handed over
   * leaves its conversation handed over. False when the lease was lost.
   */
  endTurn(
    turnId: string,
    leaseOwner: string,
    messageId: string,
    result: TurnResult,
    at: Date,
  ): Promise<boolean>;

  findTurn(
    shop: string,
    turnId: string,
  ): Promise<{ turn: Turn; conversation: Conversation; shopperText: string } | null>;
  /** The newest turn of the conversation that is still being answered. */
  findRunningTurn(conversationId: string): Promise<Turn | null>;
  /** The stored event log of a turn, oldest first. */
  readEvents(turnId: string): Promise<LoggedTurnEvent[]>;

  /** The newest `limit` messages, oldest first. */
  readMessages(conversationId: string, limit: number): Promise<Message[]>;
  /** Adds a message outside of a turn, such as a person's reply; it counts as activity. */
  addMessage(conversationId: string, message: Message): Promise<void>;
  /** The newest `limit` ended turns, oldest first. */
  readTurns(conversationId: string, limit: number): Promise<TurnRecord[]>;
  /** What the newest `turns` ended turns that called tools rested on, oldest first. */
  readEvidence(conversationId: string, turns: number): Promise<TurnEvidence[]>;

  /** What the older part of the conversation came to; null as long as it is sent whole. */
  readMemory(conversationId: string): Promise<ConversationMemory | null>;
  saveMemory(conversationId: string, memory: ConversationMemory): Promise<void>;

  setStatus(shop: string, id: string, status: Conversation["status"]): Promise<void>;
  /**
   * A shop's conversations that have messages, newest activity first; at most `limit` of those active before `before`.
   * With "disliked" only those with a thumb down.
   */
  listConversations(
    shop: string,
    before: Date | null,
    limit: number,
    which?: "all" | "disliked",
  ): Promise<ConversationSummary[]>;

  /** A second opinion replaces the first. */
  recordFeedback(turnId: string, rating: "up" | "down", comment: string | null, at: Date): Promise<void>;
}
