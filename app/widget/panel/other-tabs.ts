import type { ConversationViewOptions } from "./conversation-view";
import { drawStored } from "./history";
import { isShown } from "./shown-messages";

let shownConversation: string | undefined;
let isWaiting = false;

/** The conversation that is on the screen. */
export function noteConversation(id: string): void {
  shownConversation = id;
}

/**
 * Adds what was said elsewhere below what is there, which stays as it is: it may hold what the shopper is typing. While this
 * tab speaks, that waits for the end of its reply. Where another conversation was begun, `drawAnew` is called.
 */
export async function catchUp(view: ConversationViewOptions, drawAnew: () => void): Promise<void> {
  const { context, transcript, turns } = view;
  if (turns.running()) return catchUpLater(view, drawAnew);
  const result = await context.connection.session.open();
  if (result.status === "failed") return;
  const { conversationId, messages, runningTurnId } = result.value;
  if (conversationId !== (shownConversation ?? conversationId)) return drawAnew();
  if (turns.running()) return catchUpLater(view, drawAnew);
  // One that had arrived all the same gives its place up first.
  await turns.restoreUnsent(messages);
  for (const message of messages) if (!isShown(message)) transcript.add(drawStored(message, context));
  view.onShown(result.value);
  if (runningTurnId) turns.follow(runningTurnId);
}

function catchUpLater(view: ConversationViewOptions, drawAnew: () => void): void {
  if (isWaiting) return;
  isWaiting = true;
  const forget = window.aisle?.on("reply", () => {
    forget?.();
    isWaiting = false;
    catchUp(view, drawAnew);
  });
}
