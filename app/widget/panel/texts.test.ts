import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ORDER_STATES } from "~/core/store/order-state";
import en from "../locales/en.json";
import { fill, loadTexts } from "./texts";

const DIRECTORY = new URL("../locales/", import.meta.url);

/** Keys with the values that each text takes, such as "added {title}". */
function shape(texts: object, prefix = ""): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, ...(value.match(/\{\w+\}/g) ?? []).sort()].join(" ")]
      : shape(value as object, `${prefix}${key}.`),
  );
}

describe("the widget's texts", () => {
  test.each(readdirSync(DIRECTORY))("%s says everything that English says", (file) => {
    const texts = JSON.parse(readFileSync(new URL(file, DIRECTORY), "utf8")) as object;
    expect(shape(texts).sort()).toEqual(shape(en).sort());
  });

  test("there is a word for every state of an order", () => {
    for (const state of ORDER_STATES) expect(en.states, state).toHaveProperty(state);
  });

  test("a region's language is found, and an unknown one is English", async () => {
    expect((await loadTexts("pt-BR")).addToCart).toBe("Adicionar ao carrinho");
    expect(await loadTexts("tlh")).toEqual(en);
    expect(await loadTexts("constructor")).toEqual(en);
  });

  test("values are put in as they are", () => {
    expect(fill("{title} is in your cart.", { title: "{x} $&" })).toBe("{x} $& is in your cart.");
  });
});
