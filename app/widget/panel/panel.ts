import type { PageContext, SessionResponse } from "~/protocol/requests";
import type { Attention } from "../attention/attention";
import { readConfig } from "../config";
import { createConnection } from "../connection/connection";
import type { EventHub } from "../events";
import { findShell, type Panel } from "../shell";
import { createMemory } from "../storage";
import { createAnnouncer } from "./announcer";
import { createComposer } from "./composer";
import { createConversationView } from "./conversation-view";
import { iconButton } from "./dom";
import { createFormSlots } from "./form-slots";
import { createFrame } from "./frame";
import { createLinks } from "./links";
import type { PanelBasics, PanelContext } from "./panel-context";
import { adoptPanelStyle } from "./style";
import type { PanelTexts } from "./texts";
import { createTranscript } from "./transcript";
import { createTurns } from "./turns";

const NEW_CONVERSATION =
  "M12 5H6a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-6M9 15v-3l8.5-8.5 3 3L12 15z";

/** Milliseconds after opening. */
const IDLE_MS = 300;

/** Brings the printed shell to life. Nothing is asked of the app until the shopper opens it. */
export function mountPanel(
  host: HTMLElement,
  root: ShadowRoot,
  texts: PanelTexts,
  emit: EventHub["emit"],
): Panel {
  const shell = findShell(host, root);
  const { panel, field, log } = shell;
  adoptPanelStyle(root);
  shell.failed.remove();
  Object.assign(log, { role: "log", ariaLive: "off", tabIndex: 0 });
  for (const named of [panel, log]) named.setAttribute("aria-labelledby", "title");
  const config = readConfig(host);
  const prefix = `aisle:${config.shop}${config.proxy}:`;
  const tabMemory = createMemory(() => sessionStorage, prefix);
  const browserMemory = createMemory(() => localStorage, prefix);
  const announcer = createAnnouncer();
  let attention: Promise<Attention> | undefined;
  const waitingForPage: (() => void)[] = [];
  const isModal = () => panel.matches(":modal");

  /** Until what reads the page has arrived, what the block printed has to do. */
  let readPage = (): PageContext => {
    const { locale, page, cart } = config;
    return { locale, page: { ...page, url: location.pathname.slice(0, 2048) }, cart };
  };
  const pageState = import("../page-context/page-context").then(({ createPageState }) => {
    const state = createPageState(config);
    readPage = state.read;
    return state;
  });
  pageState.catch(() => null);

  const basics: PanelBasics = {
    config,
    root,
    texts,
    announcer,
    emit,
    connection: createConnection(config, browserMemory, () => readPage()),
    links: createLinks(location.href, config.shop),
    shopper: { signedIn: false },
    ask(text) {
      turns.send(text);
      // On phones the composer's keyboard would cover the answer.
      (isModal() ? log : field).focus();
    },
    whenPageIsFree(then) {
      if (isModal()) waitingForPage.push(then);
      else then();
    },
  };
  const slots = createFormSlots(basics);
  const context: PanelContext = { ...basics, ...slots };
  panel.append(announcer.element);
  const transcript = createTranscript(log, context);
  const turns = createTurns({
    context,
    transcript,
    memory: tabMemory,
    onChange(change) {
      composer.setRunning(turns.running());
      log.ariaBusy = String(turns.running());
      if (change === "started") conversation.changed();
    },
    onLost: () => conversation.lost(),
  });
  const composer = createComposer(shell, tabMemory, texts, turns.stop);
  const conversation = createConversationView({
    shell,
    context,
    transcript,
    turns,
    memory: tabMemory,
    channel: prefix,
    onShown: (response) => setTimeout(() => bringTheRest(response), IDLE_MS),
  });
  const frame = createFrame(shell, {
    memory: createMemory(() => sessionStorage, "aisle:"),
    onOpen() {
      emit("open", {});
      conversation.open();
      // From now on it knows what is in the cart.
      pageState.then((state) => state.read());
    },
    onClose() {
      emit("close", {});
      for (const then of waitingForPage.splice(0)) then();
    },
  });
  shell.close.before(
    iconButton(texts.newConversation, NEW_CONVERSATION, "restart", () => {
      conversation.beginAnew();
      field.focus();
    }),
  );

  /** What may wait until an open panel has nothing else to do. */
  function bringTheRest(response: SessionResponse): void {
    slots.load();
    import("../connection/try-again").catch(() => null);
    attention ??= import("../attention/attention").then(({ createAttention }) =>
      createAttention({ shell, context, transcript, memory: browserMemory }),
    );
    attention.then(
      (it) => it.follow(response),
      () => {
        attention = undefined;
      },
    );
  }

  function send(text?: string): void {
    const message = text?.trim() || composer.take();
    if (message && !context.hears?.(message)) turns.send(message);
  }

  return {
    open: frame.open,
    close: frame.close,
    send,
    startFlow(id) {
      frame.open();
      conversation.startFlow(id);
    },
    setContext: (change) => pageState.then((state) => state.merge(change)),
  };
}
