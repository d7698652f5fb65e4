import type { SessionMessage } from "~/protocol/requests";
import type { Problem } from "../connection/problem";
import type { OutgoingMessage, TurnRequest } from "../connection/turn-attempt";
import type { Reply } from "../conversation/reply";
import type { PanelContext } from "./panel-context";
import type { Transcript } from "./transcript";

export interface UnsentMessage extends OutgoingMessage {
  /** When it was written; milliseconds since the epoch. */
  at: number;
  /** Why it could not be sent. */
  problem?: Problem;
}

/** Milliseconds by which the server's clock may be behind this one. */
const CLOCK_MARGIN_MS = 300_000;

/** What a failed turn needs to go on. */
export interface TurnDesk {
  context: PanelContext;
  transcript: Transcript;
  /** What the server may not have, oldest first; kept across pages. */
  unsent(): UnsentMessage[];
  keep(messages: UnsentMessage[]): void;
  forget(messageId: string): void;
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

/** Messages on this screen that may not have reached the server, by their ids. */
const questions = new Map<string, Element>();

/** Says that a turn failed and offers to try again; one that was only followed is looked up in the history. */
export function showFailure({ request, reply, problem, element }: FailedTurn, desk: TurnDesk): void {
  if (problem && !("message" in request)) {
    element.remove();
    desk.onLost();
    return;
  }
  const question = element.previousElementSibling;
  if (question && "message" in request) questions.set(request.message.messageId, question);
  if (!reply.text && reply.cards.length === 0) element.remove();
  const shown = problem ?? { kind: "failed" as const, ...reply.failure };
  // A turn that the server closed stays closed: asking again takes a new message.
  const closed = problem === null || problem.kind === "conflict";
  if (shown.kind === "too-long" && "message" in request) giveBack(request.message, question, desk);
  else if ("message" in request) note(request.message, shown, desk);
  function retry(): void {
    if ("message" in request) {
      if (closed) desk.forget(request.message.messageId);
      // The same turn is written anew from its beginning.
      if (!closed) element.remove();
      desk.run(closed ? { message: desk.createMessage(request.message.text) } : request);
    }
  }
  desk.transcript.add(desk.context.notice(shown, retry, true));
}

/** Only other words can mend it: they go back to where she can change them. */
function giveBack({ messageId, text }: OutgoingMessage, question: Element | null, desk: TurnDesk): void {
  desk.forget(messageId);
  question?.remove();
  const field = desk.context.root.getElementById("field") as HTMLTextAreaElement;
  field.value = [text, field.value].filter(Boolean).join("\n");
  field.dispatchEvent(new Event("input"));
}

/** Keeps the reason with the message, for the next page. */
function note({ messageId }: OutgoingMessage, problem: Problem, { unsent, keep }: TurnDesk): void {
  keep(unsent().map((message) => (message.messageId === messageId ? { ...message, problem } : message)));
}

/**
 * Shows what never reached the server on a former page. What the history has since it was written is not asked again: it
 * is drawn from there.
 */
export function restoreUnsent(
  stored: SessionMessage[],
  { context, transcript, unsent, forget, run }: TurnDesk,
): void {
  for (const { at, problem, ...message } of unsent()) {
    const question = questions.get(message.messageId);
    if (hasArrived(message.text, at, stored)) {
      forget(message.messageId);
      if (question) removeAttempt(question);
    } else if (!question?.isConnected) {
      transcript.addShopperMessage(message.text);
      // What only waited for the connection goes out by itself.
      if (problem?.kind === "offline" && navigator.onLine) run({ message });
      else transcript.add(context.notice(problem ?? { kind: "unreachable" }, () => run({ message }), true));
    }
  }
}

function hasArrived(said: string, at: number, stored: SessionMessage[]): boolean {
  return stored.some(
    ({ role, text, createdAt }) =>
      role === "shopper" && text.trim() === said.trim() && Date.parse(createdAt) > at - CLOCK_MARGIN_MS,
  );
}

/** With what stands below it: what was left of a reply, and why it could not be read. */
function removeAttempt(question: Element): void {
  while (question.nextElementSibling && !question.nextElementSibling.matches(".mine"))
    question.nextElementSibling.remove();
  question.remove();
}
