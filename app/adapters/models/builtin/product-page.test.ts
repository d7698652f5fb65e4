import { describe, expect, it } from "vitest";
import { createChat } from "./fixtures/chat";
import { clothesShop } from "./fixtures/invented-stores";

const onShirt = (variantId: string) =>
  createChat({ ...clothesShop(), page: { type: "product", productHandle: "harbour-shirt", variantId } });

describe("on a product's page", () => {
  it("a question without a name is about what is chosen there", async () => {
    expect((await onShirt("503")("is this in stock?")).text).toMatch(/White \/ M|White.*M/);
    expect((await onShirt("502")("is this in stock?")).text).toMatch(/sold out|not.*stock/i);
  });

  it("words for another version go before what is chosen", async () => {
    const turn = await onShirt("503")("is this available in navy?");
    expect(turn.text).toContain("Navy");
  });

  it("what is chosen goes into the cart without a question", async () => {
    const turn = await onShirt("503")("add this to my cart please");
    expect(turn.cards.at(-1)).toMatchObject({ kind: "confirm", variantId: "503" });
  });

  it("what is chosen but sold out is never put there", async () => {
    const turn = await onShirt("502")("add this to my cart please");
    expect(turn.cards.filter(({ kind }) => kind === "confirm")).toEqual([]);
  });
});
