import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { shippedOrder, shirt } from "../widget/cards";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { expectAccessible } from "../widget/storefront-visit";

const PAYLOADS = "../shared/data/hostile/xss/xss-payload-list.txt";

openShopForEachTest();

describe("a strict store", () => {
  test("with a content security policy and Trusted Types gets the whole widget", async () => {
    shop.contentSecurityPolicy =
      "default-src 'self'; connect-src *; require-trusted-types-for 'script'; trusted-types 'none'";
    shop.reply = () => [
      ...says("**Bold** [1]"),
      { event: "card", data: shirt },
      { event: "card", data: shippedOrder },
    ];
    await enter();
    await shopper.open();
    await shopper.say("Hello");
    await shopper.log.getByRole("heading", { name: "Order #1042" }).waitFor();
    const box = await shopper.panel.boundingBox();
    expect(box?.width).toBe(400);
    expect(
      await shopper.log.locator(".mine").evaluate((it) => getComputedStyle(it).borderTopLeftRadius),
    ).toBe("20px");
  });
});

describe("hostile words", () => {
  test("in every text of a card and a reply run nothing and ask nothing of strangers", async () => {
    const evil = `"><img src=https://evil.example/x onerror=alert(1)><script>alert(2)</script>`;
    const link = "javascript:alert(3)";
    shop.session = { name: evil, greeting: evil, suggestions: [evil] };
    shop.reply = () => [
      ...says(`${evil} [x](${link}) ![i](https://evil.example/p.png) <https://evil.example>`),
      { event: "status", data: { label: evil } },
      {
        event: "card",
        data: {
          ...shirt,
          title: evil,
          url: link,
          imageUrl: link,
          options: [{ name: evil, values: [evil, "b"] }],
        },
      },
      {
        event: "card",
        data: {
          ...shippedOrder,
          name: evil,
          state: evil,
          statusUrl: link,
          timezone: evil,
          currency: "evil",
          items: [{ title: evil, variantTitle: evil, quantity: 1, imageUrl: link, unsent: 0 }],
          parcels: [{ company: evil, number: evil, url: link, state: evil, items: [] }],
        },
      },
      { event: "card", data: { kind: "policy", title: evil, url: "data:text/html,x", excerpt: evil } },
      { event: "source", data: { n: 1, title: evil, url: link } },
      { event: "suggestions", data: { items: [evil] } },
    ];
    await enter();
    await shopper.open();
    await shopper.say(evil);
    await shopper.log.locator(".card.policy h3").waitFor();
    const links = await shopper.panel
      .locator("a")
      .evaluateAll((all) => all.map((it) => (it as HTMLAnchorElement).href));
    for (const href of links) expect(href).toMatch(/^http:\/\/127\.0\.0\.1/);
    expect(await shopper.panel.locator("script, iframe, img").count()).toBe(0);
  });

  test.skipIf(!existsSync(PAYLOADS))(
    "of a whole collection run nothing, as a model's reply (skipped without ../shared/data)",
    async () => {
      const lines = readFileSync(PAYLOADS, "utf8").split("\n");
      const pieces = Array.from({ length: Math.ceil(lines.length / 200) }, (_, index) =>
        lines.slice(index * 200, index * 200 + 200).join("\n\n"),
      );
      shop.gapMs = 0;
      shop.reply = () => pieces.map((text) => ({ event: "text-delta", data: { text: `\n\n${text}` } }));
      await enter();
      await shopper.open();
      await shopper.say("Say everything");
      await shopper.log.getByRole("button", { name: "Helpful", exact: true }).waitFor({ timeout: 40_000 });
      expect(await shopper.log.locator(".text > *").count()).toBeGreaterThan(2000);
    },
    60_000,
  );
});

describe.each([
  ["a narrow phone", { viewport: { width: 320, height: 568 } }],
  ["200 % zoom", { viewport: { width: 640, height: 430 } }],
  ["a desktop in the dark", { viewport: { width: 1280, height: 860 }, colorScheme: "dark" }],
  ["forced colours", { viewport: { width: 1280, height: 860 }, forcedColors: "active" }],
] as const)("on %s", (_name, options) => {
  test.each(["en", "ar"])("(%s) everything fits and is accessible", async (locale) => {
    shop.page = { ...shop.page, locale, settings: { color: "#f5c518" } };
    shop.reply = () => [
      ...says("A **word** and [a link](/cart):\n\n- one\n- two"),
      { event: "card", data: shippedOrder },
      { event: "card", data: { kind: "confirm", action: "sign-in", url: "/account/login" } },
      { event: "source", data: { n: 1, title: "Refund policy", url: "/policies" } },
      { event: "suggestions", data: { items: ["Show me more"] } },
    ];
    await enter(options);
    await shopper.open();
    await shopper.say("Hello");
    await shopper.log.getByText("Show me more").waitFor();
    await shopper.log.locator(".timeline").waitFor();
    expect(await shopper.panel.evaluate((it) => getComputedStyle(it).direction)).toBe(
      locale === "ar" ? "rtl" : "ltr",
    );
    const overflow = await shopper.panel.evaluate((panel) => {
      const { left, right } = panel.getBoundingClientRect();
      return [...panel.querySelectorAll("button, a, p, h3, li, textarea")]
        .filter((element) => !element.closest(".unseen") && element.getClientRects().length > 0)
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.left < left - 1 || box.right > right + 1;
        })
        .map((element) => element.outerHTML.slice(0, 80));
    });
    expect(overflow).toEqual([]);
    await expectAccessible(shopper.page);
  });
});

test("shoppers who want less motion get none", async () => {
  await enter({ reducedMotion: "reduce" });
  await shopper.open();
  const running = await shopper.panel.evaluate((panel) => panel.getAnimations({ subtree: true }).length);
  expect(running).toBe(0);
});
