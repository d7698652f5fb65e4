import type { TurnEvent } from "~/protocol/events";
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
import { ANSWER, card, gift, HISTORY, policyCard, SOURCES, socks, stored } from "./state-content";

/** Something that a shopper can see of the chat. */
export interface WidgetState {
  name: string;
  /** Before she comes. */
  prepare?(shop: FakeShop): void;
  /** What she does until she sees it. */
  reach(shopper: Visit): Promise<void>;
}

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
