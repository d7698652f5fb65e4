import type { SessionResponse } from "~/protocol/requests";
import { adoptStyle } from "../adopt-style";
import type { ConversationView } from "../panel/conversation-view";
import { drawStored } from "../panel/history";
import type { PanelContext } from "../panel/panel-context";
import { isShown } from "../panel/shown-messages";
import { loadTexts } from "../panel/texts";
import type { Transcript } from "../panel/transcript";
import type { Shell } from "../shell";
import css from "./attention.css?inline";
import { addJump } from "./jump";
import { createOptions } from "./options";
import { addRestart } from "./restart";
import { watchReplies } from "./watch-replies";

export interface AttentionOptions {
  shell: Shell;
  context: PanelContext;
  transcript: Transcript;
  conversation: Pick<ConversationView, "beginAnew">;
}

/** Hears what persons say while a conversation is theirs, and calls the shopper back in the ways that she has allowed. */
export interface Attention {
  /** The conversation is on the screen as the server knows it. */
  follow(session: SessionResponse): void;
}

export async function createAttention(options: AttentionOptions): Promise<Attention> {
  const { shell, context, transcript, conversation } = options;
  const { launcher } = shell;
  const texts = await loadTexts("attention", context.config.language);
  adoptStyle(context.root, css);
  addJump(shell, texts);
  addRestart(shell, texts, conversation.beginAnew);
  const calls = createOptions(shell, texts, context.announcer, context.memory);
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

  const { session } = context.connection;
  const replies = watchReplies({
    async ask(after) {
      const opened = session.direct() ? null : await session.open();
      return opened?.status === "failed" ? opened : session.post(`${session.direct()}/updates`, { after });
    },
    isOpen,
    onMessage(message) {
      if (isShown(message)) return;
      transcript.add(drawStored(message, context));
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
