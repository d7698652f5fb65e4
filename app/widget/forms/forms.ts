import type { FormContext, Forms } from "../panel/panel-context";
import { createFeedback } from "./feedback";
import { createHandoffForm } from "./handoff-form";
import { createProblemNotice } from "./problem-notice";

/** What an open panel seldom needs at once, in one module that it fetches when it is idle. */
export function createForms(context: FormContext): Forms {
  return {
    feedback: (turnId) => createFeedback(turnId, context),
    handoff: (purpose) => createHandoffForm(context, purpose),
    notice: (problem, retry, keepsMessage) => createProblemNotice(problem, context, retry, keepsMessage),
  };
}
