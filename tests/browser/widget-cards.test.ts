import { describe, expect, test } from "vitest";
import type { Card, ProductCard } from "~/protocol/events";
import { cartCard, confirmCard, jacket, partlySentOrder, shippedOrder, shirt } from "../widget/cards";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

openShopForEachTest();

async function ask(...cards: Card[]): Promise<void> {
  shop.reply = () => [...says("Here it is."), ...cards.map((data) => ({ event: "card" as const, data }))];
  await shopper.open();
  await shopper.say("Show me");
}

async function show(...cards: Card[]): Promise<void> {
  await ask(...cards);
  await shopper.log.locator(".card > :visible").first().waitFor();
}

describe("a product card", () => {
  test("adds the chosen variant to the store's own cart, says so, and tells who listens", async () => {
    await enter();
    await shopper.page.evaluate(() => {
      const told = (text: string) => document.body.setAttribute("data-told", text);
      window.aisle?.on("cart-add", ({ variantId, quantity }) => told(`${variantId} ${quantity}`));
    });
    await show(shirt);
    const { log } = shopper;
    await log.getByRole("link", { name: "Linen shirt" }).waitFor();
    await log.getByText("Now €49.90, before €69.90").waitFor({ state: "attached" });
    await log.getByText("In stock").waitFor();
    await log.getByLabel("Size").selectOption("M");
    await log.getByText("Only 2 left").waitFor();
    await log.getByRole("button", { name: "Add to cart Linen shirt" }).click();
    await log.getByText("Linen shirt is in your cart.").waitFor();
    expect(shop.cart).toEqual([{ variantId: 102, quantity: 1 }]);
    expect(await shopper.page.locator("body").getAttribute("data-told")).toBe("102 1");
    await expectAccessible(shopper.page);
  });

  test("leads to the page of the variant that is chosen", async () => {
    await enter();
    await show(shirt);
    await shopper.log.getByLabel("Size").selectOption("M");
    const href = await shopper.log.getByRole("link", { name: "Linen shirt" }).getAttribute("href");
    expect(href).toBe(`${shop.url}/products/linen-shirt?variant=102`);
  });

  test("does not sell what is sold out, and says so before it is chosen", async () => {
    await enter();
    await show(shirt);
    const size = shopper.log.getByLabel("Size");
    expect(await size.locator("option").allTextContents()).toEqual(["S", "M", "L · Sold out"]);
    await size.selectOption("L");
    await shopper.log.locator(".stock", { hasText: "Sold out" }).waitFor();
    expect(await shopper.log.getByRole("button", { name: "Add to cart" }).isDisabled()).toBe(true);
    await expectAccessible(shopper.page);
  });

  test("marks what is sold out in the combination that is chosen", async () => {
    await enter();
    await show(jacket);
    const size = shopper.log.getByLabel("Size");
    expect(await size.locator("option").allTextContents()).toEqual(["S", "M · Sold out"]);
    await shopper.log.getByLabel("Color").selectOption("Olive");
    expect(await size.locator("option").allTextContents()).toEqual(["S", "M"]);
  });

  test("says nothing of a combination that does not exist, least of all a price", async () => {
    await enter();
    await show({ ...jacket, variants: jacket.variants.slice(0, 3) });
    await shopper.log.getByLabel("Color").selectOption("Olive");
    await shopper.log.getByLabel("Size").selectOption("M");
    await shopper.log.getByText("Not available in this combination").waitFor();
    expect(await shopper.log.locator(".price").textContent()).toBe("");
    expect(await shopper.log.getByRole("button", { name: "Add to cart" }).isDisabled()).toBe(true);
  });

  test("shows the store's own words when it refuses", async () => {
    const gone: ProductCard = {
      ...shirt,
      variantId: "404",
      options: [],
      variants: [{ ...(shirt.variants[0] as ProductCard["variants"][number]), variantId: "404" }],
    };
    await enter();
    await show(gone);
    await shopper.log.getByRole("button", { name: "Add to cart" }).click();
    await shopper.log.getByText("The product 'Linen shirt' is already sold out.").waitFor();
    await expectAccessible(shopper.page);
  });

  test("puts itself before the shopper's question, and keeps what she had typed", async () => {
    await enter();
    await show(shirt);
    await shopper.field.fill("is it warm?");
    await shopper.log.getByRole("button", { name: "Ask about this: About “Linen shirt”" }).click();
    expect(await shopper.field.inputValue()).toBe("About “Linen shirt”: is it warm?");
    expect(await focusedId(shopper.page)).toBe("field");
    await shopper.page.reload();
    await shopper.log.getByText("Here to help").waitFor({ state: "detached" });
    await expect.poll(() => shopper.field.inputValue()).toBe("About “Linen shirt”: is it warm?");
  });

  test("loads pictures from the shop and Shopify only, and no larger than it shows them", async () => {
    await enter();
    const asked: string[] = [];
    await shopper.page.route("https://cdn.shopify.com/**", (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await show(
      { ...shirt, imageUrl: "https://cdn.shopify.com/s/files/1/shirt.jpg?v=1" },
      { ...shirt, imageUrl: "https://evil.example/beacon.png" },
      { ...shirt, imageUrl: "//evil.example/beacon.png" },
      { ...shirt, imageUrl: "data:image/svg+xml,<svg/>" },
      shirt,
    );
    await expect.poll(() => asked).toEqual(["https://cdn.shopify.com/s/files/1/shirt.jpg?v=1&width=480"]);
    await expect.poll(() => shopper.log.locator("img").count()).toBe(1);
    shopper.incidents.splice(
      0,
      shopper.incidents.length,
      ...shopper.incidents.filter((it) => !it.includes("cdn.shopify.com")),
    );
  });
});

describe("an order card", () => {
  test("says where the order is, when it comes and how to follow it", async () => {
    await enter();
    await show(shippedOrder);
    const { log } = shopper;
    await log.getByRole("heading", { name: "Order #1042" }).waitFor();
    await log.getByText("On its way").waitFor();
    await log.getByText("Expected Tue, Nov 24").waitFor();
    expect(await log.getByRole("link", { name: "Track with DHL" }).getAttribute("href")).toBe(
      "https://www.dhl.com/track?id=00340434161094042557",
    );
    await log.getByText("2 × Wool socks").waitFor();
    expect(await log.locator("[aria-current=step]").textContent()).toBe("Shipped");
    await expectAccessible(shopper.page);
  });

  test("counts days as the shop does, in the shopper's language", async () => {
    shop.page.locale = "de";
    await enter({ timezoneId: "America/Los_Angeles" });
    const late = { ...shippedOrder, state: "delivered", deliveredAt: "2026-11-20T23:30:00.000Z" };
    await show({ ...late, timezone: "Asia/Tokyo" });
    await shopper.log.getByText("Zugestellt am Sa., 21. Nov.").waitFor();
    await shopper.log.getByText("74,90 €").waitFor();
  });

  test("shows each of several parcels with its state and what is in it, and what is still to be sent", async () => {
    await enter();
    await show(partlySentOrder);
    const parts = shopper.log.locator(".part");
    expect(await parts.allInnerTexts()).toEqual([
      expect.stringMatching(/^Parcel 1 · On its way\s+1 × Linen shirt Sand \/ M\s+Track with DHL/),
      expect.stringMatching(/^Parcel 2 · Delivered\s+2 × Wool socks\s+UPS/),
      expect.stringMatching(/^Not sent yet\s+1 × Wool socks$/),
    ]);
    expect(await parts.nth(1).locator("img").getAttribute("src")).toBe(`${shop.url}/images/socks.svg`);
    await expectAccessible(shopper.page);
  });

  test("lists everything once where it is not known what is in which parcel", async () => {
    const parcels = partlySentOrder.parcels.map((parcel) => ({ ...parcel, items: [] }));
    await enter();
    await show({ ...partlySentOrder, parcels });
    await shopper.log.getByText("Parcel 2 · Delivered").waitFor();
    await shopper.log.getByText("3 × Wool socks").waitFor();
    expect(await shopper.log.getByText("Not sent yet").count()).toBe(0);
  });

  test("unfolds a long list by keyboard", async () => {
    const items = Array.from({ length: 5 }, (_, index) => ({
      ...shippedOrder.items[0],
      title: `Thing ${index + 1}`,
    }));
    await enter();
    await show({ ...shippedOrder, items: items as typeof shippedOrder.items });
    await shopper.log.getByText("and 2 more").focus();
    await shopper.page.keyboard.press("Enter");
    await shopper.log.getByText("1 × Thing 5").waitFor();
    await expectAccessible(shopper.page);
  });

  test("has no timeline for a cancelled order", async () => {
    await enter();
    await show({ ...shippedOrder, state: "cancelled", parcels: [] });
    await shopper.log.getByText("Cancelled").waitFor();
    expect(await shopper.log.locator(".timeline").count()).toBe(0);
    await expectAccessible(shopper.page);
  });
});

describe("a confirm card", () => {
  test("changes nothing until the shopper clicks, and no more than once", async () => {
    await enter();
    await show(confirmCard);
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
    await show({ kind: "confirm", action: "sign-in", url: "https://evil.example/login" });
    await expectAccessible(shopper.page);
    await shopper.log.getByRole("link", { name: "Sign in" }).click();
    await shopper.page.waitForURL("**/account/login?return_url=%2F");
    expect(new URL(shopper.page.url()).origin).toBe(shop.url);
  });
});

test("policy and cart cards are shown and accessible, with what was taken off and why", async () => {
  await enter();
  await show(
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
    await ask(shirt);
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
    await ask(shirt, jacket, shippedOrder);
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
