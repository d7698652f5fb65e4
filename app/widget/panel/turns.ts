import type { SessionMessage } from "~/protocol/requests";
import { later } from "../bring-later";
import type { OutgoingMessage, TurnRequest } from "../connection/turn-attempt";
import { createMessageId } from "../conversation/message-id";
import { applyEvent, createReply, type Reply } from "../conversation/reply";
import type { Memory } from "../storage";
import type { TurnDesk, UnsentMessage } from "./failed-turn";
import type { PanelContext } from "./panel-context";
import type { Transcript } from "./transcript";

/** Milliseconds after which a stopped reply counts as ended although the server has not confirmed it. */
const STOP_GRACE_MS = 1_500;
const UNSENT_KEY = "unsent";

/** Turns from the shopper's side: what is sent, what is being written, what may be tried again. */
export interface Turns {
  send(text: string): void;
  /** Shows what never reached the server, ready to be sent again; `stored` is what did. */
  restoreUnsent(stored: SessionMessage[]): unknown;
  follow(turnId: string): void;
  /** Stops the newest reply that is being written. */
  stop(): void;
  /** Leaves all replies to the server, without stopping them, and gives up what was not sent. */
  abandon(): void;
  running(): boolean;
}

export interface TurnsOptions {
  context: PanelContext;
  transcript: Transcript;
  memory: Memory;
  /** Called when a turn is begun, and when it ends; `said` once the server has a message of this tab. */
  onChange(said?: boolean): void;
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
    const { reply, abort } = turn;
    const { element, changed } = transcript.addReply(reply);
    running.add(turn);
    onChange();
    const problem = await context.connection.streamTurn(request, abort.signal, (event) => {
      applyEvent(reply, event);
      changed();
      if (event.event === "card") context.emit("card", { kind: event.data.kind });
      if (event.event === "handoff") context.emit("handoff", { ticketId: reply.ticketId });
      if (event.event === "turn-start") {
        forget(event.data.messageId);
        onChange("message" in request);
      }
    });
    running.delete(turn);
    // One that the server did not end was left by the shopper or failed on the way.
    reply.outcome ??= abort.signal.aborted ? "stopped" : "failed";
    const { turnId, outcome } = reply;
    changed();
    context.emit("reply", { turnId, outcome });
    if (outcome === "failed") {
      later.bring().then(
        (failures) => failures.showFailure({ request, reply, problem, element }, desk),
        () => transcript.add(context.notice({ kind: "unreachable" }, () => run(request), true)),
      );
    }
    onChange();
  }

  function createMessage(text: string): OutgoingMessage {
    const message = { messageId: createMessageId(), text };
    keep([...unsent(), { ...message, at: Date.now() }]);
    return message;
  }

  /** What others have spoilt there counts as none. */
  function unsent(): UnsentMessage[] {
    try {
      return JSON.parse(memory.get(UNSENT_KEY) as string).filter(({ text }: UnsentMessage) => text);
    } catch {
      return [];
    }
  }

  const keep = (messages: UnsentMessage[]) => memory.set(UNSENT_KEY, JSON.stringify(messages));
  const forget = (id: string) => keep(unsent().filter(({ messageId }) => messageId !== id));
  const desk: TurnDesk = { context, transcript, onLost, run, createMessage, unsent, keep, forget };

  return {
    send(text) {
      transcript.addShopperMessage(text);
      context.announcer.say(context.texts.sent);
      const message = createMessage(text);
      context.emit("message", { messageId: message.messageId });
      run({ message });
    },
    restoreUnsent(stored) {
      return (
        unsent().length > 0 &&
        later.bring().then(
          (failures) => running.size > 0 || failures.restoreUnsent(stored, desk),
          () => null,
        )
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
      keep([]);
    },
    running: () => running.size > 0,
  };
}
