import { describe, expect, it } from "vitest";
import { bikeShop } from "./fixtures/bike-shop";
import { createChat } from "./fixtures/chat";

const chatAs = (customerId: string, locale = "en") => createChat({ ...bikeShop(), customerId, locale });

/** Says one thing after the other; what came of the last. */
async function lastAnswer(customerId: string, ...texts: string[]): Promise<string> {
  const chat = chatAs(customerId);
  let text = "";
  for (const one of texts) text = (await chat(one)).text;
  return text;
}

describe("an order that was cancelled", () => {
  it.each([
    "why was my order cancelled",
    "warum wurde meine bestellung storniert?",
    "pourquoi ma commande a été annulée",
    "por qué se ha cancelado mi pedido",
    "porque é que a minha encomenda foi cancelada?",
    "perché il mio ordine è stato annullato",
  ])("is told with what came back of its money: %s", async (text) => {
    const said = await lastAnswer("cancelled", text);
    expect(said).toContain("#470");
    expect(said).toMatch(/149/);
  });
});

describe("money that came back", () => {
  it.each([
    "hab ich mein geld schon",
    "wann bekomme ich mein geld zurück",
    "j'ai été remboursé ?",
    "avez-vous remboursé ma commande",
    "me habéis devuelto el dinero?",
    "já fui reembolsada?",
    "mi avete già rimborsato?",
    "did my refund go through",
    "when do i get the rest of my money",
  ])("is told from her orders: %s", async (text) => {
    const said = await lastAnswer("cancelled", text);
    expect(said).toContain("#470");
    expect(said).toMatch(/149/);
  });

  it("is told however many orders came since", async () => {
    expect(await lastAnswer("regular", "was I refunded?")).toMatch(/149[\s\S]*#470/);
  });

  it("is asked for by the item, too", async () => {
    expect(await lastAnswer("cancelled", "y el reembolso del casco?")).toMatch(/#470/);
  });
});

describe("what was just spoken of", () => {
  it.each([
    ["where is my order?", "when will it arrive exactly"],
    ["ou est ma commande", "elle arrive quand exactement"],
    ["wo ist meine bestellung", "wann kommt sie denn jetzt"],
    ["dónde está mi pedido", "y cuándo llega?"],
    ["dov'è il mio ordine", "quando arriva?"],
    ["onde está a minha encomenda", "quando chega?"],
  ])("is what a short question is about: %s %s", async (first, second) => {
    const said = await lastAnswer("waiting", first, second);
    expect(said).toContain("#512");
    expect(said).toMatch(/24/);
  });

  it("can be changed or sent back without a name", async () => {
    expect(await lastAnswer("keen", "where is my order?", "change the size to M please")).toMatch(
      /#501[\s\S]*changed/,
    );
    expect(await lastAnswer("happy", "has my order been delivered?", "can i send it back")).toContain("#488");
  });

  it("is meant where the words name nothing that was ordered", async () => {
    const said = await lastAnswer(
      "keen",
      "ich möchte stornieren",
      "eigentlich will ich bloß die adresse ändern",
    );
    expect(said).toContain("#501");
    expect(said).not.toContain("bloß");
  });
});

describe("a thing of hers", () => {
  it.each([
    "ich will das rad stornieren",
    "ist das schloss schon da",
    "bitte das fahrrad stornieren",
    "cancel the faltschloss",
  ])("is found by a part of its name: %s", async (text) => {
    expect(await lastAnswer("keen", text)).toContain("#501");
  });

  it("is found by what the shop calls it elsewhere", async () => {
    expect(await lastAnswer("happy", "can I return the sunscreen")).toContain("#488");
    expect(await lastAnswer("happy", "the bell arrived broken")).toContain("#488");
  });

  it("is recognised when she only says what is the matter with it", async () => {
    expect(await lastAnswer("happy", "die winterhandschuhe sind ganz verzogen")).toContain("#488");
  });
});

describe("what was paid for a thing of hers", () => {
  it.each([
    "how much did i pay for the sunscreen",
    "was hab ich für die klingel bezahlt",
    "combien j'ai payé la klingel",
  ])("is told with the order that holds it: %s", async (text) => {
    expect(await lastAnswer("happy", text)).toMatch(/#488[\s\S]*\d/);
  });
});

describe("the day on which a thing comes", () => {
  it("is told from the order that holds it, however impatient the words", async () => {
    expect(await lastAnswer("waiting", "wann kommt die pumpe endlich")).toContain("#512");
    expect(await lastAnswer("waiting", "when does the pump finally arrive")).toContain("#512");
  });

  it("is told of the order that was just shown", async () => {
    expect(await lastAnswer("waiting", "ou est ma commande", "c'est pour quelle date")).toContain("#512");
    expect(await lastAnswer("waiting", "where is my order?", "which day will it be")).toContain("#512");
  });
});

describe("another address or another version", () => {
  it.each([
    ["where is my order?", "please deliver it to my neighbour instead"],
    ["wo ist meine bestellung", "könnt ihr es in mein büro schicken"],
    ["où est ma commande", "vous pouvez la livrer à mon travail ?"],
    ["where is my order?", "make it a medium"],
    ["où est ma commande", "finalement je le veux en lavande"],
  ])("is a change of the order before: %s %s", async (first, second) => {
    expect(await lastAnswer("keen", first, second)).toContain("#501");
  });

  it("is asked of the thing before, without naming it again", async () => {
    const said = await lastAnswer("happy", "the bell is scratched", "could i swap it for a large");
    expect(said).toContain("#488");
    expect(said).not.toContain("large");
  });
});

describe("a payment of hers", () => {
  it("is told from the order that waits for it", async () => {
    expect(await lastAnswer("paying", "has my payment for the pump gone through")).toMatch(
      /#530[\s\S]*payment/,
    );
    expect(await lastAnswer("paying", "ist meine zahlung angekommen?")).toContain("#530");
  });
});
