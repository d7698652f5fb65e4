import { describe, expect, it } from "vitest";
import { countThingWords, endsInGoods, isGoods, translationsOf } from "./translations";

const english = (text: string, locale = "de") => translationsOf(text, locale, () => true)[0]?.words;

describe("translationsOf", () => {
  it.each([
    ["Regenjacken", "rain jacket"],
    ["Lederjacke", "leather jacket"],
    ["sac dos", "backpack"],
    ["zapatillas de correr", "running shoes"],
    ["macchina da caffè", "coffee maker"],
    ["garrafa", "bottle"],
    ["sacs à dos", "backpack"],
    ["zaini", "backpack"],
    ["borse", "bag"],
    ["couteaux", "knife"],
  ])("knows %j as %j", (text, wanted) => {
    expect(english(text)).toBe(wanted);
  });

  it("names what it put in other words", () => {
    expect(translationsOf("warme Handschuhe", "de", (word) => word === "handschuhe")[0]).toEqual({
      words: "warme gloves",
      translated: [{ from: "handschuhe", to: "gloves" }],
    });
  });

  it("leaves words alone that are no things, and English ones to English shoppers", () => {
    expect(translationsOf("zzyzx", "de", () => true)).toEqual([]);
    expect(english("hose", "en")).not.toBe("trousers");
  });
});

describe("translationsOf into a shop's own languages", () => {
  const into = (language: string, text: string, locale: string) =>
    translationsOf(text, locale, () => true, [language]).map(({ words }) => words);

  it.each([
    ["es", "Handcreme", "de", "crema de manos"],
    ["it", "damentaschen", "de", "donna borsa"],
    ["en", "mic", "en", "microphone"],
    ["de", "trottinette", "fr", "roller"],
  ])("says in %s what %j is", (language, text, locale, wanted) => {
    expect(into(language, text, locale)).toContain(wanted);
  });

  it("tries every thing that a name may mean", () => {
    const batteries = into("en", "batería", "es");
    expect(batteries).toContain("battery");
    expect(batteries).toContain("drum kit");
  });

  it("takes no short word for a form of a foreign one", () => {
    expect(into("fr", "screwdriver set", "en")[0]).toBe("tournevis jeu");
  });

  it("gives no name for the same name in the plural", () => {
    expect(into("en", "ukuleles", "en")).toEqual([]);
  });
});

describe("what is bought", () => {
  it.each(["Gitarren", "violins", "poussette", "zaini", "ring", "hats"])("is known: %s", (word) => {
    expect(isGoods(word)).toBe(true);
  });

  it.each(["leather", "hamster", "ojeras", "jack", "wedding", "Geschenk"])("is not %s", (word) => {
    expect(isGoods(word)).toBe(false);
  });

  it("is what a German compound ends in", () => {
    expect(["Stoffpuppe", "Hochstuhl", "Regenhose"].every(endsInGoods)).toBe(true);
    expect(["Sternenhimmel", "Ida", "Spring"].some(endsInGoods)).toBe(false);
  });
});

describe("countThingWords", () => {
  it("counts every word of a thing's name, in the language that it is said in", () => {
    expect(countThingWords("sacs à dos", "fr")).toBe(3);
    expect(countThingWords("sacs à dos", "pt")).toBe(0);
    expect(countThingWords("due zaini neri", "it")).toBe(1);
  });
});
