import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../scripts/lib/project-root";
import { shirt } from "../widget/cards";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";

openShopForEachTest();

describe("on another website, Add to cart", () => {
  async function askForShirt(): Promise<void> {
    shop.page = { ...shop.page, settings: { proxy_path: `${shop.url}/apps/aisle` } };
    shop.reply = () => [{ event: "card", data: shirt }];
    await enter();
    await shopper.open();
    await shopper.say("A shirt");
  }
  const add = () => shopper.log.getByRole("button", { name: /^Add to cart/ });

  test("opens the shop's own cart, and claims no more than that", async () => {
    await askForShirt();
    await shopper.page
      .context()
      .route("https://example.myshopify.com/**", (route) => route.fulfill({ body: "Cart" }));
    const popup = shopper.page.waitForEvent("popup");
    await add().click();
    const opened = await popup;
    await opened.getByText("Cart").waitFor();
    expect(opened.url()).toMatch(/^https:\/\/example\.myshopify\.com\/cart\/\d+:1\?/);
    expect(await opened.evaluate(() => window.opener)).toBeNull();
    await shopper.log.getByText("The shop's cart opens in another tab.").waitFor();
    expect(await shopper.log.getByText("is in your cart").count()).toBe(0);
  });

  test("says so where the browser does not let it", async () => {
    await askForShirt();
    await shopper.page.evaluate(() => {
      window.open = () => null;
    });
    await add().click();
    await shopper.log.getByText("could not be added").waitFor();
  });
});

test.each([
  ["he-IL", "rtl"],
  ["fa", "rtl"],
  ["ar-EG", "rtl"],
  ["de-CH", "ltr"],
])("one script tag with data-locale=%s is written from %s", async (locale, direction) => {
  shop.page = { ...shop.page, settings: { on_home: false } };
  await enter();
  await shopper.page.route("**/aisle.js", (route) =>
    route.fulfill({ path: join(projectRoot, "public/aisle.js") }),
  );
  await shopper.page.route("**/widget/*.js", (route) =>
    route.fulfill({
      path: join(projectRoot, "extensions/chat-widget/assets", route.request().url().split("/").at(-1) ?? ""),
    }),
  );
  await shopper.page.evaluate((chosen) => {
    const script = document.createElement("script");
    script.src = "/aisle.js";
    script.dataset.locale = chosen;
    script.dataset.shop = "example.myshopify.com";
    document.head.append(script);
  }, locale);
  await expect
    .poll(() => shopper.launcher.evaluate((launcher) => getComputedStyle(launcher).direction))
    .toBe(direction);
});
