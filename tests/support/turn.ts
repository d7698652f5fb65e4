import type { StreamEvent } from "./event-stream";

export interface OrderCard {
  kind: "order";
  name: string;
  state: string;
  placedAt: string | null;
  expectedAt: string | null;
  deliveredAt: string | null;
  parcels: { company: string | null; number: string | null; url: string | null; state: string }[];
}

export interface ProductCard {
  kind: "product";
  productId: string;
  handle: string;
  variantId: string;
  sku: string;
  title: string;
  url: string;
  price: string;
}

export type Card =
  | OrderCard
  | ProductCard
  | ({ kind: "cart" | "policy" | "confirm" } & Record<string, unknown>);

/** What a shopper has seen of one turn. */
export interface Turn {
  turnId: string | null;
  events: StreamEvent[];
  /** As it stands on the screen: what came after the last `reset`. */
  text: string;
  cards: Card[];
  orders: OrderCard[];
  products: ProductCard[];
  sources: { n: number; title: string; url: string }[];
  suggestions: string[];
  tools: string[];
  ticketId: string | null;
  outcome: string | null;
  model: string | null;
  error: { code: string; message: string; retryAfterSeconds?: number } | null;
}

export function toTurn(events: StreamEvent[]): Turn {
  const lastReset = events.findLastIndex(({ event }) => event === "reset");
  const all = <T>(name: string): T[] =>
    events.filter(({ event }) => event === name).map(({ data }) => data as T);
  const one = <T>(name: string): T | null => all<T>(name).at(-1) ?? null;
  const cards = all<Card>("card");
  const end = one<{ turnId: string; outcome: string; model: string }>("turn-end");
  return {
    turnId: one<{ turnId: string }>("turn-start")?.turnId ?? end?.turnId ?? null,
    events,
    text: events
      .slice(lastReset + 1)
      .map(({ event, data }) => (event === "text-delta" ? String(data.text) : ""))
      .join(""),
    cards,
    orders: cards.filter((card) => card.kind === "order"),
    products: cards.filter((card) => card.kind === "product"),
    sources: all("source"),
    suggestions: one<{ items: string[] }>("suggestions")?.items ?? [],
    tools: all<{ name: string }>("tool-start").map(({ name }) => name),
    ticketId: one<{ ticketId: string }>("handoff")?.ticketId ?? null,
    outcome: end?.outcome ?? null,
    model: end?.model ?? null,
    error: one("error"),
  };
}
