import { randomUUID } from "node:crypto";
import type { Conversation } from "../conversation";
import type { ConversationRepository } from "../conversation-repository";

/** What the contract suites take for granted: a repository knows these two shops. */
export const SHOP = "contract-a.myshopify.com";
export const OTHER_SHOP = "contract-b.myshopify.com";
export const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, seconds));

type Beginning = Parameters<ConversationRepository["beginTurn"]>[0];

/** Somebody who opens conversations in the repository that `find` gives, and begins turns in them. */
export function createContractShopper(find: () => ConversationRepository) {
  async function open(overrides: Partial<Conversation> = {}): Promise<Conversation> {
    const conversation: Conversation = {
      id: randomUUID(),
      shop: SHOP,
      customerId: null,
      channel: "storefront",
      locale: "pt-BR",
      status: "open",
      createdAt: at(0),
      activeAt: at(0),
      ...overrides,
    };
    await find().createConversation(conversation);
    return conversation;
  }

  const begin = (conversationId: string, overrides: Partial<Beginning> = {}) =>
    find().beginTurn({
      conversationId,
      turnId: randomUUID(),
      messageId: randomUUID(),
      clientId: "m1",
      text: "where is my order?",
      at: at(1),
      leaseOwner: "one",
      leaseUntil: at(16),
      maxRunning: 3,
      ...overrides,
    });

  /** The id of a turn that has just begun. */
  async function beginNew(conversationId: string, overrides?: Partial<Beginning>): Promise<string> {
    const begun = await begin(conversationId, overrides);
    if (begun.status !== "created") throw new Error(`The turn is ${begun.status}`);
    return begun.turn.id;
  }

  return { open, begin, beginNew };
}
