import { describe, expect, it } from "vitest";
import { createChat } from "./fixtures/chat";
import { clothesShop, teaShop } from "./fixtures/invented-stores";

const ada = () => createChat({ ...teaShop(), customerId: "7", firstName: "Ada" });
const shopper = () => createChat(clothesShop());

describe("a question after an item that was bought", () => {
  it.each([
    "has my teapot shipped yet",
    "did you send the teapot?",
    "still waiting for the stoneware teapot",
    "is my teapot here yet",
    "is the teapot on the way",
    "I bought a teapot 2 weeks ago and nothing came",
    "any news about the teapot",
    "ist meine Teapot schon verschickt?",
  ])("is answered from the order that holds it: %s", async (text) => {
    const turn = await ada()(text);
    expect(turn.text).toContain("#2043");
    expect(turn.text).not.toContain("#1990");
    expect(turn.calls.map(({ name }) => name)).not.toContain("search_policies");
  });

  it("leads a visitor to sign in, not to the shipping policy", async () => {
    const turn = await createChat(teaShop())("has my teapot shipped yet");
    expect(turn.text).toContain("sign in");
    expect(turn.calls).toEqual([]);
  });

  it("goes on to another item", async () => {
    const chat = ada();
    await chat("where is my teapot?");
    expect((await chat("and the whisk?")).text).toContain("#1990");
  });

  it("stays with the shop where nobody bought the thing", async () => {
    expect((await ada()("how much is shipping for a bicycle")).text).toContain("$5");
  });
});

describe("words that name no item", () => {
  it.each([
    ["where are my things", "#2042"],
    ["where's the stuff I bought last month?", "#1990"],
  ])("are not looked for: %s", async (text, order) => {
    const turn = await ada()(text);
    expect(turn.text).toContain(order);
    expect(turn.text).not.toContain("I don't see");
  });
});

describe("a time", () => {
  it("picks the orders that were placed in it", async () => {
    const turn = await ada()("show me my orders from October");
    expect(turn.text).toContain("#1990");
    expect(turn.text).not.toContain("#2042");
    expect(turn.cards).toHaveLength(1);
  });

  it("in which she ordered nothing is said to be so", async () => {
    expect((await ada()("what did I order in June?")).text).toContain(
      "I don't see any order of yours from that time",
    );
  });
});

describe("a place in a list of orders", () => {
  it("means that order", async () => {
    const chat = ada();
    await chat("show me all my orders");
    const turn = await chat("I want to return the third one");
    expect(turn.text).toContain("#1990");
    expect(turn.text).toContain("21 days");
  });

  it("means the item where one order was shown", async () => {
    const chat = ada();
    await chat("where is order #1990");
    expect((await chat("can I return the first one")).text).toContain("Bamboo Whisk");
  });

  it("means a product where products were shown since", async () => {
    const chat = createChat({ ...clothesShop(), customerId: "7" });
    await chat("show me my orders");
    await chat("show me lamps");
    expect((await chat("tell me about the second one")).text).toContain("Lamp");
  });

  it("is asked about where the list is shorter", async () => {
    const chat = shopper();
    await chat("show me shirts");
    expect((await chat("the third one")).text).toContain("Which product");
  });
});

describe("versions of a product", () => {
  it("are carried from message to message", async () => {
    const chat = shopper();
    expect((await chat("is the harbour shirt in stock in size M?")).text).toContain("Navy and White");
    expect((await chat("in white")).text).toContain("White / M");
    const turn = await chat("add it to my cart");
    expect(turn.cards.map(({ kind }) => kind)).toContain("confirm");
    expect(turn.text).toContain("White / M");
  });

  it("are asked for only as far as they are open", async () => {
    const chat = shopper();
    await chat("is the harbour shirt in stock in size M?");
    const asked = await chat("add it to my cart");
    expect(asked.text).toContain("Colour");
    expect(asked.text).not.toContain("Size");
    expect((await chat("navy")).text).toContain("Navy / M");
  });

  it("are not features: what the page does not tell is said to be missing from it", async () => {
    const turn = await shopper()("is the harbour shirt waterproof?");
    expect(turn.text).not.toContain("I don't see");
    expect(turn.text).not.toContain("Yes");
  });
});

describe("wishes without a product's name", () => {
  it("find presents within the budget, whatever they are", async () => {
    expect((await shopper()("a gift for my dad under 40")).text).toContain("Reading Lamp");
  });

  it("find the dearest first", async () => {
    const turn = await shopper()("what's the most expensive thing you sell");
    expect(turn.calls[0]?.arguments).toMatchObject({ sort: "price-descending" });
  });

  it("pick the cheaper of those that were shown", async () => {
    const chat = shopper();
    await chat("show me lamps");
    expect((await chat("the cheaper one")).text).toContain("Reading Lamp");
  });
});

describe("order details", () => {
  it("tell the total where she asks what it cost", async () => {
    expect((await ada()("how much did I pay for my last order?")).text).toMatch(
      /The total of order #\d+ is €129\.90/,
    );
  });

  it("tell what is in an order", async () => {
    expect((await ada()("what's in order #2042")).text).toContain("Copper Kettle");
  });
});

describe("rules", () => {
  it("answer for a country that they do not name by what they say of others", async () => {
    const turn = await createChat(teaShop())("do you ship to Japan?");
    expect(turn.text).toContain("We do not ship to any other country");
  });
});

describe("a rule on another matter", () => {
  it("does not answer how to pay", async () => {
    const turn = await createChat(teaShop())("can I pay with klarna");
    expect(turn.text).not.toMatch(/cancelled|return/);
  });
});
