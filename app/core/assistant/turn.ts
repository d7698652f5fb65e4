import type { Conversation, Shopper } from "../conversation/conversation";
import type { Phrases } from "../settings/phrases";
import type { CartHint } from "../store/cart-hint";
import type { ToolContext } from "../tools/tool";
import type { TurnBudget } from "./budget/turn-budget";
import type { GroundingOptions } from "./grounding/grounding";
import type { ModelMessage, ModelRequest, ModelUsage } from "./language-model";
import type { TurnRecorder } from "./turn-recorder";

/** What the shopper's page says about itself: a hint, never an identity. */
export interface PageHint {
  locale?: string;
  page?: {
    type: string;
    productHandle?: string;
    variantId?: string;
    collectionHandle?: string;
    searchQuery?: string;
  };
  cart?: CartHint;
}

/** One message to answer, and for whom. */
export interface TurnTask {
  turnId: string;
  /** The client's id of the message. */
  messageId: string;
  attempt: number;
  startedAt: Date;
  conversation: Conversation;
  shopper: Shopper;
  text: string;
  hint: PageHint;
  /** Where the request came from, for the limits of guest look-ups; never stored. */
  address: string;
}

/** Everything that a reply may rest on, gathered before any model is asked. */
export interface GatheredTurn {
  request: Pick<ModelRequest, "system" | "memory" | "facts" | "cacheKey">;
  /** Former messages and the shopper's; the tool calls of this turn are added as they are made. */
  messages: ModelMessage[];
  context: Omit<ToolContext, "signal">;
  grounding: Omit<GroundingOptions, "evidence">;
  /** Evidence of former turns. */
  formerEvidence: ReturnType<GroundingOptions["evidence"]>;
  phrases: Phrases;
}

/** A turn under way: what was gathered and what was shown. */
export interface OpenTurn extends GatheredTurn {
  recorder: TurnRecorder;
  /** Of all models together. */
  usage: ModelUsage;
  budget: TurnBudget;
  /** Tool calls so far. */
  calls: number;
  handedOff: boolean;
  /** Takes back the words of a model that failed; called when the next one has something to say. */
  takeBack?: (() => void) | undefined;
}

export function addUsage(turn: Pick<OpenTurn, "usage">, usage: ModelUsage): void {
  turn.usage.inputTokens += usage.inputTokens;
  turn.usage.cachedInputTokens += usage.cachedInputTokens;
  turn.usage.outputTokens += usage.outputTokens;
}
