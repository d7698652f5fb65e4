import { phrasesFor } from "../settings/phrases";
import { LANGUAGES } from "../settings/settings";
import { EMPTY_BUDGET } from "./budget/turn-budget";
import type { Reply } from "./compose-reply";
import { gatherTurn } from "./gather-turn";
import { composeUnderRules } from "./handover-rules/compose-under-rules";
import { holdLease } from "./hold-lease";
import { publishEvents } from "./publish-events";
import type { OpenTurn, TurnTask } from "./turn";
import type { TurnDependencies } from "./turn-dependencies";
import { createTurnRecorder, type TurnRecorder } from "./turn-recorder";
import { watchTurn } from "./watch-turn";

/** How often, and after how long a pause, a finished turn is tried to be stored. */
const STORE_TRIES = 4;
const STORE_PAUSE_MS = 500;

/** What a turn took; a turn that ended before its budget was opened took nothing. */
type TurnCosts = Pick<OpenTurn, "usage" | "budget">;

/**
 * Answers one message, from the lease to the closing event. Whoever calls holds the lease and has opened the turn in the
 * log. Never rejects; whatever happens, the last event is `turn-end` or `error`.
 */
export async function runTurn(deps: TurnDependencies, task: TurnTask): Promise<void> {
  const { turnId, attempt } = task;
  const startedAt = deps.elapsed();
  const stopping = new AbortController();
  const problem = (step: string) => (error: unknown) => deps.onProblem({ turnId, step, error });
  const publishing = publishEvents(deps.turnLog, turnId, (error) => problem("publish")(error));
  const recorder = createTurnRecorder(attempt, publishing.publish);
  let isLost = false;
  const watch = watchTurn(deps.turnLog, turnId, () => stopping.abort());
  const lease = holdLease({
    ...{
      conversations: deps.conversations,
      turnId,
      owner: deps.owner,
      events: recorder.events,
      now: deps.now,
    },
    onLost: () => {
      isLost = true;
      stopping.abort();
    },
    onProblem: problem("checkpoint"),
  });

  recorder.emit({ event: "turn-start", data: { turnId, messageId: task.messageId } });
  if (attempt > 1) recorder.emit({ event: "reset", data: { reason: "restarted" } });
  const costs = { usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 }, budget: EMPTY_BUDGET };
  const reply = await reachReply(deps, task, recorder, costs, stopping.signal).catch(
    (error: unknown): Reply => {
      if (stopping.signal.aborted) return { outcome: "stopped", model: "" };
      problem("reply")(error);
      return { outcome: "failed", model: "" };
    },
  );
  watch.close();
  await lease.close();

  emitClosing(recorder, task, isLost ? { ...reply, outcome: "failed" } : reply, costs.usage);
  if (!isLost) await storeTurn(deps, task, recorder, reply, costs).catch(problem("store"));
  costs.budget.close();
  await publishing.finish();
  deps.onTurnEnd({ ...reply, milliseconds: deps.elapsed() - startedAt });
}

async function reachReply(
  deps: TurnDependencies,
  task: TurnTask,
  recorder: TurnRecorder,
  costs: TurnCosts,
  signal: AbortSignal,
): Promise<Reply> {
  const [gathered, models] = await Promise.all([
    gatherTurn(deps, task, signal),
    deps.modelsOf(task.conversation.shop),
  ]);
  const { id: conversationId, shop, customerId } = task.conversation;
  const payer = { shop, conversationId, customerId };
  costs.budget = deps.budgets.openTurn(payer, gathered.context.settings.ceilings);
  const turn: OpenTurn = { ...gathered, ...costs, recorder, calls: 0, handedOff: false };
  const onModelFailure = (model: string, error: unknown) =>
    deps.onProblem({ turnId: task.turnId, step: `model ${model}`, error });
  return composeUnderRules({ ...deps, models, onModelFailure }, task, turn, signal);
}

/** A reply that failed closes with an error that offers a handover; every other one with `turn-end`. */
function emitClosing(
  recorder: TurnRecorder,
  task: TurnTask,
  reply: Reply,
  { inputTokens, outputTokens }: TurnCosts["usage"],
): void {
  if (reply.outcome === "failed") {
    const locale = task.hint.locale ?? task.conversation.locale;
    const { unavailable } = phrasesFor(locale, [...LANGUAGES]);
    recorder.emit({ event: "error", data: { code: "assistant-unavailable", message: unavailable } });
  } else {
    recorder.emit({
      event: "turn-end",
      data: { turnId: task.turnId, ...reply, usage: { inputTokens, outputTokens } },
    });
  }
}

/** Tries again for a moment: an answer that was given should not be lost to a hiccup. */
async function storeTurn(
  deps: TurnDependencies,
  task: TurnTask,
  recorder: TurnRecorder,
  reply: Reply,
  { usage, budget }: TurnCosts,
): Promise<void> {
  const { text, cards, sources, events, evidence, corrections } = recorder;
  const { spending, ceiling } = budget;
  const result = { ...reply, text, cards, sources, events, evidence, corrections, usage, spending, ceiling };
  const messageId = deps.createId();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await deps.conversations.endTurn(task.turnId, deps.owner, messageId, result, deps.now());
      return;
    } catch (error) {
      if (attempt === STORE_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, STORE_PAUSE_MS));
    }
  }
}
