import type { Flow, SessionMessage, SessionResponse } from "~/protocol/requests";
import { createReply } from "../conversation/reply";
import type { Shell } from "../shell";
import type { Memory } from "../storage";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";
import { suggestionChips } from "./suggestions";
import type { Transcript } from "./transcript";
import type { Turns } from "./turns";

/** Milliseconds until the history is asked for a reply that cannot be followed live. */
const LOST_TURN_MS = 3_000;

/** The conversation on the screen: its history, its beginning, and what another tab adds to it. */
export interface ConversationView {
  /** Fetched with the first call, shown, and again when that has failed. */
  open(): void;
  beginAnew(): void;
  /** This tab has said something. */
  changed(): void;
  /** A reply that was to be followed could not be reached. */
  lost(): void;
  startFlow(id: string): void;
}

export interface ConversationViewOptions {
  shell: Shell;
  context: PanelContext;
  transcript: Transcript;
  turns: Turns;
  /** Of this tab. */
  memory: Memory;
  /** The channel that the tabs of this conversation share. */
  channel: string;
  onShown(response: SessionResponse): void;
}

export function createConversationView(options: ConversationViewOptions): ConversationView {
  const { shell, context, transcript, turns, memory } = options;
  const tabs = new BroadcastChannel(options.channel);
  let state: "unopened" | "opening" | "open" = "unopened";
  let newestOpening = 0;
  let flows: Flow[] = [];
  let wantedFlow: string | undefined;

  async function fetchSession(fresh?: boolean): Promise<void> {
    state = "opening";
    const opening = ++newestOpening;
    const loading = el("p", { className: "status" }, context.texts.thinking);
    if (!turns.running()) transcript.add(loading);
    const result = await context.connection.openSession(fresh);
    loading.remove();
    if (opening !== newestOpening) return;
    if (result.status === "failed") {
      state = "unopened";
      if (!turns.running()) transcript.add(context.notice(result.problem, fetchSession));
      return;
    }
    state = "open";
    show(result.value);
    if (fresh) changed();
  }

  function show(response: SessionResponse): void {
    const { messages, name, runningTurnId } = response;
    context.links.own(response.storefrontUrl);
    context.shopper.signedIn = response.shopper.signedIn;
    flows = response.flows;
    shell.title.textContent = name;
    shell.title.dataset.initial = [...name][0] ?? "";
    const isLive = turns.running();
    transcript.addHistory(isLive ? withoutNewest(messages) : messages);
    // What a bubble beside the launcher has said is the assistant's first word.
    const { words } = shell.host.dataset;
    delete shell.host.dataset.words;
    if (messages.length === 0) showBeginning({ ...response, greeting: words || response.greeting }, isLive);
    else if (words && !isLive) transcript.addReply(createReply({ state: "answered", text: words }));
    options.onShown(response);
    if (isLive) return;
    if (runningTurnId) turns.follow(runningTurnId);
    else turns.restorePending(messages.findLast(({ role }) => role === "shopper")?.text);
    goOnWithFlow();
  }

  function showBeginning({ greeting, suggestions }: SessionResponse, isLive: boolean): void {
    transcript.addGreeting(greeting);
    context.announcer.say(greeting);
    const titled = flows.filter(({ title }) => title);
    if (isLive || suggestions.length + titled.length === 0) return;
    transcript.add(
      suggestionChips([
        ...titled.map(({ title, id }) => ({ text: title, choose: () => startFlow(id) })),
        ...suggestions.map((text) => ({ text, choose: () => context.ask(text) })),
      ]),
    );
  }

  /** The one that was asked for, or was under way on the page before. */
  async function goOnWithFlow(): Promise<void> {
    if (!wantedFlow && !memory.get("flow")) return;
    const wanted = wantedFlow;
    wantedFlow = undefined;
    (await import("../flows/start-flow")).startFlow(wanted, { flows, context, transcript, memory });
  }

  function startFlow(id: string): void {
    wantedFlow = id;
    if (state === "open") goOnWithFlow();
  }

  function reload(fresh?: boolean): void {
    transcript.clear();
    fetchSession(fresh);
  }

  function changed(): void {
    tabs.postMessage("changed");
  }

  // Another tab of the same conversation has said something, or begun anew.
  tabs.addEventListener("message", () => {
    if (state === "open" && !turns.running()) reload();
  });

  return {
    open() {
      if (state === "unopened") fetchSession();
    },
    beginAnew() {
      turns.abandon();
      memory.set("flow", null);
      reload(true);
    },
    changed,
    lost: () => setTimeout(() => turns.running() || reload(), LOST_TURN_MS),
    startFlow,
  };
}

/** Stored messages without the one that is being answered on this screen already. */
function withoutNewest(messages: SessionMessage[]): SessionMessage[] {
  return messages.at(-1)?.role === "shopper" ? messages.slice(0, -1) : messages;
}
