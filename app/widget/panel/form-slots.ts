import { button, el } from "./dom";
import type { FormContext, Forms, PanelBasics, PanelContext } from "./panel-context";
import { loadTexts } from "./texts";

/** Slots for forms. Their module is fetched once, with the first of them or ahead of need. */
export interface FormSlots extends Pick<PanelContext, "form" | "notice"> {
  load(): Promise<Forms>;
}

export function createFormSlots(context: PanelBasics): FormSlots {
  const { texts, config } = context;
  let loading: Promise<Forms> | undefined;

  function load(): Promise<Forms> {
    loading ??= Promise.all([import("../forms/forms"), loadTexts("forms", config.language)]).then(
      ([{ createForms }, formTexts]) => createForms({ ...context, texts: formTexts } as FormContext),
    );
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  }

  function form(draw: (forms: Forms) => HTMLElement, otherwise?: () => HTMLElement): HTMLElement {
    const slot = el("div", { hidden: true });
    load().then(
      (forms) => slot.replaceWith(draw(forms)),
      () => otherwise && slot.replaceWith(otherwise()),
    );
    return slot;
  }

  function plainNotice(retry: () => void): HTMLElement {
    const again = button(texts.retry, "plain", () => {
      removeEventListener("online", again.onclick as () => void);
      notice.remove();
      retry();
    });
    addEventListener("online", again.onclick as () => void);
    const notice = el("div", { className: "notice box" }, el("p", {}, texts.failed), again);
    context.announcer.say(texts.failed);
    return notice;
  }

  return {
    load,
    form,
    notice: (problem, retry, keepsMessage) =>
      form(
        (forms) => forms.notice(problem, retry, keepsMessage),
        () => plainNotice(retry),
      ),
  };
}
