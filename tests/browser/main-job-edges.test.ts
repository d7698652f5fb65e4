import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { controlDoor } from "../support/running-app";
import { requireStack } from "../support/stack";
import { type StoreVisit, visitStore } from "../support/store-visit";
import { expectAccessible, focusedId, launchBrowser } from "../widget/storefront-visit";

const { storefrontUrl } = await requireStack();
const control = controlDoor(storefrontUrl);

let browser: Browser;
let shopper: StoreVisit;

beforeAll(async () => {
  browser = await launchBrowser();
  await control("embed", { on: true });
}, 60_000);
afterAll(() => browser?.close());
afterEach(async () => {
  await control("proxy-mode", { mode: "stream" });
  await control("faults", { kind: "none" });
  expect(shopper.errors).toEqual([]);
  await shopper.end();
});

const visit = async (options = {}, path = "/"): Promise<void> => {
  shopper = await visitStore(browser, storefrontUrl, options);
  await shopper.goto(path);
};

test("by keyboard alone: open, ask, add to the cart, close", async () => {
  await visit();
  const { keyboard } = shopper.page;
  await shopper.launcher.focus();
  await keyboard.press("Enter");
  await expect.poll(() => focusedId(shopper.page)).toBe("field");
  await keyboard.type("Do you have enamel mugs?");
  await keyboard.press("Enter");
  const add = shopper.log.getByRole("button", { name: "Add to cart" }).first();
  await add.waitFor();
  await shopper.settled();
  const before = await shopper.cartCount();
  for (let steps = 0; steps < 30 && !(await add.evaluate((it) => it.matches(":focus"))); steps++)
    await keyboard.press("Shift+Tab");
  await keyboard.press("Enter");
  await shopper.log.getByText("is in your cart").waitFor();
  expect(await shopper.cartCount()).toBe(before + 1);
  await keyboard.press("Escape");
  await shopper.panel.waitFor({ state: "hidden" });
  expect(await focusedId(shopper.page)).toBe("launcher");
});

describe.each([
  ["a phone of 390", { viewport: { width: 390, height: 844 } }, "/"],
  ["a phone of 320", { viewport: { width: 320, height: 568 } }, "/"],
  ["a dark screen", { colorScheme: "dark" }, "/"],
  ["a page from right to left", {}, "/?locale=ar"],
] as const)("on %s", (_, options, path) => {
  test("a product is shown whole, and can be read by everybody", async () => {
    await visit(options, path);
    await shopper.open();
    await shopper.say("Do you have enamel mugs?");
    const heading = shopper.log.getByRole("heading", { name: "Stile Enamel Mug" });
    await heading.waitFor();
    await shopper.log.locator(".card .primary").first().waitFor();
    const width = shopper.page.viewportSize()?.width ?? 0;
    const overflow = await shopper.page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBeLessThanOrEqual(width);
    const box = await shopper.panel.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true);
    await expectAccessible(shopper.page);
  });
});

test("words in another direction than the page's keep their own", async () => {
  await visit({}, "/?locale=ar");
  await shopper.open();
  await shopper.say("Do you have enamel mugs?");
  const said = shopper.log.locator(".mine p").last();
  expect(await said.evaluate((it) => getComputedStyle(it).unicodeBidi)).toBe("plaintext");
});

describe("when the App Proxy fails", () => {
  test.each(["buffer", "timeout", "html-error", "password"])(
    "(%s) a message in an open chat is answered all the same",
    async (mode) => {
      await visit();
      await shopper.open();
      await control("proxy-mode", { mode });
      await shopper.ask("Do you have enamel mugs?");
      await shopper.log.getByRole("heading", { name: "Stile Enamel Mug" }).waitFor();
    },
  );

  test.each(["html-error", "password"])(
    "(%s) before the chat is open, she is told so and can try again",
    async (mode) => {
      await visit();
      await control("proxy-mode", { mode });
      await shopper.launcher.click();
      const again = shopper.log.getByRole("button", { name: "Try again" });
      await again.waitFor();
      await shopper.field.fill("Do you have enamel mugs?");
      await control("proxy-mode", { mode: "stream" });
      await again.click();
      await shopper.panel.locator("#log[aria-busy]").waitFor();
      expect(await shopper.field.inputValue()).toBe("Do you have enamel mugs?");
    },
  );
});

describe("when Shopify's Admin API fails", () => {
  test.each([
    ["latency", { milliseconds: 1500 }],
    ["throttle", {}],
    ["error", {}],
    ["denied", {}],
    ["hang", {}],
  ])("(%s) an order question is answered in words, and the chat goes on", async (kind, more) => {
    await visit();
    await shopper.signIn("Yuki Tanaka");
    await shopper.open();
    await control("faults", { kind, ...more });
    const answer = await shopper.ask("where is my order #1032?");
    const text = (await answer.textContent()) ?? "";
    expect(text).toMatch(/\S/);
    expect(text).not.toMatch(/error|undefined|null|exception/i);
    await control("faults", { kind: "none" });
    await shopper.ask("How many days do I have to return something?");
    await shopper.log.getByText("30 days").first().waitFor();
  });
});
