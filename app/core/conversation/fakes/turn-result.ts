import type { TurnResult } from "../conversation";
import type { LoggedTurnEvent, ProductCard } from "../turn-event";

export const CARD: ProductCard = {
  kind: "product",
  productId: "1",
  handle: "lamp",
  variantId: "11",
  sku: "L-1",
  title: "Lamp",
  url: "https://contract.example/products/lamp",
  price: "49.95",
  compareAtPrice: null,
  currency: "EUR",
  imageUrl: null,
  imageAlt: "",
  available: true,
  options: [{ name: "Colour", values: ["Blue"] }],
  variants: [],
};
export const SOURCE = {
  n: 1,
  title: "Refund policy: Returns",
  url: "https://contract.example/policies/refund-policy",
};

export const EVENTS: LoggedTurnEvent[] = [
  { id: "1.1", event: "turn-start", data: { turnId: "t", messageId: "m1" } },
  { id: "1.2", event: "text-delta", data: { text: "A **lamp**. \\u0000 é" } },
  { id: "1.3", event: "card", data: CARD },
  { id: "1.4", event: "source", data: SOURCE },
  {
    id: "1.5",
    event: "turn-end",
    data: { turnId: "t", outcome: "answered", model: "builtin", usage: { inputTokens: 1, outputTokens: 2 } },
  },
];

/** What a turn with a card, a source and evidence came to. */
export function result(overrides: Partial<TurnResult> = {}): TurnResult {
  return {
    outcome: "answered",
    text: "A **lamp**.",
    cards: [CARD],
    sources: [SOURCE],
    events: EVENTS,
    evidence: [
      {
        tool: "search_products",
        ok: true,
        data: { products: [{ title: "Lamp", price: "49.95" }] },
        call: { arguments: '{"query":"lamp"}', message: { status: "ok" } },
      },
    ],
    corrections: [{ kind: "price", said: "$5", became: "" }],
    model: "builtin",
    usage: { inputTokens: 10, outputTokens: 20 },
    spending: [],
    ceiling: null,
    ...overrides,
  };
}
