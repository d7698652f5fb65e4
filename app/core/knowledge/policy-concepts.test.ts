import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPolicyConcepts } from "./policy-concepts";

const conceptsOf = (text: string) => [...countPolicyConcepts(text).keys()];

describe("countPolicyConcepts", () => {
  it.each([
    ["Versandkosten", ["shipping", "cost"]],
    ["Rücksendefristen", ["return", "duration"]],
    ["l'expédition", ["shipping"]],
    ["dell'indirizzo", ["address"]],
    ["trabajamos", ["jobs"]],
    ["I don't like it", ["unwanted"]],
    ["Was, wenn es mir nicht gefällt?", ["unwanted"]],
    ["¿Enviáis a Toronto?", ["shipping", "country-ca", "abroad"]],
    ["Liefert ihr nach Wien?", ["shipping", "country-at", "eu"]],
    ["e-mail", ["contact"]],
  ])("reads %j as %j", (text, concepts) => {
    expect(conceptsOf(text)).toEqual(expect.arrayContaining(concepts));
  });

  it.each([
    ["a pagamento", "cost"],
    ["o contacto", "account"],
    ["a portable desk", "cost"],
  ])("does not take %j for %s", (text, concept) => {
    expect(conceptsOf(text)).not.toContain(concept);
  });

  it.each([
    ["how do I send it back", "shipping"],
    ["¿cuándo sale mi pedido?", "sale"],
    ["How long do I have", "procedure"],
    ["do you sell gift cards", "payment"],
  ])("does not mistake %j for %s", (text, concept) => {
    expect(conceptsOf(text)).not.toContain(concept);
  });

  it("reads by the words of the languages that it is told, and of no other", () => {
    const text = "sale";
    expect([...countPolicyConcepts(text, ["en"]).keys()]).toContain("sale");
    expect([...countPolicyConcepts(text, ["es"]).keys()]).not.toContain("sale");
  });

  it("reads any text without complaint, more languages finding no less", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const all = countPolicyConcepts(text, ["en", "de"]);
        for (const [concept] of countPolicyConcepts(text, ["de"])) expect(all.has(concept)).toBe(true);
      }),
    );
  });
});
