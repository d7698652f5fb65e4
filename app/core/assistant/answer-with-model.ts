import type { Tool } from "../tools/tool";
import { toToolDefinition } from "../tools/tool-definition";
import { payFor } from "./budget/pay-for";
import type { Grounding, GroundingOptions } from "./grounding/grounding";
import { isMostlyTakenOut, WITHHELD } from "./handover-rules/read-attempt";
import type { LanguageModel, ModelRequest, ToolDefinition } from "./language-model";
import { answerRepeated } from "./repeated-calls";
import { runStep } from "./run-step";
import { runToolCalls } from "./run-tool-calls";
import type { OpenTurn } from "./turn";
import type { TurnLimits } from "./turn-limits";

export interface AnswerDependencies {
  tools: readonly Tool[];
  createGrounding(options: GroundingOptions): Grounding;
  limits: TurnLimits;
}

/** "over-ceiling": the shop does not want this model paid for another call. */
export type AnswerEnd = "answered" | "unanswered" | "over-ceiling";

/** Steps whose calls led nowhere, after which a model has to answer without tools. */
const USELESS_STEPS = 2;

/**
 * Has one model answer, step by step, with its own limits, each call held against the shop's ceilings before it is made.
 * "answered" when it came to an answer that the shopper can see. Rejects as the model does.
 */
export async function answerWithModel(
  deps: AnswerDependencies,
  turn: OpenTurn,
  model: LanguageModel,
  isLast: boolean,
  signal: AbortSignal,
): Promise<AnswerEnd> {
  const { limits } = deps;
  const offered = deps.tools.filter((tool) => turn.context.settings.tools[tool.name]).map(toToolDefinition);
  const tokenLimit = countTokens(turn) + limits.tokens;
  const firstToken = isLast ? limits.silence : limits.firstToken;
  let uselessSteps = 0;
  turn.calls = 0;
  for (let step = 1; step <= limits.steps; step += 1) {
    const hasRoom = turn.calls < limits.toolCalls && countTokens(turn) < tokenLimit;
    const tools = step < limits.steps && hasRoom && uselessSteps < USELESS_STEPS ? offered : [];
    const ask = () =>
      runStep(
        turn,
        model,
        toolsOf(tools, offered),
        groundingOf(deps, turn),
        { ...limits, firstToken },
        signal,
      );
    const end = isLast ? await ask() : await payFor(turn, model, offered, limits, ask);
    if (end === "over-ceiling") return end;
    if (end.status !== "said") return "unanswered";
    if (end.calls.length === 0 && !isLast && isRags(turn)) return "unanswered";
    if (end.calls.length === 0) return end.hasShown || (isLast && sayLeast(turn)) ? "answered" : "unanswered";
    if (tools.length === 0) return "unanswered";
    const fresh = answerRepeated(turn, end.calls);
    if (fresh.length === 0) uselessSteps = USELESS_STEPS;
    else if (fresh.every((call) => !offered.some(({ name }) => name === call.name))) uselessSteps += 1;
    await runToolCalls(turn, deps.tools, fresh, limits, signal);
  }
  return "unanswered";
}

function toolsOf(
  tools: ToolDefinition[],
  offered: ToolDefinition[],
): Pick<ModelRequest, "tools" | "formerTools"> {
  return tools.length > 0 ? { tools } : { tools, formerTools: offered };
}

/** A grounding for one stretch of text: it sees the evidence as it is when a sentence comes. */
const groundingOf = (deps: AnswerDependencies, turn: OpenTurn) => () =>
  deps.createGrounding({
    ...turn.grounding,
    evidence: () => [...turn.formerEvidence, ...turn.recorder.evidence],
  });

/**
 * Grounding left nothing of a last step. Another model may do better; the last one lets cards speak for themselves, or
 * says honestly that it does not know.
 */
function sayLeast(turn: OpenTurn): true {
  const { recorder, phrases } = turn;
  turn.takeBack?.();
  recorder.showText(recorder.cards.length > 0 ? phrases.seeBelow : phrases.nothingCertain);
  return true;
}

/** Grounding took out more than it left: another model may say it better than these rags do. */
function isRags({ recorder }: OpenTurn): boolean {
  if (!isMostlyTakenOut(recorder)) return false;
  recorder.corrections.push({ kind: WITHHELD, said: "", became: "" });
  return true;
}

function countTokens({ usage }: OpenTurn): number {
  return usage.inputTokens + usage.outputTokens;
}
