import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createMemoryConversations } from "./fakes/memory-conversations";
import { type Arrival, openConversation, reachConversation, shopperOf } from "./reach-conversation";

const SHOP = "a.myshopify.com";

function setUp(at = new Date("2026-11-21T12:00:00Z")) {
  const clock = { at };
  const deps = { conversations: createMemoryConversations(), createId: randomUUID, now: () => clock.at };
  const open = (customerId: string | null, shop = SHOP) =>
    openConversation(deps, { shop, shopper: shopperOf(customerId), locale: "en" });
  const reach = (customerId: string | null, claims: Arrival["claims"]) =>
    reachConversation(deps, { shop: SHOP, shopper: shopperOf(customerId), claims, locale: "de" });
  return { clock, deps, open, reach };
}

describe("a conversation is not reached", () => {
  it("by another customer, or by nobody, with a customer's token", async () => {
    const { open, reach } = setUp();
    const { id } = await open("42");
    const claims = { shop: SHOP, customerId: "42", conversationId: id };
    expect(await reach("43", claims)).toBeNull();
    expect(await reach(null, claims)).toBeNull();
  });

  it("with another shop's token", async () => {
    const { open, reach } = setUp();
    const { id } = await open(null, "b.myshopify.com");
    expect(await reach(null, { shop: "b.myshopify.com", customerId: null, conversationId: id })).toBeNull();
  });

  it("with a visitor's token, once a customer has claimed it", async () => {
    const { open, reach } = setUp();
    const { id } = await open(null);
    const claims = { shop: SHOP, customerId: null, conversationId: id };
    expect((await reach("42", claims))?.customerId).toBe("42");
    expect(await reach(null, claims)).toBeNull();
    expect(await reach("43", claims)).toBeNull();
    expect((await reach("42", claims))?.id).toBe(id);
  });
});

describe("a shopper reaches", () => {
  it("the conversation of her token", async () => {
    const { open, reach } = setUp();
    const { id } = await open(null);
    expect((await reach(null, { shop: SHOP, customerId: null, conversationId: id }))?.id).toBe(id);
  });

  it("her newest conversation of the last day without a token, and a new one after that", async () => {
    const { clock, open, reach } = setUp();
    const { id } = await open("42");
    expect((await reach("42", null))?.id).toBe(id);
    clock.at = new Date(clock.at.getTime() + 25 * 3600_000);
    expect((await reach("42", null))?.id).not.toBe(id);
  });

  it("a new one as a visitor without a token, each time", async () => {
    const { reach } = setUp();
    const [one, two] = [await reach(null, null), await reach(null, null)];
    expect(one?.id).not.toBe(two?.id);
    expect(one).toMatchObject({ customerId: null, locale: "de", shop: SHOP });
  });

  it("a new one when what her token names is gone", async () => {
    const { reach } = setUp();
    const conversationId = randomUUID();
    const reached = await reach("42", { shop: SHOP, customerId: "42", conversationId });
    expect(reached?.id).not.toBe(conversationId);
    expect(reached?.customerId).toBe("42");
  });
});
