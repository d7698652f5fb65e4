import type { Evidence, Message } from "../conversation/conversation";
import type { Card } from "../conversation/turn-event";
import { findPromises } from "./find-promises";

const MAX_SUMMARY = 1200;
const MAX_TRANSCRIPT_MESSAGES = 40;
const MAX_LINE = 1500;
const MAX_QUOTE = 200;
/** Orders and products that are named, newest first. */
const MAX_NAMED = 5;
/** As shops print them: a sign or letters in front, at least three digits. */
const ORDER_NUMBER = /#\s?[A-Z]{0,4}-?\d{1,12}\b|\b[A-Z]{1,4}-?\d{4,12}\b|\b\d{4,12}\b/g;

/** What a summary rests on: the conversation, and what its tools gave. */
export interface HandoffMatter {
  /** Oldest first. */
  messages: readonly Message[];
  evidence: readonly Evidence[];
  /** Whether Shopify vouched for who asks. */
  isSignedIn: boolean;
  reason: string;
}

/**
 * For the person who takes over, before she reads the conversation: who asks and why it comes to her, what is wanted, which
 * orders and products it is about, what was tried, and what the assistant has let the shopper expect. Quotes, no judgement.
 */
export function summarise({ messages, evidence, isSignedIn, reason }: HandoffMatter): string {
  const asked = messages.filter(({ role }) => role === "shopper").map(({ text }) => oneLine(text, MAX_QUOTE));
  const [first] = asked;
  const last = asked.at(-1);
  const cards = messages.flatMap((message) => message.cards);
  return [
    `Shopper: ${isSignedIn ? "signed in" : "not signed in, so unverified"}`,
    reason && `Reason: ${oneLine(reason, MAX_QUOTE)}`,
    list("Orders", namedOrders(messages, cards)),
    list("Products", namedProducts(cards, evidence)),
    first && `First asked: ${first}`,
    last && last !== first && `Last asked: ${last}`,
    list("Tried", attempts(evidence)),
    list("Told by the assistant", promises(messages)),
  ]
    .filter(Boolean)
    .join("\n")
    .slice(0, MAX_SUMMARY);
}

const list = (label: string, entries: readonly string[]) =>
  entries.length > 0 && `${label}: ${entries.join(", ")}`;

function namedOrders(messages: readonly Message[], cards: readonly Card[]): string[] {
  const shown = cards.flatMap((card) => (card.kind === "order" ? [card.name] : []));
  const written = messages
    .filter(({ role }) => role === "shopper")
    .flatMap(({ text }) => text.match(ORDER_NUMBER) ?? [])
    .map((number) => number.replace(/\s/g, ""));
  return [...new Set([...shown, ...written])].slice(0, MAX_NAMED);
}

/** Those that were looked at closely come before those that a search happened to show. */
function namedProducts(cards: readonly Card[], evidence: readonly Evidence[]): string[] {
  const searched = new Set(
    evidence
      .filter(({ tool, ok }) => tool === "search_products" && ok)
      .flatMap(({ data }) => (data as { products?: { title: string }[] }).products ?? [])
      .map(({ title }) => title),
  );
  const titles = cards.flatMap((card) => {
    if (card.kind === "product") return [card.title];
    return card.kind === "confirm" && card.action === "add-to-cart" ? [card.title] : [];
  });
  const [closely, passing] = [titles.filter((title) => !searched.has(title)), titles];
  return [...new Set([...closely.toReversed(), ...passing.toReversed()])]
    .map((title) => oneLine(title, 80))
    .slice(0, MAX_NAMED);
}

/** Each tool once, with how it went. */
function attempts(evidence: readonly Evidence[]): string[] {
  const outcomes = new Map<string, { made: number; worked: number }>();
  for (const { tool, ok } of evidence) {
    if (tool === "hand_over") continue;
    const { made, worked } = outcomes.get(tool) ?? { made: 0, worked: 0 };
    outcomes.set(tool, { made: made + 1, worked: worked + (ok ? 1 : 0) });
  }
  return [...outcomes].map(([tool, { made, worked }]) => {
    const name = tool.replaceAll("_", " ");
    const times = made > 1 ? ` ${made} times` : "";
    return worked === made
      ? `${name}${times}`
      : `${name}${times} (${worked === 0 ? "without" : "partly with"} result)`;
  });
}

function promises(messages: readonly Message[]): string[] {
  return messages
    .filter(({ role }) => role === "assistant")
    .flatMap(({ text }) => findPromises(text))
    .slice(-2)
    .map((sentence) => `“${oneLine(sentence, MAX_QUOTE)}”`);
}

const SPEAKERS = { shopper: "Shopper", assistant: "Assistant", person: "Shop" } as const;

/** The newest messages as plain text, oldest first. */
export function transcribe(messages: readonly Message[]): string {
  return messages
    .slice(-MAX_TRANSCRIPT_MESSAGES)
    .map(({ role, text, createdAt }) => `[${minute(createdAt)}] ${SPEAKERS[role]}: ${clip(text, MAX_LINE)}`)
    .join("\n");
}

const minute = (date: Date) => `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
const oneLine = (text: string, length: number) => clip(text.replace(/\s+/g, " ").trim(), length);
const clip = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);
