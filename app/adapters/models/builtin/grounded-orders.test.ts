import { describe, expect, it } from "vitest";
import { createGrounding } from "~/core/assistant/grounding/create-grounding";
import { groundingOptions } from "~/core/assistant/grounding/fixtures/sample-evidence";
import type { Evidence } from "~/core/conversation/conversation";
import { sampleOrder, sentOrder } from "~/core/store/fixtures/sample-orders";
import type { Fulfillment, Order } from "~/core/store/order";
import { PARCEL_STATES } from "~/core/store/order-state";
import { orderFacts } from "~/core/tools/facts";
import { createPhrases, type Phrases } from "./answering/phrases";
import { describeOrder, itemList, type OrderAspect } from "./skills/order-facts";

const NOW = new Date("2026-11-21T17:00:00.000Z");
const TIMEZONE = "Europe/Berlin";
const LANGUAGES = ["en", "es", "fr", "de", "pt", "it"] as const;
const ASPECTS: OrderAspect[] = ["state", "date", "tracking"];

const item = (id: string, title: string, unfulfilledQuantity = 0) => ({
  id,
  title,
  variantTitle: id === "2" ? "Rouge / 24 cm" : null,
  sku: "S",
  quantity: id === "3" ? 2 : 1,
  imageUrl: null,
  unfulfilledQuantity,
});
const THINGS = ["Hooded Poncho 5/4 mm", "Kokostöpfe (12 Stück)", "Théière en fonte 1,2 l"];
const items = (...unsent: string[]) =>
  THINGS.map((title, at) => item(String(at + 1), title, unsent.includes(String(at + 1)) ? 1 : 0));

function parcel(displayStatus: string, itemIds: string[], number: number): Partial<Fulfillment> {
  return {
    displayStatus,
    shippedAt: "2026-11-16T08:00:00.000Z",
    estimatedDeliveryAt: number === 1 ? "2026-11-24T17:00:00.000Z" : "2026-11-19T17:00:00.000Z",
    deliveredAt: displayStatus === "delivered" ? "2026-11-20T15:00:00.000Z" : null,
    tracking: [
      { company: "Colissimo", number: `6A1234567890${number}`, url: `https://post.example/${number}` },
    ],
    contents: itemIds.map((itemId) => ({ itemId, quantity: 1 })),
  };
}

/** One parcel, two, two and something unsent, one and something unsent, in every state that a parcel can be in. */
const SPLIT: Order[] = PARCEL_STATES.flatMap((state) => {
  const changes = { name: "#QX-2207", total: 8900 };
  return [
    sentOrder([parcel(state, ["1", "2", "3"], 1)], { ...changes, items: items() }),
    ...["in_transit", "delivered"].map((other) =>
      sentOrder([parcel(state, ["1"], 1), parcel(other, ["2", "3"], 2)], { ...changes, items: items() }),
    ),
    sentOrder([parcel(state, ["1", "2"], 1)], {
      ...changes,
      items: items("3"),
      fulfillmentStatus: "partial",
    }),
    sentOrder([parcel(state, ["1"], 1), parcel("delivered", ["2"], 2)], {
      ...changes,
      items: items("3"),
      fulfillmentStatus: "partial",
    }),
  ];
});
const WHOLE: Order[] = [
  sampleOrder({ name: "#QX-2210", items: items("1", "2", "3") }),
  sampleOrder({ name: "#QX-2211", financialStatus: "pending", items: items("1", "2", "3") }),
  ...["on_hold", "scheduled"].map((fulfillmentStatus) =>
    sampleOrder({ name: "#QX-2212", fulfillmentStatus, items: items("1", "2", "3") }),
  ),
  sampleOrder({ cancelledAt: "2026-11-12T10:00:00.000Z", items: items("1", "2", "3"), refunded: 12_990 }),
  ...["in_progress", "return_requested", "returned"].map((returnStatus) =>
    sentOrder([parcel("delivered", ["1", "2", "3"], 1)], { returnStatus, items: items(), refunded: 2500 }),
  ),
  sentOrder([parcel("delivered", ["1", "2", "3"], 1)], {
    financialStatus: "refunded",
    refunded: 12_990,
    items: items(),
  }),
  sentOrder([parcel("delivered", ["1", "2", "3"], 1)], {
    financialStatus: "partially_refunded",
    refunded: 1990,
    items: items(),
  }),
];
const OTHER = sampleOrder({ name: "#QX-1999", items: [item("9", "Bamboo Tongs", 1)] });

function ground(text: string, orders: Order[], locale: string) {
  const evidence: Evidence[] = [
    {
      tool: "my_orders",
      ok: true,
      data: { orders: orders.map((order) => orderFacts(order, NOW)), total: orders.length },
    },
  ];
  const grounding = createGrounding(
    groundingOptions(evidence, { locale, timezone: TIMEZONE, currency: "EUR", now: NOW }),
  );
  const shown = [...grounding.push(text), ...grounding.flush()].join("");
  return { shown, corrections: grounding.corrections };
}

function replies(order: Order, phrases: Phrases): string[] {
  const facts = orderFacts(order, NOW);
  const brief = describeOrder({ ...facts, parcels: [], items: [] }, "state", phrases, NOW.toISOString());
  const contents = phrases.say("order.contains", { items: itemList(facts, phrases) });
  return [
    ...new Set([
      ...ASPECTS.map((aspect) => describeOrder(facts, aspect, phrases, NOW.toISOString())),
      `${phrases.say("order.several-open", { count: 2 })}\n\n- ${brief} (${itemList(facts, phrases)})\n`,
      `${phrases.say("order.items-in", { items: itemList(facts, phrases), order: facts.number })} ${brief} ${contents}`,
    ]),
  ];
}

describe.each(LANGUAGES)("what the built-in model says of an order in %s", (language) => {
  const phrases = createPhrases(
    language,
    "friendly",
    { now: NOW.toISOString(), timezone: TIMEZONE },
    language,
  );

  it.each([
    ["sent in parcels", SPLIT],
    ["otherwise", WHOLE],
  ])("loses no line, whatever its state: %s", (_, orders) => {
    const lost = orders.flatMap((order) => {
      const text = replies(order, phrases).join("\n\n");
      const { shown, corrections } = ground(text, [order, OTHER], language);
      return shown === text ? [] : corrections.map(({ kind, said }) => `${kind}: ${said}`);
    });
    expect([...new Set(lost)]).toEqual([]);
  });
});
