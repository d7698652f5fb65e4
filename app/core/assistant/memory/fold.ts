import type { ConversationMemory, Evidence, Message } from "../../conversation/conversation";
import { clip } from "../fence";

/** A shopper's message and everything up to her next one. */
export interface Exchange {
  messages: Message[];
  /** What the replies among them rested on. */
  evidence: Evidence[];
}

const SUMMARY_LINES = 14;
const REMEMBERED = 10;
const SAID_CHARACTERS = 140;
const PERSON_CHARACTERS = 300;
const CARDS = 3;
const NOTHING: ConversationMemory = {
  ...{ upTo: new Date(0), summary: [], orders: [], products: [], wishes: [], promises: [] },
};

/**
 * Takes exchanges into the memory of what came before, oldest first: a line of what was said, and word for word what
 * must not get lost. Nothing is asked of a model: the same exchanges always come to the same memory.
 */
export function fold(memory: ConversationMemory | null, exchanges: readonly Exchange[]): ConversationMemory {
  return exchanges.reduce(foldOne, memory ?? NOTHING);
}

function foldOne(memory: ConversationMemory, { messages, evidence }: Exchange): ConversationMemory {
  const cards = messages.flatMap((message) => message.cards);
  const orders = cards.flatMap((card) => (card.kind === "order" ? [card.name] : []));
  const shown = cards.flatMap((card) => (card.kind === "product" ? [card.title] : []));
  return {
    upTo: messages.at(-1)?.createdAt ?? memory.upTo,
    summary: [...memory.summary, ...summarise(messages, orders, shown)].slice(-SUMMARY_LINES),
    orders: newest(memory.orders, orders),
    products: newest(memory.products, chosenProducts(evidence)),
    wishes: newest(memory.wishes, searches(evidence)),
    promises: newest(memory.promises, [...handovers(evidence), ...saidByPersons(messages)]),
  };
}

function summarise(messages: readonly Message[], orders: string[], shown: string[]): string[] {
  const lines = messages
    .filter(({ role, text }) => role !== "person" && text.trim() !== "")
    .map(
      ({ role, text }) => `${role === "shopper" ? "Shopper" : "Assistant"}: ${clip(text, SAID_CHARACTERS)}`,
    );
  const seen = [...orders, ...shown].slice(0, CARDS);
  return lines.length > 0
    ? [[...lines, seen.length > 0 && `Shown: ${seen.join(", ")}`].filter(Boolean).join(" | ")]
    : [];
}

/** Products that were looked at more closely or meant for the cart, with the handle that finds them again. */
function chosenProducts(evidence: readonly Evidence[]): string[] {
  return evidence.flatMap(({ tool, ok, data }) => {
    if (!ok || (tool !== "product_details" && tool !== "add_to_cart")) return [];
    const { product = data } = data as { product?: unknown };
    const { title, handle, variantTitle } = product as Record<string, unknown>;
    if (typeof title !== "string") return [];
    const name = typeof variantTitle === "string" ? `${title} (${variantTitle})` : title;
    return [clip(typeof handle === "string" ? `${name} [${handle}]` : name, SAID_CHARACTERS)];
  });
}

/** What was searched for says size, colour and budget in one form, whatever the language. */
function searches(evidence: readonly Evidence[]): string[] {
  return evidence.flatMap(({ tool, call }) =>
    tool === "search_products" && call && !call.arguments.includes('"cursor"')
      ? [clip(call.arguments, SAID_CHARACTERS)]
      : [],
  );
}

function handovers(evidence: readonly Evidence[]): string[] {
  return evidence.some(({ tool, ok }) => tool === "hand_over" && ok)
    ? ["Handed over to a person of the shop."]
    : [];
}

function saidByPersons(messages: readonly Message[]): string[] {
  return messages
    .filter(({ role }) => role === "person")
    .map(({ text }) => `A person of the shop wrote: ${clip(text, PERSON_CHARACTERS)}`);
}

/** Each once, at the place where it came up last. */
function newest(known: readonly string[], added: readonly string[]): string[] {
  return [...known.filter((entry) => !added.includes(entry)), ...new Set(added)].slice(-REMEMBERED);
}
