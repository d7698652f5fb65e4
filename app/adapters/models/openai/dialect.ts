import type { ModelRequest, ToolCall } from "~/core/assistant/language-model";
import type { ProviderId } from "~/core/assistant/providers";
import type { VendorError } from "~/lib/errors";

/** How one provider's Chat Completions differ from the next one's. */
export interface Dialect {
  provider: ProviderId;
  /** Undefined where the configuration names it. */
  baseUrl: string | undefined;
  /** Whether a system message may stand anywhere; else there is one, at the beginning, and facts go to the shopper's message. */
  takesSystemAnywhere: boolean;
  /** The id of a call in the history, from its place. */
  createCallId(message: number, call: number): string;
  /** What the provider wants with a call of the history besides name and arguments. */
  decorateCall?(call: ToolCall, position: number): Record<string, unknown>;
  /** Bounds, hints for caches and reasoning: what stands in the body besides model, messages and tools. */
  describeLimits(request: ModelRequest, model: string): Record<string, unknown>;
  /** Whether tools may be named that must not be called. */
  takesToolChoiceNone: boolean;
  /** The schema of a tool's arguments as the provider takes it. */
  convertSchema?(schema: Record<string, unknown>): Record<string, unknown>;
  /** Reads what the provider says of a failure otherwise than by its status. `body` is its error object. */
  refineError?(error: VendorError, body: unknown): VendorError;
  /** The provider's answers as the library understands them. */
  wrapFetch?(fetch: typeof globalThis.fetch): typeof globalThis.fetch;
}
