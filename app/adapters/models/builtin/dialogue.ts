import { z } from "zod";
import type { ModelMessage, ModelRequest, TurnFacts } from "~/core/assistant/language-model";
import { type Source, sourceSchema } from "~/core/conversation/turn-event";
import type { ToolName } from "~/core/settings/settings";
import {
  myOrdersDataSchema,
  type OrderFacts,
  orderStatusDataSchema,
  type ProductFacts,
  productDetailsDataSchema,
  type SearchProductsData,
  searchProductsDataSchema,
} from "~/core/tools/results";
import { detectLanguage } from "./understanding/language";
import { splitWishes } from "./understanding/split-wishes";
import { shorten, type Understanding, understand } from "./understanding/understand";
import type { Language } from "./understanding/words";

/** A call that was made, and what came of it. */
export interface ToolResult {
  name: string;
  arguments: Record<string, unknown>;
  status: string;
  reason: string | null;
  data: unknown;
  sources: Source[];
}

/** Where the conversation stands, read from its messages alone: nothing is remembered between requests. */
export interface Dialogue {
  ask: Understanding;
  /** What the newest message asks for one by one; `ask` alone where it is but one thing. */
  wishes: Understanding[];
  /** The shopper's earlier messages, oldest first, understood one by one. */
  pastAsks: Understanding[];
  lastReply: string;
  /** Of this turn, and of earlier ones; oldest first. */
  results: ToolResult[];
  earlier: ToolResult[];
  facts: TurnFacts;
  tools: ReadonlySet<string>;
  /** What to answer in: the shopper's language where the shop speaks it. */
  language: Language;
}

/** Earlier messages that still matter to the newest one. */
const MEMORY = 6;

export function readDialogue(request: ModelRequest): Dialogue {
  const { messages, facts } = request;
  const newest = messages.findLastIndex(({ role }) => role === "shopper");
  const texts = messages
    .flatMap((message) => (message.role === "shopper" ? shorten(message.text) : []))
    .slice(-MEMORY);
  const heard = detectLanguage(texts, facts.locale);
  const [fallback = "en"] = facts.behaviour.languages;
  const earlier = readResults(messages.slice(0, newest));
  const hasProduct = findListedProducts(earlier).length > 0 || Boolean(facts.page?.productHandle);
  const context = { hasProduct, hasOrder: findShownOrders(earlier).length > 0 };
  const asks = texts.map((text) => understand(text, heard ?? "en", context));
  const ask = asks.at(-1) ?? understand("", fallback, context);
  return {
    ask,
    wishes: splitWishes(ask, context),
    pastAsks: asks.slice(0, -1),
    lastReply: findLastReply(messages.slice(0, newest)),
    results: readResults(messages.slice(newest + 1)),
    earlier,
    facts,
    tools: new Set(request.tools.map(({ name }) => name)),
    language: heard && facts.behaviour.languages.includes(heard) ? heard : fallback,
  };
}

function findLastReply(messages: ModelMessage[]): string {
  return (
    messages
      .flatMap((message) => (message.role === "assistant" && message.text ? message.text : []))
      .at(-1) ?? ""
  );
}

const toolMessageSchema = z.object({
  status: z.string(),
  reason: z.string().nullish(),
  data: z.unknown().optional(),
  sources: z.array(sourceSchema).catch([]).default([]),
});

function readResults(messages: ModelMessage[]): ToolResult[] {
  const calls = new Map(
    messages.flatMap((message) =>
      message.role === "assistant" ? message.toolCalls.map((call) => [call.id, call] as const) : [],
    ),
  );
  return messages.flatMap((message) => {
    if (message.role !== "tool") return [];
    const parsed = toolMessageSchema.safeParse(parseJson(message.content));
    const result = parsed.data ?? { status: "failed", reason: null, data: null, sources: [] };
    const given = z
      .record(z.string(), z.unknown())
      .safeParse(parseJson(calls.get(message.callId)?.arguments ?? ""));
    return {
      name: message.name,
      arguments: given.data ?? {},
      status: result.status,
      reason: result.reason ?? null,
      data: result.data,
      sources: result.sources,
    };
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The newest search of earlier turns that found something. */
export function findLastSearch(
  results: ToolResult[],
): { result: ToolResult; data: SearchProductsData } | null {
  for (const result of results.toReversed()) {
    const parsed = isShownSearch(result) ? searchProductsDataSchema.safeParse(result.data) : null;
    if (parsed?.success && parsed.data.products.length > 0) return { result, data: parsed.data };
  }
  return null;
}

/** The products that the shopper has before her, in the order in which she sees them. */
export function findListedProducts(results: ToolResult[]): ProductFacts[] {
  return findLastSearch(results)?.data.products ?? [];
}

/** The one product that was spoken of last, if it is later than any list of several. */
export function findFocusProduct(results: ToolResult[]): ProductFacts | null {
  for (const result of results.toReversed()) {
    const detail = isShownDetail(result) ? productDetailsDataSchema.safeParse(result.data) : null;
    if (detail?.success) return detail.data.product;
    const list = isShownSearch(result) ? searchProductsDataSchema.safeParse(result.data) : null;
    if (list?.success && list.data.products.length > 0) {
      return list.data.products.length === 1 ? (list.data.products[0] ?? null) : null;
    }
  }
  return null;
}

/** The orders that were shown last, in the order in which she sees them; none when products were shown since. */
export function findShownOrders(earlier: ToolResult[]): OrderFacts[] {
  const looked: OrderFacts[] = [];
  for (const result of earlier.toReversed()) {
    if (isShownSearch(result) || isShownDetail(result)) break;
    const one = result.name === "order_status" ? orderStatusDataSchema.safeParse(result.data) : null;
    if (one?.success) looked.unshift(one.data.order);
    const list = isShownList(result) ? myOrdersDataSchema.safeParse(result.data) : null;
    if (list?.success) return looked.length > 0 ? looked : list.data.orders;
  }
  return looked;
}

function isShownList(result: ToolResult): boolean {
  return result.name === "my_orders" && result.arguments.show === true;
}

function isShownDetail(result: ToolResult): boolean {
  return result.name === "product_details" && result.arguments.hidden !== true;
}

/** Searches whose products she saw; some are made to understand her only. */
function isShownSearch(result: ToolResult): boolean {
  return result.name === "search_products" && result.arguments.hidden !== true;
}

/** The number of the order that was spoken of last. */
export function findFocusOrder(dialogue: Dialogue): string | null {
  const looked = dialogue.earlier.findLast(({ name, status }) => name === "order_status" && status === "ok");
  const number = looked?.arguments.orderNumber;
  if (typeof number === "string") return number;
  const [only, ...others] = findShownOrders(dialogue.earlier);
  return only && others.length === 0 ? only.number : null;
}

export function canUse(dialogue: Dialogue, tool: ToolName): boolean {
  return dialogue.tools.has(tool);
}
