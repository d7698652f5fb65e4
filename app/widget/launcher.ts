import type { AisleApi } from "./api";
import { createListen } from "./listen";
import type { ChatHost, Panel } from "./shell";

/**
 * All that runs before the shopper acts. The browser itself opens the printed popover, so the frame is there at once; the
 * panel is fetched when she comes near the button, and takes over from there. What is asked of it before is kept for it.
 */
async function start(host: HTMLElement): Promise<void> {
  const root = host.shadowRoot?.querySelector("style")?.sheet
    ? host.shadowRoot
    : (await import("./mend-shell")).mendShell(host);
  const find = (id: string) => root.getElementById(id) as HTMLElement;
  const launcher = find("launcher");
  const field = find("field") as HTMLTextAreaElement;
  const tab = keptOfTab();
  let arrive: (panel: Panel) => void;
  const arrived = new Promise<Panel>((resolve) => {
    arrive = resolve;
  });
  let loading: unknown;

  function load(): void {
    field.value ||= tab["aisle:draft"] || "";
    loading ||= Promise.all([
      import("./panel/panel"),
      import(`./locales/${host.lang}/panel.json`),
      // Side by side with what needs it: each file stays under what theme-check allows, and neither waits for the other.
      import("./panel/transcript"),
    ]).then(
      ([{ mountPanel }, { default: texts }]) => arrive(mountPanel(host, root, texts)),
      () => {
        loading = find("failed").hidden = false;
      },
    );
  }

  /** Passes a call on to the panel; one that opens it has the frame shown at once, and what failed to load asked for again. */
  function call<Name extends keyof Panel>(name: Name, opens?: boolean) {
    return (given?: Parameters<Panel[Name]>[0]): void => {
      if (opens && !loading) {
        load();
        find("panel").togglePopover(true);
      }
      arrived.then((panel) => (panel[name] as (given: unknown) => void)(given));
    };
  }

  const send = call("send", true);
  launcher.onpointerover = launcher.onfocus = launcher.onclick = load;
  find("send").onclick = () => send();
  // A key that a composition takes has another code, in Safari also the one that ends it.
  field.onkeydown = (event) => {
    if (event.keyCode === 13 && !event.shiftKey) {
      event.preventDefault();
      send();
    }
  };
  // As the composer does once it is there.
  field.oninput = () => {
    tab["aisle:draft"] = field.value;
  };
  if (tab["aisle:open"]) load();

  const aisle: AisleApi = {
    on: createListen(host),
    open: call("open", true),
    close: call("close"),
    send,
    startFlow: call("startFlow", true),
    setContext: call("setContext"),
  };
  window.aisle = aisle;
  if (host.dataset.triggers) setTimeout(() => import("./triggers/start-triggers"), 2000);
}

/** What is kept of this tab; no longer than the page where storage is blocked. */
function keptOfTab(): Record<string, string | undefined> {
  try {
    return sessionStorage;
  } catch {
    return {};
  }
}

/** The one that serves, with what was said in it. */
let served: ChatHost | undefined;

/**
 * Where a second one comes, since the block was printed twice or a theme has put another page's body in the place of this
 * one, the one that serves moves there.
 */
class ChatElement extends HTMLElement {
  connectedCallback(): void {
    if (!served) {
      served = this;
      start(served);
    } else if (this !== served) {
      this.replaceWith(served);
      served.moved?.();
    }
  }
}

customElements.define("aisle-chat", ChatElement);
