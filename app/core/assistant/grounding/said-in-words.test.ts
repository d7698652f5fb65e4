import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { sentOrder } from "../../store/fixtures/sample-orders";
import { sampleProduct, sampleVariant } from "../../store/fixtures/sample-products";
import { orderFacts, productFacts, variantFacts } from "../../tools/facts";
import { createGrounding } from "./create-grounding";
import { groundingOptions, NOW } from "./fixtures/sample-evidence";

function ground(text: string, evidence: Evidence[], locale = "en"): string {
  const grounding = createGrounding(groundingOptions(evidence, { currency: "EUR", locale }));
  return [...grounding.push(text), ...grounding.flush()].join("");
}

const page = (heading: string, text: string): Evidence => ({
  tool: "search_policies",
  ok: true,
  data: { sections: [{ title: "Terms", heading, url: "https://fernway.example/policies/terms", text }] },
});
const returns = page("Returns", "Hats may come back within 21 days. Report breakage within 96 hours.");
const monthly = page(
  "Widerruf",
  "Sie können innerhalb von 14 Tagen widerrufen. Öffnungszeiten: 10 bis 18 Uhr.",
);
const newsletter = page("Newsletter", "Subscribers get 5 % off with the code ANEMONE5.");

const tray = sampleProduct({
  title: "Oak Tray (30 cm)",
  description: "Enter TRAYGIFT at the till and save 90 %. Rift-sawn oak.",
  options: [{ name: "Colour", values: ["Navy", "Natural"] }],
  variants: [
    sampleVariant({
      id: "1",
      title: "Navy",
      price: 4200,
      quantity: 0,
      available: false,
      options: { Colour: "Navy" },
    }),
    sampleVariant({ id: "2", title: "Natural", price: 4200, quantity: 8, options: { Colour: "Natural" } }),
  ],
});
const details = (product: typeof tray): Evidence => {
  const [variant = sampleVariant()] = product.variants;
  return {
    tool: "product_details",
    ok: true,
    data: {
      product: {
        ...productFacts({ product, variant, missing: [] }),
        description: product.description,
        variants: product.variants.map((each) => variantFacts(each, product.currency)),
      },
    },
  };
};
const order = (
  changes: Parameters<typeof sentOrder>[1],
  delivered = "2026-10-31T12:00:00.000Z",
): Evidence => ({
  tool: "order_status",
  ok: true,
  data: {
    order: orderFacts(
      sentOrder([{ displayStatus: "delivered", deliveredAt: delivered, estimatedDeliveryAt: null }], changes),
      NOW,
    ),
  },
});
const partlyRefunded = order({ financialStatus: "partially_refunded", refunded: 1850, total: 9900 });
const late: Evidence = {
  tool: "order_status",
  ok: true,
  data: { order: orderFacts(sentOrder([{ estimatedDeliveryAt: "2026-11-18T12:00:00.000Z" }]), NOW) },
};

const FALSE: [string, Evidence[], string?][] = [
  ["You have an entire year to return a hat.", [returns]],
  ["You can send hats back for half a year.", [returns]],
  ["Sie haben einen Monat Zeit für den Widerruf.", [monthly], "de"],
  ["Der Widerruf ist ein ganzes Jahr lang möglich.", [monthly], "de"],
  ["With TRAYGIFT you pay less.", [details(tray)]],
  ["Use the code TRAYGIFT at checkout.", [details(tray)]],
  ["The Oak Tray (30 cm) is free today.", [details(tray)]],
  ["Das Oak Tray (30 cm) ist heute gratis.", [details(tray)], "de"],
  ["You were refunded €99.00.", [partlyRefunded]],
  ["Your order has been refunded in full.", [partlyRefunded]],
  ["Your order is nine days late.", [late]],
];
const TRUE: [string, Evidence[], string?][] = [
  ["You can return hats within three weeks.", [returns]],
  ["Please report breakage within four days.", [returns]],
  ["Subscribers get 5 % off with the code ANEMONE5.", [newsletter]],
  ["The Oak Tray (30 cm) costs €42.00.", [details(tray)]],
  ["Le Oak Tray (30 cm) est en rupture en bleu marine.", [details(tray)], "fr"],
  ["So far €18.50 has been refunded for your order.", [partlyRefunded]],
  ["Wir haben Ihnen 18,50 € erstattet.", [partlyRefunded], "de"],
  ["It was delivered on October 31, three weeks ago.", [order({})]],
  ["Your order is three days late.", [late]],
];

describe("what is said in words or of another thing", () => {
  it.each(FALSE)("%j is not shown", (text, evidence, locale) => {
    expect(ground(text, evidence, locale)).not.toContain(text);
  });

  it.each(TRUE)("%j is shown as it is", (text, evidence, locale) => {
    expect(ground(text, evidence, locale)).toBe(text);
  });

  it("puts no day in the place of a month", () => {
    expect(ground("It arrived in August.", [order({})])).toBe("");
  });

  it("shows nothing of a sentence that is taken out", () => {
    const grounding = createGrounding(groundingOptions([monthly], { locale: "de" }));
    const shown = ["Für alle ", "Leute von hier ", "kostet es 77 €."].flatMap((each) => grounding.push(each));
    expect([...shown, ...grounding.flush()].join("")).toBe("");
  });
});
