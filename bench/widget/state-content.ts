import type { Card, TurnEvent } from "~/protocol/events";
import type { SessionMessage } from "~/protocol/requests";
import { type Flow, flowSchema } from "../../app/core/settings/flow";
import { shirt } from "../../tests/widget/cards";

export const gift: Flow = flowSchema.parse({
  id: "gift",
  title: "Find a gift",
  steps: [
    { id: "who", question: "Who is it for?", answers: ["My dad", "My partner", "A friend"].map(answer) },
    {
      id: "likes",
      question: "What do they like?",
      answers: ["Cooking", "The outdoors", "Reading", "Music", "Long evenings at home"].map(answer),
      freeText: true,
      optional: true,
    },
  ],
  message: "A gift for {who}[ who likes {likes}].",
});

function answer(label: string) {
  return { label };
}

export const ANSWER = `You can send anything back within **30 days** [1], as long as it is *unworn* [2].

1. Print the label from [your order](/account).
2. Put everything into the box it came in.
3. Drop it at any parcel shop.

What we cannot take back:

- swimwear without its seal
- gift cards
- everything made to measure`;

export const SOURCES: TurnEvent[] = [
  source(1, "Refund policy: Returning items", "/policies/refund-policy"),
  source(2, "Questions about sizes, care and everything that is not written anywhere else", "/pages/faq"),
];

function source(n: number, title: string, url: string): TurnEvent {
  return { event: "source", data: { n, title, url } };
}

export const card = (data: Card): TurnEvent => ({ event: "card", data });

export const policyCard: Card = {
  kind: "policy",
  title: "Refund policy",
  url: "/policies/refund-policy",
  excerpt:
    "Send anything back within 30 days of its arrival. We pay for the way back within the country. You get your money as soon as the parcel is with us, at the latest after ten working days.",
};

export const socks: Card = {
  ...shirt,
  productId: "3",
  handle: "wool-socks",
  title: "Wool socks",
  url: "/products/wool-socks",
  imageUrl: null,
  available: false,
  options: [],
  variants: shirt.variants.slice(2),
};

export function stored(id: string, role: SessionMessage["role"], text: string): SessionMessage {
  return {
    id,
    role,
    text,
    createdAt: "2026-11-20T10:00:00.000Z",
    turnId: `turn-${id}`,
    cards: [],
    sources: [],
  };
}

export const HISTORY = Array.from({ length: 12 }, (_, index) => [
  stored(`q${index}`, "shopper", `Question ${index + 1}: is the jacket warm enough for autumn in the hills?`),
  stored(`a${index}`, "assistant", "It keeps **wind and rain** out. Put a sweater below it on cold days."),
]).flat();
