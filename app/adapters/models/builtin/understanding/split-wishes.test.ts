import { describe, expect, it } from "vitest";
import { splitWishes } from "./split-wishes";
import { understand } from "./understand";
import type { Language } from "./words";

const read = (text: string, language: Language = "en") =>
  splitWishes(understand(text, language, { hasProduct: false }), { hasProduct: false });
const intents = (text: string, language?: Language) => read(text, language).map(({ intent }) => intent);

describe("several wishes in one message", () => {
  it.each<[string, Language]>([
    ["where is my order and can I return the lamp?", "en"],
    ["¿dónde está mi pedido y puedo devolver la lámpara?", "es"],
    ["où est ma commande et puis-je retourner la lampe ?", "fr"],
    ["wo ist meine Bestellung und kann ich die Lampe zurückgeben?", "de"],
    ["onde está a minha encomenda e posso devolver o candeeiro?", "pt"],
    ["dov'è il mio ordine e posso restituire la lampada?", "it"],
  ])("are told apart: %s", (text, language) => {
    expect(intents(text, language)).toEqual(["order-status", "return-item"]);
  });

  it("keep what each of them named", () => {
    const [cancel, change] = read("cancel #1001 and change the address of #1002");
    expect(cancel).toMatchObject({ intent: "cancel-order", slots: { orderNumbers: ["1001"] } });
    expect(change).toMatchObject({ intent: "change-order", slots: { orderNumbers: ["1002"] } });
  });

  it("may be the same one for two orders", () => {
    expect(read("cancel #1001 and #1002").map(({ slots }) => slots.orderNumbers)).toEqual([
      ["1001"],
      ["1002"],
    ]);
  });

  it("share what the first one named where the second one points at it", () => {
    expect(read("where is order #1001 and can I cancel it?")).toMatchObject([
      { intent: "order-status", slots: { orderNumbers: ["1001"] } },
      { intent: "cancel-order", slots: { orderNumbers: ["1001"] } },
    ]);
  });

  it("may be more than two, in more than one sentence", () => {
    expect(intents("Where is #1001? Also, how long do returns take and do you ship to Canada?")).toEqual([
      "order-status",
      "store-question",
      "store-question",
    ]);
  });
});

describe("one wish", () => {
  it.each([
    "I want to return the lamp and the mug",
    "the jacket doesn't fit, I want to return it",
    "My lamp arrived broken and I want a refund",
    "I received order #W2378156 and want to exchange the keyboard for another size.",
    "Hi, I'd like to cancel order #1001, I don't need it any more.",
    "I ordered a lamp last week. Where is it?",
    "please swap the mug and the kettle from #1001 for another option",
    "black and white shirt under 50",
    "salt and pepper shaker",
    "do you ship to Canada and how much is it?",
    "Hello, I'd like my money back for the electric kettle and the hiking boots",
  ])("stays whole however many clauses it has: %s", (text) => expect(read(text)).toHaveLength(1));

  it("is not taken for what two of its sentences sound like together", () => {
    expect(intents("where is my order? it is late and I am angry")).toEqual(["order-status"]);
  });
});
