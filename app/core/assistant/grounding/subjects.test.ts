import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { createGrounding } from "./create-grounding";
import {
  groundingOptions,
  oneOrderEvidence,
  orderEvidence,
  policyEvidence,
  productEvidence,
} from "./fixtures/sample-evidence";
import type { GroundingOptions } from "./grounding";

function ground(text: string, evidence: Evidence[], changes: Partial<GroundingOptions> = {}): string {
  const grounding = createGrounding(groundingOptions(evidence, changes));
  return [...grounding.push(text), ...grounding.flush()].join("");
}
const ALL = [orderEvidence, productEvidence, policyEvidence];

describe("what is true of something else", () => {
  it.each([
    ["The Linen Shirt costs $6.50.", "the price of shipping"],
    ["The Linen Shirt was $49.95 before.", "a price, not a former one"],
    ["The Linen Shirt costs $1,299 and the Steel Bottle $49.95.", "each other's prices"],
    ["Order #1001 was delivered on November 5.", "another order's date"],
    ["Order #1002 was placed on November 5.", "another date of the order"],
    ["The tracking number of #1001 is 449044304137821.", "another order's parcel"],
    ["Order #1001 travels with FedEx.", "another order's carrier"],
    ["A label costs $6.50.", "another rule's fee"],
    ["You have 5 days from delivery to return an item.", "another rule's days"],
    ["Only 7 left of the Steel Bottle!", "another product's stock"],
    ["We are open on Saturday.", "no day of the opening hours"],
    ["Die Rückgabe ist innerhalb von fünf Tagen möglich.", "another rule's days, in words"],
  ])("%j is not shown: %s", (text) => {
    expect(ground(text, ALL)).not.toBe(text);
  });
});

describe("ways of writing", () => {
  it.each([
    "It costs ３９.95 dollars.",
    "It costs $3**9**.95.",
    "It costs $3\u200b9.95.",
    "It costs &#36;39.95.",
    "It costs 39,- dollars.",
    "It costs thirty-nine dollars and ninety-five cents.",
    "Es kostet neununddreißig Dollar.",
    "Il coûte trente-neuf dollars.",
    "Cuesta treinta y nueve dólares.",
    "Custa trinta e nove dólares.",
    "Costa trentanove dollari.",
    "It is half price.",
    "It costs €49.95.",
    "You have ninety days to return an item.",
    "Refunds take a fortnight.",
  ])("hides no false figure in %j", (text) => {
    expect(ground(text, [productEvidence, policyEvidence])).not.toBe(text);
  });

  it.each([
    "The Linen Shirt costs **$49.95**.",
    "The Linen Shirt costs USD 49.95.",
    "The Linen Shirt costs forty-nine dollars and ninety-five cents.",
    "Das Linen Shirt kostet 49,95 US-$.",
    "Sie haben dreißig Tage ab Lieferung für die Rückgabe.",
    "Its tracking number is 1Z 999 AA1 01 2345 6784.",
    "It arrives in 3 days.",
    "Two Linen Shirts come to $99.90 in total.",
    "The Steel Bottle is $1,249.05 more than the Linen Shirt.",
  ])("%j is shown as it is", (text) => {
    const evidence = /tracking|arrives/.test(text) ? [oneOrderEvidence] : [productEvidence, policyEvidence];
    expect(ground(text, evidence)).toBe(text);
  });
});

describe("what needs no figure to be false", () => {
  it.each([
    "I've unlocked a special deal for you.",
    "Ich habe Ihre Adresse geändert.",
    "J'ai modifié votre commande.",
    "He cambiado su dirección.",
    "Removi o item do seu pedido.",
    "Ho rimosso l'articolo.",
    "Let me cancel that for you.",
    "Done! It is on its way back.",
    "Your parcel was left with a neighbour.",
    "All our products have a lifetime warranty.",
    "You can pay with PayPal.",
    "The Linen Shirt also comes in purple.",
    "The Linen Shirt is almost sold out.",
    "Order #1001 belongs to Ellen Hart.",
    "Yes, your order #1001 was delivered.",
    "Sí, su pedido #1001 fue entregado.",
    "Did you know that order #1001 was cancelled?",
    "Uw bestelling #1001 is geleverd.",
    "Ваш заказ #1001 доставлен.",
    "Use SUMMER at the end.",
  ])("%j is not shown", (text) => {
    expect(ground(text, [orderEvidence, productEvidence])).not.toContain(text);
  });

  it.each([
    "I've looked at your orders, and this is what I found.",
    "Ich habe Ihre Bestellungen geprüft.",
    "J'ai trouvé votre commande.",
    "I can't cancel it, but I can ask our team to do it.",
    "Has your order arrived in the meantime?",
  ])("%j is shown", (text) => {
    expect(ground(text, [orderEvidence, productEvidence])).toBe(text);
  });

  it("is a promise that the merchant forbids", () => {
    const text = "You will get same-day delivery.";
    const policy: Evidence = {
      tool: "search_policies",
      ok: true,
      data: { sections: [{ title: "Shipping", heading: "", url: "", text: "Same-day delivery in Rome." }] },
    };
    expect(ground(text, [policy])).toBe(text);
    expect(ground(text, [policy], { forbiddenPromises: ["same-day delivery"] })).toBe("");
  });
});

describe("a reply of which only the beginning is left", () => {
  it("says that nothing is certain", () => {
    const shown = ground("Here is what I know:\nIt costs $3.\n", [policyEvidence], {
      nothingCertain: "I am not sure.",
    });
    expect(shown).toBe("Here is what I know:\n\nI am not sure.");
  });
});
