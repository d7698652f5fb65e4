import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ORDER_STATES } from "~/core/store/order-state";
import cards from "../locales/en/cards.json";
import panel from "../locales/en/panel.json";
import { fill, languageOf, loadTexts } from "./texts";

const LANGUAGES = readdirSync(new URL("../locales/", import.meta.url));
const PARTS = ["panel", "cards", "forms"] as const;

/** Keys with the values that each text takes, such as "added {title}". */
function shape(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, ...(value.match(/\{\w+\}/g) ?? []).sort()].join(" ")]
      : shape(value as object, `${prefix}${key}.`),
  );
}

describe("the widget's texts", () => {
  test.each(LANGUAGES)("%s is spoken, and says everything that English says", async (language) => {
    expect(languageOf(language)).toBe(language);
    for (const part of PARTS) {
      const [texts, english] = await Promise.all([loadTexts(part, language), loadTexts(part, "en")]);
      expect(shape(texts).sort()).toEqual(shape(english).sort());
    }
  });

  test("there is a word for every state of an order", () => {
    for (const state of ORDER_STATES) expect(cards.states, state).toHaveProperty(state);
  });

  test("a region's language is found, and an unknown one is English", async () => {
    expect((await loadTexts("cards", "pt-BR")).addToCart).toBe("Adicionar ao carrinho");
    for (const unknown of ["tlh", "constructor", "../en", ""]) {
      expect(await loadTexts("panel", unknown)).toEqual(panel);
    }
  });

  test("values are put in as they are", () => {
    expect(fill("{title} is in your cart.", { title: "{x} $&" })).toBe("{x} $& is in your cart.");
  });
});
