import { describe, expect, it } from "vitest";
import { LANGUAGES } from "~/core/settings/languages";
import { flowTemplate } from "~/core/settings/offered-flows";
import { composeMessage } from "~/widget/flows/flow-course";
import { createChat } from "./fixtures/chat";
import { clothesShop } from "./fixtures/invented-stores";

describe("a wish for a gift", () => {
  it.each(LANGUAGES)(
    "from the gift finder in %s searches within the limit, whoever it is for",
    async (locale) => {
      const flow = flowTemplate("gift-finder", locale);
      for (const pick of flow.steps[0]?.answers.keys() ?? []) {
        const text = composeMessage(flow, [
          { step: "who", pick },
          { step: "likes" },
          { step: "budget", pick: 1 },
        ]);
        const turn = await createChat({ ...clothesShop(), locale })(text);
        expect(turn.calls, text).toEqual([
          { name: "search_products", arguments: expect.objectContaining({ query: "", maxPrice: 50 }) },
        ]);
      }
    },
  );

  it.each([
    ["de", "Ich suche ein Geschenk für meine Schwester: eine Lampe, unter 30", "Lampe"],
    ["es", "busco un regalo para un amigo, una lámpara", "lámpara"],
  ])("keeps the thing that is wished for: %s", async (locale, text, thing) => {
    const turn = await createChat({ ...clothesShop(), locale })(text);
    expect(turn.calls.at(-1)?.arguments.query).toBe(thing);
  });

  it.each([
    ["en", "gift for my dad, he likes tea, max 40", "tea"],
    ["es", "un regalo para mi madre, le gusta el café, máximo 40", "café"],
    ["de", "Geschenk für meinen Vater, er mag Tee, maximal 40", "Tee"],
    ["fr", "un cadeau pour ma mère, elle aime le café, maximum 40", "café"],
  ])("is one wish with what the person likes: %s", async (locale, text, thing) => {
    const turn = await createChat({ ...clothesShop(), locale })(text);
    const searches = turn.calls.filter(({ name }) => name === "search_products");
    expect(new Set(searches.map((call) => call.arguments.query))).toEqual(new Set([thing]));
    expect(searches.at(-1)?.arguments.maxPrice).toBe(40);
  });
});
