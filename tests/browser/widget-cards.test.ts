import { describe, expect, test } from "vitest";
import { cartCard, confirmCard, jacket, shippedOrder, shirt } from "../widget/cards";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { askForCards, showCards } from "../widget/show-cards";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

openShopForEachTest();

describe("a confirm card", () => {
  test("changes nothing until the shopper clicks, and no more than once", async () => {
    await enter();
    await showCards(confirmCard);
    await shopper.log.getByText("€99.80").waitFor();
    await shopper.log.getByText("2 × €49.90").waitFor();
    await expectAccessible(shopper.page);
    expect(shop.cart).toEqual([]);
    const add = shopper.log.getByRole("button", { name: "Add to cart" });
    await add.focus();
    await shopper.page.keyboard.press("Enter");
    await shopper.log.getByText("Linen shirt · M is in your cart.").waitFor();
    expect(shop.cart).toEqual([{ variantId: 102, quantity: 2 }]);
    expect(await add.count()).toBe(0);
    const link = shopper.log.getByRole("link", { name: "View cart" });
    expect(await link.evaluate((it) => it === (it.getRootNode() as ShadowRoot).activeElement)).toBe(true);
    await expectAccessible(shopper.page);
  });

  test("leads to the store's own sign-in and back, never elsewhere", async () => {
    await enter();
    await showCards({ kind: "confirm", action: "sign-in", url: "https://evil.example/login" });
    await expectAccessible(shopper.page);
    await shopper.log.getByRole("link", { name: "Sign in" }).click();
    await shopper.page.waitForURL("**/account/login?return_url=%2F");
    expect(new URL(shopper.page.url()).origin).toBe(shop.url);
  });
});

test("policy and cart cards are shown and accessible, with what was taken off and why", async () => {
  await enter();
  await showCards(
    { kind: "policy", title: "Returning items", url: "/policies/refund-policy", excerpt: "Within 30 days." },
    cartCard,
  );
  await shopper.log.getByRole("link", { name: "Read more: Returning items" }).waitFor();
  const rows = await shopper.log.locator(".rows li").allInnerTexts();
  expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
    expect.stringContaining("2 × Wool socks"),
    "WELCOME -€3.00",
  ]);
  await shopper.log.getByText("Now €18.00, before €20.00").waitFor({ state: "attached" });
  await shopper.log.getByText("Shipping and taxes are worked out at checkout.").waitFor();
  expect(await shopper.log.getByRole("link", { name: "View cart" }).getAttribute("href")).toBe("/cart");
  expect(shop.cart).toEqual([]);
  await expectAccessible(shopper.page);
});

describe("the modules that draw cards", () => {
  test("may be asked for again when they did not come", async () => {
    await enter();
    let refused = true;
    await shopper.page.route("**/render-card*", (route) => (refused ? route.abort() : route.continue()));
    await askForCards(shirt);
    const again = shopper.log.locator(".card").getByRole("button", { name: "Try again" });
    await again.waitFor();
    await expectAccessible(shopper.page);
    refused = false;
    await again.click();
    await shopper.log.getByRole("button", { name: "Add to cart" }).waitFor();
  });

  test("find their place kept free when they come late, so that nothing jumps", async () => {
    await enter();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await shopper.page.route("**/render-card*", async (route) => {
      await released;
      await route.continue();
    });
    await askForCards(shirt, jacket, shippedOrder);
    const cards = shopper.log.locator(".cards");
    await cards.locator(".order").waitFor();
    const before = (await cards.boundingBox())?.height ?? 0;
    release();
    await shopper.log.getByRole("heading", { name: "Order #1042" }).waitFor();
    const after = (await cards.boundingBox())?.height ?? 0;
    expect(Math.abs(after - before)).toBeLessThan(after / 4);
  });
});

test("everything from opening to adding to the cart goes by keyboard alone, and is told", async () => {
  await enter();
  const { page, log } = shopper;
  shop.reply = () => [...says("Here it is."), { event: "card", data: shirt }];
  await shopper.launcher.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedId(page)).toBe("field");
  await page.keyboard.type("Show me a shirt");
  await page.keyboard.press("Enter");
  await log.getByRole("button", { name: "Add to cart" }).waitFor();

  /** Presses Tab, backwards, until what has the focus matches. */
  async function goBackTo(selector: string): Promise<void> {
    for (let presses = 0; presses < 15; presses++) {
      await page.keyboard.press("Shift+Tab");
      const there = await page.evaluate(
        (wanted) => document.querySelector("aisle-chat")?.shadowRoot?.activeElement?.matches(wanted),
        selector,
      );
      if (there) return;
    }
    expect.fail(`No way by keyboard to ${selector}`);
  }
  await goBackTo(".card select");
  await page.keyboard.press("m");
  await log.getByText("Only 2 left").waitFor();
  const announcements = shopper.panel.locator("[aria-live=polite]");
  await announcements.getByText("Now €49.90, before €69.90. Only 2 left").waitFor({ state: "attached" });
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await announcements.getByText("Linen shirt is in your cart.").waitFor({ state: "attached" });
  expect(shop.cart).toEqual([{ variantId: 102, quantity: 1 }]);
  await page.keyboard.press("Escape");
  await expect.poll(() => focusedId(page)).toBe("launcher");
});
