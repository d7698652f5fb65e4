import { describe, expect, it } from "vitest";
import { createChat } from "./fixtures/chat";
import { clothesShop, teaShop } from "./fixtures/invented-stores";

const cart = { itemCount: 2, items: [{ handle: "harbour-shirt", variantId: "501", quantity: 2 }] };

describe("a question after the cart", () => {
  it.each([
    ["en", "what's in my cart?"],
    ["en", "show me my basket"],
    ["de", "was ist in meinem Warenkorb?"],
    ["fr", "qu'est-ce qu'il y a dans mon panier ?"],
    ["es", "¿qué tengo en el carrito?"],
    ["it", "cosa c'è nel mio carrello?"],
    ["pt", "o que tenho no carrinho?"],
  ])("is answered with its card, at the shop's prices: %s %s", async (locale, text) => {
    const turn = await createChat({ ...clothesShop(), locale, cart })(text);
    expect(turn.cards).toMatchObject([{ kind: "cart", total: "118.00" }]);
    expect(turn.text).toContain("Harbour Shirt");
  });

  it("is told plainly where the page says nothing of a cart", async () => {
    const turn = await createChat(clothesShop())("what's in my cart?");
    expect(turn.text).toContain("can't see into your cart");
  });

  it("does not mistake putting something in for looking in", async () => {
    const chat = createChat({ ...clothesShop(), cart });
    await chat("show me the reading lamp");
    expect((await chat("put it in my cart")).cards.map(({ kind }) => kind)).toContain("confirm");
  });
});

describe("what goes with the cart", () => {
  it.each([
    ["en", "what goes with my cart?"],
    ["de", "was passt zu meinem Warenkorb?"],
    ["fr", "qu'est-ce qui va avec mon panier ?"],
    ["es", "¿qué combina con mi carrito?"],
    ["it", "che cosa si abbina al mio carrello?"],
    ["pt", "o que combina com o meu carrinho?"],
  ])("is asked of the catalogue, which may tell nothing: %s %s", async (locale, text) => {
    const turn = await createChat({ ...clothesShop(), locale, cart })(text);
    expect(turn.calls).toEqual([{ name: "related_products", arguments: {} }]);
    expect(turn.text).toContain("Harbour Shirt");
  });
});

describe("a thing's name with a measure, a price or a model's number", () => {
  it.each([
    ["en", "4 person tent"],
    ["en", "windows 10"],
    ["en", "monitor 27 inch under 300"],
    ["de", "Monitor 27 Zoll unter 300 Euro"],
    ["es", "televisor de 55 pulgadas"],
  ])("is looked for among the goods, and answered as such: %s %s", async (locale, text) => {
    const turn = await createChat({ ...teaShop(), locale })(text);
    expect(turn.calls.map(({ name }) => name)).toEqual(["search_products"]);
  });

  it.each(["is there a fee for orders under 20 dollars", "free shipping over 50?"])(
    "asks for the rules where it names one: %s",
    async (text) => {
      expect((await createChat(teaShop())(text)).calls.map(({ name }) => name)).toEqual(["search_policies"]);
    },
  );
});

describe("a gift card", () => {
  it.each(["gift card for 50 dollars", "do you sell gift cards?"])(
    "that no product or text tells of is said not to be found: %s",
    async (text) => {
      const turn = await createChat(teaShop())(text);
      expect(turn.text).toContain("couldn't find “gift card”");
      expect(turn.text).not.toMatch(/Shipping|Refund/);
    },
  );
});

describe("products that were shown", () => {
  it.each(["compare the first two", "compare these two"])("are compared: %s", async (text) => {
    const chat = createChat(clothesShop());
    await chat("show me lamps");
    expect((await chat(text)).text).toContain("cheaper");
  });
});

it("takes courtesy for what it is on a page in another language", async () => {
  expect((await createChat(teaShop())("danke")).text).toMatch(/gern/i);
});
