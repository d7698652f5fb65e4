import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { createGrounding } from "./create-grounding";
import { groundingOptions, orderEvidence } from "./fixtures/sample-evidence";

const product = (description: string, variants: [string, string, number][]): Evidence => ({
  tool: "product_details",
  ok: true,
  data: {
    product: {
      title: "Harbour Stool",
      vendor: "Quay",
      productType: "Stools",
      description,
      currency: "USD",
      priceFrom: "90.00",
      priceTo: "140.00",
      available: true,
      options: [{ name: "Size", values: variants.map(([title]) => title) }],
      variants: variants.map(([title, price, quantity], index) => ({
        variantId: `7${index}`,
        title,
        price,
        compareAtPrice: null,
        available: quantity > 0,
        quantity,
        options: { Size: title },
      })),
    },
  },
});
const stool = product(
  "Solid beech with a wool seat, made in Portugal. Not stackable. The cover is removable. Hand wash only.",
  [
    ["45 × 40 cm", "90.00", 6],
    ["65 × 40 cm", "140.00", 0],
  ],
);
const policy: Evidence = {
  tool: "search_policies",
  ok: true,
  data: {
    sections: [
      {
        title: "Membership",
        heading: "Billing",
        url: "https://shop.example/billing",
        text: "You are charged on the 3rd of each month. Pause until the 20th. Open Monday to Friday 9–17.30. Delivery takes 48–72 h.",
      },
    ],
  },
};

function ground(text: string, evidence: Evidence[], shopperTexts: string[] = []): string {
  const grounding = createGrounding(groundingOptions(evidence, { shopperTexts }));
  return [...grounding.push(text), ...grounding.flush()].join("");
}

describe("what a product's own text says otherwise", () => {
  it.each([
    "The Harbour Stool is made of solid oak.",
    "Der Harbour Stool ist aus massiver Eiche.",
    "The Harbour Stool is made in Vietnam.",
    "The Harbour Stool is stackable.",
    "La housse du Harbour Stool n'est pas amovible.",
    "The cover can be washed in the washing machine.",
  ])("%j is not shown", (said) => {
    expect(ground(said, [stool])).not.toBe(said);
  });

  it.each([
    "The Harbour Stool is made of solid beech.",
    "Der Bezug ist abnehmbar.",
    "It isn't stackable, I'm afraid.",
    "It looks like oak, but it is beech.",
    "Is it important to you that it is stackable?",
    "It comes from Portugal and should be washed by hand.",
  ])("%j is left as it is", (said) => {
    expect(ground(said, [stool])).toBe(said);
  });
});

describe("variants by a part of their names", () => {
  it("knows the 65 cm one by its first figure", () => {
    expect(ground("The 65 cm one is sold out.", [stool])).toBe("The 65 cm one is sold out.");
    expect(ground("The 65 cm one is $90.00.", [stool])).not.toContain("$90.00");
  });
});

describe("days of the month and hours without a mark", () => {
  it.each([
    "You are charged on the 3rd of each month.",
    "You can pause until the 20th.",
    "We are open Monday to Friday from 9:00 to 17:30.",
    "Delivery takes 48–72 hours.",
  ])("%j is left as it is", (said) => {
    expect(ground(said, [policy])).toBe(said);
  });

  it.each(["You are charged on the 13th of each month.", "We are open Monday to Friday from 8:00 to 17:30."])(
    "%j is not shown",
    (said) => {
      expect(ground(said, [policy])).not.toBe(said);
    },
  );
});

describe("a weekday beside a date", () => {
  it("is the date's own", () => {
    const said = "#1002 was delivered on Thursday, November 5.";
    expect(ground(said, [orderEvidence])).toBe(said);
    expect(ground("#1002 was delivered on Friday, November 5.", [orderEvidence])).not.toContain("Friday");
  });
});
