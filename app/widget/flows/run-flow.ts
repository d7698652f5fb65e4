import type { Flow, FlowStep } from "~/protocol/requests";
import { adoptStyle } from "../adopt-style";
import { button, el } from "../panel/dom";
import type { PanelContext } from "../panel/panel-context";
import { loadTexts, type Texts } from "../panel/texts";
import type { Transcript } from "../panel/transcript";
import type { Memory } from "../storage";
import { composeMessage, followCourse, type Given, spokenAnswer, takesText } from "./flow-course";
import { keepFlow } from "./flow-memory";
import style from "./flows.css?inline";

/** Characters; whoever writes more than an answer has something else to say. */
const MAX_ANSWER = 200;

interface RunningFlow {
  /** Without a message. */
  end(): void;
  /** The page draws it anew. */
  leave(): void;
}

let running: RunningFlow | undefined;
let styled: ShadowRoot | undefined;

/**
 * Asks the flow's questions in the transcript, as the assistant's own, and sends the message that they end in. Where a
 * question takes words, what she writes in the composer answers it; any other message that is sent ends the flow, and so
 * does another one. `given` is what she had answered before the page changed.
 */
export async function runFlow(
  flow: Flow,
  context: PanelContext,
  transcript: Transcript,
  memory: Memory,
  given?: Given[],
): Promise<void> {
  const texts = await loadTexts("flows", context.config.language);
  if (given) running?.leave();
  else running?.end();
  if (styled !== context.root) adoptStyle(context.root, style);
  styled = context.root;
  const element = el("div", { className: "flow" });
  const stopListening = window.aisle?.on("message", () => end(false));
  let course = followCourse(flow, given ?? []);

  function leave(): void {
    running = undefined;
    stopListening?.();
    context.hears = undefined;
    element.remove();
    setOffers(false);
  }

  function end(completed: boolean): void {
    leave();
    keepFlow(memory, null);
    context.emit("flow-end", { id: flow.id, completed });
  }

  /** What else she may begin with: out of the way while she answers. */
  function setOffers(hidden: boolean): void {
    for (const chips of context.root.querySelectorAll<HTMLElement>(".chips")) chips.hidden = hidden;
  }

  function goTo(answered: Given[], speaks = true): void {
    course = followCourse(flow, answered);
    if (course.asked) {
      keepFlow(memory, { id: flow.id, given: course.answered });
      draw(course.asked, speaks);
      return;
    }
    const message = composeMessage(flow, course.answered);
    end(message !== "");
    if (message) context.ask(message);
  }

  function draw(step: FlowStep, speaks: boolean): void {
    const { answered } = course;
    const answer = (given: Omit<Given, "step">) => goTo([...answered, { step: step.id, ...given }]);
    context.hears = (text) => {
      const isAnswer = takesText(step) && text.length <= MAX_ANSWER;
      if (isAnswer) answer({ text });
      return isAnswer;
    };
    const { question, box } = askStep(flow, step, texts, {
      answer,
      back: answered.length > 0 && (() => goTo(answered.slice(0, -1))),
      cancel() {
        end(false);
        context.announcer.say(texts.cancelled);
      },
    });
    element.replaceChildren(...answered.flatMap((given) => drawAnswered(flow, given)), box);
    transcript.add(element);
    if (speaks) question.focus({ preventScroll: true });
  }

  running = { end: () => end(false), leave };
  setOffers(true);
  if (!given) context.emit("flow-start", { id: flow.id });
  goTo(course.answered, !given);
}

interface StepActions {
  answer(given: Omit<Given, "step">): void;
  back: false | (() => void);
  cancel(): void;
}

function askStep(
  flow: Flow,
  step: FlowStep,
  texts: Texts["flows"],
  actions: StepActions,
): { question: HTMLElement; box: HTMLElement } {
  const question = el("p", { id: "question", tabIndex: -1, className: "text" }, step.question);
  const choices = step.answers.map(({ label }, pick) =>
    button(label, "chip", () => actions.answer({ pick })),
  );
  const box = el(
    "div",
    { className: "reply", role: "group" },
    !actions.back && flow.title !== "" && el("p", { className: "note" }, flow.title),
    question,
    choices.length > 0 && el("div", { className: "choose" }, ...choices),
    takesText(step) && el("p", { className: "note" }, choices.length > 0 ? texts.orWrite : texts.write),
    el(
      "div",
      { className: "actions" },
      actions.back && button(texts.back, "plain quiet", actions.back),
      step.optional && button(texts.skip, "plain quiet", () => actions.answer({})),
      button(texts.cancel, "plain quiet", actions.cancel),
    ),
  );
  box.setAttribute("aria-labelledby", "question");
  return { question, box };
}

function drawAnswered(flow: Flow, given: Given): HTMLElement[] {
  const { question = "" } = flow.steps.find(({ id }) => id === given.step) ?? {};
  const said = spokenAnswer(flow, given);
  return [
    el("div", { className: "reply" }, el("p", { className: "text" }, question)),
    ...(said ? [el("div", { className: "mine" }, el("p", {}, said))] : []),
  ];
}
