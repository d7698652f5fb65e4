import type { Evidence } from "../conversation/conversation";
import { phrasesFor } from "../settings/phrases";
import type { BehaviourSettings } from "../settings/settings";
import type { CustomerOrders } from "../store/order";
import { signInUrl } from "../store/sign-in-url";
import type { ShopProfile } from "../store/store-platform";
import { openWindow } from "./context-window";
import { soonOr } from "./customer-orders";
import { describeMemory } from "./memory/describe-memory";
import type { GatheredTurn, TurnTask } from "./turn";
import type { HandoffWish, TurnDependencies } from "./turn-dependencies";

/** Enough for all that is not folded into memory yet. */
const HISTORY_MESSAGES = 80;
const RECALLED_TURNS = 40;
/** Turns whose tool results may still be quoted. */
const EVIDENCE_TURNS = 8;
const NO_ORDERS: CustomerOrders = { firstName: null, tags: [], orders: [] };

type GatherDependencies = Pick<
  TurnDependencies,
  | "conversations"
  | "settings"
  | "shops"
  | "store"
  | "knowledge"
  | "customerOrders"
  | "buildSystemPrompt"
  | "allowGuestLookup"
  | "requestHandoff"
  | "now"
>;

/** Collects what a reply may rest on. The verified customer's orders are asked for first, and waited for. */
export async function gatherTurn(
  deps: GatherDependencies,
  task: TurnTask,
  signal: AbortSignal,
): Promise<GatheredTurn> {
  const { conversations, shops, store } = deps;
  const { conversation, shopper } = task;
  const { shop } = conversation;
  const orders =
    shopper.kind === "customer"
      ? deps.customerOrders.load(shop, shopper.customerId)
      : Promise.resolve(NO_ORDERS);
  const [{ settings, version }, known, messages, evidence, remembered, customer] = await Promise.all([
    deps.settings.load(shop),
    shops.findShop(shop),
    conversations.readMessages(conversation.id, HISTORY_MESSAGES),
    conversations.readEvidence(conversation.id, RECALLED_TURNS),
    conversations.readMemory(conversation.id),
    // A platform that failed or is slow is the tools' affair: they wait longer, and the reply says so if they must.
    soonOr(orders, NO_ORDERS),
  ]);
  const profile = known?.profile ?? (await store.loadProfile(shop, signal));
  const history = messages.filter(
    (message) => message.turnId !== task.turnId && message.createdAt <= task.startedAt,
  );
  const shopperTexts = [
    ...history.filter((message) => message.role === "shopper").map((message) => message.text),
    task.text,
  ];
  const window = openWindow(remembered, history, evidence, task.text);
  if (window.hasFolded && window.memory) await conversations.saveMemory(conversation.id, window.memory);
  return {
    request: {
      system: deps.buildSystemPrompt({ settings, shopName: profile.name }),
      memory: describeMemory(window.memory),
      cacheKey: `${shop}:${version}`,
      facts: buildFacts(task, profile, settings, customer.firstName, deps.now()),
    },
    messages: window.messages,
    context: {
      shop,
      profile,
      shopper,
      conversationId: conversation.id,
      turnId: task.turnId,
      settings,
      locale: localeOf(task),
      cart: task.hint.cart ?? null,
      shopperTexts,
      now: deps.now(),
      store,
      knowledge: deps.knowledge,
      orders: () => orders,
      allowGuestLookup: (orderNumber) =>
        deps.allowGuestLookup({ shop, conversationId: conversation.id, address: task.address, orderNumber }),
      requestHandoff: (reason, details) =>
        deps.requestHandoff({
          shop,
          conversationId: conversation.id,
          reason,
          ...details,
        } satisfies HandoffWish),
    },
    grounding: {
      ...groundingOptions(profile, localeOf(task), deps.now()),
      forbiddenPromises: settings.forbiddenPromises,
      nothingCertain: phrasesFor(localeOf(task), settings.languages).nothingCertain,
      shopperTexts,
    },
    formerEvidence: evidence.slice(-EVIDENCE_TURNS).flatMap((turn): Evidence[] => turn.evidence),
    phrases: phrasesFor(localeOf(task), settings.languages),
  };
}

function buildFacts(
  { hint, shopper, ...task }: TurnTask,
  profile: ShopProfile,
  behaviour: BehaviourSettings,
  firstName: string | null,
  now: Date,
): GatheredTurn["request"]["facts"] {
  return {
    now: now.toISOString(),
    locale: localeOf({ hint, ...task }),
    shopName: profile.name,
    currency: profile.currency,
    timezone: profile.timezone,
    storefrontUrl: profile.storefrontUrl,
    signInUrl: signInUrl(profile),
    signedIn: shopper.kind === "customer",
    firstName,
    page: hint.page ?? null,
    cart: hint.cart && { itemCount: hint.cart.itemCount, items: hint.cart.items },
    behaviour,
  };
}

function groundingOptions(profile: ShopProfile, locale: string, now: Date) {
  return {
    allowedHosts: [new URL(profile.storefrontUrl).host, profile.domain],
    allowedEmails: profile.contactEmail === "" ? [] : [profile.contactEmail],
    locale,
    currency: profile.currency,
    timezone: profile.timezone,
    now,
  };
}

function localeOf({ hint, conversation }: Pick<TurnTask, "hint" | "conversation">): string {
  return hint.locale ?? conversation.locale;
}
