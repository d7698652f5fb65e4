import { describe, expect, it } from "vitest";
import { createSectionRanking } from "./rank-sections";
import { readSections } from "./sections";

const shop = (html: string) =>
  createSectionRanking(
    readSections({ id: "d", kind: "policy", title: "Delivery", url: "https://shop.example/d", html }),
  );
const first = (html: string, question: string) => shop(html).rank(question, 3)[0]?.heading;
const all = (html: string, question: string) =>
  shop(html)
    .rank(question, 3)
    .map(({ heading }) => heading);

const HOME = "<h2>Norway</h2><p>Delivery costs 60 kr and takes two days.</p>";
const NEAR = "<h2>Sweden</h2><p>Delivery costs 120 kr, five days.</p>";
const REST = "<h2>Further away</h2><p>We do not deliver outside Norway and Sweden.</p>";

describe("a question that names a country", () => {
  it.each(["how much is delivery to Sweden", "was kostet die Lieferung nach Schweden"])(
    "is answered by what stands under that country, not by where others are excluded: %s",
    (question) => expect(first(HOME + NEAR + REST, question)).toBe("Sweden"),
  );

  it.each(["how much is delivery to Spain?", "vous livrez en Belgique ?", "spedite in Italia?"])(
    "is answered by what holds elsewhere, and by no other country's prices: %s",
    (question) => {
      const found = all(HOME + NEAR + REST, question);
      expect(found[0]).toBe("Further away");
      expect(found).not.toContain("Norway");
      expect(found).not.toContain("Sweden");
    },
  );

  it("finds nothing where only other countries have terms", () => {
    expect(all(HOME + NEAR, "how much is delivery to Spain")).toEqual([]);
  });

  it("is answered by the Union for a member of it", () => {
    const union = "<h2>European Union</h2><p>Delivery costs 200 kr.</p>";
    expect(first(HOME + union, "how much is delivery to Portugal")).toBe("European Union");
  });

  const parts =
    "<h2>Península</h2><p>4 €, dos días.</p><h2>Islas Baleares</h2><p>7 €, cinco días.</p>" +
    "<h2>Canarias y Melilla</h2><p>12 €, diez días.</p><h2>Francia</h2><p>14 €.</p>" +
    "<h2>Otros países</h2><p>No enviamos a ningún otro sitio fuera de España y Francia.</p>";

  it.each([
    ["¿enviáis a Ibiza?", "Islas Baleares"],
    ["how much is shipping to Tenerife", "Canarias y Melilla"],
    ["¿cuánto cuesta el envío a Sevilla?", "Península"],
    ["combien coûte la livraison à Lyon", "Francia"],
    ["was kostet der Versand nach Dänemark", "Otros países"],
  ])("is answered by the part of the country that the place lies in: %s", (question, heading) => {
    expect(first(parts, question)).toBe(heading);
  });

  it("is not told of its own country's islands, nor that nothing is sent elsewhere, at home", () => {
    const uk =
      "<p>Delivery costs £4 and takes two days.</p><h2>Highlands and Northern Ireland</h2><p>Delivery costs £9.</p>" +
      "<h2>Visit</h2><p>Our shop is in Bristol.</p><h2>Overseas</h2><p>Sorry, we do not post anywhere else.</p>";
    expect(first(uk, "what is delivery to Manchester")).toBe("");
    expect(first(uk, "what is delivery to Derry")).toBe("Highlands and Northern Ireland");
    expect(first(uk, "do you deliver to Dublin")).toBe("Overseas");
  });
});
