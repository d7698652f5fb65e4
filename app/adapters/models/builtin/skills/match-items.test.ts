import { describe, expect, it } from "vitest";
import type { OrderFacts } from "~/core/tools/results";
import { findNamedItems, matchItems } from "./match-items";

function order(number: string, ...items: [title: string, variantTitle: string | null][]): OrderFacts {
  return {
    number,
    state: "unfulfilled",
    open: true,
    placedAt: "2026-11-10T00:00:00.000Z",
    expectedAt: null,
    deliveredAt: null,
    cancelledAt: null,
    items: items.map(([title, variantTitle]) => ({ title, variantTitle, quantity: 1, unsent: 1 })),
    total: "1.00",
    refunded: "0.00",
    currency: "USD",
    parcels: [],
  };
}

const found = (orders: OrderFacts[], ...words: string[]) =>
  matchItems(orders, words, "en").map((match) => match.order.number);

describe("an item among a customer's orders", () => {
  it("is the one that is named, not one that a slip of the pen could mean", () => {
    const orders = [order("#2", ["Wireless Speaker", null]), order("#1", ["Sneaker", "42"])];
    expect(found(orders, "sneakers")).toEqual(["#1"]);
    expect(found(orders, "speakres")).toEqual(["#2"]);
  });

  it("is the one whose title says it, before one that comes in such a variant", () => {
    const orders = [order("#2", ["Tea Pot", "steel / electric"]), order("#1", ["Electric Pot", "white"])];
    expect(found(orders, "electric", "pot")).toEqual(["#1"]);
    expect(found(orders, "tea", "pot")).toEqual(["#2"]);
  });

  it("is told by its variant where the titles are alike", () => {
    const orders = [order("#2", ["Shirt", "blue / M"]), order("#1", ["Shirt", "red / M"])];
    expect(found(orders, "red", "shirt")).toEqual(["#1"]);
    expect(found(orders, "shirt")).toEqual(["#2", "#1"]);
  });

  it("is none where only half a word fits", () => {
    expect(found([order("#1", ["Desk Lamp", null])], "garden", "hose", "lamps", "shade", "big")).toEqual([]);
  });

  it("is no more in an order that has two of a kind than in one that has one", () => {
    const kettles = order("#2", ["Tea Kettle", "glass"], ["Tea Kettle", "steel"]);
    expect(found([kettles, order("#1", ["Tea Kettle", "steel"])], "tea", "kettle")).toEqual(["#2", "#1"]);
  });

  it("is in the order that has all the things that are named", () => {
    const orders = [
      order("#2", ["Jigsaw Puzzle", null]),
      order("#1", ["Jigsaw Puzzle", null], ["Bicycle", null]),
    ];
    expect(found(orders, "jigsaw", "puzzle", "bicycle")).toEqual(["#1"]);
  });
});

describe("the items that are named", () => {
  const one = order("#1", ["Smart Watch", null], ["Smart Thermostat", null], ["Mechanical Keyboard", null]);
  const named = (...words: string[]) => findNamedItems(one, words, "en").map(({ title }) => title);

  it("are those whose title is said, and no other that shares a word with it", () => {
    expect(named("smart", "thermostat")).toEqual(["Smart Thermostat"]);
  });

  it("may be several, and be called by their last word", () => {
    expect(named("keyboard", "smart", "watch")).toEqual(["Smart Watch", "Mechanical Keyboard"]);
  });
});
