import type { Source } from "../conversation/turn-event";
import type { ToolOutcome } from "./tool";

/** What a call came to: the tool's outcome, or arguments that did not parse (the issues are for the model to mend). */
export type ToolCallOutcome = ToolOutcome | { status: "invalid-arguments"; issues: string[] };

/**
 * What a model reads as the result of a call (ModelMessage with role "tool" holds it as JSON).
 * `sources` are numbered by the turn, and stand in the order of search_policies' sections.
 */
export interface ToolMessage {
  status: ToolCallOutcome["status"];
  reason?: string;
  retryable?: boolean;
  issues?: string[];
  data?: unknown;
  sources?: Source[];
  /** Kinds of the cards that the shopper now sees, such as "order". */
  shown?: string[];
}

export function toToolMessage(outcome: ToolCallOutcome, sources: Source[] = []): ToolMessage {
  const { status } = outcome;
  switch (outcome.status) {
    case "invalid-arguments":
      return { status, issues: outcome.issues };
    case "failed":
      return {
        status,
        retryable: outcome.retryable,
        ...(outcome.data === undefined ? {} : { data: outcome.data }),
      };
    case "not-found":
      return { status, data: outcome.data };
    case "refused":
      return {
        status,
        reason: outcome.reason,
        ...(outcome.data === undefined ? {} : { data: outcome.data }),
      };
    case "ok":
      return {
        status,
        data: outcome.data,
        ...(sources.length > 0 ? { sources } : {}),
        ...(outcome.cards?.length ? { shown: outcome.cards.map((card) => card.kind) } : {}),
      };
  }
}
