import { describe, expect, it } from "vitest";
import { createGrounding } from "~/core/assistant/grounding/create-grounding";
import { groundingOptions, NOW } from "~/core/assistant/grounding/fixtures/sample-evidence";
import { LANGUAGES } from "~/core/settings/languages";
import { sampleOrder } from "~/core/store/fixtures/sample-orders";
import { sampleProduct, sampleVariant } from "~/core/store/fixtures/sample-products";
import { orderFacts, productFacts, variantFacts } from "~/core/tools/facts";
import { createPhrases } from "./answering/phrases";
import { productMention } from "./skills/product-facts";

const order = {
  tool: "order_status",
  ok: true,
  data: {
    order: orderFacts(
      sampleOrder({ name: "#1044", currency: "EUR", total: 4_500, discountCodes: ["WAG5"] }),
      NOW,
    ),
  },
};
const variant = sampleVariant({ id: "9", title: "Default Title", price: 2_450, options: {} });
const product = sampleProduct({ title: "Kladde Linie", currency: "EUR", options: [], variants: [variant] });
const facts = productFacts({ product, variant, missing: [] });
const detail = {
  tool: "product_details",
  ok: true,
  data: {
    product: {
      ...facts,
      description: "Liniert.",
      tags: [],
      variants: [variantFacts(variant, "EUR")],
      variantCount: 1,
    },
  },
};

describe.each(LANGUAGES)("what is told of an order's details in %s stands", (language) => {
  const phrases = createPhrases(language, "friendly", { now: NOW.toISOString(), timezone: "UTC" }, language);
  const shown = (text: string, said = "") => {
    const options = groundingOptions([order, detail]);
    const grounding = createGrounding({
      ...options,
      ...(said && { shopperTexts: [said] }),
      currency: "EUR",
      locale: language,
      allowedHosts: ["fernway.example", ...options.allowedHosts],
    });
    return [...grounding.push(text), ...grounding.flush()].join("");
  };

  it("the code that was used", () => {
    const text = phrases.say("order.code", { order: "**#1044**", codes: "WAG5" });
    expect(shown(text)).toBe(text);
  });

  it("the same things as they are sold now", () => {
    const text = `- ${productMention(facts, phrases)}\n- ${productMention(facts, phrases)}`;
    expect(shown(text)).toBe(text);
  });

  it("that a version is not there, by the number that she wrote", () => {
    const text = phrases.say("product.missing", { missing: "“10”", title: "Kladde Linie" });
    expect(shown(text, "what about 10")).toBe(text);
  });
});
