import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { createGrounding } from "./create-grounding";
import {
  groundingOptions,
  oneOrderEvidence,
  orderEvidence,
  policyEvidence,
  productEvidence,
} from "./fixtures/sample-evidence";

function ground(pieces: string[], evidence: Evidence[]) {
  const grounding = createGrounding(groundingOptions(evidence));
  const shown = [...pieces.flatMap((piece) => grounding.push(piece)), ...grounding.flush()];
  return { text: shown.join(""), shown, corrections: grounding.corrections };
}

describe("what is false but leaves one thing that was meant", () => {
  it.each([
    ["The Linen Shirt costs $39.95.", "The Linen Shirt costs $49.95.", productEvidence],
    ["Das Linen Shirt kostet 39,95 $.", "Das Linen Shirt kostet 49,95 $.", productEvidence],
    ["The Linen Shirt costs $1,299.00.", "The Linen Shirt costs $49.95.", productEvidence],
    [
      "Your order arrives on Monday, November 23.",
      "Your order arrives on Tuesday, November 24.",
      oneOrderEvidence,
    ],
    ["It should arrive tomorrow.", "It should arrive November 24.", oneOrderEvidence],
    ["#1002 was delivered on November 9.", "#1002 was delivered on November 5.", orderEvidence],
    ["#1002 was delivered on 11/09/2026.", "#1002 was delivered on 11/05/2026.", orderEvidence],
    ["Die Sendung kommt am 23. November.", "Die Sendung kommt am 24. November.", oneOrderEvidence],
    ["El pedido llega el 23 de noviembre.", "El pedido llega el 24 de noviembre.", oneOrderEvidence],
    [
      "Its tracking number is 1Z999AA10123456000.",
      "Its tracking number is 1Z999AA10123456784.",
      oneOrderEvidence,
    ],
    ["There are 12 left of the Steel Bottle.", "There are 3 left of the Steel Bottle.", productEvidence],
  ])("%j becomes %j", (said, became, evidence) => {
    const { text, corrections } = ground([said], [evidence]);
    expect(text).toBe(became);
    expect(corrections.length).toBeGreaterThan(0);
  });
});

describe("the record of what was taken out or mended", () => {
  it("names the kind, what was said and what it became", () => {
    const { text, corrections } = ground(
      ["Hello. Use code WOW99 now. The Linen Shirt costs $9.00."],
      [productEvidence],
    );
    expect(text).toBe("Hello. The Linen Shirt costs $49.95.");
    expect(corrections).toEqual([
      { kind: "discount-code", said: "Use code WOW99 now.", became: "" },
      { kind: "amount", said: "9.00", became: "49.95" },
    ]);
  });
});

describe("streaming", () => {
  const reply =
    "I would be glad to help. Your order #1001 is in transit and arrives on Tuesday, November 24. It costs $812.00! The Linen Shirt is $49.95.\n- Sand\n- Blue\n\nAnything else?";
  const evidence = [orderEvidence, productEvidence];
  const whole = ground([reply], evidence).text;

  it("takes out the false sentence alone", () => {
    expect(whole).toBe(reply.replace("It costs $812.00! ", ""));
  });

  it("shows the same however the text is cut, but for how a broken-off sentence ends", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < reply.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          pieces.push(reply.slice(at, at + size));
          at += size;
        }
        expect(ground(pieces, evidence).text).toBe(whole);
      }),
    );
  });

  it("shows a sentence as soon as it has ended, and harmless words before that", () => {
    const grounding = createGrounding(groundingOptions(evidence));
    expect(grounding.push("I would be glad to").join("")).toBe("I would be glad ");
    expect(grounding.push(" help. Your order #1001 is").join("")).toBe("to help. ");
    expect(grounding.push(" in transit. A").join("")).toBe("Your order #1001 is in transit. ");
    expect(grounding.flush().join("")).toBe("A");
  });

  it("marks where a sentence that had begun breaks off", () => {
    const grounding = createGrounding(groundingOptions([]));
    const shown = [
      ...grounding.push("Good news for people like Anna: "),
      ...grounding.push("use code FREE99 now. "),
      ...grounding.flush(),
    ];
    expect(shown.join("")).toBe("Good news for people like Anna: use … ");
  });

  it.each(["Back in 178430999888 days.", "You have 99999999999999999999 days left."])(
    "takes out a time that no calendar holds: %s",
    (text) => {
      expect(ground([text], [orderEvidence]).text).not.toContain("days");
    },
  );

  it("survives any text without showing markup or foreign addresses", () => {
    const bits = [
      "#1001",
      "$49.95",
      "Nov 24",
      "[a](http://x.example)",
      "![",
      "](",
      "<b",
      "**",
      "1Z999AA10123456784",
      " ",
      "\n",
      ". ",
      "30 days",
      "50%",
    ];
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: "binary" })), { maxLength: 60 }),
        (pieces) => {
          const { text } = ground(pieces, [orderEvidence, productEvidence, policyEvidence]);
          expect(text).not.toMatch(/<[a-z!]|!\[[^\]]*\]\(|x\.example/i);
        },
      ),
      { numRuns: 40 },
    );
  }, 30_000);

  it.each(["[", "(", "![", "<", "a.", "1", "$", "#", "[x](", "x ", "1,", "z. B. ", "@", "www.", "\u200b"])(
    "takes time in proportion to the length for %j over and over",
    (piece) => {
      // Processor time: on a machine that is busy otherwise, the wall clock says nothing.
      const started = process.cpuUsage();
      ground([piece.repeat(Math.ceil(20_000 / piece.length))], [policyEvidence]);
      const { user, system } = process.cpuUsage(started);
      expect((user + system) / 1000).toBeLessThan(3000);
    },
  );
});
