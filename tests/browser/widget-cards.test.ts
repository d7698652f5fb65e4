import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Card, ProductCard } from "~/protocol/events";
import { shippedOrder, shirt } from "../widget/cards";
import { type FakeShop, startFakeShop } from "../widget/fake-shop";
import { says } from "../widget/scripted-turn";
import { expectAccessible, launchBrowser, type Visit, visit } from "../widget/storefront-visit";

let browser: Browser;
let shop: FakeShop;
let shopper: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await startFakeShop();
});
afterEach(async () => {
  await shopper.end();
  await shop.close();
  expect(shopper.incidents).toEqual([]);
});

async function show(...cards: Card[]): Promise<void> {
  shop.reply = () => [...says("Here it is."), ...cards.map((data) => ({ event: "card" as const, data }))];
  await shopper.open();
  await shopper.say("Show me");
  await shopper.log.locator(".card > *").first().waitFor();
}

describe("a product card", () => {
  test("adds the chosen variant to the store's own cart and says so", async () => {
    shopper = await visit(browser, shop);
    await show(shirt);
    const { log } = shopper;
    await log.getByRole("link", { name: "Linen shirt" }).waitFor();
    await log.getByText("Now €49.90, before €69.90").waitFor({ state: "attached" });
    await log.getByText("In stock").waitFor();
    await log.getByLabel("Size").selectOption("M");
    await log.getByText("Only 2 left").waitFor();
    await shopper.page.evaluate(() => {
      document.addEventListener("cart:updated", () => document.body.setAttribute("data-cart", "updated"));
    });
    await log.getByRole("button", { name: "Add to cart" }).click();
    await log.getByText("Linen shirt is in your cart.").waitFor();
    expect(shop.cart).toEqual([{ variantId: 102, quantity: 1 }]);
    expect(await shopper.page.locator("body").getAttribute("data-cart")).toBe("updated");
    await expectAccessible(shopper.page);
  });

  test("does not sell what is sold out", async () => {
    shopper = await visit(browser, shop);
    await show(shirt);
    await shopper.log.getByLabel("Size").selectOption("L");
    await shopper.log.getByText("Sold out").waitFor();
    expect(await shopper.log.getByRole("button", { name: "Add to cart" }).isDisabled()).toBe(true);
  });

  test("shows the store's own words when it refuses", async () => {
    const gone: ProductCard = {
      ...shirt,
      variantId: "404",
      options: [],
      variants: [{ ...(shirt.variants[0] as ProductCard["variants"][number]), variantId: "404" }],
    };
    shopper = await visit(browser, shop);
    await show(gone);
    await shopper.log.getByRole("button", { name: "Add to cart" }).click();
    await shopper.log.getByText("The product 'Linen shirt' is already sold out.").waitFor();
  });

  test("draws the theme's cart drawer anew without pulling it over the chat", async () => {
    shop.themeHead = `<script>customElements.define("cart-drawer", class extends HTMLElement {
      getSectionsToRender() { return [{ id: "cart-drawer" }, { id: "cart-icon-bubble" }]; }
      renderContents(answer) { this.dataset.drawn = String(answer.quantity); setTimeout(() => this.open()); }
      open() { this.dataset.opened = "yes"; }
    }); addEventListener("DOMContentLoaded", () => document.body.append(document.createElement("cart-drawer")));</script>`;
    shopper = await visit(browser, shop);
    await show(shirt);
    await shopper.log.getByRole("button", { name: "Add to cart" }).click();
    await shopper.log.getByText("Linen shirt is in your cart.").waitFor();
    const drawer = shopper.page.locator("cart-drawer");
    expect(await drawer.getAttribute("data-drawn")).toBe("1");
    await expect.poll(() => drawer.evaluate((element) => Object.hasOwn(element, "open"))).toBe(false);
    expect(await drawer.getAttribute("data-opened")).toBeNull();
  });
});

describe("an order card", () => {
  test("says where the order is, when it comes and how to follow it", async () => {
    shopper = await visit(browser, shop);
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
    shopper = await visit(browser, shop, { timezoneId: "America/Los_Angeles" });
    const late = { ...shippedOrder, state: "delivered", deliveredAt: "2026-11-20T23:30:00.000Z" };
    await show({ ...late, timezone: "Asia/Tokyo" });
    await shopper.log.getByText("Zugestellt am Sa., 21. Nov.").waitFor();
    await shopper.log.getByText("74,90 €").waitFor();
  });

  test("shows each of several parcels with its own state, and no timeline for a cancelled order", async () => {
    const [parcel] = shippedOrder.parcels;
    if (!parcel) throw new Error("The order has no parcel.");
    const second = { ...parcel, state: "delivered", url: null, number: "B2" };
    shopper = await visit(browser, shop);
    await show(
      { ...shippedOrder, state: "partially_fulfilled", parcels: [parcel, second] },
      { ...shippedOrder, name: "#1043", state: "cancelled", parcels: [] },
    );
    await shopper.log.getByText("Parcel 2 · Delivered").waitFor();
    await shopper.log.getByText("Cancelled").waitFor();
    expect(await shopper.log.locator(".timeline").count()).toBe(1);
  });
});

describe("a confirm card", () => {
  test("changes nothing until the shopper clicks", async () => {
    shopper = await visit(browser, shop);
    await show({
      kind: "confirm",
      action: "add-to-cart",
      variantId: "102",
      quantity: 2,
      title: "Linen shirt",
      variantTitle: "M",
      price: "49.90",
      currency: "EUR",
    });
    await shopper.log.getByText("Quantity: 2").waitFor();
    expect(shop.cart).toEqual([]);
    await shopper.log.getByRole("button", { name: "Add to cart" }).click();
    await shopper.log.getByText("Linen shirt · M is in your cart.").waitFor();
    expect(shop.cart).toEqual([{ variantId: 102, quantity: 2 }]);
  });

  test("leads to the store's own sign-in and back, never elsewhere", async () => {
    shopper = await visit(browser, shop);
    await show({ kind: "confirm", action: "sign-in", url: "https://evil.example/login" });
    await shopper.log.getByRole("button", { name: "Sign in" }).click();
    await shopper.page.waitForURL("**/account/login?return_url=%2F");
    expect(new URL(shopper.page.url()).origin).toBe(shop.url);
  });
});

test("policy and cart cards are shown and accessible", async () => {
  shopper = await visit(browser, shop);
  await show(
    { kind: "policy", title: "Returning items", url: "/policies/refund-policy", excerpt: "Within 30 days." },
    {
      kind: "cart",
      items: [{ title: "Socks", quantity: 2, price: "9.00" }],
      total: "18.00",
      currency: "EUR",
    },
  );
  await shopper.log.getByRole("link", { name: "Read more: Returning items" }).waitFor();
  await shopper.log.getByText("2 × Socks").waitFor();
  await expectAccessible(shopper.page);
});
