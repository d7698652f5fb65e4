import { describe, expect, it } from "vitest";
import { createGrounding } from "./create-grounding";

const text =
  "Open Tuesday to Saturday, 9 am to 5 pm; closed Mondays and Sundays. Muddy boots and opened paint cannot be returned. " +
  "We send parcels on Tuesdays and Fridays.";
const section = { title: "Workshop", heading: "Visit", url: "https://shop.example/pages/visit", text };

function shown(reply: string, locale = "en"): string {
  const grounding = createGrounding({
    evidence: () => [{ tool: "search_policies", ok: true, data: { sections: [section] } }],
    shopperTexts: [],
    allowedHosts: ["shop.example"],
    allowedEmails: [],
    ...{ locale, currency: "EUR", timezone: "Europe/Berlin", now: new Date("2026-03-11T09:00:00Z") },
  });
  return [...grounding.push(reply), ...grounding.flush()].join("").trim();
}

describe("days on which a shop is open", () => {
  it.each([
    "We're open Monday to Saturday.",
    "We are open every day.",
    "The workshop is closed on Saturdays.",
    "It is open on Sundays.",
  ])("are not told otherwise than its texts have them: %s", (reply) => expect(shown(reply)).toBe(""));

  it.each([
    "We're open Tuesday to Saturday.",
    "We're open from Wednesday to Friday, for example.",
    "The workshop is closed on Mondays.",
    "Mittwochs bis samstags ist geöffnet.",
  ])("are told as they are: %s", (reply) => expect(shown(reply, "de")).toBe(reply));
});

describe("a rule turned round in another language", () => {
  it("is taken out, and stays as it is", () => {
    expect(shown("Geöffnete Farbe kann auch zurückgegeben werden.", "de")).toBe("");
    const rule = "Geöffnete Farbe kann leider nicht zurückgegeben werden.";
    expect(shown(rule, "de")).toBe(rule);
  });
});
