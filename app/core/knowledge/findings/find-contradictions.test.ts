import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import type { StoreDocument } from "../../store/store-platform";
import { findContradictions } from "./find-contradictions";
import { productWordsOf } from "./product-words-of";

const none = new Set<string>();
const texts = (...htmls: string[]): StoreDocument[] =>
  htmls.map((html, index) => ({
    id: `d${index}`,
    kind: "page",
    title: "Help",
    url: `https://s.example/pages/${index}`,
    html,
    updatedAt: null,
  }));
const topics = (...htmls: string[]) => findContradictions(texts(...htmls), none).map(({ topic }) => topic);

describe("texts contradict each other when they state another", () => {
  it.each([
    [
      "return-window",
      "You can return items within 30 days of delivery.",
      "Returns are accepted for 14 days.",
    ],
    [
      "return-window",
      "<h2>Returns</h2><p>You have 60 days to send things back.</p>",
      "We have a 30-day return policy.",
    ],
    ["return-window", "Return it within four weeks.", "You may return your order within 30 days."],
    [
      "return-window",
      "Sie können die Ware innerhalb von 14 Tagen zurückgeben.",
      "Rückgabe innerhalb von 30 Tagen.",
    ],
    [
      "return-window",
      "Vous pouvez retourner un article sous 30 jours.",
      "Retours possibles dans les 14 jours.",
    ],
    [
      "return-window",
      "Tienes 30 días para devolver tu pedido.",
      "Las devoluciones se aceptan en un plazo de 15 días.",
    ],
    ["return-window", "Hai 30 giorni per il reso.", "Il reso è possibile entro 14 giorni."],
    ["return-window", "Tem 30 dias para devolver o produto.", "As devoluções são aceites até 14 dias."],
    ["refund-time", "Refunds take 5-7 business days.", "Your refund arrives within 10 business days."],
    ["delivery-time", "Delivery takes 3 to 5 days.", "Shipping takes 7-10 days."],
    ["delivery-time", "UK delivery takes 2 days.", "Orders to the United Kingdom are delivered in 4 days."],
    ["free-shipping", "Free shipping on orders over $50.", "Enjoy free delivery from $75."],
    ["free-shipping", "Kostenloser Versand ab 50 €.", "Versandkostenfrei ab 39,90 Euro liefern wir."],
    ["shipping-fee", "Shipping costs $4.95.", "Delivery fee: $6.00."],
    ["warranty", "All products have a two-year warranty.", "Our guarantee lasts 12 months."],
    ["opening-hours", "Our shop is open Monday to Friday, 9am-5pm.", "Store hours: Mon-Fri 10:00-18:00."],
  ])("%s", (topic, one, other) => {
    expect(topics(one, other)).toEqual([topic]);
  });

  it("and each is quoted with the place where it says so", () => {
    const [finding] = findContradictions(
      texts(
        "<h2>Returns</h2><p>We are kind. You can return items within 30 days.</p>",
        "<p>Returns: 14 days.</p>",
      ),
      none,
    );
    expect(finding?.quotes).toMatchObject([
      { documentId: "d0", heading: "Returns", text: "You can return items within 30 days." },
      { documentId: "d1", heading: "", text: "Returns: 14 days." },
    ]);
  });
});

describe("texts do not contradict each other", () => {
  it.each([
    ["in other words", "Return it within 2 weeks.", "You have fourteen days to return your order."],
    ["of another thing", "Return within 30 days.", "Refunds are made within 5 days."],
    ["with another start", "You can return items within 30 days of delivery.", "Delivery takes 4 days."],
    [
      "of sale items",
      "Return within 30 days.",
      "<h2>Sale items</h2><p>Sale items can be returned within 7 days.</p>",
    ],
    ["of other countries", "Delivery to the UK takes 2 days.", "Delivery to Germany takes 5 days."],
    ["of express", "Delivery takes 3-5 days.", "Express delivery takes 1 day."],
    [
      "of the packing before",
      "Delivery takes 3-5 days.",
      "Orders are processed within 2 days before shipping.",
    ],
    ["of working days", "Delivery takes 3-5 business days.", "Delivery takes up to 7 days."],
    ["in months", "We give a 1 year warranty.", "The warranty is 12 months."],
    ["in other currencies", "Free shipping over $50.", "Free shipping over €45."],
    ["of surcharges", "Shipping costs $5.", "Shipping costs $2 per additional item."],
    ["of prices above", "Shipping is $5 for orders under $40.", "Shipping costs $5."],
    [
      "of the phone",
      "Our shop is open Mon-Fri 9:00-17:00.",
      "Call our support by phone Mon-Fri 10:00-16:00.",
    ],
    ["of other days", "The shop is open Mon-Fri 9:00-17:00.", "The shop is open Sat 10:00-14:00."],
    ["of the label", "Return within 30 days.", "We email a return label within 2 days."],
    ["of records", "Return within 30 days.", "We keep records of returns for seven years."],
  ])("%s", (_, one, other) => {
    expect(topics(one, other)).toEqual([]);
  });

  it("within one text, which means two cases", () => {
    expect(topics("Return within 30 days. Members can return within 60 days. Returns: 30 days.")).toEqual([]);
  });

  it("of things that the shop sells by another rule", () => {
    const two = texts("Return items within 30 days.", "Mattresses can be returned within 100 days.");
    expect(
      findContradictions(
        two,
        productWordsOf({ options: [], vendors: [], productTypes: ["Mattress", "Gift cards"] }),
      ),
    ).toEqual([]);
  });

  it("however hostile the texts are", () => {
    const html = `${"return 30 days ".repeat(3000)}<script>x</script>${"9".repeat(5000)} days`;
    const started = performance.now();
    findContradictions(texts(html, html), none);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  describe.each(["dev-store/example-store", "../shared/data/stores/retail"])(
    "in the texts of %s",
    (store) => {
      it.skipIf(!existsSync(store))("which is skipped where they are absent", () => {
        const files = ["policies", "pages"].flatMap((folder) =>
          existsSync(`${store}/${folder}`)
            ? readdirSync(`${store}/${folder}`).map((name) => `${store}/${folder}/${name}`)
            : [],
        );
        const documents = files.map((file): StoreDocument => {
          const html = new MarkdownIt().render(readFileSync(file, "utf8"));
          return { id: file, kind: "page", title: basename(file, ".md"), url: file, html, updatedAt: null };
        });
        expect(documents.length).toBeGreaterThan(1);
        expect(findContradictions(documents, none)).toEqual([]);
      });
    },
  );
});
