import type { Problem, ProblemKind } from "../connection/problem";
import { button, el } from "../panel/dom";
import { fill } from "../panel/fill";
import type { FormContext } from "../panel/panel-context";
import { createHandoffForm } from "./handoff-form";

/** Seconds to wait when the server asked for patience without saying how long. */
const DEFAULT_WAIT_SECONDS = 10;

/** Where the shopper may fear that her words are lost. */
const KEPT_KINDS: ProblemKind[] = ["unreachable", "timeout", "not-ours"];

/**
 * Says what went wrong and how to go on. Retrying is possible once the server's waiting time is over, and happens by
 * itself when a lost connection comes back. `keepsMessage` when a message waits for it.
 */
export function createProblemNotice(
  problem: Problem & { message?: string },
  context: FormContext,
  retry: () => void,
  keepsMessage = false,
): HTMLElement {
  const { texts, announcer } = context;
  const seconds = problem.retryAfterSeconds ?? DEFAULT_WAIT_SECONDS;
  const cause = problem.message || fill(texts.problems[problem.kind], { seconds });
  const words = keepsMessage && KEPT_KINDS.includes(problem.kind) ? `${cause} ${texts.kept}` : cause;
  const again = button(texts.retry, "plain", once);
  // Words that are too long stay so.
  const actions = el("div", { className: "actions" }, problem.kind !== "too-long" && again);
  const element = el("div", { className: "notice box" }, el("p", {}, words), actions);

  function once(): void {
    removeEventListener("online", once);
    if (!element.isConnected) return;
    element.remove();
    retry();
  }

  if (problem.kind === "offline") addEventListener("online", once);
  if (problem.kind === "rate-limited") {
    again.disabled = true;
    setTimeout(() => {
      again.disabled = false;
    }, seconds * 1000);
  }
  if (problem.kind === "failed" || problem.kind === "unavailable") {
    const leave = button(texts.leaveMessage, "plain quiet", () => {
      const form = createHandoffForm(context, "leave-message");
      element.replaceWith(form);
      form.querySelector("input")?.focus();
    });
    actions.append(leave);
  }
  announcer.say(words);
  return element;
}
