import { describe, expect, it } from "vitest";
import { plainKnowledge } from "../knowledge/fixtures/plain-knowledge";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleProduct, sampleVariant } from "../store/fixtures/sample-products";
import { addToCart } from "./add-to-cart";
import { toolContext } from "./fixtures/tool-context";
import { handOver } from "./hand-over";
import { toToolMessage } from "./results";
import { searchPolicies } from "./search-policies";

describe("add_to_cart", () => {
  const product = sampleProduct({
    variants: [
      sampleVariant({ id: "1", quantity: 3 }),
      sampleVariant({ id: "2", available: false, quantity: 0 }),
      sampleVariant({ id: "3", quantity: null }),
    ],
  });
  const add = (input: object) =>
    addToCart.execute(
      addToCart.input.parse({ handle: "linen-shirt", ...input }),
      toolContext({ store: createInMemoryStore({ products: [product] }) }),
    );

  it.each([
    [{ variantId: "9" }, "no-variant"],
    [{ variantId: "2" }, "sold-out"],
    [{ variantId: "1", quantity: 4 }, "not-enough-stock"],
    [{ variantId: "1", handle: "gone" }, "no-product"],
  ])("offers no button for %j", async (input, reason) => {
    const outcome = await add(input);
    expect(outcome).toMatchObject({ status: "not-found", data: { reason } });
    expect(outcome).not.toHaveProperty("cards");
  });

  it("offers a button with the store's own price, and nothing is done yet", async () => {
    expect(await add({ variantId: "gid://shopify/ProductVariant/3", quantity: "2" })).toMatchObject({
      data: { awaitsConfirmation: true, price: "49.95", quantity: 2 },
      cards: [{ kind: "confirm", action: "add-to-cart", variantId: "3", quantity: 2, price: "49.95" }],
    });
  });

  it("wants to know which product the variant is of", () => {
    expect(addToCart.input.safeParse({ variantId: "1" }).success).toBe(false);
  });
});

describe("search_policies", () => {
  const section = {
    documentId: "d",
    kind: "policy" as const,
    documentTitle: "Refund policy",
    heading: "Sending things back",
    url: "https://fernway.example/policies/refund-policy",
    text: "You have 30 days. ".repeat(200),
    score: 1,
  };
  const context = toolContext({ knowledge: plainKnowledge(async () => [section]) });

  it("gives sections cut at a sentence, with a source for each in the same order", async () => {
    const outcome = await searchPolicies.execute({ question: "returns" }, context);
    if (outcome.status !== "ok") throw new Error(outcome.status);
    const { sections } = outcome.data as { sections: { text: string }[] };
    expect(sections[0]?.text.length).toBeLessThanOrEqual(1202);
    expect(sections[0]?.text).toMatch(/days\. …$/);
    expect(outcome.sources).toEqual([{ title: "Refund policy: Sending things back", url: section.url }]);
    const numbered = [{ n: 4, title: "Refund policy: Sending things back", url: section.url }];
    expect(toToolMessage(outcome, numbered)).toMatchObject({ status: "ok", sources: [{ n: 4 }] });
  });
});

describe("hand_over", () => {
  it("passes on an email only when it is one, and repeats it to no model", async () => {
    const asked: object[] = [];
    const context = toolContext({
      shopperTexts: ["write to ana@example.com"],
      requestHandoff: async (_reason, details) => {
        asked.push(details);
        return { ticketId: "h9", isNew: true };
      },
    });
    const wrong = await handOver.execute({ reason: "r", email: "x@y\r\nBcc: all@z.example" }, context);
    const right = await handOver.execute({ reason: "r", email: "ana@example.com" }, context);
    const foreign = await handOver.execute({ reason: "r", email: "eve@example.com" }, context);
    expect(asked).toEqual([{}, { email: "ana@example.com" }, {}]);
    expect(foreign).toMatchObject({ data: { hasEmail: false } });
    expect(wrong).toMatchObject({ ticketId: "h9", data: { hasEmail: false } });
    expect(JSON.stringify(right.status === "ok" && right.data)).not.toContain("ana@");
  });
});
