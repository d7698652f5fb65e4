import { on, tell } from "./parent-link.js";

/** An element that is not shown: the admin is told what it holds, each time that changes. */
class MirroredElement extends HTMLElement {
  #observer = new MutationObserver(() => this.report());

  connectedCallback() {
    this.style.display = "none";
    this.#observer.observe(this, { subtree: true, childList: true, attributes: true, characterData: true });
    queueMicrotask(() => this.report());
  }
  disconnectedCallback() {
    this.#observer.disconnect();
  }
}

/** `<ui-nav-menu>` and `<s-app-nav>`: the app's pages in the admin's own navigation. */
function createNavigationElement() {
  return class extends MirroredElement {
    report() {
      const items = [...this.querySelectorAll("a, s-link")]
        .filter((link) => link.getAttribute("rel") !== "home")
        .map((link) => ({ href: link.getAttribute("href"), label: link.textContent.trim() }));
      tell("nav", { items });
    }
  };
}

class UiTitleBar extends MirroredElement {
  report() {
    const actions = this.actions().map((action, index) => ({
      index,
      label: action.textContent.trim(),
      variant: action.getAttribute("variant"),
      tone: action.getAttribute("tone"),
      disabled: action.hasAttribute("disabled"),
    }));
    tell("title-bar", { title: this.getAttribute("title") ?? "", actions });
  }
  disconnectedCallback() {
    super.disconnectedCallback();
    tell("title-bar", { title: "", actions: [] });
  }
  actions() {
    return [...this.querySelectorAll("button, a")];
  }
}

export function defineChromeElements() {
  customElements.define("ui-nav-menu", createNavigationElement());
  customElements.define("s-app-nav", createNavigationElement());
  customElements.define("ui-title-bar", UiTitleBar);
  on("title-bar-action", ({ index }) => {
    const bar = [...document.querySelectorAll("ui-title-bar")].find(
      (element) => !element.closest("ui-modal"),
    );
    bar?.actions()[index]?.click();
  });
}
