import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { createGrounding } from "./create-grounding";
import { groundingOptions, orderEvidence, policyEvidence, productEvidence } from "./fixtures/sample-evidence";

function ground(pieces: string[], evidence: Evidence[]) {
  const grounding = createGrounding(groundingOptions(evidence));
  const text = [...pieces.flatMap((piece) => grounding.push(piece)), ...grounding.flush()].join("");
  return { text, corrections: [...grounding.corrections] };
}

describe("what follows from evidence is left as it is", () => {
  it.each(["Three Linen Shirts at $49.95 each come to $149.85.", "It's $49.95 for the Linen Shirt."])(
    "%j",
    (said) => {
      expect(ground([said], [productEvidence])).toEqual({ text: said, corrections: [] });
    },
  );

  it("counts the days between two days of an order", () => {
    const said = "#1002 was delivered four days after you placed it.";
    expect(ground([said], [orderEvidence])).toEqual({ text: said, corrections: [] });
  });
});

describe("however a reply is cut into deltas", () => {
  const replies: [string, Evidence[]][] = [
    [
      "The **Linen Shirt** costs $49.95. Is there more?\n- #1002 was delivered on November 5.",
      [productEvidence, orderEvidence],
    ],
    [
      "The Linen Shirt costs $39.95. It was $1,299.00, e.g. at 24. November.\n1. One\n2. Two",
      [productEvidence],
    ],
    ["I've cancelled #1001. See [here](https://evil.example/x?q=1) for more.", [orderEvidence]],
    ["You can return it within 99 days. Thanks!", [policyEvidence]],
  ];

  it.each(replies)("%j is judged the same", (reply, evidence) => {
    const whole = ground([reply], evidence);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < reply.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          pieces.push(reply.slice(at, at + size));
          at += size;
        }
        const cut = ground(pieces, evidence);
        expect(cut.corrections).toEqual(whole.corrections);
        // A sentence that is taken out may have begun already: what was shown of it ends in a sign of that.
        expect(cut.text.replace(/[^.!?\n…]*…\s?/g, "")).toBe(whole.text);
      }),
      { numRuns: 30 },
    );
  });
});
