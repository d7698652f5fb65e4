import type { Problem } from "../connection/problem";
import type { OutgoingMessage, TurnRequest } from "../connection/turn-attempt";
import type { Reply } from "../conversation/reply";
import type { Memory } from "../storage";
import type { PanelContext } from "./panel-context";
import type { Transcript } from "./transcript";

/** What a failed turn needs to go on. */
export interface TurnDesk {
  context: PanelContext;
  transcript: Transcript;
  memory: Memory;
  /** Of the message in `memory` that the server may not have. */
  pendingKey: string;
  onLost(): void;
  run(request: TurnRequest): void;
  createMessage(text: string): OutgoingMessage;
}

export interface FailedTurn {
  request: TurnRequest;
  reply: Reply;
  /** Null where the server itself ended it. */
  problem: Problem | null;
  /** The reply on the screen. */
  element: HTMLElement;
}

/** Says that a turn failed and offers to try again; one that was only followed is looked up in the history. */
export function showFailure({ request, reply, problem, element }: FailedTurn, desk: TurnDesk): void {
  if (problem && !("message" in request)) {
    element.remove();
    desk.onLost();
    return;
  }
  if (!reply.text && reply.cards.length === 0) element.remove();
  const shown = problem ?? { kind: "failed" as const, ...reply.failure };
  // A turn that the server closed stays closed: asking again takes a new message.
  const closed = problem === null || problem.kind === "conflict";
  function retry(): void {
    if ("message" in request) {
      desk.run(closed ? { message: desk.createMessage(request.message.text) } : request);
    }
  }
  desk.transcript.add(desk.context.notice(shown, retry, true));
}

/** A message that never reached the server on a former page, unless it is the newest that the server has. */
export function restorePending(lastStoredText: string | undefined, desk: TurnDesk): void {
  const { context, transcript, memory, pendingKey } = desk;
  const pending = memory.get(pendingKey);
  if (!pending) return;
  const message = JSON.parse(pending) as OutgoingMessage;
  if (message.text.trim() === lastStoredText?.trim()) {
    memory.set(pendingKey, null);
    return;
  }
  transcript.addShopperMessage(message.text);
  transcript.add(context.notice({ kind: "unreachable" }, () => desk.run({ message }), true));
}
