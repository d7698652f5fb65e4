import { composeReply, type Reply, type ReplyDependencies } from "../compose-reply";
import type { OpenTurn, TurnTask } from "../turn";
import type { TurnDependencies } from "../turn-dependencies";
import { createHandoverRules, FORMER_TURNS } from "./follow-handover-rules";

type RuledDependencies = ReplyDependencies & Pick<TurnDependencies, "conversations" | "requestHandoff">;

/** Has the models answer, and calls a person in where the shop's rules say so. */
export async function composeUnderRules(
  deps: RuledDependencies,
  task: Pick<TurnTask, "text" | "conversation">,
  turn: OpenTurn,
  signal: AbortSignal,
): Promise<Reply> {
  const former = await deps.conversations.readTurns(task.conversation.id, FORMER_TURNS);
  const rules = createHandoverRules(turn, task, deps.tools, former);
  if (rules.foreseen)
    turn.request = { ...turn.request, facts: { ...turn.request.facts, handover: rules.foreseen } };
  turn.context = { ...turn.context, requestHandoff: requestWithTurn(deps, turn) };
  const reply = await composeReply(deps, turn, signal);
  if (reply.outcome === "answered") turn.recorder.showUncited();
  return rules.follow(reply, deps.limits, signal);
}

/** The person who takes over reads what is being answered as well, though it is not stored yet. */
function requestWithTurn(
  { requestHandoff }: Pick<TurnDependencies, "requestHandoff">,
  { context, recorder }: OpenTurn,
): OpenTurn["context"]["requestHandoff"] {
  const { shop, conversationId } = context;
  return (reason, details) => {
    const { text, cards, evidence } = recorder;
    return requestHandoff({ shop, conversationId, reason, ...details, underWay: { text, cards, evidence } });
  };
}
