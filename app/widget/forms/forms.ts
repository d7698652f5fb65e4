import { adoptStyle } from "../adopt-style";
import type { FormContext, Forms } from "../panel/panel-context";
import css from "./forms.css?inline";
import { forgetOffers } from "./kept-ending";
import { createProblemNotice } from "./problem-notice";
import { createReplyEnding } from "./reply-ending";

/** What an open panel seldom needs at once, in one module that it fetches when it is idle. */
export function createForms(context: FormContext): Forms {
  adoptStyle(context.root, css);
  window.aisle?.on("message", () => forgetOffers(context.memory));
  return {
    tooLong: context.texts.problems["too-long"],
    ending: (reply, text, past) => createReplyEnding(reply, text, context, past),
    notice: (problem, retry, keepsMessage) => createProblemNotice(problem, context, retry, keepsMessage),
  };
}
