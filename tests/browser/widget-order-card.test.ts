import { describe, expect, test } from "vitest";
import { partlySentOrder, shippedOrder } from "../widget/cards";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { showCards } from "../widget/show-cards";
import { expectAccessible } from "../widget/storefront-visit";

openShopForEachTest();

describe("an order card", () => {
  test("says where the order is, when it comes and how to follow it", async () => {
    await enter();
    await showCards(shippedOrder);
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
    await showCards({ ...late, timezone: "Asia/Tokyo" });
    await shopper.log.getByText("Zugestellt am Sa., 21. Nov.").waitFor();
    await shopper.log.getByText("74,90 €").waitFor();
  });

  test("shows each of several parcels with its state and what is in it, and what is still to be sent", async () => {
    await enter();
    await showCards(partlySentOrder);
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
    await showCards({ ...partlySentOrder, parcels });
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
    await showCards({ ...shippedOrder, items: items as typeof shippedOrder.items });
    await shopper.log.getByText("and 2 more").focus();
    await shopper.page.keyboard.press("Enter");
    await shopper.log.getByText("1 × Thing 5").waitFor();
    await expectAccessible(shopper.page);
  });

  test("has no timeline for a cancelled order", async () => {
    await enter();
    await showCards({ ...shippedOrder, state: "cancelled", parcels: [] });
    await shopper.log.getByText("Cancelled").waitFor();
    expect(await shopper.log.locator(".timeline").count()).toBe(0);
    await expectAccessible(shopper.page);
  });
});
