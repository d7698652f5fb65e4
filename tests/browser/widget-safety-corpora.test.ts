import { beforeEach, describe, expect, test } from "vitest";
import type { Card, Source, TurnEvent } from "~/protocol/events";
import { shippedOrder, shirt } from "../widget/cards";
import { findForeignMarkup } from "../widget/find-foreign-markup";
import { deal, HAS_HOSTILE_TEXTS, readHostileTexts } from "../widget/hostile-texts";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";

/** Where the fake shop is at home, beside its own address. */
const OWN_HOSTS = ["example.myshopify.com", "shop.example"];
const PATIENCE = { timeout: 100_000 };
/** Milliseconds: some 15 s each where nothing else runs. */
const TEST_TIMEOUT = 150_000;

const texts = HAS_HOSTILE_TEXTS ? readHostileTexts() : [];
const text = (index: number) => texts[index % texts.length] ?? "";

/** All collections as everything that a stranger may have written: skipped, and said so, without ../shared/data. */
describe.skipIf(!HAS_HOSTILE_TEXTS)(
  "hostile texts run nothing, ask nothing of strangers and become no markup",
  { timeout: TEST_TIMEOUT },
  () => {
    openShopForEachTest();
    beforeEach(() => {
      shop.gapMs = 0;
      expect(texts.length).toBeGreaterThan(7_500);
    });

    /** The messages of a former visit, of so many cards each, and what they stand on. */
    function remember(cards: Card[], sources: Source[] = []): void {
      shop.session = {
        messages: deal(cards, Math.ceil(cards.length / 8)).map((group, index) => ({
          id: String(index),
          role: "assistant",
          text: "Here they are.",
          createdAt: "2026-11-20T10:00:00.000Z",
          turnId: null,
          cards: group,
          sources: index === 0 ? sources : [],
        })),
      };
    }

    async function comeBack(): Promise<void> {
      await enter();
      shopper.page.setDefaultTimeout(PATIENCE.timeout);
      await shopper.open();
    }

    async function expectHarmless(hosts: string[] = []): Promise<void> {
      const page = new URL(shop.url);
      expect(await findForeignMarkup(shopper.page, [page.host, ...OWN_HOSTS, ...hosts])).toEqual([]);
      expect(new URL(shopper.page.url()).origin).toBe(page.origin);
      expect(shopper.incidents).toEqual([]);
    }

    const count = (selector: string) => shopper.log.locator(selector).count();
    test("as a model's reply, cut anywhere while it arrives", async () => {
      const events = deal(texts, 60).flatMap((group, index): TurnEvent[] => {
        const whole = `\n\n${group.join("\n\n")}`;
        const cut = (index * 7919) % whole.length;
        return [whole.slice(0, cut), whole.slice(cut)].map((piece) => ({
          event: "text-delta",
          data: { text: piece },
        }));
      });
      shop.reply = () => [...events, { event: "suggestions", data: { items: ["The end"] } }];
      await comeBack();
      await shopper.say("Say everything");
      await shopper.log.getByText("The end", { exact: true }).waitFor(PATIENCE);
      expect(await count(".text > *")).toBeGreaterThan(texts.length / 2);
      await expectHarmless();
    });

    test("as what the shopper and people wrote, now and before", async () => {
      const groups = deal(texts, 300);
      shop.session = {
        messages: groups.flatMap((group, index) =>
          (["shopper", "person", "assistant"] as const).map((role) => ({
            id: `${role}${index}`,
            role,
            text: group.join("\n\n"),
            createdAt: "2026-11-20T10:00:00.000Z",
            turnId: null,
            cards: [],
            sources: [],
          })),
        ),
      };
      await enter();
      await shopper.open();
      await shopper.log
        .locator(".person")
        .nth(299)
        .waitFor({ state: "attached", ...PATIENCE });
      for (const group of deal(
        texts.filter((each) => each.length < 300),
        200,
      ).slice(0, 3)) {
        await shopper.say(group.join("\n").slice(0, 7_000));
      }
      expect(await count(".mine")).toBe(303);
      await expectHarmless();
    });

    test("as texts of products, orders, policies, carts and offers", async () => {
      const products = Array.from({ length: texts.length / 6 }, (_, index): Card => {
        const [title, name, one, two, alt, sku] = [0, 1, 2, 3, 4, 5].map((field) => text(index * 6 + field));
        const variant = { price: "1", compareAtPrice: null, available: true, quantity: 1 };
        return {
          ...shirt,
          title: title ?? "",
          imageAlt: alt ?? "",
          options: [{ name: name ?? "", values: [one ?? "", two ?? ""] }],
          variants: [one, two].map((value, at) => ({
            ...variant,
            title: value ?? "",
            sku: sku ?? "",
            variantId: String(at),
            options: { [name ?? ""]: value ?? "" },
          })),
        };
      });
      const orders = deal(texts, 400).map(
        (group): Card => ({
          ...shippedOrder,
          name: group[0] ?? "",
          state: group[1] ?? "",
          timezone: group[2] ?? "",
          currency: group[3] ?? "",
          parcels: group.map((each) => ({
            company: each,
            number: each,
            url: null,
            state: each,
            items: [{ title: each, variantTitle: each, quantity: 1 }],
          })),
          items: group.map((each) => ({
            title: each,
            variantTitle: each,
            quantity: 2,
            imageUrl: null,
            unsent: 1,
          })),
        }),
      );
      const rest = deal(texts, 200).flatMap((group): Card[] => [
        { kind: "policy", title: group[0] ?? "", url: "/policies", excerpt: group.join("\n") },
        {
          kind: "cart",
          items: group.map((title) => ({ title, quantity: 1, price: "1", priceBefore: "2" })),
          discounts: group.map((title) => ({ title, amount: "1" })),
          total: "1",
          currency: group[1] ?? "",
        },
        {
          kind: "confirm",
          action: "add-to-cart",
          variantId: group[2] ?? "",
          quantity: 1,
          title: group[3] ?? "",
          variantTitle: group[4] ?? "",
          price: "1",
          currency: "EUR",
          imageUrl: null,
        },
      ]);
      const cards = [...products, ...orders, ...rest];
      remember(cards);
      await comeBack();
      await expect.poll(() => count(".card h3"), PATIENCE).toBe(cards.length);
      await expectHarmless();
    });

    test("as addresses of pages, parcels, sources and pictures", async () => {
      const orders = deal(texts, 300).map(
        (group): Card => ({
          ...shippedOrder,
          statusUrl: group[0] ?? null,
          parcels: group.map((url) => ({ company: "A", number: null, url, state: "in_transit", items: [] })),
          items: group.map((imageUrl) => ({
            title: "A",
            variantTitle: null,
            quantity: 1,
            imageUrl,
            unsent: 0,
          })),
        }),
      );
      // One function judges the addresses of these: the pictures above have taken every text to it already.
      const others = texts.flatMap((url, index): Card[] => {
        const kinds: Card[] = [
          { kind: "policy", title: "A", excerpt: "", url },
          { ...shirt, url, imageUrl: text(index + 1) },
          { kind: "confirm", action: "sign-in", url },
        ];
        return index % 5 > 0 ? [] : kinds.slice(index % 3, (index % 3) + 1);
      });
      const cards = [...orders, ...others];
      remember(
        cards,
        texts.filter((_, index) => index % 3 === 0).map((url, index) => ({ n: index + 1, title: url, url })),
      );
      await comeBack();
      await expect.poll(() => count(".card > :first-child"), PATIENCE).toBe(cards.length);
      // Carriers may be anywhere on the web, but on the web they are.
      const carriers = await shopper.log
        .locator(".order .part a")
        .evaluateAll((all) =>
          all
            .map((it) => new URL((it as HTMLAnchorElement).href))
            .map(({ protocol, host }) => ({ protocol, host })),
        );
      for (const { protocol } of carriers) expect(protocol).toMatch(/^https?:$/);
      await shopper.log.locator(".order .part a").evaluateAll((all) => all.map((it) => it.remove()));
      await expectHarmless();
    });

    test("as what the merchant wrote, and what the page says of itself", async () => {
      const all = texts.join("\n");
      // Nobody's greeting is longer than a book; every text is a question that is offered.
      const some = deal(texts, 40)[11]?.join("\n\n") ?? "";
      shop.page = { ...shop.page, pageType: "search", searchTerms: all, settings: { launcher_label: some } };
      const suggestions = deal(texts, 400).map((group) => group.join(" "));
      shop.session = { name: some, greeting: some, suggestions };
      shop.reply = () =>
        texts.slice(0, 1_000).map((label): TurnEvent => ({ event: "status", data: { label } }));
      await enter();
      await shopper.page.evaluate((hostile) => {
        const page = {
          type: hostile,
          productHandle: hostile,
          collectionHandle: hostile,
          searchQuery: hostile,
          url: hostile,
        };
        window.aisle?.setContext({ locale: hostile, page });
        window.aisle?.open();
      }, all);
      await shopper.log
        .locator(".chip")
        .first()
        .waitFor({ state: "attached", ...PATIENCE });
      await expectHarmless();
      await shopper.say("Hello");
      await expect.poll(() => shop.requests.some(({ line }) => line.endsWith("/chat")), PATIENCE).toBe(true);
      expect(JSON.stringify(shop.requests.at(-1)?.body).length).toBeLessThan(16_000);
      await expectHarmless();
    });
  },
);
