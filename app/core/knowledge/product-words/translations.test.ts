import { describe, expect, it } from "vitest";
import { countThingWords, translationsOf } from "./translations";

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

describe("countThingWords", () => {
  it("counts every word of a thing's name, in the language that it is said in", () => {
    expect(countThingWords("sacs à dos", "fr")).toBe(3);
    expect(countThingWords("sacs à dos", "pt")).toBe(0);
    expect(countThingWords("due zaini neri", "it")).toBe(1);
  });
});
