import { el } from "../panel/dom";
import type { FormContext } from "../panel/panel-context";

/**
 * The way to a person: after a handover it confirms and takes an email from shoppers who are not signed in;
 * "leave-message" is offered where no reply could be given.
 */
export function createHandoffForm(
  context: FormContext,
  purpose: "handed-over" | "leave-message",
): HTMLElement {
  const { texts, shopper } = context;
  const element = el("div", { className: "form box" });
  if (purpose === "handed-over") {
    element.append(el("p", {}, texts.handedOver));
    if (!shopper.signedIn)
      element.append(el("p", { className: "note" }, texts.leaveEmail), createForm(context, false));
  } else {
    element.append(el("p", {}, texts.leaveMessage), createForm(context, true));
  }
  return element;
}

let drawn = 0;

function createForm(
  { texts, connection, announcer, memory }: FormContext,
  withNote: boolean,
): HTMLFormElement {
  const email = el("input", { type: "email", autocomplete: "email", maxLength: 254, required: true });
  const note = el("textarea", { rows: 3, maxLength: 4000 });
  const problem = el("p", { className: "problem", hidden: true, id: `problem-${++drawn}` });
  const submit = el("button", { type: "submit", className: "plain" }, texts.submit);
  const form = el(
    "form",
    { noValidate: true },
    el("label", {}, texts.email, email),
    withNote && el("label", {}, texts.note, note),
    problem,
    submit,
  );

  function complain(text: string): void {
    problem.hidden = false;
    problem.textContent = text;
    // It stands there for who comes back to the field, too.
    email.setAttribute("aria-describedby", problem.id);
    announcer.say(text);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (submit.ariaDisabled === "true") return;
    email.ariaInvalid = String(!email.validity.valid);
    if (!email.validity.valid) {
      complain(texts.emailInvalid);
      email.focus();
      return;
    }
    submit.ariaDisabled = "true";
    const result = await connection.post("/handoff", {
      email: email.value,
      ...(note.value.trim() && { note: note.value.trim() }),
    });
    submit.ariaDisabled = "false";
    if (result.status === "failed") return complain(texts.problems[result.problem.kind]);
    memory.set("mailed", "1");
    form.replaceChildren(el("p", { className: "note" }, texts.emailKept));
    announcer.say(texts.emailKept);
  });
  return form;
}
