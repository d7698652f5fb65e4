import { VendorError } from "~/lib/errors";
import { estimateTokens } from "../estimate-tokens";
import type { LanguageModel, ModelUsage, ToolDefinition } from "../language-model";
import { priceOf } from "../model-prices";
import { describeFacts } from "../prompt";
import type { StepEnd } from "../run-step";
import { trimResult } from "../trim-result";
import type { OpenTurn } from "../turn";
import type { TurnLimits } from "../turn-limits";
import type { PlannedCall } from "./turn-budget";

const NOTHING: ModelUsage = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

/**
 * Makes a model call if the shop's ceilings let it, and enters what it took. A call that the provider refused cost
 * nothing; one that broke off without a count may have cost all that it could.
 */
export async function payFor(
  turn: OpenTurn,
  model: LanguageModel,
  tools: readonly ToolDefinition[],
  limits: Pick<TurnLimits, "outputTokens">,
  ask: () => Promise<StepEnd>,
): Promise<StepEnd | "over-ceiling"> {
  const call = planCall(turn, model, tools, limits);
  if ((await turn.budget.admit(call)) !== null) return "over-ceiling";
  let took: ModelUsage | null = null;
  try {
    const end = await ask();
    took = end.usage ?? null;
    return end;
  } catch (error) {
    if (error instanceof VendorError && error.status !== null) took = NOTHING;
    throw error;
  } finally {
    turn.budget.settle(call, took);
  }
}

function planCall(
  turn: OpenTurn,
  model: LanguageModel,
  tools: readonly ToolDefinition[],
  limits: Pick<TurnLimits, "outputTokens">,
): PlannedCall {
  const { system, memory, facts } = turn.request;
  const said = turn.messages.map((message) =>
    message.role === "tool" ? trimResult(message.content) : JSON.stringify(message),
  );
  const text = [system, memory, describeFacts(facts), JSON.stringify(tools), ...said].join("\n");
  return {
    model: model.name,
    price: model.provider === undefined ? null : priceOf(model.provider, model.name),
    inputTokens: estimateTokens(text),
    maxOutputTokens: limits.outputTokens,
  };
}
