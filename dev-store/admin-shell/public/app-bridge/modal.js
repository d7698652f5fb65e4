/**
 * `<ui-modal>`: shown within the frame as a dialog, which is less than the admin's own overlay but has its contract:
 * `content` for what React puts in, `show` and `hide` events, the buttons of its title bar at the foot.
 */
class UiModal extends HTMLElement {
  content = document.createElement("div");
  #dialog = document.createElement("dialog");

  connectedCallback() {
    this.style.display = "none";
    this.#dialog.style.cssText =
      "border:0;border-radius:12px;padding:0;min-width:min(32rem,90vw);max-width:90vw";
    this.#dialog.addEventListener("close", () => this.dispatchEvent(new CustomEvent("hide")));
    document.body.append(this.#dialog);
  }
  disconnectedCallback() {
    this.#dialog.remove();
  }
  async show() {
    if (this.#dialog.open) return;
    this.#dialog.replaceChildren(this.#head(), this.#body(), this.#foot());
    this.#dialog.showModal();
    this.dispatchEvent(new CustomEvent("show"));
  }
  async hide() {
    if (this.#dialog.open) this.#dialog.close();
  }
  toggle() {
    return this.#dialog.open ? this.hide() : this.show();
  }
  #head() {
    const title = document.createElement("h2");
    title.textContent = this.querySelector("ui-title-bar")?.getAttribute("title") ?? "";
    title.style.cssText = "margin:0;padding:1rem 1.25rem;font-size:1rem";
    return title;
  }
  #body() {
    const src = this.getAttribute("src");
    if (!src) {
      if (this.content.childElementCount === 0) this.content.append(...this.#ownContent());
      return this.content;
    }
    const frame = document.createElement("iframe");
    frame.src = src;
    frame.style.cssText = "border:0;width:100%;height:60vh";
    return frame;
  }
  #ownContent() {
    return [...this.children].filter((child) => !/^ui-(title|save)-bar$/i.test(child.tagName));
  }
  #foot() {
    const foot = document.createElement("div");
    foot.style.cssText = "display:flex;gap:.5rem;justify-content:flex-end;padding:1rem 1.25rem";
    for (const action of this.querySelectorAll("ui-title-bar button")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = action.textContent;
      button.disabled = action.disabled;
      button.addEventListener("click", () => action.click());
      foot.append(button);
    }
    return foot;
  }
}

function elementOf(id) {
  const element = document.getElementById(id);
  if (!(element instanceof UiModal)) throw new Error(`There is no <ui-modal> with the id "${id}".`);
  return element;
}

export const modal = {
  show: async (id) => elementOf(id).show(),
  hide: async (id) => elementOf(id).hide(),
  toggle: async (id) => elementOf(id).toggle(),
};

export function defineModal() {
  customElements.define("ui-modal", UiModal);
}
