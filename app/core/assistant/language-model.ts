import type { Usage } from "../conversation/turn-event";
import type { BehaviourSettings } from "../settings/settings";
import type { CartHint } from "../store/cart-hint";

export type ModelMessage =
  | { role: "shopper"; text: string }
  | { role: "assistant"; text: string; toolCalls: ToolCall[] }
  | { role: "tool"; callId: string; name: string /** JSON. */; content: string };

export interface ToolCall {
  id: string;
  name: string;
  /** JSON as the model wrote it: unparsed, unchecked. */
  arguments: string;
  /** What the provider that made the call wants to see with it again; for that provider alone. */
  signature?: { provider: string; value: string };
}

export interface ToolDefinition {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

/** What code knows about this turn. Remote models read it as part of the prompt; the built-in one reads it as data. */
export interface TurnFacts {
  /** ISO 8601. */
  now: string;
  /** BCP 47; the page's language, a prior for the shopper's own. */
  locale: string;
  shopName: string;
  currency: string;
  timezone: string;
  storefrontUrl: string;
  signInUrl: string;
  signedIn: boolean;
  firstName: string | null;
  /** The page that the shopper looks at; from her browser, so only a hint. */
  page: {
    type: string;
    productHandle?: string;
    /** The variant that is chosen there. */
    variantId?: string;
    collectionHandle?: string;
    searchQuery?: string;
  } | null;
  cart?: CartHint | undefined;
  behaviour: BehaviourSettings;
  /** A person is called in right after this answer, or was already: not to be offered again. */
  handover?: "coming" | "open";
}

export interface ModelRequest {
  /** The stable part of the prompt: platform rules and persona, the same for every shopper of a shop. */
  system: string;
  /** What older turns came to; empty while `messages` has all of them. Stands between `system` and the messages. */
  memory: string;
  /** Oldest first; ends with the shopper's message or tool results. */
  messages: ModelMessage[];
  /** In a fixed order. */
  tools: ToolDefinition[];
  /**
   * Where `tools` is empty since the model has to answer now: the tools that it had before. Providers want to know them,
   * to read the calls in the history and to find the prefix in their caches; they must not be called.
   */
  formerTools?: ToolDefinition[];
  /** Volatile: remote models read it at the very end, after the messages, so that caches hold for all before. */
  facts: TurnFacts;
  /** Names the stable prefix (shop and persona version) for providers that route by it; no personal data in it. */
  cacheKey: string;
  /** Tokens. */
  maxOutputTokens: number;
}

/** What one model call took. Tokens; `cachedInputTokens` are those of `inputTokens` that the provider had cached. */
export interface ModelUsage extends Usage {
  cachedInputTokens: number;
  /** Of `inputTokens`, those that were written into the provider's cache where that has a price of its own. */
  cacheWriteTokens?: number;
}

export type ModelPart =
  | { type: "text-delta"; text: string }
  | { type: "tool-call"; call: ToolCall }
  /** What the shopper may want to say next; the last ones of a turn count. */
  | { type: "suggestions"; items: string[] }
  /** The model is at work on what is not to be seen: its thoughts, or the arguments of a call. A sign of life, no more. */
  | { type: "working" }
  | { type: "finish"; reason: "stop" | "tool-calls" | "length" | "content-filter"; usage: ModelUsage };

/**
 * A model that answers in steps. `stream` yields parts as they come and ends after `finish`. It rejects with VendorError
 * when the model fails (before or amid the parts), and ends promptly, within 250 ms, when `signal` aborts; whoever
 * aborted knows why, so it may then end either way. It retries nothing itself.
 */
export interface LanguageModel {
  /** Shown as `turn-end.model`: the model's own name, "builtin" for the built-in one. */
  readonly name: string;
  /** Whose price list applies, such as "openai"; absent for a model that costs nothing. */
  readonly provider?: string;
  /** What its failures are counted under: provider, endpoint, model and key, none of them readable. `name` where absent. */
  readonly healthKey?: string;
  stream(request: ModelRequest, signal: AbortSignal): AsyncIterable<ModelPart>;
}
