import type { Correction, Evidence } from "../conversation/conversation";
import type { Card, LoggedTurnEvent, Source, TurnEvent } from "../conversation/turn-event";

/** Keeps what a turn has shown, event by event. */
export interface TurnRecorder {
  emit(event: TurnEvent): void;
  /** Shows text, after the sources that it cites as [n]. */
  showText(text: string): void;
  /** What is shown next stands in a paragraph of its own. */
  beginParagraph(): void;
  /** Takes back the text so far, if any was shown; cards and sources stay. */
  reset(reason: string): void;
  /** Shows a card, once. */
  showCard(card: Card): void;
  /** Numbers sources for this turn; the same section keeps its number. Shown only when cited. */
  numberSources(sources: readonly Omit<Source, "n">[]): Source[];
  /** Where a reply rests on sources and cites none, shows the best of them. */
  showUncited(): void;
  readonly text: string;
  readonly cards: Card[];
  /** The sources that were shown. */
  readonly sources: Source[];
  readonly events: LoggedTurnEvent[];
  readonly evidence: Evidence[];
  readonly corrections: Correction[];
}

const CITATION = /\[(\d{1,3})\]/g;
/** A citation can be cut in two by the stream, so the end of the text before is looked at again. */
const CITATION_LENGTH = 5;

export function createTurnRecorder(attempt: number, onEvent: (event: LoggedTurnEvent) => void): TurnRecorder {
  const events: LoggedTurnEvent[] = [];
  const cards = new Map<string, Card>();
  const known: Source[] = [];
  const shown: Source[] = [];
  let text = "";
  let isNewParagraph = false;

  function emit(event: TurnEvent): void {
    const logged = { ...event, id: `${attempt}.${events.length + 1}` };
    events.push(logged);
    onEvent(logged);
  }

  function showSource(source: Source): void {
    if (shown.some(({ n }) => n === source.n)) return;
    shown.push(source);
    emit({ event: "source", data: source });
  }

  function showCited(added: string): void {
    const region = text.slice(-CITATION_LENGTH) + added;
    for (const [, number] of region.matchAll(CITATION)) {
      const source = known[Number(number) - 1];
      if (source) showSource(source);
    }
  }

  return {
    emit,
    showText(added) {
      const start = text === "" ? added.trimStart() : isNewParagraph ? `\n\n${added.trimStart()}` : added;
      if (start.trim() === "" && (text === "" || isNewParagraph)) return;
      isNewParagraph = false;
      showCited(start);
      text += start;
      emit({ event: "text-delta", data: { text: start } });
    },
    beginParagraph() {
      isNewParagraph = text !== "";
    },
    reset(reason) {
      isNewParagraph = false;
      if (text === "") return;
      text = "";
      emit({ event: "reset", data: { reason } });
    },
    showCard(card) {
      const key = cardKey(card);
      if (cards.has(key)) return;
      cards.set(key, card);
      emit({ event: "card", data: card });
    },
    numberSources(sources) {
      return sources.map((source) => {
        const existing = known.find(({ title, url }) => title === source.title && url === source.url);
        if (existing) return existing;
        const numbered = { n: known.length + 1, title: source.title, url: source.url };
        known.push(numbered);
        return numbered;
      });
    },
    showUncited() {
      if (shown.length === 0 && known[0]) showSource(known[0]);
    },
    get text() {
      return text;
    },
    get cards() {
      return [...cards.values()];
    },
    sources: shown,
    events,
    evidence: [],
    corrections: [],
  };
}

function cardKey(card: Card): string {
  switch (card.kind) {
    case "product":
      return `product ${card.productId} ${card.variantId}`;
    case "order":
      return `order ${card.name}`;
    case "policy":
      return `policy ${card.url} ${card.title}`;
    case "cart":
      return "cart";
    case "confirm":
      return card.action === "sign-in" ? "sign-in" : `add ${card.variantId}`;
  }
}
