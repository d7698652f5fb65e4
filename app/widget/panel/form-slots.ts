import { button, el } from "./dom";
import type { FormContext, Forms, PanelBasics, PanelContext } from "./panel-context";
import { loadTexts } from "./texts";

/** Slots for forms, whose module is fetched once, with the first of them or ahead of need. */
export function createFormSlots(context: PanelBasics): Pick<PanelContext, "load" | "form" | "notice"> {
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
    function once(): void {
      if (!notice.isConnected) return;
      notice.remove();
      retry();
    }
    addEventListener("online", once, { once: true });
    const words = el("p", {}, texts.failed);
    const notice = el("div", { className: "notice box" }, words, button(texts.retry, "plain", once));
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
