import { randomUUID } from "node:crypto";
import { createRateLimits } from "~/adapters/limits/rate-limits";
import { createConversationRepository } from "~/adapters/persistence/postgres/conversation-repository";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createHandoffRepository } from "~/adapters/persistence/postgres/handoff-repository";
import { createLedger } from "~/adapters/persistence/postgres/ledger";
import { createSettingsRepository } from "~/adapters/persistence/postgres/settings-repository";
import { createShopRepository } from "~/adapters/persistence/postgres/shop-repository";
import { createMemoryTurnLog } from "~/adapters/streams/memory/turn-log";
import { createRedisTurnLog } from "~/adapters/streams/redis/turn-log";
import { createBudgets } from "~/core/assistant/budget/turn-budget";
import { createCustomerOrderCache } from "~/core/assistant/customer-orders";
import { createGrounding } from "~/core/assistant/grounding/create-grounding";
import { previewAnswer as composePreview } from "~/core/assistant/preview-answer";
import { buildSystemPrompt } from "~/core/assistant/prompt";
import type { TurnDependencies } from "~/core/assistant/turn-dependencies";
import { createTurnGate } from "~/core/assistant/turn-gate";
import { limitsForDeadline } from "~/core/assistant/turn-limits";
import type { BehaviourSettings } from "~/core/settings/settings";
import { createTools } from "~/core/tools/tools";
import { requireSql } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { createConversationTokens } from "~/lib/conversation-token";
import { createLogger } from "~/lib/logger";
import { requireCounter, requireHistogram } from "~/lib/metrics";
import { singleton } from "~/lib/singleton";
import { findRedis } from "~/redis.server";
import { handOver } from "./handovers.server";
import { requireKnowledge } from "./knowledge.server";
import { requireModels } from "./models.server";
import { shopCaches } from "./shop-caches.server";
import { requireShopifyParts } from "./shopify.server";

const TEN_MINUTES = 600;
const HOUR = 3600;
/** A panel asks every five seconds at most; several tabs may. */
const UPDATES_A_MINUTE = 60;
/** A panel takes a torn stream up again every second at most; several tabs may. */
const RESUMES_A_MINUTE = 120;
/** Mails in ten minutes about one conversation, and to one shop: whoever floods an inbox is no longer heard there. */
const HANDOFF_MAILS = 5;
const HANDOFF_MAILS_OF_A_SHOP = 60;
const log = createLogger("assistant");

/** Everything that answers shoppers, made once a process. */
export const requireAssistant = () => singleton("assistant", createAssistant);

function createAssistant() {
  const environment = requireEnvironment();
  const database = createDatabase(requireSql());
  const redis = findRedis();
  const store = requireShopifyParts().platform;
  const { modelsOf, health } = requireModels();
  const limits = createRateLimits(
    {
      conversation: { points: environment.RATE_LIMIT_CONVERSATION, seconds: 60 },
      customer: { points: environment.RATE_LIMIT_CUSTOMER, seconds: 60 },
      address: { points: environment.RATE_LIMIT_ADDRESS, seconds: 60 },
      "guest-conversation": { points: environment.GUEST_LIMIT_CONVERSATION, seconds: TEN_MINUTES },
      "guest-order": { points: environment.GUEST_LIMIT_ORDER, seconds: HOUR },
      updates: { points: UPDATES_A_MINUTE, seconds: 60 },
      resume: { points: RESUMES_A_MINUTE, seconds: 60 },
      handoff: { points: environment.HANDOFF_LIMIT_CONVERSATION, seconds: TEN_MINUTES },
      "handoff-mail": { points: HANDOFF_MAILS, seconds: TEN_MINUTES },
      "handoff-mail-shop": { points: HANDOFF_MAILS_OF_A_SHOP, seconds: TEN_MINUTES },
      "guest-address": { points: environment.GUEST_LIMIT_ADDRESS, seconds: HOUR },
    },
    redis,
  );
  const { index: knowledge } = requireKnowledge();
  const customerOrders = createCustomerOrderCache(store);
  shopCaches().set("customer-orders", customerOrders);

  const handoffs = createHandoffRepository(database);
  const allowMail = async (shop: string, conversationId: string) =>
    (await limits.take("handoff-mail", conversationId)) === null &&
    (await limits.take("handoff-mail-shop", shop)) === null;
  const turns: TurnDependencies = {
    conversations: createConversationRepository(database),
    settings: createSettingsRepository(database),
    shops: createShopRepository(database),
    turnLog: redis ? createRedisTurnLog(redis) : createMemoryTurnLog(),
    store,
    knowledge,
    customerOrders,
    gate: createTurnGate(),
    budgets: createBudgets(createLedger(database), () => new Date()),
    modelsOf,
    health,
    tools: createTools(),
    createGrounding,
    buildSystemPrompt,
    limits: limitsForDeadline(environment.MODEL_DEADLINE_MS, environment.MODEL_FIRST_TOKEN_MS),
    elapsed: () => performance.now(),
    allowGuestLookup: async ({ shop, conversationId, address, orderNumber }) => {
      const order = orderNumber.replace(/\D/g, "") || orderNumber;
      const waits = [
        await limits.take("guest-conversation", conversationId),
        await limits.take("guest-order", `${shop} ${order}`),
        address === "" ? null : await limits.take("guest-address", address),
      ];
      return waits.every((wait) => wait === null);
    },
    requestHandoff: (wish) => handOver({ ...turns, handoffs, allowMail }, wish),
    owner: randomUUID(),
    createId: randomUUID,
    now: () => new Date(),
    onTurnEnd: countTurn,
    onProblem: ({ turnId, step, error }) => log.warn({ turnId, step, error }, "A step of a turn failed"),
  };
  return { turns, limits, tokens: createConversationTokens(environment.SHOPIFY_API_SECRET) };
}

/** What a visitor would be answered under settings that are not saved yet. */
export function previewAnswer(
  shop: string,
  settings: BehaviourSettings,
  question: string,
  signal: AbortSignal,
): Promise<string> {
  return composePreview(requireAssistant().turns, shop, settings, question, signal);
}

function countTurn({ outcome, model, milliseconds }: Parameters<TurnDependencies["onTurnEnd"]>[0]): void {
  requireCounter("aisle_turns_total", "Turns by outcome and model", ["outcome", "model"]).inc({
    outcome,
    model,
  });
  requireHistogram("aisle_turn_seconds", "Time from message to closing event", ["model"]).observe(
    { model },
    milliseconds / 1000,
  );
}
