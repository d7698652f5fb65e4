import type { TurnOutcome } from "~/protocol/events";
import type { OutgoingMessage, TurnRequest } from "../connection/turn-attempt";
import { createMessageId } from "../conversation/message-id";
import { applyEvent, createReply, type Reply } from "../conversation/reply";
import type { Memory } from "../storage";
import type { TurnDesk } from "./failed-turn";
import type { PanelContext } from "./panel-context";
import type { Transcript } from "./transcript";

/** Milliseconds after which a stopped reply counts as ended although the server has not confirmed it. */
const STOP_GRACE_MS = 1_500;
const PENDING_KEY = "pending";

/** Turns from the shopper's side: what is sent, what is being written, what may be tried again. */
export interface Turns {
  send(text: string): void;
  /** Shows a message that never reached the server on a former page, ready to be sent again. */
  restorePending(lastStoredText: string | undefined): void;
  follow(turnId: string): void;
  /** Stops the newest reply that is being written. */
  stop(): void;
  /** Leaves all replies to the server, without stopping them. */
  abandon(): void;
  running(): boolean;
}

export interface TurnsOptions {
  context: PanelContext;
  transcript: Transcript;
  memory: Memory;
  /** Called when a turn begins or ends. */
  onChange(change: "started" | "ended"): void;
  /** A reply that was to be followed could not be reached. */
  onLost(): void;
}

interface RunningTurn {
  reply: Reply;
  abort: AbortController;
}

export function createTurns({ context, transcript, memory, onChange, onLost }: TurnsOptions): Turns {
  const running = new Set<RunningTurn>();

  async function run(request: TurnRequest): Promise<void> {
    const turn: RunningTurn = { reply: createReply(), abort: new AbortController() };
    const { reply } = turn;
    const view = transcript.addReply(reply);
    running.add(turn);
    const events = context.connection.streamTurn(request, turn.abort.signal);
    let step = await events.next();
    for (; !step.done; step = await events.next()) {
      applyEvent(reply, step.value);
      view.changed();
      if (step.value.event === "card") context.emit("card", { kind: step.value.data.kind });
      if (step.value.event === "handoff") context.emit("handoff", { ticketId: reply.ticketId });
      if (step.value.event === "turn-start") {
        memory.set(PENDING_KEY, null);
        onChange("started");
      }
    }
    running.delete(turn);
    const outcome = outcomeOf(reply, turn.abort.signal.aborted);
    reply.state = outcome;
    view.changed();
    context.emit("reply", { turnId: reply.turnId, outcome });
    if (outcome === "failed") {
      const problem = step.value ?? null;
      bringFailures().then(
        (failures) => failures.showFailure({ request, reply, problem, element: view.element }, desk),
        () => transcript.add(context.notice({ kind: "unreachable" }, () => run(request), true)),
      );
    }
    onChange("ended");
  }

  function createMessage(text: string): OutgoingMessage {
    const message = { messageId: createMessageId(), text };
    memory.set(PENDING_KEY, JSON.stringify(message));
    return message;
  }

  const desk: TurnDesk = { context, transcript, memory, onLost, run, createMessage, pendingKey: PENDING_KEY };

  return {
    send(text) {
      transcript.addShopperMessage(text);
      context.announcer.say(context.texts.sent);
      const message = createMessage(text);
      context.emit("message", { messageId: message.messageId });
      run({ message });
    },
    restorePending(lastStoredText) {
      if (!memory.get(PENDING_KEY) || running.size > 0) return;
      bringFailures().then(
        (failures) => running.size > 0 || failures.restorePending(lastStoredText, desk),
        () => null,
      );
    },
    follow(turnId) {
      run({ turnId });
    },
    stop() {
      const turn = [...running].at(-1);
      if (!turn) return;
      if (turn.reply.turnId) context.connection.stopTurn(turn.reply.turnId);
      setTimeout(() => turn.abort.abort(), turn.reply.turnId ? STOP_GRACE_MS : 0);
    },
    abandon() {
      for (const turn of running) turn.abort.abort();
      running.clear();
    },
    running: () => running.size > 0,
  };
}

const bringFailures = () => import("./failed-turn");

/** How the server ended the reply; one that it did not end was left by the shopper or failed on the way. */
function outcomeOf({ state }: Reply, left: boolean): TurnOutcome {
  if (state === "waiting" || state === "writing") return left ? "stopped" : "failed";
  return state;
}
