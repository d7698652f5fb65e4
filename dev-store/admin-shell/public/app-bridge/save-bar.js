import { ask, on, tell } from "./parent-link.js";

/** The one that the admin shows now: `{id, save(), discard(), describe()}`. */
let shown = null;

function showBar(bar) {
  shown = bar;
  tell("save-bar", { showing: true, ...bar.describe() });
}

function hideBar(bar) {
  if (shown !== bar) return;
  shown = null;
  tell("save-bar", { showing: false });
}

on("save-bar-action", ({ action }) => (action === "save" ? shown?.save() : shown?.discard()));

/** `<ui-save-bar>` holds the buttons; the admin shows its own, and a click there clicks those. */
class UiSaveBar extends HTMLElement {
  #observer = new MutationObserver(() => shown === this.#bar && showBar(this.#bar));
  #bar = {
    describe: () => ({
      discardConfirmation:
        this.hasAttribute("discardconfirmation") || this.hasAttribute("discardConfirmation"),
      saveDisabled: this.#button(true)?.disabled ?? false,
      discardDisabled: this.#button(false)?.disabled ?? false,
      loading: this.#button(true)?.hasAttribute("loading") ?? false,
    }),
    save: () => this.#button(true)?.click(),
    discard: () => this.#button(false)?.click(),
  };

  connectedCallback() {
    this.style.display = "none";
    this.#observer.observe(this, { subtree: true, childList: true, attributes: true });
  }
  disconnectedCallback() {
    this.#observer.disconnect();
    this.hide();
  }
  get showing() {
    return shown === this.#bar;
  }
  async show() {
    if (this.showing) return;
    showBar(this.#bar);
    this.dispatchEvent(new CustomEvent("show"));
  }
  async hide() {
    if (!this.showing) return;
    hideBar(this.#bar);
    this.dispatchEvent(new CustomEvent("hide"));
  }
  toggle() {
    return this.showing ? this.hide() : this.show();
  }
  #button(isSave) {
    return this.querySelector(isSave ? 'button[variant="primary"]' : 'button:not([variant="primary"])');
  }
}

const formBars = new WeakMap();

/** `<form data-save-bar>`: shown while the form differs from what it was loaded with. */
function watchForms() {
  const barOf = (form) => {
    const known = formBars.get(form) ?? {
      saved: serialize(form),
      describe: () => ({ discardConfirmation: form.hasAttribute("data-discard-confirmation") }),
      save: () => form.requestSubmit(),
      discard: () => form.reset(),
    };
    formBars.set(form, known);
    return known;
  };
  const formOf = (event) =>
    event.target.closest?.("form[data-save-bar]") ?? event.target.form?.closest("[data-save-bar]");
  addEventListener("focusin", (event) => formOf(event) && barOf(formOf(event)));
  for (const type of ["input", "change"]) {
    addEventListener(type, (event) => {
      const form = formOf(event);
      if (!form) return;
      const bar = barOf(form);
      if (serialize(form) === bar.saved) hideBar(bar);
      else showBar(bar);
    });
  }
  for (const type of ["submit", "reset"]) {
    addEventListener(type, (event) => {
      const bar = formBars.get(event.target);
      if (!bar) return;
      hideBar(bar);
      setTimeout(() => {
        bar.saved = serialize(event.target);
      });
    });
  }
}

function serialize(form) {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

function elementOf(id) {
  const element = document.getElementById(id);
  if (!(element instanceof UiSaveBar)) throw new Error(`There is no <ui-save-bar> with the id "${id}".`);
  return element;
}

export const saveBar = {
  show: async (id) => elementOf(id).show(),
  hide: async (id) => elementOf(id).hide(),
  toggle: async (id) => elementOf(id).toggle(),
  /** Resolves when the person may leave: nothing is unsaved, or they said that they don't mind. */
  leaveConfirmation: async () => {
    if (shown) await ask("leaveConfirmation");
  },
};

export function defineSaveBar() {
  customElements.define("ui-save-bar", UiSaveBar);
  watchForms();
}
