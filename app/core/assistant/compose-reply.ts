import type { TurnOutcome } from "../conversation/turn-event";
import type { Tool } from "../tools/tool";
import { toToolDefinition } from "../tools/tool-definition";
import type { Grounding, GroundingOptions } from "./grounding/grounding";
import type { LanguageModel, ModelMessage } from "./language-model";
import type { ModelHealth } from "./model-health";
import { runStep } from "./run-step";
import { runToolCalls } from "./run-tool-calls";
import type { OpenTurn } from "./turn";
import type { TurnLimits } from "./turn-limits";

export interface ReplyDependencies {
  /** In the order in which they are asked; the last one is the built-in model. */
  models: readonly LanguageModel[];
  health: ModelHealth;
  tools: readonly Tool[];
  createGrounding(options: GroundingOptions): Grounding;
  limits: TurnLimits;
  /** Milliseconds of a clock that never goes back. */
  elapsed(): number;
  onModelFailure(model: string, error: unknown): void;
}

export interface Reply {
  outcome: TurnOutcome;
  /** The model that answered, or tried last. */
  model: string;
}

/**
 * Has the models answer, one after the other, until one of them did. What a failed one said is taken back; what its
 * tools gave stays, and the next goes on from there.
 */
export async function composeReply(
  deps: ReplyDependencies,
  turn: OpenTurn,
  signal: AbortSignal,
): Promise<Reply> {
  const { models, health, limits, elapsed } = deps;
  const until = elapsed() + limits.deadline;
  const last = models.at(-1);
  const candidates = models.filter((model) => model === last || health.isUsable(model.name));

  for (const model of candidates) {
    const time = until - elapsed() - (model === last ? 0 : limits.reserve);
    if (time <= 0 && model !== last) continue;
    const deadline = startDeadline(Math.max(time, limits.reserve), signal);
    try {
      const answered = await answer(deps, turn, model, deadline.signal);
      if (signal.aborted) return { outcome: "stopped", model: model.name };
      if (answered) {
        health.recordSuccess(model.name);
        return { outcome: turn.handedOff ? "handed-off" : "answered", model: model.name };
      }
      health.recordFailure(model.name, null);
      deps.onModelFailure(model.name, deadline.signal.aborted ? "deadline" : "no-answer");
    } catch (error) {
      if (signal.aborted) return { outcome: "stopped", model: model.name };
      health.recordFailure(model.name, error);
      deps.onModelFailure(model.name, error);
    } finally {
      deadline.end();
    }
    takeBack(turn);
  }
  return { outcome: "failed", model: last?.name ?? "" };
}

/** True when the model came to an answer that the shopper can see. Its budget is its own. */
async function answer(
  deps: ReplyDependencies,
  turn: OpenTurn,
  model: LanguageModel,
  signal: AbortSignal,
): Promise<boolean> {
  const { limits } = deps;
  const { recorder } = turn;
  const definitions = deps.tools
    .filter((tool) => turn.context.settings.tools[tool.name])
    .map(toToolDefinition);
  const tokenLimit = countTokens(turn) + limits.tokens;
  turn.calls = 0;
  for (let step = 1; step <= limits.steps; step += 1) {
    const hasRoom = turn.calls < limits.toolCalls && countTokens(turn) < tokenLimit;
    const tools = step < limits.steps && hasRoom ? definitions : [];
    const shownBefore = recorder.text;
    const grounding = deps.createGrounding({
      ...turn.grounding,
      evidence: () => [...turn.formerEvidence, ...recorder.evidence],
    });
    const end = await runStep(turn, model, tools, grounding, limits, signal);
    if (end.status !== "said") return false;
    if (end.calls.length === 0) return recorder.text !== shownBefore || sayLeast(deps, turn, model);
    if (tools.length === 0) break;
    await runToolCalls(turn, deps.tools, end.calls, limits, signal);
  }
  return false;
}

/**
 * Grounding left nothing of a last step. Another model may do better; the last one lets cards speak for themselves, or
 * says honestly that it does not know.
 */
function sayLeast({ models }: ReplyDependencies, turn: OpenTurn, model: LanguageModel): boolean {
  const { recorder, phrases } = turn;
  if (model !== models.at(-1)) return false;
  recorder.showText(recorder.cards.length > 0 ? phrases.seeBelow : phrases.nothingCertain);
  return true;
}

function countTokens({ usage }: OpenTurn): number {
  return usage.inputTokens + usage.outputTokens;
}

/** The next model sees the calls and their results, but no words that the shopper no longer sees. */
function takeBack(turn: OpenTurn): void {
  turn.recorder.reset("model-failed");
  dropUnanswered(turn);
}

function dropUnanswered(turn: OpenTurn): void {
  const { messages } = turn;
  const shopper = messages.findLastIndex((message) => message.role === "shopper");
  const kept = messages.slice(shopper + 1).flatMap((message): ModelMessage[] => {
    if (message.role !== "assistant") return [message];
    const toolCalls = message.toolCalls.filter((call) =>
      messages.some((other) => other.role === "tool" && other.callId === call.id),
    );
    return toolCalls.length > 0 ? [{ ...message, text: "", toolCalls }] : [];
  });
  messages.splice(shopper + 1, messages.length, ...kept);
}

/** AbortSignal.timeout may be collected before it fires on Node 20. */
function startDeadline(milliseconds: number, signal: AbortSignal): { signal: AbortSignal; end(): void } {
  const deadline = new AbortController();
  const abort = () => deadline.abort(signal.reason);
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  const timer = setTimeout(() => deadline.abort(), milliseconds);
  return {
    signal: deadline.signal,
    end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    },
  };
}
