import { describe, expect, it } from "vitest";
import { greet } from "./greeting";
import { chooseLanguage, phrasesFor, toolLabel } from "./phrases";
import { DEFAULT_SETTINGS, LANGUAGES, TOOL_NAMES } from "./settings";

describe("phrases", () => {
  it.each(LANGUAGES)("%s says everything that English says, in other words", (language) => {
    const english = phrasesFor("en", [...LANGUAGES]);
    const phrases = phrasesFor(language, [...LANGUAGES]);
    expect(shapeOf(phrases)).toEqual(shapeOf(english));
    expect(phrases.greeting).toContain("{shop}");
    if (language !== "en") expect(phrases.unavailable).not.toBe(english.unavailable);
    for (const name of TOOL_NAMES) expect(toolLabel(phrases, name)).not.toBe(phrases.status.thinking);
  });

  it("follows the page's language among those that the merchant turned on", () => {
    expect(chooseLanguage("pt-BR", ["en", "pt"])).toBe("pt");
    expect(chooseLanguage("FR_ca", ["fr"])).toBe("fr");
    expect(chooseLanguage("ja", ["de", "en"])).toBe("de");
    expect(chooseLanguage("de", ["it"])).toBe("it");
    expect(chooseLanguage("", ["es"])).toBe("es");
  });
});

describe("the greeting", () => {
  it("is the merchant's own where she wrote one", () => {
    expect(greet({ ...DEFAULT_SETTINGS, greeting: "Ahoy!" }, "fr", "Fernway")).toBe("Ahoy!");
  });

  it("else names the shop in the shopper's language, whatever the shop is called", () => {
    expect(greet(DEFAULT_SETTINGS, "fr-CA", "Fernway")).toMatch(/^Bonjour.*Fernway/);
    expect(greet(DEFAULT_SETTINGS, "en", "$& $1 {shop}")).toContain("$& $1 {shop}");
  });
});

function shapeOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}
