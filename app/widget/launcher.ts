import type { AisleApi } from "./api";
import { createEventHub } from "./events";
import type { Panel } from "./shell";

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
  const { emit, on } = createEventHub();
  let arrive: (panel: Panel) => void;
  const arrived = new Promise<Panel>((resolve) => {
    arrive = resolve;
  });
  let loading: unknown;

  function load(): void {
    loading ||= Promise.all([
      import("./panel/panel"),
      import(`./locales/${host.lang}/panel.json`),
      // Side by side with what needs it: each file stays under what theme-check allows, and none waits for another.
      import("./panel/transcript"),
      import("./connection/connection"),
    ]).then(
      ([{ mountPanel }, { default: texts }]) => arrive(mountPanel(host, root, texts, emit)),
      () => {
        loading = find("failed").hidden = false;
      },
    );
  }

  /** Passes a call on to the panel; one that opens it has the frame shown at once. */
  function call<Name extends keyof Panel>(name: Name, opens?: boolean) {
    return (...given: Parameters<Panel[Name]>): void => {
      if (opens && !loading) launcher.click();
      arrived.then((panel) => (panel[name] as (...given: unknown[]) => void)(...given));
    };
  }

  const send = call("send");
  launcher.onpointerover = launcher.onfocus = launcher.onclick = load;
  find("send").onclick = () => send();
  find("field").onkeydown = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      send();
    }
  };
  if (wasOpen()) load();

  const aisle: AisleApi = {
    on,
    open: call("open", true),
    close: call("close"),
    send: call("send", true),
    startFlow: call("startFlow", true),
    setContext: call("setContext"),
  };
  window.aisle = aisle;
  if (host.dataset.triggers) {
    setTimeout(async () => {
      (await import("./triggers/start-triggers")).startTriggers(host, root, aisle, emit);
    }, 2000);
  }
}

/** On the page before, in this tab. Storage may be blocked. */
function wasOpen(): string | undefined {
  try {
    return sessionStorage["aisle:open"];
  } catch {
    return;
  }
}

const host = document.querySelector<HTMLElement>("aisle-chat");
if (host) start(host);
