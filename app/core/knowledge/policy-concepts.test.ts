import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countConcepts } from "./concepts";
import { countPolicyConcepts } from "./policy-concepts";

const conceptsOf = (text: string) => [...countPolicyConcepts(text).keys()];

describe("countPolicyConcepts", () => {
  it.each([
    ["Versandkosten", ["shipping", "cost"]],
    ["Rücksendefristen", ["return", "duration"]],
    ["l'expédition", ["shipping"]],
    ["dell'indirizzo", ["address"]],
    ["trabajamos", ["jobs"]],
    ["I don't like it", ["return"]],
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

  it("knows at least what judgements rest on, whatever is said", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(conceptsOf(text)).toEqual(expect.arrayContaining([...countConcepts(text).keys()]));
      }),
    );
  });
});
