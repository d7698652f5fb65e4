import { randomUUID } from "node:crypto";
import { createSmtpNotifier } from "~/adapters/channels/email/smtp-notifier";
import type { HandoffWish, TurnDependencies } from "~/core/assistant/turn-dependencies";
import type { Message } from "~/core/conversation/conversation";
import type { HandoffRepository } from "~/core/handoff/handoff";
import { requestHandoff } from "~/core/handoff/request-handoff";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";

/** Messages and turns that go with a request for a person. */
const TRANSCRIPT_MESSAGES = 100;
const EVIDENCE_TURNS = 20;
const log = createLogger("handovers");

export interface HandoverDependencies
  extends Pick<TurnDependencies, "shops" | "settings" | "conversations" | "now"> {
  handoffs: HandoffRepository;
  /** Counts a mail about the conversation; false when it is one too many. The request itself is kept all the same. */
  allowMail(shop: string, conversationId: string): Promise<boolean>;
}

/** Completes a wish for a person with all that she needs to know, and passes it on. */
export async function handOver(
  deps: HandoverDependencies,
  { underWay, ...wish }: HandoffWish,
): Promise<{ ticketId: string; isNew: boolean }> {
  const { SMTP_URL, SMTP_FROM } = requireEnvironment();
  const { shop, conversationId } = wish;
  const [known, { settings }, conversation, messages, former] = await Promise.all([
    deps.shops.findShop(shop),
    deps.settings.load(shop),
    deps.conversations.findConversation(shop, conversationId),
    deps.conversations.readMessages(conversationId, TRANSCRIPT_MESSAGES),
    deps.conversations.readEvidence(conversationId, EVIDENCE_TURNS),
  ]);
  const contact = known?.profile?.contactEmail ?? "";
  const mayMail = SMTP_URL !== undefined && (await deps.allowMail(shop, conversationId));
  const complete = {
    ...wish,
    shopName: known?.profile?.name ?? shop,
    isSignedIn: conversation?.customerId != null,
    messages: [...messages, ...messageUnderWay(underWay, deps.now())],
    evidence: [...former.flatMap(({ evidence }) => evidence), ...(underWay?.evidence ?? [])],
    notifyAddress: settings.handoverEmail || contact,
  };
  return requestHandoff(complete, {
    handoffs: deps.handoffs,
    notifier: mayMail ? createSmtpNotifier({ url: SMTP_URL, from: SMTP_FROM ?? contact }) : null,
    createId: randomUUID,
    now: deps.now,
    runInBackground: (task) =>
      void task().catch((error: unknown) => log.warn({ error }, "A handover could not be mailed")),
  });
}

/** The answer that is being given, as the message that it will become. */
function messageUnderWay(underWay: HandoffWish["underWay"], createdAt: Date): Message[] {
  if (!underWay || (underWay.text === "" && underWay.cards.length === 0)) return [];
  const { text, cards } = underWay;
  return [{ id: "under-way", role: "assistant", text, cards, sources: [], turnId: null, createdAt }];
}
