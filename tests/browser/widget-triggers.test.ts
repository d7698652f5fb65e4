import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DELAY = { trigger_delay: 1, trigger_delay_text: "Need a hand?" };

let bubble: Locator;

openShopForEachTest();

async function comeIn(settings: Record<string, unknown>, options = {}): Promise<void> {
  shop.page = { ...shop.page, settings };
  await enter(options);
  bubble = shopper.page.locator("aisle-chat #bubble.shown");
}

const started = () => shopper.page.waitForResponse(/start-triggers/);

describe("triggers", () => {
  const makeTall = () => shopper.page.evaluate(() => document.body.style.setProperty("min-height", "5000px"));

  test("scrolling counts by the part of the page", async () => {
    await comeIn({ trigger_scroll: 50 });
    await makeTall();
    await started();
    await shopper.page.evaluate(() => scrollTo(0, 1000));
    await shopper.page.waitForTimeout(600);
    expect(await bubble.count()).toBe(0);
    await shopper.page.evaluate(() => scrollTo(0, 3000));
    await bubble.waitFor();
  });

  test("leaving is a pointer that leaves at the top, and nothing else", async () => {
    await comeIn({ trigger_exit: true });
    await started();
    const leave = (clientY: number) =>
      shopper.page.evaluate(
        (y) => document.documentElement.dispatchEvent(new MouseEvent("mouseleave", { clientY: y })),
        clientY,
      );
    await leave(400);
    await shopper.page.waitForTimeout(600);
    expect(await bubble.count()).toBe(0);
    await leave(-2);
    await bubble.getByText("Before you go").waitFor();
  });

  test("leaving on a phone is a quick way up", async () => {
    await comeIn({ trigger_exit: true }, PHONE);
    await makeTall();
    await started();
    await shopper.page.evaluate(() => scrollTo(0, 3000));
    await shopper.page.waitForTimeout(500);
    expect(await bubble.count()).toBe(0);
    await shopper.page.evaluate(() => scrollTo(0, 2000));
    await bubble.waitFor();
  });

  test("adding to the cart is noticed in whatever theme, but not when the store says no", async () => {
    await comeIn({ trigger_cart_add: true });
    await started();
    const add = (id: number) =>
      shopper.page.evaluate(
        (variant) =>
          fetch("/cart/add.js", { method: "POST", body: JSON.stringify({ id: variant, quantity: 1 }) }).then(
            (response) => response.json(),
          ),
        id,
      );
    await shopper.page.waitForTimeout(200);
    await add(404);
    await shopper.page.waitForTimeout(600);
    expect(await bubble.count()).toBe(0);
    await add(101);
    await bubble.getByText("Any questions about delivery or returns?").waitFor();
  });

  test("adding to the cart by a plain form is noticed on the page that follows", async () => {
    await comeIn({ trigger_cart_add: true });
    await started();
    await shopper.page.waitForTimeout(200);
    await shopper.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        "beforeend",
        '<form action="/cart/add/now"><button id="buy">Buy</button></form>',
      );
    });
    await shopper.page.locator("#buy").click();
    await bubble.waitFor();
  });

  test("doing nothing counts from the last sign of life", async () => {
    await comeIn({ trigger_inactivity: 2 });
    await started();
    for (let move = 0; move < 5; move++) {
      await shopper.page.mouse.move(100 + move, 100);
      await shopper.page.waitForTimeout(600);
    }
    expect(await bubble.count()).toBe(0);
    await bubble.waitFor();
  });

  test("coming back is known by the time of the last visit alone", async () => {
    await comeIn({ trigger_returning: true });
    await started();
    await shopper.page.waitForTimeout(2_500);
    expect(await bubble.count()).toBe(0);
    const kept = await shopper.page.evaluate(() => {
      localStorage.setItem("aisle:seen", String(Date.now() - 3_600_000));
      return Object.keys(localStorage).filter((key) => key.startsWith("aisle:"));
    });
    expect(kept).toEqual(["aisle:seen"]);
    await shopper.page.reload();
    await bubble.getByText("Welcome back!").waitFor();
  });

  test("show nothing where the browser keeps no memory", async () => {
    shop.themeHead = `<script>for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get() { throw new Error("blocked"); } })</script>`;
    await comeIn(DELAY);
    await started();
    await shopper.page.waitForTimeout(2_000);
    expect(await shopper.page.locator("aisle-chat #bubble").count()).toBe(0);
  });

  test("tell the theme which one it was", async () => {
    await comeIn(DELAY);
    await shopper.page.evaluate(() => {
      window.aisle?.on("trigger", ({ name }) => {
        document.title = `trigger ${name}`;
      });
    });
    await bubble.waitFor();
    expect(await shopper.page.title()).toBe("trigger delay");
  });
});
