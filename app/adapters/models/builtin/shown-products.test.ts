import { describe, expect, it } from "vitest";
import { createInMemoryStore } from "~/core/store/fixtures/in-memory-store";
import { sampleVariant } from "~/core/store/fixtures/sample-products";
import { type ChatOptions, createChat } from "./fixtures/chat";
import { product } from "./fixtures/invented-stores";

/** A shop for lamps, whose pages tell of materials, weights and what is in the box. */
function lampShop(): ChatOptions {
  const variant = (id: string, title: string, price: number, available = true) =>
    sampleVariant({ id, title, price, available, quantity: available ? 3 : 0, options: { Colour: title } });
  const products = [
    product("Heath Lamp", 9000, {
      productType: "Lamps",
      description:
        "Turned from solid oak, with a long neck. Weight 1.2 kg. Comes with an LED bulb. Wipe it with a damp cloth.",
    }),
    product("Forge Lamp", 7000, {
      productType: "Lamps",
      description: "Powder-coated steel and a short neck. Weight 2.5 kg. Bulb not included.",
      options: [{ name: "Colour", values: ["Black", "Red"] }],
      variants: [variant("f1", "Black", 7000), variant("f2", "Red", 7200, false)],
    }),
    product("Cosy Lamp", 5000, {
      productType: "Lamps",
      description: "A paper shade that gives a warm light. Runs on three AA batteries.",
    }),
  ];
  return { store: createInMemoryStore({ products }) };
}

/** Says one thing after the other; what came of the last. */
async function lastTurn(texts: string[], locale = "en") {
  const chat = createChat({ ...lampShop(), locale });
  let turn = await chat(texts[0] ?? "");
  for (const text of texts.slice(1)) turn = await chat(text);
  return turn;
}

const lastAnswer = async (texts: string[], locale = "en") => (await lastTurn(texts, locale)).text;

describe("a description of one of the products in sight", () => {
  it.each([
    ["en", "show me lamps", "the wooden one", "Heath Lamp"],
    ["en", "show me lamps", "what about the metal one?", "Forge Lamp"],
    ["en", "show me lamps", "the one with the long neck", "Heath Lamp"],
    ["en", "show me lamps", "the lightest one", "Heath Lamp"],
    ["en", "show me lamps", "the one made of paper please", "Cosy Lamp"],
    ["de", "zeig mir lamp", "die aus Holz", "Heath Lamp"],
    ["fr", "je cherche lamp", "celle en bois", "Heath Lamp"],
    ["es", "busco lamp", "la de metal", "Forge Lamp"],
    ["it", "cerco lamp", "quella di legno", "Heath Lamp"],
    ["pt", "procuro lamp", "a de madeira", "Heath Lamp"],
  ])("picks it (%s): %s, %s", async (locale, search, words, title) => {
    const turn = await lastTurn([search, words], locale);
    expect(turn.cards.map((card) => ("title" in card ? card.title : card.kind))).toEqual([title]);
  });

  it("is not carried out of a page that says it is not there", async () => {
    expect(await lastAnswer(["show me lamps", "the one with a bulb"])).toMatch(/Heath Lamp/);
  });

  it("that fits none of them narrows the search, and is never turned away", async () => {
    const said = await lastAnswer(["show me lamps", "the golden one"]);
    expect(said).not.toMatch(/outside what I can help/);
  });

  it("can go into the cart at once", async () => {
    const turn = await lastTurn(["show me lamps", "add the wooden one to my cart"]);
    expect(turn.cards.map(({ kind }) => kind)).toContain("confirm");
    expect(turn.text).toContain("Heath Lamp");
  });

  it("may be the other one of two", async () => {
    const texts = ["show me lamps under 80", "the cheaper one", "and the other one?"];
    expect(await lastAnswer(texts)).toContain("Forge Lamp");
  });
});

describe("a question of what is in sight", () => {
  it.each([
    ["how heavy is it", /1\.2 kg/],
    ["does it come with a bulb?", /Comes with an LED bulb/],
    ["does it need batteries?", /don.t see that named/],
    ["how do i clean it with a cloth", /damp cloth/],
  ])("is answered in the words of its page, or said not to be: %s", async (text, answer) => {
    expect(await lastAnswer(["show me lamps", "the wooden one", text])).toMatch(answer);
  });

  it("is put back where several could be meant", async () => {
    const said = await lastAnswer(["show me lamps", "how heavy is it"]);
    expect(said).toMatch(/Which one do you mean.*Heath Lamp.*Forge Lamp/);
  });

  it("compares by the figures that the pages tell", async () => {
    const said = await lastAnswer(["show me lamps", "which one is lighter?"]);
    expect(said.indexOf("1.2 kg")).toBeLessThan(said.indexOf("2.5 kg"));
    expect(said).toContain("1.2 kg");
  });

  it("does not say that a version is there that does not exist", async () => {
    const said = await lastAnswer(["show me lamps", "the metal one", "do you have it in red?"]);
    expect(said).toContain("sold out");
  });
});

describe("something similar", () => {
  it("is of the same kind, within what is to be different, and another thing", async () => {
    const said = await lastAnswer(["show me lamps", "the wooden one", "something similar but cheaper"]);
    expect(said).toContain("Forge Lamp");
    expect(said).not.toContain("Heath Lamp");
  });
});
