import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CatalogueVocabulary } from "../knowledge-index";
import { NO_VOCABULARY, readProductWords } from "./read-product-words";

const boatShop: CatalogueVocabulary = {
  options: [
    { name: "Colour", values: ["Signal Red", "Navy", "Sky / White", "Sand", "Mint", "Coffee"] },
    { name: "Color", values: ["Red"] },
    { name: "Size", values: ["S", "M", "MT", "Large", "36/37", "42"] },
    { name: "Pieces", values: ["500", "1000"] },
    { name: "Length", values: ["85 cm", "105 cm"] },
  ],
  vendors: ["Brightsail", "Hansen & Sons"],
  productTypes: ["Jackets"],
};

function read(text: string, vocabulary = NO_VOCABULARY, locale = "en", currency = "USD") {
  const {
    words,
    filters,
    options,
    fullWords: _,
    ...rest
  } = readProductWords(text, vocabulary, { currency, locale });
  return { words, ...filters, options: options.map(({ values }) => values), ...rest };
}

describe("what may be a product's name", () => {
  it.each([
    "Nintendo 64",
    "Windows 10",
    "7 Wonders",
    "aa battery",
    "ps4 pro",
    "rtx 2060",
    "brother tn-2110 toner",
    "New Balance 574",
    "S7 edge case",
    "2-3 seater sofa",
    "hub at least 4 ports",
    "toys under 5 years",
    "Apple watch strap",
    "two person tent",
  ])("stays a word: %s", (text) => {
    expect(read(text, boatShop)).toEqual({
      words: text,
      options: [],
      measures: [],
      sort: null,
      without: [],
      foreignPrice: null,
    });
  });
});

describe("prices", () => {
  it.each([
    ["anchor under $50", "USD", "en", [undefined, 5000]],
    ["anchor for less than fifty dollars", "USD", "en", [undefined, 5000]],
    ["$1,299 or less anchor", "USD", "en", [undefined, 129900]],
    ["anchor 1.5k max", "USD", "en", [undefined, 150000]],
    ["anchor between 20 and 30", "USD", "en", [2000, 3000]],
    ["anchor 30-40", "USD", "en", [3000, 4000]],
    ["anchor around 100", "USD", "en", [8000, 12000]],
    ["anchor over 80", "USD", "en", [8000, undefined]],
    ["anchor, budget 60", "USD", "en", [undefined, 6000]],
    ["ancre à moins de 40 €", "EUR", "fr", [undefined, 4000]],
    ["ancre entre 20 et 30 euros", "EUR", "fr", [2000, 3000]],
    ["ancre 1 299 € maximum", "EUR", "fr", [undefined, 129900]],
    ["Anker unter 50", "EUR", "de", [undefined, 5000]],
    ["Anker zwischen 1.299,00 € und 1.500 €", "EUR", "de", [129900, 150000]],
    ["Anker bis zweihundertfünfzig Euro", "EUR", "de", [undefined, 25000]],
    ["Anker ab 20 Euro", "EUR", "de", [2000, undefined]],
    ["ancla hasta 30", "EUR", "es", [undefined, 3000]],
    ["ancla por menos de cien euros", "EUR", "es", [undefined, 10000]],
    ["âncora até 100 reais", "BRL", "pt", [undefined, 10000]],
    ["R$ 50 ou menos âncora", "BRL", "pt", [undefined, 5000]],
    ["ancora sotto i 40 euro", "EUR", "it", [undefined, 4000]],
    ["ancora tra venti e trenta euro", "EUR", "it", [2000, 3000]],
    ["anchor under 5000 yen", "JPY", "en", [undefined, 5000]],
    ["anchor under a tenner", "GBP", "en", [undefined, 1000]],
    ["ancla que no pase de 50 euros", "EUR", "es", [undefined, 5000]],
    ["ancora che non superi i 50 euro", "EUR", "it", [undefined, 5000]],
    ["ancre qui ne dépasse pas 50 €", "EUR", "fr", [undefined, 5000]],
    ["âncora que não ultrapasse 50 euros", "EUR", "pt", [undefined, 5000]],
  ])("are limits: %s", (text, currency, locale, [min, max]) => {
    const { minPrice, maxPrice, words } = read(text, NO_VOCABULARY, locale, currency);
    expect([minPrice, maxPrice]).toEqual([min, max]);
    expect(words).toMatch(/^\p{L}+$/u);
  });

  it.each([
    ["anchor under 50 euros", "USD", ["EUR"]],
    ["anchor below £20", "EUR", ["GBP"]],
    ["anchor under CHF 80", "EUR", ["CHF"]],
  ])("in another currency limit nothing, and are told: %s", (text, currency, codes) => {
    expect(read(text, NO_VOCABULARY, "en", currency)).toEqual({
      words: "anchor",
      options: [],
      measures: [],
      sort: null,
      without: [],
      foreignPrice: { words: expect.any(String), codes },
    });
  });

  it("are the same however the figure is written", () => {
    const amount = fc.integer({ min: 100, max: 9_999_999 });
    const locale = fc.constantFrom("en-US", "de-DE", "it-IT", "es-ES", "pt-BR", "de-CH");
    fc.assert(
      fc.property(amount, locale, (minor, style) => {
        const figure = new Intl.NumberFormat(style, { minimumFractionDigits: 2 }).format(minor / 100);
        expect(read(`anchor under ${figure} €`, NO_VOCABULARY, "en", "EUR").maxPrice).toBe(minor);
      }),
    );
  });
});

describe("measures", () => {
  it.each([
    ['screen 15.6" ', [["inch", 15.6, 15.6]]],
    ["laptop at least 16 GB", [["byte", 16e9, 1e18]]],
    ["Laptop mindestens 16GB", [["byte", 16e9, 1e18]]],
    ["bolsa de até 2 kg", [["gram", 0, 2000]]],
    ["sac 20-30 l", [["litre", 20, 30]]],
    ["cable between 1 and 2 metres", [["metre", 1, 2]]],
    ["powerbank 10000 mAh or more", [["ampere-hour", 10, 1e18]]],
    ["16+ GB stick", [["byte", 16e9, 1e18]]],
  ])("are bounds: %s", (text, wanted) => {
    const { measures, words } = read(text);
    expect(measures.map(({ unit, min, max }) => [unit, min, max])).toEqual(wanted);
    expect(words).not.toMatch(/\d/);
  });

  it("of screens and drives are meant as people say them", () => {
    const [screen] = read("monitor 24 inch").measures;
    expect(screen && screen.min <= 23.8 && screen.max >= 24.5 && screen.max < 25).toBe(true);
    expect(read("0,5 TB ssd").measures).toMatchObject([{ unit: "byte", min: 500e9, max: 512e9 }]);
  });
});

describe("options", () => {
  it.each([
    ["red jacket in M", "en", [["Signal Red", "Red"], ["M"]], "jacket"],
    ["Jacke rot Größe M", "de", [["Signal Red", "Red"], ["M"]], "Jacke"],
    ["chaqueta roja talla M", "es", [["Signal Red", "Red"], ["M"]], "chaqueta"],
    ["vestido vermelho no tamanho M", "pt", [["Signal Red", "Red"], ["M"]], "vestido"],
    ["large jacket", "en", [["Large"]], "jacket"],
    ["size 37 socks", "en", [["36/37"]], "socks"],
    ["jacket MT", "en", [["MT"]], "jacket"],
    ["boots EU 42", "en", [["42"]], "boots"],
    ["boots 42", "en", [["42"]], "boots"],
    ["puzzle with 1000 pieces", "en", [["1000"]], "puzzle"],
    ["jacket XXL", "en", [["XXL"]], "jacket"],
    ["belt 105", "en", [["105 cm"]], "belt"],
    ["belt n 42", "en", [["42"]], "belt"],
    ["mint jacket", "en", [], "mint jacket"],
    ["jacket in mint", "en", [["Mint"]], "jacket"],
    ["mug coffee", "en", [], "mug coffee"],
    ["mug in coffee", "en", [["Coffee"]], "mug"],
    ["giacche rosse", "it", [["Signal Red", "Red"]], "giacche"],
    ["giubbini rossi", "it", [["Signal Red", "Red"]], "giubbini"],
  ])("are the shop's own values: %s", (text, locale, values, words) => {
    expect(read(text, boatShop, locale)).toMatchObject({ options: values, words });
  });

  it("know the shades of a colour as what comes near", () => {
    const [blue] = readProductWords("blue jacket", boatShop, { currency: "USD", locale: "en" }).options;
    expect(blue).toMatchObject({ names: ["Colour"], values: [], nearValues: ["Navy", "Sky / White"] });
  });

  it("are wished for of anything where no thing is named", () => {
    expect(read("something from Brightsail", boatShop)).toMatchObject({ words: "", vendors: ["Brightsail"] });
    expect(read("etwas in Rot", boatShop, "de")).toMatchObject({ words: "" });
    expect(read("something", boatShop)).toMatchObject({ words: "something" });
  });

  it("stay words in a shop that has none", () => {
    expect(read("red jacket in M")).toMatchObject({ words: "red jacket M", options: [] });
  });
});

describe("stock, order, brand and what is ruled out", () => {
  it.each([
    ["lantern in stock", "en", { words: "lantern", availableOnly: true }],
    ["Laterne sofort lieferbar", "de", { words: "Laterne", availableOnly: true }],
    ["the cheapest lantern", "en", { words: "lantern", sort: "price-ascending" }],
    ["la lanterne la moins chère", "fr", { words: "lanterne", sort: "price-ascending" }],
    ["teuerste Laterne", "de", { words: "Laterne", sort: "price-descending" }],
    ["lanterna mais barata", "pt", { words: "lanterna", sort: "price-ascending" }],
    ["newest lanterns", "en", { words: "lanterns", sort: "newest" }],
    ["lantern from Hansen & Sons", "en", { words: "lantern", vendors: ["Hansen & Sons"] }],
    ["Laterne von Brightsail", "de", { words: "Laterne", vendors: ["Brightsail"] }],
    ["lantern, not red", "en", { words: "lantern", without: ["red"], options: [] }],
    ["tea without sugar or milk", "en", { words: "tea", without: ["sugar", "milk"] }],
    ["Tee ohne Zucker", "de", { words: "Tee", without: ["zucker"] }],
    ["scarpe non nere", "it", { words: "scarpe", without: ["nere"] }],
    ["not too expensive lantern", "en", { without: [] }],
  ])("%s", (text, locale, wanted) => {
    expect(read(text, boatShop, locale, "EUR")).toMatchObject(wanted);
  });
});

it("takes any text without harm", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(typeof read(text, boatShop).words).toBe("string");
    }),
  );
  expect(read(`${"under ".repeat(40)}${"$1 - ".repeat(40)}`, boatShop).words.length).toBeLessThan(500);
});
