import type { SessionResponse } from "~/protocol/requests";
import { adoptStyle } from "../adopt-style";
import type { PanelContext } from "../panel/panel-context";
import { loadTexts } from "../panel/texts";
import type { Transcript } from "../panel/transcript";
import type { Shell } from "../shell";
import type { Memory } from "../storage";
import css from "./attention.css?inline";
import { createOptions } from "./options";
import { watchReplies } from "./watch-replies";

export interface AttentionOptions {
  shell: Shell;
  context: PanelContext;
  transcript: Transcript;
  /** Of this browser. */
  memory: Memory;
}

/** Hears what persons say while a conversation is theirs, and calls the shopper back in the ways that she has allowed. */
export interface Attention {
  /** The conversation is on the screen as the server knows it. */
  follow(session: SessionResponse): void;
}

export async function createAttention(options: AttentionOptions): Promise<Attention> {
  const { shell, context, transcript, memory } = options;
  const { launcher } = shell;
  const texts = await loadTexts("attention", context.config.language);
  adoptStyle(context.root, css);
  const calls = createOptions(shell, texts, context.announcer, memory);
  const isOpen = () => launcher.ariaExpanded === "true";
  let unread = 0;

  function markUnread(count: number): void {
    unread = count;
    launcher.dataset.unread = count ? String(count) : "";
    launcher.ariaDescription = count ? texts.unread : "";
  }

  /** For what she would not notice otherwise. */
  function call(words: string): void {
    if (isOpen() && !document.hidden) return;
    if (!isOpen()) markUnread(unread + 1);
    calls.sound();
    calls.notify(shell.title.textContent ?? "", words);
  }

  const replies = watchReplies({
    ask: (after) => context.connection.postDirect("/updates", { after }),
    isOpen,
    onMessage(message) {
      transcript.addStored(message);
      context.announcer.say(`${context.texts.person}: ${message.text}`);
      call(message.text);
    },
  });

  window.aisle?.on("open", () => {
    markUnread(0);
    replies.hurry();
  });
  window.aisle?.on("handoff", () => replies.start());
  window.aisle?.on("reply", ({ outcome }) => {
    if (outcome !== "stopped") call(texts.replied);
  });

  return {
    follow({ handedOff, messages }) {
      replies.start(messages.at(-1)?.id ?? null, handedOff);
    },
  };
}
