import { gone } from "~/lib/errors";
import type {
  Conversation,
  ConversationMemory,
  Correction,
  Evidence,
  Feedback,
  Message,
  Turn,
  TurnRecord,
} from "../conversation";
import type { ConversationRepository } from "../conversation-repository";
import type { LoggedTurnEvent } from "../turn-event";

interface StoredTurn extends Turn {
  leaseOwner: string | null;
  text: string;
  events: LoggedTurnEvent[];
  evidence: Evidence[];
  corrections: Correction[];
  feedback: Feedback | null;
}

/** A ConversationRepository for tests, and for answers that nobody keeps. */
export function createMemoryConversations(): ConversationRepository {
  const conversations = new Map<string, Conversation>();
  const messages = new Map<string, Message[]>();
  const turns = new Map<string, StoredTurn>();
  const memories = new Map<string, ConversationMemory>();

  const ofShop = (shop: string, id: string) => {
    const conversation = conversations.get(id);
    return conversation?.shop === shop ? conversation : undefined;
  };
  const messagesOf = (conversationId: string) =>
    [...(messages.get(conversationId) ?? [])].sort(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || b.role.localeCompare(a.role),
    );
  const turnsOf = (conversationId: string) =>
    [...turns.values()]
      .filter((turn) => turn.conversationId === conversationId)
      .sort((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  const held = (turnId: string, owner: string) => {
    const turn = turns.get(turnId);
    return turn?.leaseOwner === owner && turn.status === "running" ? turn : undefined;
  };
  const requireConversation = (conversationId: string): Conversation => {
    const conversation = conversations.get(conversationId);
    if (!conversation) throw gone();
    return conversation;
  };
  const add = (conversationId: string, message: Message) => {
    const conversation = requireConversation(conversationId);
    messages.set(conversationId, [...(messages.get(conversationId) ?? []), structuredClone(message)]);
    if (conversation.activeAt < message.createdAt) conversation.activeAt = message.createdAt;
  };

  return {
    async createConversation(conversation) {
      conversations.set(conversation.id, { ...conversation });
    },
    async findConversation(shop, id) {
      const conversation = ofShop(shop, id);
      return conversation ? { ...conversation } : null;
    },
    async findLatestOfCustomer(shop, customerId, since) {
      const [latest] = [...conversations.values()]
        .filter((c) => c.shop === shop && c.customerId === customerId && c.activeAt >= since)
        .sort((a, b) => b.activeAt.getTime() - a.activeAt.getTime());
      return latest ? { ...latest } : null;
    },
    async claimForCustomer(shop, id, customerId) {
      const conversation = ofShop(shop, id);
      if (!conversation || (conversation.customerId ?? customerId) !== customerId) return false;
      conversation.customerId = customerId;
      return true;
    },
    async readMemory(conversationId) {
      return structuredClone(memories.get(conversationId) ?? null);
    },
    async saveMemory(conversationId, memory) {
      memories.set(conversationId, structuredClone(memory));
    },
    async setStatus(shop, id, status) {
      const conversation = ofShop(shop, id);
      if (conversation) conversation.status = status;
    },
    async listConversations(shop, before, limit, which = "all") {
      const isWanted = ({ id }: Conversation) =>
        which === "all" || turnsOf(id).some(({ feedback }) => feedback?.rating === "down");
      return [...conversations.values()]
        .filter((c) => c.shop === shop && (!before || c.activeAt < before) && messagesOf(c.id).length > 0)
        .filter(isWanted)
        .sort((a, b) => b.activeAt.getTime() - a.activeAt.getTime())
        .slice(0, limit)
        .map((conversation) => ({
          conversation: { ...conversation },
          messageCount: messagesOf(conversation.id).length,
          lastText: messagesOf(conversation.id).findLast((m) => m.role === "shopper")?.text ?? "",
        }));
    },

    async beginTurn(input) {
      requireConversation(input.conversationId);
      const known = turnsOf(input.conversationId).find((turn) => turn.clientId === input.clientId);
      if (known)
        return known.text === input.text ? { status: "exists", turn: toTurn(known) } : { status: "conflict" };
      const running = turnsOf(input.conversationId).filter(
        (turn) => turn.status === "running" && (turn.leaseUntil?.getTime() ?? 0) > input.at.getTime(),
      );
      if (running.length >= input.maxRunning) return { status: "busy" };
      const turn: StoredTurn = {
        id: input.turnId,
        conversationId: input.conversationId,
        clientId: input.clientId,
        status: "running",
        attempt: 1,
        leaseUntil: input.leaseUntil,
        leaseOwner: input.leaseOwner,
        startedAt: input.at,
        text: input.text,
        events: [],
        evidence: [],
        corrections: [],
        feedback: null,
      };
      turns.set(turn.id, turn);
      add(input.conversationId, {
        id: input.messageId,
        role: "shopper",
        text: input.text,
        createdAt: input.at,
        turnId: input.turnId,
        cards: [],
        sources: [],
      });
      return { status: "created", turn: toTurn(turn) };
    },
    async takeOverTurn(turnId, leaseOwner, at, leaseUntil) {
      const turn = turns.get(turnId);
      if (turn?.status !== "running" || (turn.leaseUntil && turn.leaseUntil > at)) return null;
      Object.assign(turn, { attempt: turn.attempt + 1, leaseOwner, leaseUntil, events: [] });
      return toTurn(turn);
    },
    async checkpointTurn(turnId, leaseOwner, leaseUntil, events) {
      const turn = held(turnId, leaseOwner);
      if (turn) Object.assign(turn, { leaseUntil, events: structuredClone(events) });
      return turn !== undefined;
    },
    async endTurn(turnId, leaseOwner, messageId, result, at) {
      const turn = held(turnId, leaseOwner);
      if (!turn) return false;
      const { outcome, text, cards, sources, events, evidence, corrections } = structuredClone(result);
      const ended = { status: outcome, leaseOwner: null, leaseUntil: null };
      Object.assign(turn, { ...ended, events, evidence, corrections });
      const conversation = conversations.get(turn.conversationId);
      if (conversation && outcome === "handed-off") conversation.status = "handed-off";
      if (text !== "" || cards.length > 0)
        add(turn.conversationId, {
          id: messageId,
          role: "assistant",
          text,
          createdAt: at,
          turnId,
          cards,
          sources,
        });
      return true;
    },

    async findTurn(shop, turnId) {
      const turn = turns.get(turnId);
      const conversation = turn && ofShop(shop, turn.conversationId);
      return conversation
        ? { turn: toTurn(turn), conversation: { ...conversation }, shopperText: turn.text }
        : null;
    },
    async findRunningTurn(conversationId) {
      const turn = turnsOf(conversationId).findLast((candidate) => candidate.status === "running");
      return turn ? toTurn(turn) : null;
    },
    readEvents: async (turnId) => structuredClone(turns.get(turnId)?.events ?? []),

    readMessages: async (conversationId, limit) => structuredClone(messagesOf(conversationId).slice(-limit)),
    addMessage: async (conversationId, message) => add(conversationId, message),
    readTurns: async (conversationId, limit) =>
      turnsOf(conversationId)
        .filter(({ status }) => status !== "running")
        .slice(-limit)
        .map(
          ({ id, status, evidence, corrections, feedback }): TurnRecord => ({
            turnId: id,
            outcome: status as TurnRecord["outcome"],
            text:
              messagesOf(conversationId).find((m) => m.turnId === id && m.role === "assistant")?.text ?? "",
            ...structuredClone({ evidence, corrections, feedback }),
          }),
        ),
    readEvidence: async (conversationId, count) =>
      turnsOf(conversationId)
        .filter((turn) => turn.status !== "running" && turn.evidence.length > 0)
        .slice(-count)
        .map(({ id, evidence }) => ({ turnId: id, evidence: structuredClone(evidence) })),
    async recordFeedback(turnId, rating, comment) {
      const turn = turns.get(turnId);
      if (!turn) throw gone();
      turn.feedback = { rating, comment };
    },
  };
}

function toTurn({ id, conversationId, clientId, status, attempt, leaseUntil, startedAt }: StoredTurn): Turn {
  return { id, conversationId, clientId, status, attempt, leaseUntil, startedAt };
}
