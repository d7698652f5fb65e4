import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { POLICY_LANGUAGES, plausibleLanguages } from "./plausible-languages";

describe("plausibleLanguages", () => {
  it.each([
    ["How long do I have to send it back?", "en"],
    ["refund window", "en"],
    ["¿Enviáis a Canarias?", "es"],
    ["Où est mon colis ?", "fr"],
    ["Wo ist mein Paket?", "de"],
    ["Onde está a minha encomenda?", "pt"],
    ["Dov'è il mio pacco?", "it"],
  ])("has the language of %j among its guesses", (text, language) => {
    expect(plausibleLanguages(text)).toContain(language);
  });

  it("leaves others out where small words tell", () => {
    expect(plausibleLanguages("Wie lange kann ich das zurückgeben?")).toEqual(["de"]);
    expect(plausibleLanguages("Quels sont les frais de livraison ?")).toEqual(["fr"]);
  });

  it("takes what says nothing for any of them, and never for none", () => {
    expect(plausibleLanguages("PayPal?")).toEqual(POLICY_LANGUAGES);
    fc.assert(fc.property(fc.string(), (text) => plausibleLanguages(text).length > 0));
  });
});
