import { describe, expect, it } from "vitest";
import { createInMemoryStore } from "~/core/store/fixtures/in-memory-store";
import { sampleOrder, sentOrder } from "~/core/store/fixtures/sample-orders";
import { type ChatOptions, createChat } from "./fixtures/chat";
import { item, product } from "./fixtures/invented-stores";

/** A shop for kites; one customer with an order under way, one not sent, one unpaid and one that was paid back in part. */
function kiteShop(): ChatOptions {
  const underWay = sentOrder([{ shippedAt: "2026-11-18T08:00:00.000Z" }], {
    name: "#810",
    placedAt: "2026-11-16T10:00:00.000Z",
    total: 9900,
    shipping: 500,
    discountCodes: ["BREEZE"],
    items: [
      item("Delta Kite", { variantTitle: "Red / L", paid: 5900, vendor: "Aero" }),
      item("Spare Line", { quantity: 2, paid: 3500 }),
    ],
  });
  const unsent = sampleOrder({
    name: "#812",
    placedAt: "2026-11-20T10:00:00.000Z",
    items: [item("Box Kite", { unfulfilledQuantity: 1, paid: 4200, variantTitle: "Blue" })],
  });
  const unpaid = sampleOrder({
    name: "#813",
    financialStatus: "pending",
    placedAt: "2026-11-19T10:00:00.000Z",
    items: [item("Wind Sock", { unfulfilledQuantity: 1, paid: 1500 })],
  });
  const paidBack = sentOrder([{ displayStatus: "delivered", deliveredAt: "2026-09-09T10:00:00.000Z" }], {
    name: "#700",
    placedAt: "2026-09-02T10:00:00.000Z",
    financialStatus: "partially_refunded",
    refunded: 1250,
    total: 3250,
    items: [item("Kite Reel", { paid: 2000 }), item("Carry Bag", { paid: 1250 })],
  });
  const orders = [unsent, unpaid, underWay, paidBack];
  const store = createInMemoryStore({
    products: [product("Delta Kite", 6400), product("Box Kite", 4500), product("Kite Reel", 2100)],
    customers: { "1": { firstName: "Ida", tags: [], orders } },
  });
  return { store, customerId: "1" };
}

async function lastAnswer(locale: string, ...texts: string[]): Promise<string> {
  const chat = createChat({ ...kiteShop(), locale });
  let text = "";
  for (const one of texts) text = (await chat(one)).text;
  return text;
}

describe("what she paid", () => {
  it.each([
    ["en", "how much did the delta kite cost me"],
    ["de", "was hat der delta kite gekostet"],
    ["es", "cuánto me costó el delta kite"],
    ["fr", "combien j'ai payé le delta kite"],
    ["it", "quanto ho pagato il delta kite"],
    ["pt", "quanto custou o delta kite"],
  ])("is told by her order, whatever the thing costs now (%s): %s", async (locale, text) => {
    const said = await lastAnswer(locale, text);
    expect(said).toMatch(/59[.,]00/);
    expect(said).toContain("#810");
    expect(said).not.toContain("64");
  });

  it("is told of the next thing when it is only named", async () => {
    const said = await lastAnswer("en", "what did i pay for the delta kite", "and the spare line?");
    expect(said).toMatch(/2 × Spare Line.*35\.00/);
  });

  it("is told for shipping, and with the code that she used", async () => {
    expect(await lastAnswer("en", "where is the delta kite", "what did i pay for shipping")).toMatch(/5\.00/);
    expect(await lastAnswer("en", "where is the delta kite", "did i use a code on that one?")).toContain(
      "BREEZE",
    );
  });

  it("leaves the catalogue to tell what a thing costs", async () => {
    expect(await lastAnswer("en", "how much is the delta kite")).toContain("64.00");
  });
});

describe("days and carriers", () => {
  it.each([
    ["en", "when was the delta kite sent", /November 18/],
    ["en", "when did i order the delta kite", /November 16/],
    ["de", "wann wurde der delta kite verschickt", /18\. November/],
    ["es", "cuándo compré el delta kite", /16 de noviembre/],
    ["en", "which carrier has the delta kite", /DHL/],
    ["fr", "quel transporteur livre le delta kite", /DHL/],
  ])("are told by the parcel and the order (%s): %s", async (locale, text, answer) => {
    expect(await lastAnswer(locale, text)).toMatch(answer);
  });
});

describe("one order after another", () => {
  it.each([
    ["en", "where is the box kite", "and the other one?"],
    ["de", "wo ist der box kite", "und die andere?"],
    ["es", "dónde está el box kite", "y el otro?"],
  ])("is the one that was not told (%s): %s, %s", async (locale, first, second) => {
    const said = await lastAnswer(locale, first, second);
    expect(said).toContain("#810");
    expect(said).not.toContain("#812");
  });

  it("is found by the month after a list", async () => {
    expect(await lastAnswer("en", "show me all my orders", "the one from september")).toContain("#700");
  });

  it("is told in the sequence in which they come", async () => {
    expect(await lastAnswer("en", "where are my orders", "which one comes first?")).toContain("#810");
  });
});

describe("money that came back", () => {
  it("is told of the order that holds the thing, and of no other", async () => {
    const said = await lastAnswer("en", "did i get refunded for the carry bag");
    expect(said).toMatch(/#700[\s\S]*12\.50/);
  });

  it("is no answer for a thing that was never paid back", async () => {
    expect(await lastAnswer("en", "did i get refunded for the box kite")).not.toContain("12.50");
  });

  it("is told by its amount when she asks for no more than that", async () => {
    expect(await lastAnswer("en", "was i refunded for the carry bag", "how much")).toContain("12.50");
  });
});

describe("wishes that do not call themselves so", () => {
  it.each([
    ["en", "i want to send the reel back", "#700"],
    ["en", "i want the box kite in red not blue", "#812"],
    ["en", "send it to my mum's house instead", "#812"],
    ["es", "mandadlo a otra dirección", "#812"],
    ["de", "liefert es bitte an eine andere adresse", "#812"],
    ["en", "i need to pay for the wind sock, it says unpaid", "payment"],
    ["en", "have i paid for the box kite", "don't see an open payment"],
  ])("are heard (%s): %s", async (locale, text, answer) => {
    expect(await lastAnswer(locale, text)).toContain(answer);
  });

  it("can be to have the same again", async () => {
    expect(await lastAnswer("en", "reorder the box kite")).toMatch(/Box Kite.*in stock/);
  });

  it("name no thing by what is only said of it", async () => {
    const said = await lastAnswer("en", "postie couldnt deliver my parcel, what now");
    expect(said).not.toContain("postie");
    expect(said).toContain("#8");
  });

  it("that name a thing which she never bought say so, and are not turned away", async () => {
    expect(await lastAnswer("en", "where is the xylophone")).toContain(
      "don't see “xylophone” in your orders",
    );
  });
});

describe("two wishes in one sentence", () => {
  it("are both answered, each with its own thing", async () => {
    const said = await lastAnswer("en", "cancel the box kite and tell me if you have a reel");
    expect(said).toContain("#812");
    expect(said).toContain("Kite Reel");
  });
});

describe("what an order came to", () => {
  it.each([
    ["en", "what's the total of #810"],
    ["en", "how much was 810 altogether"],
    ["de", "Gesamtbetrag von Bestellung 810?"],
    ["es", "total del pedido 810"],
    ["fr", "quel est le total de la commande 810 ?"],
    ["it", "totale dell'ordine 810"],
    ["pt", "valor da encomenda 810?"],
  ])("%s: %s", async (locale, text) => {
    expect((await lastAnswer(locale, text)).replace(",", ".")).toContain("99.00");
  });

  it("is not told of an order that is none of hers, nor of another in its stead", async () => {
    for (const text of ["what's the total of #999", "what did I pay for order 999?", "who carries #999?"]) {
      const told = await lastAnswer("en", "where is my order 810?", text);
      expect(told, text).not.toMatch(/99\.00|#810|#812|#813|#700/);
    }
  });
});
