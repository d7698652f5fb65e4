import type { SessionMessage, SessionResponse } from "~/protocol/requests";
import { later } from "../bring-later";
import type { Problem } from "../connection/problem";
import { createReply } from "../conversation/reply";
import type { FlowStage } from "../flows/start-flow";
import type { Shell } from "../shell";
import type { Memory } from "../storage";
import { button, el } from "./dom";
import type { PanelContext } from "./panel-context";
import { hiddenLabel } from "./reply-view";
import { finishedText } from "./streamed-text";
import { chipRow, suggestionChips } from "./suggestions";
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
  const { connection, texts, links } = context;
  const { title, host, log } = shell;
  const tabs = new BroadcastChannel(options.channel);
  const stage: FlowStage = { flows: [], context, transcript, memory };
  let state: "unopened" | "opening" | "open" = "unopened";
  let newestOpening = 0;
  let wantedFlow: string | undefined;

  async function fetchSession(fresh?: boolean): Promise<void> {
    state = "opening";
    const opening = ++newestOpening;
    const loading = el("p", { className: "status" }, texts.thinking);
    if (!turns.running()) transcript.add(loading);
    // Who has a token has mostly said something before.
    if (connection.session.direct()) later.bring().catch(() => null);
    const result = await connection.session.open(fresh);
    const isLive = turns.running();
    const earlier = result.status === "ok" && (await drawEarlier(result.value, isLive));
    loading.remove();
    if (opening !== newestOpening) return;
    if (earlier) {
      state = "open";
      transcript.addEarlier(earlier);
      show(result.value, isLive);
      if (fresh) changed();
      return;
    }
    state = "unopened";
    const problem: Problem = result.status === "ok" ? { kind: "unreachable" } : result.problem;
    if (!turns.running()) transcript.add(context.notice(problem, fetchSession));
  }

  /** What stands before all that this tab has said. Null when what draws it does not arrive. */
  async function drawEarlier(session: SessionResponse, isLive: boolean): Promise<HTMLElement[] | null> {
    const { messages, storefrontUrl, greeting } = session;
    links.own(storefrontUrl);
    if (messages.length === 0) return [drawGreeting(host.dataset.words || greeting)];
    const rest = await later.bring().catch(() => null);
    return rest && withoutNewest(messages, isLive).map((each) => rest.drawStored(each, context));
  }

  function drawGreeting(text: string): HTMLElement {
    context.announcer.say(text);
    const label = hiddenLabel(texts.assistant);
    return el("div", { className: "reply greeting" }, label, finishedText(text, links));
  }

  function show(session: SessionResponse, isLive: boolean): void {
    const { messages, name, runningTurnId } = session;
    context.shopper.signedIn = session.shopper.signedIn;
    stage.flows = session.flows;
    title.textContent = name;
    // What a bubble beside the launcher has said is the assistant's first word.
    const { words } = host.dataset;
    delete host.dataset.words;
    if (!isLive && messages.length === 0) offer(session);
    else if (!isLive && words) transcript.addReply(createReply({ outcome: "answered", text: words }));
    options.onShown(session);
    log.ariaBusy = String(turns.running());
    if (turns.running()) return;
    if (runningTurnId) turns.follow(runningTurnId);
    else turns.restoreUnsent(messages);
    goOnWithFlow(wantedFlow);
    wantedFlow = undefined;
  }

  /** What she may begin with by a click. */
  function offer({ flows, suggestions }: SessionResponse): void {
    const chips = [
      ...flows
        .filter((flow) => flow.title)
        .map((flow) => button(flow.title, "chip", () => goOnWithFlow(flow.id))),
      ...suggestionChips(suggestions, context),
    ];
    if (chips.length > 0) transcript.add(chipRow(chips));
  }

  /** The flow of that id, or what was under way on the page before. */
  function goOnWithFlow(id?: string): void {
    if (!id && !memory.get("flow")) return;
    import("../flows/start-flow").then(
      ({ startFlow }) => startFlow(id, stage),
      () => transcript.add(context.notice({ kind: "unreachable" }, () => goOnWithFlow(id))),
    );
  }

  function reload(fresh?: boolean): void {
    transcript.clear();
    fetchSession(fresh);
  }

  function changed(): void {
    tabs.postMessage("changed");
  }

  /** Another tab of the same conversation has said something, or begun anew. */
  function hear(): void {
    if (state === "open")
      later.bring().then(
        ({ catchUp }) => catchUp(options, reload),
        () => null,
      );
  }

  tabs.onmessage = hear;

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
    lost: () => setTimeout(hear, LOST_TURN_MS),
    startFlow(id) {
      if (state === "open") goOnWithFlow(id);
      else wantedFlow = id;
    },
  };
}

/** Stored messages without the one that is being answered on this screen already. */
function withoutNewest(messages: SessionMessage[], isLive: boolean): SessionMessage[] {
  return isLive && messages.at(-1)?.role === "shopper" ? messages.slice(0, -1) : messages;
}
