import { VendorError } from "~/lib/errors";
import type { TurnOutcome } from "../conversation/turn-event";
import { type AnswerDependencies, answerWithModel } from "./answer-with-model";
import { startDeadline } from "./deadline";
import type { LanguageModel } from "./language-model";
import type { ModelHealth } from "./model-health";
import { takeBackLater } from "./take-back";
import type { OpenTurn } from "./turn";

export interface ReplyDependencies extends AnswerDependencies {
  /** In the order in which they are asked; the last one is the built-in model. */
  models: readonly LanguageModel[];
  health: ModelHealth;
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
 * Has the models answer, one after the other, until one of them did. What a failed one said is taken back when another
 * one says something; what its tools gave stays, and the next goes on from there.
 */
export async function composeReply(
  deps: ReplyDependencies,
  turn: OpenTurn,
  signal: AbortSignal,
): Promise<Reply> {
  const { models, health, limits, elapsed } = deps;
  const until = elapsed() + limits.deadline;
  const last = models.at(-1);
  for (const model of models) {
    const isLast = model === last;
    const timeLeft = () =>
      isLast ? Math.max(until - elapsed(), limits.reserve) : until - elapsed() - limits.reserve;
    if (!isLast && (timeLeft() <= 0 || !health.admit(keyOf(model)))) continue;
    const end = await askModel(deps, turn, model, isLast, timeLeft, signal);
    if (end === "stopped") return { outcome: "stopped", model: model.name };
    if (end === "answered") {
      health.recordSuccess(keyOf(model));
      return { outcome: turn.handedOff ? "handed-off" : "answered", model: model.name };
    }
    takeBackLater(turn);
  }
  return { outcome: "failed", model: last?.name ?? "" };
}

const keyOf = (model: LanguageModel) => model.healthKey ?? model.name;

/** Asks once more where the provider wants no more than a moment, and there is time for it. */
async function askModel(
  deps: ReplyDependencies,
  turn: OpenTurn,
  model: LanguageModel,
  isLast: boolean,
  timeLeft: () => number,
  signal: AbortSignal,
): Promise<"answered" | "stopped" | "failed"> {
  for (let attempt = 1; ; attempt += 1) {
    const deadline = startDeadline(timeLeft(), signal);
    let failure: unknown = "content";
    try {
      const end = await answerWithModel(deps, turn, model, isLast, deadline.signal);
      if (end === "answered") return signal.aborted ? "stopped" : end;
      // Nothing is wrong with the model: it is only not to be paid for.
      if (end === "over-ceiling") return "failed";
    } catch (error) {
      failure = error;
    } finally {
      deadline.end();
    }
    if (signal.aborted) return "stopped";
    if (deadline.signal.aborted) failure = "deadline";
    const pause = attempt === 1 ? shortPauseOf(failure, deps.limits.retryAfter, timeLeft()) : null;
    if (pause === null) {
      deps.health.recordFailure(keyOf(model), failure);
      deps.onModelFailure(model.name, failure);
      return "failed";
    }
    takeBackLater(turn);
    await startDeadline(pause, signal).passed;
    if (signal.aborted) return "stopped";
  }
}

/** How long the provider asks to be left alone, if it is busy and that is short. */
function shortPauseOf(failure: unknown, longest: number, timeLeft: number): number | null {
  if (!(failure instanceof VendorError) || failure.retryAfterMs === null) return null;
  const isBusy = failure.status === 429 || failure.status === 503 || failure.status === 529;
  return isBusy && failure.retryAfterMs <= Math.min(longest, timeLeft) ? failure.retryAfterMs : null;
}
