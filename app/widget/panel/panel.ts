import type { SessionMessage, SessionResponse } from "~/protocol/requests";
import { parseConfig } from "../config";
import type { createConnection } from "../connection/connection";
import type { EventHub } from "../events";
import { createPageState } from "../page-context/page-context";
import type { Panel, Shell } from "../shell";
import { createMemory } from "../storage";
import { createAnnouncer } from "./announcer";
import { createComposer } from "./composer";
import { el, iconButton } from "./dom";
import { createFormSlots } from "./form-slots";
import { createLinks } from "./links";
import type { PanelContext } from "./panel-context";
import { suggestionChips } from "./suggestions";
import { loadTexts } from "./texts";
import type { createTranscript } from "./transcript";
import { createTurns } from "./turns";
import { fitToKeyboard } from "./viewport";

const NEW_CONVERSATION =
  "M12 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-6M9 15v-3l8.5-8.5 3 3L12 15z";

/** Milliseconds until the history is asked for a reply that cannot be followed live. */
const LOST_TURN_MS = 3_000;

export async function mountPanel(
  shell: Shell,
  connect: typeof createConnection,
  drawTranscript: typeof createTranscript,
  emit: EventHub["emit"],
): Promise<Panel> {
  const config = parseConfig(shell.host.dataset.config ?? "");
  const prefix = `aisle:${config.shop}${config.proxy}:`;
  const pageMemory = createMemory(() => sessionStorage, prefix);
  const texts = await loadTexts("panel", config.locale);
  const announcer = createAnnouncer();
  const page = createPageState(config);
  const waitingForPage: (() => void)[] = [];
  const basics: Omit<PanelContext, "form" | "notice"> = {
    config,
    root: shell.root,
    texts,
    announcer,
    emit,
    connection: connect(
      config,
      createMemory(() => localStorage, prefix),
      page.read,
    ),
    links: createLinks(location.href, config.shop),
    shopper: { signedIn: false },
    ask(text) {
      turns.send(text);
      // On phones the composer's keyboard would cover the answer.
      (shell.panel.matches(":modal") ? shell.log : shell.field).focus();
    },
    whenPageIsFree(then) {
      if (shell.panel.matches(":modal")) waitingForPage.push(then);
      else then();
    },
  };
  const slots = createFormSlots(basics);
  const context: PanelContext = { ...basics, ...slots };
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel(prefix) : null;
  shell.panel.append(announcer.element);
  const transcript = drawTranscript(shell.log, context);
  const turns = createTurns({
    context,
    transcript,
    memory: pageMemory,
    onChange(change) {
      composer.setRunning(turns.running());
      shell.log.ariaBusy = String(turns.running());
      if (change === "started") tabs?.postMessage("changed");
    },
    onLost: () => setTimeout(() => !turns.running() && reload(), LOST_TURN_MS),
  });
  const composer = createComposer(shell, pageMemory, texts, turns.stop);
  let session: "unopened" | "opening" | "open" = "unopened";
  let newestOpening = 0;

  const restart = iconButton(texts.newConversation, NEW_CONVERSATION, "restart", () => {
    turns.abandon();
    reload(true);
    shell.field.focus();
  });
  shell.close.before(restart);
  fitToKeyboard(shell.panel);

  // Another tab of the same conversation has said something, or begun anew.
  tabs?.addEventListener("message", () => {
    if (session !== "open" || turns.running()) return;
    reload();
  });

  function reload(fresh = false): void {
    transcript.clear();
    openSession(fresh);
  }

  async function openSession(fresh = false): Promise<void> {
    session = "opening";
    const opening = ++newestOpening;
    const loading = el("p", { className: "status" }, texts.thinking);
    if (!turns.running()) transcript.add(loading);
    const result = await context.connection.openSession(fresh);
    loading.remove();
    if (opening !== newestOpening) return;
    if (result.status === "failed") {
      session = "unopened";
      if (!turns.running()) transcript.add(context.notice(result.problem, openSession));
      return;
    }
    session = "open";
    showSession(result.value);
    if (fresh) tabs?.postMessage("changed");
  }

  function showSession(response: SessionResponse): void {
    context.shopper.signedIn = response.shopper.signedIn;
    shell.title.textContent = response.name;
    shell.title.dataset.initial = [...response.name][0] ?? "";
    const isLive = turns.running();
    transcript.addHistory(isLive ? withoutNewest(response.messages) : response.messages);
    if (response.messages.length === 0) {
      transcript.addGreeting(response.greeting);
      if (!isLive && response.suggestions.length > 0)
        transcript.add(suggestionChips(response.suggestions, context));
      announcer.say(response.greeting);
    }
    if (isLive) return;
    if (response.runningTurnId) turns.follow(response.runningTurnId);
    else turns.restorePending(response.messages.findLast(({ role }) => role === "shopper")?.text);
  }

  return {
    open() {
      if (session === "unopened") openSession();
    },
    close() {
      for (const then of waitingForPage.splice(0)) then();
    },
    setContext: page.merge,
    send(text) {
      const message = text?.trim() || composer.take();
      if (message) turns.send(message);
    },
  };
}

/** Stored messages without the one that is being answered on this screen already. */
function withoutNewest(messages: SessionMessage[]): SessionMessage[] {
  return messages.at(-1)?.role === "shopper" ? messages.slice(0, -1) : messages;
}
