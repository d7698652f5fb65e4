import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type FakeShop, startFakeShop } from "./fake-shop";
import { launchBrowser, type Visit, visit } from "./storefront-visit";

/** The browser of the file's tests. */
export let browser: Browser;
/** The shop of the test that is running, its own. */
export let shop: FakeShop;
/** Who shops there, once she has entered. */
export let shopper: Visit;

/** Each test of the file gets a shop of its own, and ends without anything that the page complained of. */
export function openShopForEachTest(): void {
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
}

/** Opens the shop's page in a context of its own. */
export async function enter(options?: Parameters<typeof visit>[2]): Promise<void> {
  shopper = await visit(browser, shop, options);
}
