import type { Evidence } from "../conversation/conversation";
import type { ConversationRepository } from "../conversation/conversation-repository";
import type { Card, TurnOutcome } from "../conversation/turn-event";
import type { TurnLog } from "../conversation/turn-log";
import type { KnowledgeIndex } from "../knowledge/knowledge-index";
import type { BehaviourSettings } from "../settings/settings";
import type { SettingsRepository } from "../settings/settings-repository";
import type { ShopRepository } from "../store/shop-repository";
import type { StorePlatform } from "../store/store-platform";
import type { Budgets } from "./budget/turn-budget";
import type { ReplyDependencies } from "./compose-reply";
import type { CustomerOrderCache } from "./customer-orders";
import type { LanguageModel } from "./language-model";
import type { TurnGate } from "./turn-gate";

/** A shopper's wish to speak with a person, by a tool call or by the form. */
export interface HandoffWish {
  shop: string;
  conversationId: string;
  reason: string;
  email?: string;
  note?: string;
  /** The answer that is being given and not stored yet. */
  underWay?: { text: string; cards: Card[]; evidence: readonly Evidence[] };
}

/** All that answering needs. Nothing in it is about one shop or one turn. */
export interface TurnDependencies extends Omit<ReplyDependencies, "models" | "onModelFailure"> {
  /** The models that answer for a shop, in the order in which they are asked; never rejects, and the last is the built-in one. */
  modelsOf(shop: string): Promise<readonly LanguageModel[]>;
  conversations: ConversationRepository;
  settings: SettingsRepository;
  shops: ShopRepository;
  turnLog: TurnLog;
  store: StorePlatform;
  knowledge: KnowledgeIndex;
  customerOrders: CustomerOrderCache;
  gate: TurnGate;
  budgets: Budgets;
  /** The stable part of the prompt. */
  buildSystemPrompt(input: { settings: BehaviourSettings; shopName: string }): string;
  /** Counts a guest's look-up; false when it is one too many. */
  allowGuestLookup(lookup: {
    shop: string;
    conversationId: string;
    address: string;
    orderNumber: string;
  }): Promise<boolean>;
  requestHandoff(wish: HandoffWish): Promise<{ ticketId: string; isNew: boolean }>;
  /** This process, as the holder of leases. */
  owner: string;
  createId(): string;
  now(): Date;
  onTurnEnd(turn: { outcome: TurnOutcome; model: string; milliseconds: number }): void;
  /** Told about what went wrong while a turn went on: ids and the error, never what was said. */
  onProblem(problem: { turnId: string; step: string; error: unknown }): void;
}
