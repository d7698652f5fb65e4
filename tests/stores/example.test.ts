import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RunningApp, startApp } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";
import { groupBy, readRows } from "./exported-orders";

const STORE = "dev-store/example-store";
const customerIds = new Map(
  readRows(STORE, "customers_export.csv").map((row) => [row.Email, row["Customer ID"] ?? ""]),
);
const emails = new Map(readRows(STORE, "orders_export.csv").map((row) => [row.Name, row.Email]));
const parcels = groupBy(readRows(STORE, "fulfillments.csv"), (row) => row["Order Name"] ?? "");

/** Where each order stands, in Shopify's words, as a person reads it from the exports. */
const STATES: [name: string, state: string][] = [
  ["#1001", "delivered"],
  ["#1008", "refunded"],
  ["#1012", "returned"],
  ["#1016", "cancelled"],
  ["#1017", "cancelled"],
  ["#1018", "delivered"],
  ["#1021", "delivered"],
  ["#1025", "return_requested"],
  ["#1027", "return_in_progress"],
  ["#1029", "in_transit"],
  ["#1030", "attempted_delivery"],
  ["#1031", "delayed"],
  ["#1032", "partially_fulfilled"],
  ["#1033", "out_for_delivery"],
  ["#1037", "in_transit"],
  ["#1038", "confirmed"],
  ["#1039", "unfulfilled"],
  ["#1040", "payment_pending"],
];

describe("orders of the example store, in every state", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  }, 240_000);
  afterAll(() => app?.stop());

  test.each(STATES)("%s is shown as %s, with all of its parcels", async (name, state) => {
    const customerId = customerIds.get(emails.get(name));
    const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId });
    const turn = await shopper.ask(`Where is my order ${name}?`);
    expect(turn.orders.map((card) => [card.name, card.state])).toEqual([[name, state]]);
    const shown = turn.orders[0]?.parcels.map(({ company, number, url }) => [company, number, url]);
    const sent = (parcels.get(name) ?? []).map((row) => [
      row["Tracking Company"],
      row["Tracking Number"],
      row["Tracking URL"],
    ]);
    expect(shown).toEqual(sent);
    expect(turn.text).not.toBe("");
  });

  test("what is on its way is due today or later, whatever the day", async () => {
    const shopper = await ShopperClient.open({
      storefrontUrl: app.storefrontUrl,
      customerId: customerIds.get(emails.get("#1037")),
    });
    const [card] = (await shopper.ask("where is my order #1037?")).orders;
    const daysAway = (Date.parse(card?.expectedAt ?? "") - Date.now()) / 86_400_000;
    expect(daysAway).toBeGreaterThan(0.5);
    expect(daysAway).toBeLessThan(3.5);
  });

  test("a guest's order is told to whoever knows its number and email, and to nobody else, in the same words as a missing one", async () => {
    const ask = async (text: string): Promise<{ text: string; events: string }> => {
      const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl });
      const turn = await shopper.ask(text);
      return { text: turn.text, events: JSON.stringify(turn.events) };
    };
    const right = await ask("Where is my order #1035? My email is sam.whitfield@example.com");
    const wrongEmail = await ask("Where is my order #1035? My email is someone.else@example.com");
    const missing = await ask("Where is my order #9999? My email is someone.else@example.com");
    expect(right.text).toMatch(/way|transit/i);
    expect(wrongEmail.text.replaceAll("1035", "N")).toBe(missing.text.replaceAll("9999", "N"));
    for (const { events } of [right, wrongEmail, missing]) {
      expect(events).not.toContain("Rio Grande");
      expect(events).not.toContain(parcels.get("#1035")?.[0]?.["Tracking Number"] ?? "?");
    }
  });
});
