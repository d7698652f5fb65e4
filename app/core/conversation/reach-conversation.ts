import type { ConversationClaims } from "~/lib/conversation-token";
import type { Conversation, Shopper } from "./conversation";
import type { ConversationRepository } from "./conversation-repository";

/** A customer who comes back without a token goes on with her newest conversation if it is not older than this. */
const CONTINUE_MS = 24 * 3600_000;

export interface Arrival {
  shop: string;
  /** As the request itself proves it. */
  shopper: Shopper;
  /** Of the token that the client brought; null when it brought none. */
  claims: ConversationClaims | null;
  /** BCP 47, for a conversation that is opened now. */
  locale: string;
  /** Where she writes from, for a conversation that is opened now; the storefront when left out. */
  channel?: string;
}

type ReachDependencies = {
  conversations: Pick<
    ConversationRepository,
    "findConversation" | "findLatestOfCustomer" | "claimForCustomer" | "createConversation"
  >;
  createId(): string;
  now(): Date;
};

/**
 * The conversation that a shopper may go on with: the one that her token names, else the newest of a customer, else a new
 * one. A visitor's conversation becomes the customer's who signs in. Null when the token names somebody else's.
 */
export async function reachConversation(
  deps: ReachDependencies,
  arrival: Arrival,
): Promise<Conversation | null> {
  const { shop, shopper, claims } = arrival;
  if (!claims) return (await findRecent(deps, arrival)) ?? openConversation(deps, arrival);
  if (claims.shop !== shop || (claims.customerId !== null && claims.customerId !== customerIdOf(shopper)))
    return null;
  const known = await deps.conversations.findConversation(shop, claims.conversationId);
  return known ? admit(deps, known, shopper) : openConversation(deps, arrival);
}

/** The conversation if it is the shopper's, or becomes hers now. */
async function admit(
  { conversations }: ReachDependencies,
  conversation: Conversation,
  shopper: Shopper,
): Promise<Conversation | null> {
  const customerId = customerIdOf(shopper);
  if (conversation.customerId === customerId) return conversation;
  if (conversation.customerId !== null || customerId === null) return null;
  const isHers = await conversations.claimForCustomer(conversation.shop, conversation.id, customerId);
  return isHers ? { ...conversation, customerId } : null;
}

async function findRecent(
  { conversations, now }: ReachDependencies,
  { shop, shopper }: Arrival,
): Promise<Conversation | null> {
  if (shopper.kind !== "customer") return null;
  return conversations.findLatestOfCustomer(
    shop,
    shopper.customerId,
    new Date(now().getTime() - CONTINUE_MS),
  );
}

export async function openConversation(
  { conversations, createId, now }: ReachDependencies,
  { shop, shopper, locale, channel = "storefront" }: Omit<Arrival, "claims">,
): Promise<Conversation> {
  const at = now();
  const conversation: Conversation = {
    id: createId(),
    shop,
    customerId: customerIdOf(shopper),
    channel,
    locale,
    status: "open",
    createdAt: at,
    activeAt: at,
  };
  await conversations.createConversation(conversation);
  return conversation;
}

export function customerIdOf(shopper: Shopper): string | null {
  return shopper.kind === "customer" ? shopper.customerId : null;
}

export function shopperOf(customerId: string | null): Shopper {
  return customerId === null ? { kind: "visitor" } : { kind: "customer", customerId };
}
