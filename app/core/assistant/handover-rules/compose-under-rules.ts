import { findTopic } from "../../settings/find-topic";
import { composeReply, type Reply, type ReplyDependencies } from "../compose-reply";
import { PLATFORM_RULES } from "../prompt";
import { guardPrompt } from "../prompt-guard";
import type { OpenTurn, TurnTask } from "../turn";
import type { TurnDependencies } from "../turn-dependencies";
import { createHandoverRules, FORMER_TURNS } from "./follow-handover-rules";

type RuledDependencies = ReplyDependencies & Pick<TurnDependencies, "conversations" | "requestHandoff">;

/**
 * Has the models answer within the shop's rules. What names a topic that the merchant forbade is the built-in model's to
 * decline, which no words can talk into it; and a person is called in where the rules for that say so.
 */
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
  const isForbidden = findTopic(task.text, turn.context.settings.forbiddenTopics) !== null;
  const models = isForbidden ? deps.models.slice(-1) : deps.models;
  const createGrounding: typeof deps.createGrounding = (options) =>
    guardPrompt(deps.createGrounding(options), PLATFORM_RULES);
  const reply = await composeReply({ ...deps, models, createGrounding }, turn, signal);
  // The built-in model cites what it quotes; what it merely looked at bears nothing out.
  const isQuoting = reply.model === models.at(-1)?.name;
  if (reply.outcome === "answered" && !isQuoting && !hasNearestAlone(turn.recorder))
    turn.recorder.showUncited();
  return rules.follow(reply, deps.limits, signal);
}

/** A search of the shop's texts came back with what is merely near: no reply rests on that unless it cites it. */
function hasNearestAlone({ evidence }: OpenTurn["recorder"]): boolean {
  return evidence.some(
    ({ tool, data }) =>
      tool === "search_policies" && typeof data === "object" && data !== null && "nearest" in data,
  );
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
