import { randomUUID } from "node:crypto";
import { z } from "zod";
import { createConversationRepository } from "~/adapters/persistence/postgres/conversation-repository";
import { createDatabase } from "~/adapters/persistence/postgres/database";
import { createHandoffRepository } from "~/adapters/persistence/postgres/handoff-repository";
import { createSettingsRepository } from "~/adapters/persistence/postgres/settings-repository";
import { createShopRepository } from "~/adapters/persistence/postgres/shop-repository";
import { createPersonalDataRepository } from "~/adapters/persistence/prisma/personal-data";
import type { Handoff } from "~/core/handoff/handoff";
import { greet } from "~/core/settings/greeting";
import { settingsSchema } from "~/core/settings/settings";
import { requirePrisma, requireSql } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { singleton } from "~/lib/singleton";
import { previewAnswer } from "./assistant.server";
import { findModelTroubles } from "./model-desk.server";
import { connectedModelNames } from "./models.server";
import { describeProblems } from "./settings-problems";
import { EMBED_BLOCK, requireShopifyParts } from "./shopify.server";

const PAGE_SIZE = 25;
const TRANSCRIPT_LENGTH = 500;
const MAX_REPLY_LENGTH = 4000;
/** Language, script and region, as Shopify's admin names them. */
const LOCALE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
const log = createLogger("admin");

/** What the embedded admin reads and changes. Every function takes the shop of the verified session. */
const desk = () =>
  singleton("admin-desk", () => {
    const database = createDatabase(requireSql());
    return {
      shops: createShopRepository(database),
      conversations: createConversationRepository(database),
      handoffs: createHandoffRepository(database),
      settings: createSettingsRepository(database),
      personalData: createPersonalDataRepository(requirePrisma()),
    };
  });

/** What every page of the admin needs. `locale` is the admin's word on the person's language. */
export async function loadAdminFrame(shop: string, locale: string | null) {
  const { SHOPIFY_API_KEY, APP_BRIDGE_URL } = requireEnvironment();
  const known = await desk().shops.findShop(shop);
  return {
    apiKey: SHOPIFY_API_KEY,
    appBridgeUrl: APP_BRIDGE_URL,
    locale: locale && LOCALE.test(locale) ? locale : "en",
    timeZone: known?.profile?.timezone ?? "UTC",
  };
}

export async function loadHome(shop: string) {
  const { access } = requireShopifyParts();
  const [known, newest, handoffs, embedOn, scriptTags, models, modelTroubles] = await Promise.all([
    desk().shops.findShop(shop),
    desk().conversations.listConversations(shop, null, 1),
    desk().handoffs.listOpen(shop),
    access.findEmbedState(shop).catch(reportAsNull("embed")),
    access.listScriptTags(shop).catch(reportAsNull("script-tags")),
    connectedModelNames(shop),
    findModelTroubles(shop),
  ]);
  return {
    modelTroubles,
    setup: {
      embedOn,
      editorUrl: themeEditorUrl(shop),
      models,
      storefrontUrl: known?.profile?.storefrontUrl ?? `https://${shop}`,
      hasConversations: newest.length > 0,
    },
    embedBlock: EMBED_BLOCK,
    handoffs: handoffs.map(toHandoffRow),
    scriptTags,
  };
}

/** Opens the theme editor with our embed in view: https://shopify.dev/docs/apps/build/online-store/theme-app-extensions */
function themeEditorUrl(shop: string): string {
  const { SHOPIFY_API_KEY } = requireEnvironment();
  return `https://${shop}/admin/themes/current/editor?context=apps&activateAppId=${SHOPIFY_API_KEY}/${EMBED_BLOCK}`;
}

export async function addScriptTag(shop: string) {
  const src = `${requireEnvironment().SHOPIFY_APP_URL}/aisle.js`;
  const outcome = await requireShopifyParts()
    .access.createScriptTag(shop, src)
    .catch(reportAsNull("script-tag-create"));
  if (!outcome) return { status: "failed" as const };
  return outcome.status === "refused" ? { ...outcome, change: "add" as const } : outcome;
}

export async function removeScriptTag(shop: string, id: string) {
  const outcome = await requireShopifyParts()
    .access.deleteScriptTag(shop, id)
    .catch(reportAsNull("script-tag-delete"));
  if (!outcome) return { status: "failed" as const };
  return outcome.status === "refused" ? { ...outcome, change: "remove" as const } : outcome;
}

export async function loadSettingsPage(shop: string) {
  const [{ settings, version }, known] = await Promise.all([
    desk().settings.load(shop),
    desk().shops.findShop(shop),
  ]);
  return {
    settings,
    version,
    contactEmail: known?.profile?.contactEmail ?? "",
    defaultGreeting: greet(
      { ...settings, greeting: "" },
      settings.languages[0] ?? "en",
      known?.profile?.name ?? shop,
    ),
  };
}

const saveRequestSchema = z.object({ basedOn: z.number().int().min(0), settings: z.unknown() });

export async function saveSettings(shop: string, body: unknown) {
  const request = saveRequestSchema.safeParse(body);
  if (!request.success) return { status: "invalid" as const, problems: {} };
  const parsed = settingsSchema.safeParse(request.data.settings);
  if (!parsed.success) return { status: "invalid" as const, problems: describeProblems(parsed.error) };
  return desk().settings.save(shop, request.data.basedOn, parsed.data);
}

const previewRequestSchema = z.object({ settings: z.unknown(), question: z.string().max(200) });

export async function previewSettings(shop: string, body: unknown, signal: AbortSignal) {
  const request = previewRequestSchema.safeParse(body);
  const parsed = settingsSchema.safeParse(request.data?.settings);
  if (!request.success || !parsed.success) return { status: "invalid" as const };
  const { question } = request.data;
  const answer = question.trim() && (await previewAnswer(shop, parsed.data, question, signal));
  return { status: "answered" as const, answer };
}

/** `before`: activeAt of the last row of the page before; the first page when it is none. */
export async function listConversations(shop: string, before: string | null, onlyDisliked: boolean) {
  const start = new Date(before ?? Number.NaN);
  const isFirstPage = Number.isNaN(start.getTime());
  const found = await desk().conversations.listConversations(
    shop,
    isFirstPage ? null : start,
    PAGE_SIZE,
    onlyDisliked ? "disliked" : "all",
  );
  const last = found.length === PAGE_SIZE ? found.at(-1) : undefined;
  return {
    rows: found.map(({ conversation, messageCount, lastText }) => ({
      id: conversation.id,
      title: lastText.slice(0, 120),
      signedIn: conversation.customerId !== null,
      status: conversation.status,
      messageCount,
      activeAt: conversation.activeAt.toISOString(),
    })),
    isFirstPage,
    onlyDisliked,
    nextBefore: last?.conversation.activeAt.toISOString() ?? null,
  };
}

export async function readConversation(shop: string, id: string) {
  const { conversations, handoffs } = desk();
  const conversation = await findConversation(shop, id);
  if (!conversation) return null;
  const [messages, open, turns] = await Promise.all([
    conversations.readMessages(id, TRANSCRIPT_LENGTH),
    handoffs.listOpen(shop),
    conversations.readTurns(id, TRANSCRIPT_LENGTH),
  ]);
  const feedback = new Map(turns.map((turn) => [turn.turnId, turn.feedback]));
  const handoff = open.find((candidate) => candidate.conversationId === id);
  return {
    conversation: { id, signedIn: conversation.customerId !== null },
    messages: messages.map((message) => ({
      ...message,
      createdAt: message.createdAt.toISOString(),
      feedback: (message.role === "assistant" && feedback.get(message.turnId ?? "")) || null,
    })),
    handoff: handoff ? toHandoffRow(handoff) : null,
  };
}

/** Stores a person's words; "failed" where the conversation is not this shop's or there is nothing to say. */
export async function replyAsPerson(shop: string, conversationId: string, text: string) {
  const words = text.trim().slice(0, MAX_REPLY_LENGTH);
  if (words === "" || !(await findConversation(shop, conversationId))) return { status: "failed" as const };
  const at = new Date();
  await desk().conversations.addMessage(conversationId, {
    id: randomUUID(),
    role: "person",
    text: words,
    createdAt: at,
    turnId: null,
    cards: [],
    sources: [],
  });
  return { status: "sent" as const, at: at.toISOString() };
}

/** Settles a request for a person; the assistant answers that conversation alone again. */
export async function resolveHandoff(shop: string, conversationId: string, handoffId: string) {
  const { handoffs, conversations } = desk();
  if (!isId(handoffId) || !(await findConversation(shop, conversationId))) {
    return { status: "failed" as const };
  }
  await handoffs.resolve(shop, handoffId, new Date());
  await conversations.setStatus(shop, conversationId, "open");
  return { status: "settled" as const };
}

const isId = (text: string) => z.uuid().safeParse(text).success;

/** Null for what is no id at all, too: it comes from the address. */
async function findConversation(shop: string, id: string) {
  return isId(id) ? desk().conversations.findConversation(shop, id) : null;
}

export async function listDataRequests(shop: string) {
  const requests = await desk().personalData.listDataRequests(shop);
  return requests.map((request) => ({
    ...request,
    requestedAt: request.requestedAt.toISOString(),
    exportedAt: request.exportedAt?.toISOString() ?? null,
  }));
}

export async function exportForRequest(shop: string, requestId: string) {
  const { personalData } = desk();
  const request = (await personalData.listDataRequests(shop)).find(({ id }) => id === requestId);
  if (!request) return null;
  const data = await personalData.exportCustomer(shop, request.customerId);
  await personalData.markExported(shop, request.id, new Date());
  return data;
}

function toHandoffRow({ id, conversationId, reason, summary, email, note, createdAt }: Handoff) {
  return { id, conversationId, reason, summary, email, note, createdAt: createdAt.toISOString() };
}

/** The page shows what could be read; what could not is said there, and logged here. */
function reportAsNull(step: string) {
  return (error: unknown): null => {
    log.warn({ step, error }, "The admin page could not read something from Shopify");
    return null;
  };
}
