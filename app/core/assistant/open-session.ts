import type { Conversation, Message, Shopper } from "../conversation/conversation";
import { type Arrival, openConversation, reachConversation } from "../conversation/reach-conversation";
import type { Flow } from "../settings/flow";
import { greet } from "../settings/greeting";
import { offeredFlows } from "../settings/offered-flows";
import { phrasesFor } from "../settings/phrases";
import type { BehaviourSettings } from "../settings/settings";
import type { ShopProfile } from "../store/store-platform";
import type { TurnDependencies } from "./turn-dependencies";

/** As many messages as a shopper finds when she comes back. */
export const SHOWN_MESSAGES = 50;
/** The first name is worth no longer a wait than this; milliseconds. */
const NAME_WAIT_MS = 300;

export interface OpenSession {
  conversation: Conversation;
  messages: Message[];
  runningTurnId: string | null;
  firstName: string | null;
  name: string;
  greeting: string;
  suggestions: string[];
  flows: Flow[];
}

type SessionDependencies = Pick<
  TurnDependencies,
  "conversations" | "settings" | "customerOrders" | "createId" | "now"
>;

/**
 * What a shopper finds when she opens the panel. A token that is not hers counts as none, and with it the conversation is a
 * new one. Her orders are asked for ahead, since she may ask about them next.
 */
export async function openSession(
  deps: SessionDependencies,
  arrival: Arrival & { fresh: boolean; profile: ShopProfile },
): Promise<OpenSession> {
  const { shop, shopper, locale, profile } = arrival;
  const firstName = findFirstName(deps, shop, shopper);
  const reached = arrival.fresh ? null : await reachConversation(deps, arrival);
  const conversation = reached ?? (await openConversation(deps, arrival));
  const [{ settings }, messages, running, name] = await Promise.all([
    deps.settings.load(shop),
    reached ? deps.conversations.readMessages(conversation.id, SHOWN_MESSAGES) : [],
    reached ? deps.conversations.findRunningTurn(conversation.id) : null,
    firstName,
  ]);
  return {
    conversation,
    messages,
    runningTurnId: running?.id ?? null,
    firstName: name,
    name: settings.name,
    greeting: greet(settings, locale, profile.name),
    suggestions: suggestFirst(settings, locale),
    flows: offeredFlows(settings, locale),
  };
}

async function findFirstName(
  { customerOrders }: SessionDependencies,
  shop: string,
  shopper: Shopper,
): Promise<string | null> {
  if (shopper.kind !== "customer") return null;
  // A platform that fails or lingers costs the name only.
  const loaded = customerOrders.load(shop, shopper.customerId).then(
    ({ firstName }) => firstName,
    () => null,
  );
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), NAME_WAIT_MS);
  });
  return Promise.race([loaded, patience]).finally(() => clearTimeout(timer));
}

/** What one may ask first, as far as the merchant has it turned on. */
export function suggestFirst({ tools, languages }: BehaviourSettings, locale: string): string[] {
  const { suggestions } = phrasesFor(locale, languages);
  return [
    ...(tools.my_orders || tools.order_status ? [suggestions.orders] : []),
    ...(tools.search_products ? [suggestions.products] : []),
    ...(tools.search_policies ? [suggestions.returns] : []),
    ...(tools.hand_over ? [suggestions.person] : []),
  ];
}
