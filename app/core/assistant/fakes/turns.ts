import { randomUUID } from "node:crypto";
import { createMemoryTurnLog } from "~/adapters/streams/memory/turn-log";
import type { Conversation, Shopper } from "../../conversation/conversation";
import { createMemoryConversations } from "../../conversation/fakes/memory-conversations";
import type { LoggedTurnEvent } from "../../conversation/turn-event";
import { plainKnowledge } from "../../knowledge/fixtures/plain-knowledge";
import { type BehaviourSettings, DEFAULT_SETTINGS } from "../../settings/settings";
import { createInMemoryStore, sampleProfile } from "../../store/fixtures/in-memory-store";
import { createTools } from "../../tools/tools";
import { answerShopper } from "../answer-shopper";
import { EMPTY_BUDGET } from "../budget/turn-budget";
import { createCustomerOrderCache } from "../customer-orders";
import type { LanguageModel } from "../language-model";
import { createModelHealth } from "../model-health";
import type { HandoffWish, TurnDependencies } from "../turn-dependencies";
import { createTurnGate } from "../turn-gate";
import { DEFAULT_LIMITS } from "../turn-limits";

export const SHOP = sampleProfile.domain;

/** Dependencies that keep everything in memory. Text passes ungrounded unless a test brings its own grounding. */
export function createFakeTurns(
  models: LanguageModel[],
  changes: Partial<TurnDependencies> & { behaviour?: Partial<BehaviourSettings> } = {},
): TurnDependencies & { problems: { step: string; error: unknown }[]; wishes: HandoffWish[] } {
  const problems: { step: string; error: unknown }[] = [];
  const wishes: HandoffWish[] = [];
  const store = changes.store ?? createInMemoryStore({});
  const settings = { ...DEFAULT_SETTINGS, ...changes.behaviour };
  return {
    problems,
    wishes,
    modelsOf: async () => models,
    health: createModelHealth(),
    tools: createTools(),
    createGrounding: () => ({ push: (text) => [text], flush: () => [], corrections: [] }),
    limits: DEFAULT_LIMITS,
    elapsed: () => performance.now(),
    conversations: createMemoryConversations(),
    settings: {
      load: async () => ({ version: 1, settings }),
      save: async () => ({ status: "stale", version: 1 }),
    },
    shops: {
      findShop: async () => ({ installedAt: new Date(0), profile: sampleProfile, profileAt: new Date() }),
      ensureShop: async () => ({ installedAt: new Date(0) }),
      saveProfile: async () => {},
      isStorefrontOrigin: async () => true,
      removeShop: async () => true,
    },
    turnLog: createMemoryTurnLog(),
    store,
    knowledge: plainKnowledge(),
    customerOrders: createCustomerOrderCache(store),
    gate: createTurnGate(),
    budgets: { openTurn: () => EMPTY_BUDGET },
    buildSystemPrompt: ({ shopName }) => `You work for ${shopName}.`,
    allowGuestLookup: async () => true,
    requestHandoff: async (wish) => {
      wishes.push(wish);
      return { ticketId: "ticket-1", isNew: true };
    },
    owner: "test",
    createId: randomUUID,
    now: () => new Date(),
    onTurnEnd: () => {},
    onProblem: (problem) => void problems.push(problem),
    ...changes,
  };
}

export async function openConversation(
  deps: Pick<TurnDependencies, "conversations">,
  shopper: Shopper = { kind: "visitor" },
): Promise<Conversation> {
  const conversation: Conversation = {
    id: randomUUID(),
    shop: SHOP,
    customerId: shopper.kind === "customer" ? shopper.customerId : null,
    channel: "storefront",
    locale: "en",
    status: "open",
    createdAt: new Date(),
    activeAt: new Date(),
  };
  await deps.conversations.createConversation(conversation);
  return conversation;
}

export async function collect(events: AsyncIterable<LoggedTurnEvent>): Promise<LoggedTurnEvent[]> {
  const all: LoggedTurnEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** The text that a shopper sees after these events. */
export function textOf(events: readonly LoggedTurnEvent[]): string {
  return events.reduce((text, event) => {
    if (event.event === "reset") return "";
    return event.event === "text-delta" ? text + event.data.text : text;
  }, "");
}

/** One question; a visitor in a new conversation says hello unless the test says otherwise. */
interface Asking {
  text?: string;
  messageId?: string;
  shopper?: Shopper;
  conversation?: Conversation;
  signal?: AbortSignal;
  locale?: string;
}

export async function begin(deps: TurnDependencies, asking: Asking = {}) {
  const {
    text = "hello",
    messageId = "m1",
    shopper = { kind: "visitor" },
    signal = new AbortController().signal,
    locale,
  } = asking;
  const conversation = asking.conversation ?? (await openConversation(deps, shopper));
  const hint = locale ? { locale } : {};
  const message = { conversation, shopper, messageId, text, hint, address: "203.0.113.7" };
  return { conversation, shopper, answer: await answerShopper(deps, message, signal) };
}

export async function ask(deps: TurnDependencies, asking: Asking = {}) {
  const { answer, conversation } = await begin(deps, asking);
  if (answer.status !== "answering") throw new Error(answer.status);
  const events = await collect(answer.events);
  const stored = await deps.conversations.readMessages(conversation.id, 100);
  return { events, stored, conversation, turnId: answer.turnId, kinds: events.map((event) => event.event) };
}
