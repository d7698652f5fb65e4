import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ORDER_STATES } from "~/core/store/order-state";
import cards from "../locales/en/cards.json";
import { fill } from "./fill";
import { loadTexts } from "./texts";

const LANGUAGES = readdirSync(new URL("../locales/", import.meta.url));
const PARTS = ["panel", "cards", "forms", "flows", "attention"] as const;

/** Keys with the values that each text takes, such as "added {title}". */
function shape(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, ...(value.match(/\{\w+\}/g) ?? []).sort()].join(" ")]
      : shape(value as object, `${prefix}${key}.`),
  );
}

describe("the widget's texts", () => {
  test.each(LANGUAGES)("%s says everything that English says", async (language) => {
    for (const part of PARTS) {
      const [texts, english] = await Promise.all([loadTexts(part, language), loadTexts(part, "en")]);
      expect(shape(texts).sort()).toEqual(shape(english).sort());
    }
  });

  test("there is a word for every state of an order", () => {
    for (const state of ORDER_STATES) expect(cards.states, state).toHaveProperty(state);
  });

  test("the block names only languages that are there, each of them for its own", () => {
    const block = new URL("../../../extensions/chat-widget/locales/", import.meta.url);
    const files = readdirSync(block).filter((name) => !name.includes("schema"));
    const named = files.map((name) => {
      const { chat } = JSON.parse(readFileSync(new URL(name, block), "utf8")) as {
        chat: { language: string };
      };
      expect(name.split(/[.-]/)[0]).toBe(chat.language);
      return chat.language;
    });
    expect([...new Set(named)].sort()).toEqual([...LANGUAGES].sort());
  });

  test("values are put in as they are", () => {
    expect(fill("{title} is in your cart.", { title: "{x} $&" })).toBe("{x} $& is in your cart.");
  });
});
