import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "~/core/settings/settings";
import { detectLanguage } from "./language";
import { findEmail, findOrderNumbers, parseAmount } from "./slots";
import { understand } from "./understand";
import { isSlip, splitWords } from "./words";

const read = (text: string) => understand(text, "en", { hasProduct: false });

describe("any text", () => {
  it("is understood as something, in every language, without an exception", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.constantFrom(...LANGUAGES),
        (text, language) => {
          const understood = understand(text, language, { hasProduct: true });
          expect(understood.confidence).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("order numbers", () => {
  it.each([
    ["Where is my order #W2611340?", ["W2611340"]],
    ["has W2611340 shipped", ["W2611340"]],
    ["orders #1001 and #1002", ["1001", "1002"]],
    ["order no. 1001-EU please", ["1001"]],
    ["my order 1001, mail ada99@mail.example", ["1001"]],
  ])("are found in: %s", (text, numbers) => {
    expect(findOrderNumbers(text, true)).toEqual(expect.arrayContaining(numbers));
  });

  it.each(["$1299", "1299 €", "12.50", "https://shop.example/orders/1001", "ada1001@mail.example"])(
    "are not %s",
    (text) => {
      expect(findOrderNumbers(`order ${text}`, true)).toEqual([]);
    },
  );

  it("are no price limits", () => {
    const { slots } = read("laptops under 1500");
    expect(slots).toMatchObject({ maxPrice: 1500, orderNumbers: [] });
  });
});

describe("emails", () => {
  it.each([
    ["it's ada.l+shop@mail.example.", "ada.l+shop@mail.example"],
    ["(ada@mail.example)", "ada@mail.example"],
    ["no address @ all", null],
  ])("in %s", (text, email) => {
    expect(findEmail(text)).toBe(email);
  });
});

describe("amounts", () => {
  it.each([
    ["1,299.50", 1299.5],
    ["1.299,50", 1299.5],
    ["1.299", 1299],
    ["49,9", 49.9],
    ["50", 50],
  ])("are read as people write them: %s", (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });

  it.each([
    ["shoes between 50 and 80 dollars", 50, 80],
    ["shoes under $60", null, 60],
    ["a jacket for more than 100", 100, null],
  ])("bound a search: %s", (text, minPrice, maxPrice) => {
    expect(read(text).slots).toMatchObject({ minPrice, maxPrice });
  });
});

describe("slips of the keyboard", () => {
  it.each([
    ["wehre", "where"],
    ["delivry", "delivery"],
    ["canncel", "cancel"],
    ["oder", "order"],
  ])("%s is %s", (word, meant) => {
    expect(isSlip(word, meant)).toBe(true);
  });

  it.each([
    ["tracker", "track"],
    ["border", "order"],
    ["mat", "match"],
    ["warme", "warte"],
  ])("%s is not %s", (word, other) => {
    expect(isSlip(word, other)).toBe(false);
  });
});

describe("a thing with a price to it", () => {
  it.each([
    "jackets between 90 and 200 dollars",
    "lamps from 20 to 50 euros",
    "merino base layer under 50 euros",
  ])("is wanted: %s", (text) => expect(read(text).intent).toBe("find-products"));

  it.each(["is shipping free over 50 dollars?", "I want a refund for the lamp over 50 euros"])(
    "is none where words of service stand by: %s",
    (text) => expect(read(text).intent).not.toBe("find-products"),
  );
});

describe("a few words that ask nothing", () => {
  it.each(["jigsaw puzzle 2000 pieces", "windows 10", "rtx 2060"])("may be a thing's name: %s", (text) =>
    expect(["unclear", "find-products", "details-given"]).toContain(read(text).intent),
  );
});

describe("words for things", () => {
  it("leave out what frames the request, and keep colour and size apart", () => {
    const { searchWords, thingWords } = read("Do you have a blue rain jacket in size M under 100 dollars?");
    expect(searchWords).toEqual(["blue", "rain", "jacket", "M"]);
    expect(thingWords).toEqual(["rain", "jacket"]);
  });

  it("are split at elisions in the languages that have them", () => {
    expect(splitWords("l'ordine dell'utente", "it").map(({ folded }) => folded)).toEqual([
      "l",
      "ordine",
      "dell",
      "utente",
    ]);
    expect(splitWords("don't", "en").map(({ folded }) => folded)).toEqual(["dont"]);
  });
});

describe("the language of a text", () => {
  it.each([
    ["where can I see the parcel", "en"],
    ["necesito ayuda con una devolución", "es"],
    ["est-ce que vous livrez le samedi", "fr"],
    ["könnt ihr mir bitte weiterhelfen", "de"],
    ["gostaria de saber o prazo", "pt"],
    ["vorrei sapere quando arriva", "it"],
  ])("is recognised on any page: %s", (text, language) => {
    for (const locale of LANGUAGES) expect(detectLanguage([text], locale)).toBe(language);
  });

  it("is none of ours for others", () => {
    expect(detectLanguage(["Var är min beställning någonstans, jag väntar fortfarande"], "en")).toBeNull();
    expect(detectLanguage(["私の注文はどこですか"], "en")).toBeNull();
  });
});
