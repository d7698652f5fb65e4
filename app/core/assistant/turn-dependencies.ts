import type { ConversationRepository } from "../conversation/conversation-repository";
import type { TurnOutcome } from "../conversation/turn-event";
import type { TurnLog } from "../conversation/turn-log";
import type { KnowledgeIndex } from "../knowledge/knowledge-index";
import type { BehaviourSettings } from "../settings/settings";
import type { SettingsRepository } from "../settings/settings-repository";
import type { ShopRepository } from "../store/shop-repository";
import type { StorePlatform } from "../store/store-platform";
import type { ReplyDependencies } from "./compose-reply";
import type { CustomerOrderCache } from "./customer-orders";
import type { TurnGate } from "./turn-gate";

/** A shopper's wish to speak with a person, by a tool call or by the form. */
export interface HandoffWish {
  shop: string;
  conversationId: string;
  reason: string;
  email?: string;
  note?: string;
}

/** All that answering needs. Nothing in it is about one shop or one turn. */
export interface TurnDependencies extends Omit<ReplyDependencies, "onModelFailure"> {
  conversations: ConversationRepository;
  settings: SettingsRepository;
  shops: ShopRepository;
  turnLog: TurnLog;
  store: StorePlatform;
  knowledge: KnowledgeIndex;
  customerOrders: CustomerOrderCache;
  gate: TurnGate;
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
