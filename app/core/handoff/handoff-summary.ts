import type { Message } from "../conversation/conversation";

const MAX_SUMMARY = 600;
const MAX_TRANSCRIPT_MESSAGES = 40;
const MAX_LINE = 1500;
/** As shops print them: a sign or letters in front, at least three digits. */
const ORDER_NUMBER = /#\s?[A-Z]{0,4}-?\d{1,12}\b|\b[A-Z]{1,4}-?\d{4,12}\b|\b\d{4,12}\b/g;

/** What it is about, for the person who takes over: orders named or shown, what was asked first, what was said last. */
export function summarise(messages: readonly Message[], reason: string): string {
  const asked = messages.filter(({ role }) => role === "shopper").map(({ text }) => oneLine(text, 200));
  const [first] = asked;
  const last = asked.at(-1);
  const orders = namedOrders(messages);
  return [
    reason && `Reason: ${oneLine(reason, 200)}`,
    orders.length > 0 && `Orders: ${orders.join(", ")}`,
    first && `First asked: ${first}`,
    last && last !== first && `Last asked: ${last}`,
  ]
    .filter(Boolean)
    .join("\n")
    .slice(0, MAX_SUMMARY);
}

function namedOrders(messages: readonly Message[]): string[] {
  const shown = messages.flatMap(({ cards }) =>
    cards.flatMap((card) => (card.kind === "order" ? [card.name] : [])),
  );
  const written = messages
    .filter(({ role }) => role === "shopper")
    .flatMap(({ text }) => text.match(ORDER_NUMBER) ?? [])
    .map((number) => number.replace(/\s/g, ""));
  return [...new Set([...shown, ...written])].slice(0, 5);
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
