import { describe, expect, test } from "vitest";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

const PHONE = { viewport: { width: 390, height: 844 } };

openShopForEachTest();

describe("the launcher", () => {
  test("asks nothing of the app before the shopper acts", async () => {
    await enter();
    await shopper.page.waitForLoadState("networkidle");
    expect(shop.requests).toEqual([]);
    await shopper.launcher.hover();
    await shopper.page.waitForLoadState("networkidle");
    expect(shop.requests).toEqual([]);
  });

  test("is a button with a name, in the corner that the merchant chose", async () => {
    shop.page.settings = { corner: "left", color: "#ffe066" };
    await enter();
    await shopper.page.getByRole("button", { name: "Open chat" }).waitFor();
    expect((await shopper.launcher.boundingBox())?.x).toBe(20);
    const color = await shopper.launcher.evaluate((element) => getComputedStyle(element).color);
    expect(color).toBe("rgb(0, 0, 0)");
    await expectAccessible(shopper.page);
  });

  test("stays away from page types that the merchant left out", async () => {
    shop.page = { ...shop.page, pageType: "product", settings: { on_product: false } };
    await enter();
    expect(await shopper.page.locator("aisle-chat").count()).toBe(0);
  });

  test("is not touched by the theme's style", async () => {
    await enter();
    const { backgroundColor, textTransform } = await shopper.launcher.evaluate((element) => {
      const { backgroundColor, textTransform } = getComputedStyle(element);
      return { backgroundColor, textTransform };
    });
    expect({ backgroundColor, textTransform }).toEqual({
      backgroundColor: "rgb(31, 61, 54)",
      textTransform: "none",
    });
  });
});

describe("the panel", () => {
  test("opens and closes by keyboard alone, and gives the focus back", async () => {
    await enter();
    await shopper.launcher.focus();
    await shopper.page.keyboard.press("Enter");
    await shopper.page.getByRole("dialog", { name: "Marlow" }).waitFor();
    expect(await focusedId(shopper.page)).toBe("field");
    expect(await shopper.launcher.getAttribute("aria-expanded")).toBe("true");
    await expectAccessible(shopper.page);
    await shopper.page.keyboard.press("Escape");
    await shopper.panel.waitFor({ state: "hidden" });
    expect(await focusedId(shopper.page)).toBe("launcher");
  });

  test("is beside the page on a desktop: the page stays usable", async () => {
    await enter();
    await shopper.open();
    await shopper.page.getByRole("link", { name: "Cart" }).focus();
    expect(await focusedId(shopper.page)).toBe("A");
    expect(await shopper.panel.isVisible()).toBe(true);
  });

  test("fills a phone and holds the focus", async () => {
    await enter(PHONE);
    await shopper.open();
    await expect.poll(() => shopper.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    for (let press = 0; press < 12; press++) {
      await shopper.page.keyboard.press("Tab");
      expect(await focusedId(shopper.page)).not.toBe("A");
    }
    await shopper.field.focus();
    await shopper.page.keyboard.press("Escape");
    await shopper.panel.waitFor({ state: "hidden" });
    expect(await focusedId(shopper.page)).toBe("launcher");
  });

  test("greets in the assistant's words and offers questions that can be asked by a click", async () => {
    await enter();
    await shopper.open();
    await shopper.log.getByText("Hello! How can I help you today?").waitFor();
    await shopper.log.getByRole("button", { name: "Where is my order?" }).click();
    await expect.poll(() => shop.requests.at(-1)).toMatchObject({ body: { text: "Where is my order?" } });
    expect(await shopper.log.getByRole("button", { name: "What is your return policy?" }).count()).toBe(0);
  });

  test("stays open on the next page, without taking the focus", async () => {
    await enter();
    await shopper.open();
    await shopper.page.getByRole("link", { name: "Linen shirt" }).click();
    await shopper.panel.waitFor();
    expect(await focusedId(shopper.page)).toBe("BODY");
  });

  test("keeps what was typed when it is closed and when the page is loaded anew", async () => {
    await enter();
    await shopper.open();
    await shopper.field.pressSequentially("Do you have");
    await shopper.page.keyboard.press("Escape");
    await shopper.page.reload();
    await shopper.launcher.click();
    await expect.poll(() => shopper.field.inputValue()).toBe("Do you have");
  });

  test("opens from the theme's own scripts", async () => {
    await enter();
    await shopper.page.evaluate(() => window.aisle?.send("Hi from the theme"));
    await shopper.log.getByText("Hi from the theme").waitFor();
  });

  test("tells the server what page it is on and nothing about the person", async () => {
    shop.page = { ...shop.page, pageType: "search", searchTerms: '</script><b>"shirt"' };
    await enter();
    await shopper.open();
    expect(shop.requests[0]?.body).toEqual({
      context: {
        locale: "en",
        page: { type: "search", url: "/", searchQuery: '</script><b>"shirt"' },
        cart: { itemCount: 1, total: 4200, currency: "EUR" },
      },
    });
  });

  test("says so when its scripts do not arrive, and keeps what was typed", async () => {
    await enter();
    await shopper.page.route("**/assets/*", (route) => route.abort());
    await shopper.launcher.click();
    await shopper.panel.getByRole("alert").waitFor();
    await shopper.field.fill("still here");
    await shopper.field.press("Enter");
    expect(await shopper.field.inputValue()).toBe("still here");
  });
});
