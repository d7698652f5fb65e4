import { createCardSlot, fetchCards } from "../cards/card-slot";
import type { Reply } from "../conversation/reply";
import type { PanelContext } from "./panel-context";
import { noteReply } from "./shown-messages";
import { createSpeech } from "./speech";
import type { StreamedText } from "./streamed-text";

export interface ReplyParts {
  element: HTMLElement;
  text: StreamedText;
  cards: HTMLElement;
}

/**
 * What accompanies the text of a reply: its sentences for screen readers, its cards, and what follows when it has ended.
 * Fetched when a reply begins. Gives a function that draws what has changed; `past` replies are not announced.
 */
export function accompany(
  reply: Reply,
  { element, text, cards }: ReplyParts,
  context: PanelContext,
  past: boolean,
): () => void {
  const { links, announcer } = context;
  const speak = createSpeech(announcer.say);
  let drawnCards = 0;
  let trustedCards = 0;
  let closed = false;
  // Who asks mostly gets one: what draws it is then there already.
  if (!past) fetchCards(context.config.language).catch(() => null);

  /** Where parcels are tracked, the text may lead to: its addresses are the same facts. */
  function trustFacts(): void {
    if (reply.cards.length === trustedCards) return;
    trustedCards = reply.cards.length;
    for (const card of reply.cards) {
      if (card.kind === "order") for (const { url } of card.parcels) links.trust(url);
    }
    text.invalidate();
    text.update(reply.text, reply.outcome !== null);
  }

  function drawCards(): void {
    if (reply.cards.length < drawnCards) {
      cards.replaceChildren();
      drawnCards = 0;
    }
    reply.cards.slice(drawnCards).forEach((card, index) => {
      cards.append(createCardSlot(card, context, `${reply.turnId}.${drawnCards + index}`));
    });
    drawnCards = reply.cards.length;
  }

  function close(): void {
    closed = true;
    element.append(context.form((forms) => forms.ending(reply, text.element, past)));
  }

  return () => {
    const finished = reply.outcome !== null;
    if (reply.turnId && !past) noteReply(reply.turnId, element);
    trustFacts();
    drawCards();
    if (!past) speak(reply.text, finished);
    if (finished && !closed) close();
  };
}
