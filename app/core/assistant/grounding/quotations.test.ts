import { expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { createGrounding } from "./create-grounding";

const section = {
  title: "Riparazioni",
  heading: "Borse",
  url: "https://shop.example/pages/riparazioni",
  text: "Manici 30 €, fodera 55 €, circa due settimane.",
};
const rules: Evidence = { tool: "search_policies", ok: true, data: { sections: [section] } };

function shown(evidence: Evidence[], reply: string, locale = "it"): string {
  const grounding = createGrounding({
    evidence: () => evidence,
    shopperTexts: [],
    allowedHosts: ["shop.example"],
    allowedEmails: [],
    ...{ locale, currency: "EUR", timezone: "Europe/Rome", now: new Date("2026-11-21T09:00:00Z") },
  });
  return [...grounding.push(reply), ...grounding.flush()].join("");
}

it("quotes a text whose language shows in its number words alone", () => {
  const quoted = "Manici 30 €, fodera 55 €, circa due settimane. [1]";
  expect(shown([rules], quoted)).toBe(quoted);
});

it("leaves no note behind of a sentence that it takes out", () => {
  expect(shown([rules], "Il lavoro costa 99 € e dura tre mesi. [1]").trim()).toBe("");
});

it("takes no letters of a tracking number for money", () => {
  const order = {
    ...{ number: "R-71", state: "delivered", open: false, placedAt: "2026-11-12T10:00:00Z", total: "16.00" },
    ...{ deliveredAt: "2026-11-19T15:00:00Z", expectedAt: null, refunded: "0.00", currency: "EUR" },
    items: [{ title: "Spray", variantTitle: null, quantity: 1, unsent: 0 }],
    parcels: [
      {
        ...{ company: "Poste Italiane", number: "5P5C000123777", url: null, state: "delivered" },
        ...{ shippedAt: null, expectedAt: null, deliveredAt: "2026-11-19T15:00:00Z", items: ["Spray"] },
      },
    ],
  };
  const line = "- Parcel 1 (Spray): delivered, Poste Italiane, 5P5C000123777";
  expect(shown([{ tool: "order_status", ok: true, data: { order } }], line, "en")).toBe(line);
});
