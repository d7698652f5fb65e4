import type { Problem } from "../connection/problem";
import type { OutgoingMessage, TurnRequest } from "../connection/turn-stream";
import type { Reply } from "../conversation/reply";
import { PENDING_KEY, type TurnDesk } from "./turns";

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
  const { context, transcript, memory } = desk;
  const pending = memory.get(PENDING_KEY);
  if (!pending) return;
  const message = JSON.parse(pending) as OutgoingMessage;
  if (message.text.trim() === lastStoredText?.trim()) {
    memory.set(PENDING_KEY, null);
    return;
  }
  transcript.addShopperMessage(message.text);
  transcript.add(context.notice({ kind: "unreachable" }, () => desk.run({ message }), true));
}
