import type { Conversation, Shopper } from "../conversation/conversation";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import { followTurn } from "./follow-turn";
import { LEASE_MS } from "./hold-lease";
import { runTurn } from "./run-turn";
import type { PageHint } from "./turn";
import type { TurnDependencies } from "./turn-dependencies";
import { MAX_RUNNING_TURNS } from "./turn-gate";

export interface ShopperMessage {
  conversation: Conversation;
  shopper: Shopper;
  /** The client's id of the message: the same one again is the same message. */
  messageId: string;
  text: string;
  hint: PageHint;
  address: string;
}

export type AnswerUnderWay =
  | { status: "answering"; turnId: string; events: AsyncIterable<LoggedTurnEvent> }
  /** The messageId stands for another text already. */
  | { status: "conflict" }
  /** Too many replies of this conversation are being written. */
  | { status: "busy" };

/**
 * Stores the shopper's message and begins its answer, which goes on whether or not anybody reads the events. The same
 * message again gives the events of the same turn. `signal` ends the reading only.
 */
export async function answerShopper(
  deps: TurnDependencies,
  message: ShopperMessage,
  signal: AbortSignal,
): Promise<AnswerUnderWay> {
  const { conversation, messageId: clientId, text, shopper, hint, address } = message;
  const { gate } = deps;
  const at = deps.now();
  const mayRun = gate.enter(conversation.id);
  const leave = () => {
    if (mayRun) gate.leave(conversation.id);
  };
  try {
    const begun = await deps.conversations.beginTurn({
      conversationId: conversation.id,
      turnId: deps.createId(),
      messageId: deps.createId(),
      clientId,
      text,
      at,
      leaseOwner: deps.owner,
      leaseUntil: new Date(at.getTime() + LEASE_MS),
      maxRunning: mayRun ? MAX_RUNNING_TURNS : 0,
    });
    if (begun.status !== "created") leave();
    if (begun.status === "busy" || begun.status === "conflict") return begun;

    const { turn } = begun;
    const task = { conversation, shopper, text, hint, address };
    if (begun.status === "created") {
      await deps.turnLog.open(turn.id, turn.attempt);
      void runTurn(deps, {
        ...task,
        turnId: turn.id,
        messageId: clientId,
        attempt: turn.attempt,
        startedAt: turn.startedAt,
      }).finally(leave);
    }
    const events = followTurn(deps, { ...task, turn }, null, signal);
    return { status: "answering", turnId: turn.id, events };
  } catch (error) {
    leave();
    throw error;
  }
}
