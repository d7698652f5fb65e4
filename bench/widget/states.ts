import type { Card, TurnEvent } from "~/protocol/events";
import type { SessionMessage } from "~/protocol/requests";
import { type Flow, flowSchema } from "../../app/core/settings/flow";
import {
  cartCard,
  confirmCard,
  jacket,
  partlySentOrder,
  shippedOrder,
  shirt,
} from "../../tests/widget/cards";
import type { FakeShop } from "../../tests/widget/fake-shop";
import { says } from "../../tests/widget/scripted-turn";
import type { Visit } from "../../tests/widget/storefront-visit";

/** Something that a shopper can see of the chat. */
export interface WidgetState {
  name: string;
  /** Before she comes. */
  prepare?(shop: FakeShop): void;
  /** What she does until she sees it. */
  reach(shopper: Visit): Promise<void>;
}

const gift: Flow = flowSchema.parse({
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

const ANSWER = `You can send anything back within **30 days** [1], as long as it is *unworn* [2].

1. Print the label from [your order](/account).
2. Put everything into the box it came in.
3. Drop it at any parcel shop.

What we cannot take back:

- swimwear without its seal
- gift cards
- everything made to measure`;

const SOURCES: TurnEvent[] = [
  source(1, "Refund policy: Returning items", "/policies/refund-policy"),
  source(2, "Questions about sizes, care and everything that is not written anywhere else", "/pages/faq"),
];

function source(n: number, title: string, url: string): TurnEvent {
  return { event: "source", data: { n, title, url } };
}

const card = (data: Card): TurnEvent => ({ event: "card", data });

const policyCard: Card = {
  kind: "policy",
  title: "Refund policy",
  url: "/policies/refund-policy",
  excerpt:
    "Send anything back within 30 days of its arrival. We pay for the way back within the country. You get your money as soon as the parcel is with us, at the latest after ten working days.",
};

const socks: Card = {
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

function stored(id: string, role: SessionMessage["role"], text: string): SessionMessage {
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

const HISTORY = Array.from({ length: 12 }, (_, index) => [
  stored(`q${index}`, "shopper", `Question ${index + 1}: is the jacket warm enough for autumn in the hills?`),
  stored(`a${index}`, "assistant", "It keeps **wind and rain** out. Put a sweater below it on cold days."),
]).flat();

/** A state that one message leads to; it is there once `until` can be read. */
function answered(name: string, question: string, until: string, ...events: TurnEvent[]): WidgetState {
  return {
    name,
    prepare(shop) {
      shop.reply = () => events;
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.say(question);
      await shopper.log.getByText(until).first().waitFor();
      await shopper.log.locator(".thumb").first().waitFor();
    },
  };
}

const rating = answered("rated, with a word", "Can I return it?", "30 days", ...says("Within 30 days."));
const handover = answered(
  "handed over",
  "I want to talk to a person",
  "A colleague",
  ...says("A colleague will look at this today."),
  { event: "handoff", data: { ticketId: "ticket-1" } },
);
const menu = answered("sound and notifications", "Hello", "Hello", ...says("Hello there."));

export const WIDGET_STATES: WidgetState[] = [
  { name: "closed", reach: (shopper) => shopper.launcher.waitFor() },
  {
    name: "a bubble",
    prepare(shop) {
      const text = "Can I help you find something that fits?";
      shop.page = {
        ...shop.page,
        settings: { ...shop.page.settings, trigger_delay: 1, trigger_delay_text: text },
      };
    },
    reach: ({ page }) => page.locator("aisle-chat #bubble.shown").waitFor(),
  },
  {
    name: "opened",
    prepare(shop) {
      shop.session = { flows: [gift] };
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.log.getByText("Find a gift").waitFor();
    },
  },
  {
    name: "being written",
    prepare(shop) {
      shop.gapMs = 60;
      shop.reply = () => [
        { event: "status", data: { label: "Looking at your order…" } },
        ...says("It left our house on **Monday** and is on its way to you now. ".repeat(30)),
      ];
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.say("Where is my order?");
      await shopper.log.getByText("Monday").first().waitFor();
      await shopper.field.fill("And the other one?");
    },
  },
  {
    name: "waiting",
    prepare(shop) {
      shop.gapMs = 20_000;
      shop.reply = () => says("Never.");
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.say("Where is my order?");
      await shopper.log.locator(".status").last().waitFor();
    },
  },
  answered(
    "lists, links and notes",
    "How do I return something?",
    "made to measure",
    ...SOURCES,
    ...says(ANSWER),
    {
      event: "suggestions",
      data: { items: ["How long does a refund take?", "Start a return"] },
    },
  ),
  answered("one product", "A shirt for summer?", "Waxed", ...says("This one is light:"), card(jacket)),
  answered(
    "several products",
    "Anything against rain?",
    "Wool socks",
    ...says("These would fit:"),
    card(shirt),
    card(jacket),
    card(socks),
  ),
  answered("an order on its way", "Where is my order?", "#1042", ...says("It is near:"), card(shippedOrder)),
  answered("an order in parts", "And #1044?", "#1044", ...says("It comes in parts:"), card(partlySentOrder)),
  answered(
    "a delivered order",
    "And the last one?",
    "#1042",
    ...says("It has arrived:"),
    card({
      ...shippedOrder,
      state: "delivered",
      deliveredAt: "2026-11-18T12:00:00.000Z",
      parcels: shippedOrder.parcels.map((parcel) => ({ ...parcel, state: "delivered" })),
      items: Array.from({ length: 40 }, () => shippedOrder.items)
        .flat()
        .slice(0, 40),
    }),
  ),
  answered("a confirmation", "Put two into my cart", "Linen shirt", ...says("Gladly:"), card(confirmCard)),
  answered("a policy", "Refunds?", "Send anything back", ...says("We take it back:"), card(policyCard)),
  answered("a cart", "What is in my cart?", "WELCOME", ...says("This is in it:"), card(cartCard)),
  {
    ...rating,
    async reach(shopper) {
      await rating.reach(shopper);
      await shopper.log.locator(".thumb").last().click();
      await shopper.log.locator(".more textarea").fill("Too short");
    },
  },
  {
    ...handover,
    prepare(shop) {
      handover.prepare?.(shop);
      const reply = "Hello, this is Ana. I have found your parcel and asked for it to come today.";
      shop.updates = { messages: [stored("person-1", "person", reply)], handedOff: true };
    },
    async reach(shopper) {
      await handover.reach(shopper);
      await shopper.log.locator("input[type=email]").waitFor();
      await shopper.launcher.evaluate((it: HTMLElement) => it.click());
      await shopper.launcher.evaluate((it: HTMLElement) => it.click());
      await shopper.log.getByText("this is Ana").waitFor();
    },
  },
  {
    name: "a problem",
    prepare(shop) {
      shop.direct = "refused";
      shop.proxy = "stream";
      shop.reply = () => [{ event: "error", data: { code: "internal", message: "" } }];
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.say("Where is my order?");
      await shopper.log.locator(".notice").waitFor();
    },
  },
  {
    ...menu,
    async reach(shopper) {
      await menu.reach(shopper);
      await shopper.panel.locator(".bell").click();
    },
  },
  {
    name: "a guided flow",
    prepare(shop) {
      shop.session = { flows: [gift] };
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.log.getByRole("button", { name: "Find a gift" }).click();
      await shopper.log.getByRole("button", { name: "My dad" }).click();
      await shopper.log.getByText("What do they like?").waitFor();
    },
  },
  {
    name: "a long conversation",
    prepare(shop) {
      shop.session = { messages: HISTORY };
    },
    async reach(shopper) {
      await shopper.open();
      await shopper.log.getByText("Question 12").waitFor();
      await shopper.log.evaluate((log) => {
        log.scrollTop = log.scrollHeight - log.clientHeight - 700;
      });
      await shopper.panel.locator(".jump").waitFor();
    },
  },
  answered(
    "long words",
    `Donaudampfschifffahrtsgesellschaftskapitänsmütze${"x".repeat(60)}`,
    "Rindfleisch",
    ...says(`Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz${"y".repeat(60)} `),
    card({
      ...shirt,
      title: `Extraordinarily long title of a thing that nobody would ever name like that ${"z".repeat(50)}`,
    }),
  ),
];
