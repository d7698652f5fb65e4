import type { z } from "zod";
import { answerShopper } from "~/core/assistant/answer-shopper";
import { followTurn } from "~/core/assistant/follow-turn";
import { openSession as openCoreSession, SHOWN_MESSAGES } from "~/core/assistant/open-session";
import { stopTurn as stopCoreTurn } from "~/core/assistant/stop-turn";
import type { Conversation, Message } from "~/core/conversation/conversation";
import { customerIdOf, shopperOf } from "~/core/conversation/reach-conversation";
import type { LoggedTurnEvent, OrderCard } from "~/core/conversation/turn-event";
import { orderCard } from "~/core/store/order-card";
import { requireEnvironment } from "~/env.server";
import { type ConversationClaims, TOKEN_LIFETIME_SECONDS } from "~/lib/conversation-token";
import { conflict, forbidden, notFound, tooMany, unauthorized } from "~/lib/http-errors.server";
import type {
  ChatRequest,
  feedbackRequestSchema,
  handoffRequestSchema,
  SessionMessage,
  SessionResponse,
  sessionRequestSchema,
  UpdatesResponse,
} from "~/protocol/requests";
import { requireAssistant } from "./assistant.server";
import { countHandoff, countMessage, countRequest, countResume, countUpdate } from "./rate-limits.server";
import {
  type ArrivingVisitor,
  DEFAULT_LOCALE,
  readClaims,
  requireClaimed,
  requireConversation,
  rethrowRevoked,
  type Visitor,
} from "./visitors.server";

/** When three replies are being written, one of them is soon done. */
const BUSY_RETRY_SECONDS = 3;

export async function openSession(
  visitor: ArrivingVisitor,
  body: z.infer<typeof sessionRequestSchema>,
): Promise<SessionResponse> {
  const { turns, tokens } = requireAssistant();
  await countRequest(visitor);
  const { conversationToken, fresh = false, context } = body;
  const session = await openCoreSession(turns, {
    ...visitor,
    fresh,
    claims: conversationToken ? await tokens.verifyExpired(conversationToken) : null,
    locale: context?.locale ?? DEFAULT_LOCALE,
  });
  const { conversation, firstName, runningTurnId } = session;
  return {
    token: await issueToken(conversation, visitor),
    expiresInSeconds: TOKEN_LIFETIME_SECONDS,
    streamUrl: `${requireEnvironment().SHOPIFY_APP_URL}/chat`,
    conversationId: conversation.id,
    storefrontUrl: visitor.profile.storefrontUrl,
    shopper: { signedIn: visitor.shopper.kind === "customer", ...(firstName !== null && { firstName }) },
    messages: session.messages.map(toSessionMessage),
    greeting: session.greeting,
    name: session.name,
    suggestions: session.suggestions,
    flows: session.flows,
    handedOff: conversation.status === "handed-off",
    ...(runningTurnId !== null && { runningTurnId }),
  };
}

function toSessionMessage({ createdAt, ...message }: Message): SessionMessage {
  return { ...message, createdAt: createdAt.toISOString() };
}

const issueToken = ({ shop, customerId, id }: Conversation, { origin }: Pick<Visitor, "origin">) =>
  requireAssistant().tokens.issue({ shop, customerId, conversationId: id, ...(origin && { origin }) });

/** Answers a message that came through the proxy; the first event carries the token to go on with. */
export async function answerProxied(
  visitor: Visitor,
  body: ChatRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<LoggedTurnEvent>> {
  await countRequest(visitor);
  const conversation = await requireConversation(visitor, body);
  const events = await answer(visitor, conversation, body, signal);
  return withToken(events, await issueToken(conversation, visitor));
}

async function* withToken(
  events: AsyncIterable<LoggedTurnEvent>,
  token: string,
): AsyncGenerator<LoggedTurnEvent> {
  for await (const event of events)
    yield event.event === "turn-start" ? { ...event, data: { ...event.data, token } } : event;
}

/** Answers a message that came straight from the browser, for the conversation of its token. */
export async function answerDirect(
  claims: ConversationClaims,
  address: string,
  body: ChatRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<LoggedTurnEvent>> {
  const visitor = { shop: claims.shop, shopper: shopperOf(claims.customerId), address };
  await countRequest(visitor);
  return answer(visitor, await requireClaimed(claims), body, signal);
}

async function answer(
  visitor: Visitor,
  conversation: Conversation,
  { messageId, text, context }: ChatRequest,
  signal: AbortSignal,
): Promise<AsyncIterable<LoggedTurnEvent>> {
  const { turns } = requireAssistant();
  await countMessage(conversation);
  const { shopper, address } = visitor;
  const hint = { locale: context?.locale, page: context?.page, cart: context?.cart };
  const answering = await answerShopper(
    turns,
    { conversation, shopper, messageId, text, hint, address },
    signal,
  );
  if (answering.status === "conflict") throw conflict();
  if (answering.status === "busy") throw tooMany(BUSY_RETRY_SECONDS);
  return answering.events;
}

async function requireTurn(claims: ConversationClaims, turnId: string) {
  const { conversations } = requireAssistant().turns;
  const [found] = await Promise.all([conversations.findTurn(claims.shop, turnId), requireClaimed(claims)]);
  if (!found) throw notFound("There is no such turn.");
  if (found.conversation.id !== claims.conversationId) throw forbidden();
  return found;
}

/** The events of a turn of the token's own conversation, after `lastEventId`. */
export async function resumeTurn(
  claims: ConversationClaims,
  turnId: string,
  lastEventId: string | null,
  address: string,
  signal: AbortSignal,
): Promise<AsyncIterable<LoggedTurnEvent>> {
  const { turn, conversation, shopperText } = await requireTurn(claims, turnId);
  await countResume(conversation);
  const shopper = shopperOf(claims.customerId);
  const followed = { turn, conversation, shopper, text: shopperText, hint: {}, address };
  return followTurn(requireAssistant().turns, followed, lastEventId, signal);
}

export async function stopTurn(claims: ConversationClaims, turnId: string): Promise<void> {
  const { turn } = await requireTurn(claims, turnId);
  await stopCoreTurn(requireAssistant().turns, turn);
}

/** Messages after the one of id `after`; all that a session shows when it is not among them. */
export async function readUpdates(
  claims: ConversationClaims,
  address: string,
  after: string | null,
): Promise<UpdatesResponse> {
  const { turns } = requireAssistant();
  const conversation = await requireClaimed(claims);
  await countUpdate(conversation, address);
  const messages = await turns.conversations.readMessages(conversation.id, SHOWN_MESSAGES);
  const known = messages.findIndex(({ id }) => id === after);
  return {
    messages: messages.slice(known + 1).map(toSessionMessage),
    handedOff: conversation.status === "handed-off",
  };
}

export async function listMyOrders({ shop, shopper, profile }: ArrivingVisitor): Promise<OrderCard[]> {
  if (shopper.kind !== "customer") throw unauthorized("not-signed-in", "Sign in to see your orders.");
  const { turns } = requireAssistant();
  const { orders } = await turns.customerOrders.load(shop, shopper.customerId).catch(rethrowRevoked);
  return orders.map((order) => orderCard(order, profile));
}

export async function recordFeedback(
  visitor: Visitor,
  { turnId, rating, comment, conversationToken }: z.infer<typeof feedbackRequestSchema>,
): Promise<void> {
  const { turns } = requireAssistant();
  const claims = await readClaims(conversationToken);
  await countRequest(visitor);
  const found = await turns.conversations.findTurn(visitor.shop, turnId);
  if (!found) throw notFound("There is no such turn.");
  if (!isTheirs(found.conversation, visitor, claims)) throw forbidden();
  await turns.conversations.recordFeedback(turnId, rating, comment ?? null, turns.now());
}

/** A customer's by Shopify's word alone; a visitor's by the token that was given out for it. */
function isTheirs(
  conversation: Conversation,
  { shop, shopper }: Visitor,
  claims: ConversationClaims | null,
): boolean {
  const customerId = customerIdOf(shopper);
  if (claims && (claims.shop !== shop || (claims.customerId !== null && claims.customerId !== customerId)))
    return false;
  if (conversation.customerId !== null) return conversation.customerId === customerId;
  return claims?.conversationId === conversation.id;
}

export async function requestPerson(
  visitor: Visitor,
  { email, note, conversationToken, ...body }: z.infer<typeof handoffRequestSchema>,
): Promise<{ ticketId: string; conversationToken: string }> {
  const { turns } = requireAssistant();
  await countRequest(visitor);
  const conversation = await requireConversation(visitor, { conversationToken, ...body });
  await countHandoff(conversation);
  const { ticketId } = await turns.requestHandoff({
    ...{ shop: visitor.shop, conversationId: conversation.id, reason: "The shopper asked for a person." },
    ...(email && { email }),
    ...(note && { note }),
  });
  return { ticketId, conversationToken: await issueToken(conversation, visitor) };
}
