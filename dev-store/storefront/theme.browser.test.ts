import { existsSync } from "node:fs";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startDevStore, type TestDevStore } from "../test-support/start-dev-store";

const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

describe.skipIf(!existsSync(executablePath))(
  `the theme (needs a browser at ${executablePath})`,
  { timeout: 30_000 },
  () => {
    let store: TestDevStore;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      store = await startDevStore();
      browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      await store.close();
    });
    beforeEach(async () => {
      page = await browser.newPage();
      // The test store has a picture on another host: it does not load here, as it may not for a person.
      await page.route("https://img.example/**", (route) => route.abort());
    });
    afterEach(() => page.close());

    it("sells the variant that was chosen, and shows it in the drawer and the bubble", async () => {
      await page.goto(`${store.url}/products/rain-jacket`);
      await page.getByText("M", { exact: true }).click();
      await page.getByRole("button", { name: "Sold out" }).waitFor();
      await page.getByText("S", { exact: true }).click();
      await page.getByRole("button", { name: "Add to cart" }).click();
      const drawer = page.getByRole("dialog", { name: "Cart" });
      await drawer.getByText("S / Blue").waitFor();
      await drawer.getByRole("button", { name: "Remove Rain Jacket - S / Blue" }).click();
      await drawer.getByText("Your cart is empty.").waitFor();
      await drawer.getByRole("button", { name: "Close cart" }).click();
    });

    it("says why when there are not enough", async () => {
      await page.goto(`${store.url}/products/rain-jacket`);
      await page.getByLabel("Quantity").fill("9");
      await page.getByRole("button", { name: "Add to cart" }).click();
      await page
        .getByRole("alert")
        .getByText("You can only add 3 Rain Jacket - S / Blue to the cart.")
        .waitFor();
    });

    it("follows an app that adds to the cart on its own", async () => {
      await page.goto(`${store.url}/products/wool-socks`);
      await page.evaluate(async () => {
        const { variants } = await (await fetch("/products/wool-socks.js")).json();
        const response = await fetch("/cart/add.js", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ id: variants[0].id, quantity: 2 }),
        });
        await response.json();
      });
      await page.locator("[data-cart-count]").filter({ hasText: "2" }).waitFor();
    });

    it("draws a picture in place of one that does not load", async () => {
      await page.goto(`${store.url}/products/wool-socks`);
      await page.locator('.product__main img[src^="/cdn/placeholder/"]').waitFor();
    });

    it("signs a customer in from the list and shows her order", async () => {
      await page.goto(`${store.url}/account/login`);
      await page.getByRole("button", { name: "Ana Lima" }).click();
      await page.getByRole("link", { name: "#1001" }).click();
      await page.getByRole("heading", { name: "Order #1001" }).waitFor();
    });

    it.each(["light", "dark"] as const)(
      "has no barrier that axe finds, nor sideways scrolling, in %s",
      async (scheme) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width: 320, height: 700 });
        for (const path of [
          "/",
          "/collections/all",
          "/products/rain-jacket",
          "/cart",
          "/search?q=wool",
          "/account/login",
          "/none",
        ]) {
          await page.goto(store.url + path);
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate(() =>
            (window as unknown as { axe: typeof axe }).axe.run(),
          );
          expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
        }
      },
      60_000,
    );
  },
);
