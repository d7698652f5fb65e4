import type { PageContext } from "~/protocol/requests";
import { later } from "../bring-later";
import { readConfig } from "../config";
import { createConnection } from "../connection/connection";
import { createEmit } from "../events";
import type { PageState } from "../page-context/page-context";
import { findShell, type Panel } from "../shell";
import { createMemory } from "../storage";
import { createAnnouncer } from "./announcer";
import { createComposer } from "./composer";
import { createConversationView } from "./conversation-view";
import { createFormSlots } from "./form-slots";
import { createFrame } from "./frame";
import { createLinks } from "./links";
import type { PanelBasics, PanelContext } from "./panel-context";
import { adoptPanelStyle } from "./style";
import type { PanelTexts } from "./texts";
import { createTranscript } from "./transcript";
import { createTurns } from "./turns";

/** Milliseconds after opening. */
const IDLE_MS = 300;

/** Brings the printed shell to life. Nothing is asked of the app until the shopper opens it. */
export function mountPanel(host: HTMLElement, root: ShadowRoot, texts: PanelTexts): Panel {
  const emit = createEmit(host);
  later.bring = () => import("../later");
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
  panel.append(announcer.element);
  const isModal = () => panel.matches(":modal");

  /** Until what reads the page has arrived, what the block printed has to do. */
  let readPage = (): PageContext => {
    const { locale, page, cart } = config;
    return { locale, page: { ...page, url: location.pathname.slice(0, 2048) }, cart };
  };

  async function bringPageState(): Promise<PageState> {
    const { pageStateOf } = await import("../page-context/page-context");
    const state = pageStateOf(config);
    readPage = state.read;
    return state;
  }

  const basics: PanelBasics = {
    config,
    root,
    texts,
    announcer,
    memory: browserMemory,
    emit,
    connection: createConnection(
      config,
      browserMemory,
      () => readPage(),
      () =>
        bringPageState().then(
          (state) => state.read(),
          () => null,
        ),
    ),
    links: createLinks(location.href, config.shop),
    shopper: { signedIn: false },
    ask(text) {
      turns.send(text);
      // On phones the composer's keyboard would cover the answer.
      (isModal() ? log : field).focus();
    },
    whenPageIsFree(then) {
      if (isModal()) panel.addEventListener("close", then, { once: true });
      else then();
    },
  };
  const context: PanelContext = { ...basics, ...createFormSlots(basics) };
  const transcript = createTranscript(log, context);
  const turns = createTurns({
    context,
    transcript,
    memory: tabMemory,
    onChange(said) {
      composer.setRunning(turns.running());
      log.ariaBusy = String(turns.running());
      if (said) conversation.changed();
    },
    onLost: () => conversation.lost(),
  });
  // The loader reads and writes there too.
  const pageMemory = createMemory(() => sessionStorage, "aisle:");
  const composer = createComposer(shell, pageMemory, texts, turns.stop);
  const conversation = createConversationView({
    shell,
    context,
    transcript,
    turns,
    memory: tabMemory,
    channel: prefix,
    onShown(session) {
      setTimeout(() => {
        later.bring().then(
          ({ bringTheRest }) => bringTheRest({ session, shell, context, transcript, conversation }),
          () => null,
        );
      }, IDLE_MS);
    },
  });
  const frame = createFrame(shell, {
    memory: pageMemory,
    onOpen() {
      emit("open", {});
      conversation.open();
    },
    onClose: () => emit("close", {}),
  });

  return {
    ...frame,
    send(text) {
      const message = text === undefined ? composer.take() : text?.trim?.();
      if (message && text) frame.open();
      if (message && !context.hears?.(message)) turns.send(message);
    },
    startFlow(id) {
      frame.open();
      conversation.startFlow(id);
    },
    setContext: (change) => bringPageState().then((state) => state.merge(change)),
  };
}
