import type { AisleApi } from "../api";
import { createEmit } from "../events";
import { createMemory } from "../storage";
import { createBubble } from "./bubble";
import { createFrequency } from "./frequency";
import { parsePlan, type Trigger } from "./trigger-plan";
import { watchFor } from "./watchers";

const PREFIX = "aisle:";

/**
 * Waits for what the merchant has turned on, and then shows a bubble beside the launcher: never the panel, never twice, and
 * not at all to somebody who has opened the chat in this session. Nothing is asked of the app.
 */
function startTriggers(host: HTMLElement, root: ShadowRoot, aisle: AisleApi): void {
  const plan = parsePlan(host.dataset.triggers);
  const launcher = root.getElementById("launcher");
  if (!plan || !launcher || !remembers()) return;
  const { every, dismiss, flow, triggers } = plan;
  const session = createMemory(() => sessionStorage, PREFIX);
  const lasting = createMemory(() => localStorage, PREFIX);
  const frequency = createFrequency(every, session, lasting, Date.now);
  const emit = createEmit(host);
  let removeBubble: (() => void) | undefined;

  /** The browser opens it before the panel's script has arrived to say so. */
  const isOpen = () => root.querySelector("#panel:is(:popover-open,[open])") !== null;

  function quiet(): void {
    removeBubble?.();
    frequency.quiet();
  }

  function take({ text }: Trigger): void {
    host.dataset.words = text;
    if (flow) aisle.startFlow(flow);
    else aisle.open();
  }

  function show(trigger: Trigger): void {
    if (removeBubble || !frequency.mayShow() || isOpen()) return;
    removeBubble = createBubble({
      host,
      root,
      launcher: launcher as HTMLElement,
      text: trigger.text,
      dismissLabel: dismiss,
      onTake: () => take(trigger),
      onDismiss: quiet,
      onShow() {
        frequency.shown();
        emit("trigger", { name: trigger.name });
      },
    });
  }

  // The loader's mark of a chat that was opened, whether or not it was closed again.
  if (session.get("open") !== null) frequency.quiet();
  aisle.on("open", quiet);
  for (const trigger of triggers) watchFor(trigger, () => show(trigger), session, lasting);
}

/** Where the browser keeps nothing, a bubble could not be kept from coming back on every page. */
function remembers(): boolean {
  try {
    return Boolean(sessionStorage && localStorage);
  } catch {
    return false;
  }
}

// Fetched by the loader, which has made both.
const host = document.querySelector("aisle-chat") as HTMLElement;
startTriggers(host, host.shadowRoot as ShadowRoot, window.aisle as AisleApi);
