import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

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

describe("a bubble", () => {
  test("shows without a request to the app, without the panel and without the focus", async () => {
    await comeIn(DELAY);
    await bubble.getByText("Need a hand?").waitFor();
    expect(await shopper.panel.isVisible()).toBe(false);
    expect(await focusedId(shopper.page)).toBe("BODY");
    expect(shop.requests).toEqual([]);
    await shopper.page.getByRole("status").getByText("Need a hand?").waitFor();
    await expectAccessible(shopper.page);
  });

  test("opens the panel at a click, with its words as the assistant's first and no message", async () => {
    await comeIn(DELAY);
    await bubble.getByRole("button", { name: "Need a hand?" }).click();
    await shopper.log.getByText("Need a hand?").waitFor();
    expect(await shopper.log.getByText("How can I help you today?").count()).toBe(0);
    expect(shop.requests.map(({ line }) => line)).toEqual(["POST session"]);
    expect(await shopper.page.locator("aisle-chat #bubble").count()).toBe(0);
  });

  test("goes on in a conversation that there is already", async () => {
    shop.session = {
      messages: [
        {
          id: "1",
          role: "shopper",
          text: "Hi",
          createdAt: "2026-11-21T10:00:00Z",
          turnId: null,
          cards: [],
          sources: [],
        },
      ],
    };
    await comeIn(DELAY);
    await bubble.getByRole("button", { name: "Need a hand?" }).click();
    await shopper.log.getByText("Need a hand?").waitFor();
    expect(await shopper.log.getByText("Hi", { exact: true }).isVisible()).toBe(true);
  });

  test("begins the flow that the merchant named", async () => {
    shop.session = {
      flows: [
        {
          id: "gift",
          title: "",
          steps: [
            {
              id: "who",
              question: "Who is it for?",
              answers: [{ label: "Dad", value: "", next: "" }],
              freeText: false,
              optional: false,
            },
          ],
          message: "A gift for {who}",
        },
      ],
    };
    await comeIn({ ...DELAY, trigger_flow: "gift" });
    await bubble.getByRole("button", { name: "Need a hand?" }).click();
    await shopper.log.getByRole("button", { name: "Dad" }).waitFor();
  });

  test("is reached by Tab from the launcher and closed by Escape, which gives the focus back", async () => {
    await comeIn(DELAY);
    await bubble.waitFor();
    await shopper.launcher.focus();
    await shopper.page.keyboard.press("Tab");
    await shopper.page.keyboard.press("Escape");
    await bubble.waitFor({ state: "detached" });
    expect(await focusedId(shopper.page)).toBe("launcher");
  });

  test("does not come back once it was closed, on no page of the session", async () => {
    await comeIn({ ...DELAY, trigger_every: "page" });
    await bubble.getByRole("button", { name: "Dismiss" }).click();
    const again = started();
    await shopper.page.reload();
    await again;
    await shopper.page.waitForTimeout(2_000);
    expect(await shopper.page.locator("aisle-chat #bubble").count()).toBe(0);
  });

  test("does not come to somebody who has opened the chat", async () => {
    await comeIn({ ...DELAY, trigger_every: "page" });
    await shopper.open();
    await shopper.page.keyboard.press("Escape");
    const again = started();
    await shopper.page.reload();
    await again;
    await shopper.page.waitForTimeout(2_000);
    expect(await shopper.page.locator("aisle-chat #bubble").count()).toBe(0);
  });

  test("gives way to the panel", async () => {
    await comeIn(DELAY);
    await bubble.waitFor();
    await shopper.open();
    expect(await shopper.page.locator("aisle-chat #bubble").count()).toBe(0);
  });

  test("waits while a banner asks for consent", async () => {
    await comeIn(DELAY);
    await shopper.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        "beforeend",
        '<div id="shopify-pc__banner" style="position:fixed;left:0;top:0;width:300px;height:80px">Cookies?</div>',
      );
    });
    await started();
    await shopper.page.waitForTimeout(2_500);
    expect(await bubble.count()).toBe(0);
    await shopper.page.evaluate(() => document.querySelector("#shopify-pc__banner")?.remove());
    await bubble.waitFor();
  });

  test.each([
    [
      "a checkout button",
      '<form action="/checkout" style="position:absolute;right:0;bottom:0;width:700px;height:200px"><button name="checkout" style="width:100%;height:100%">Pay</button></form>',
    ],
    [
      "a bar of the theme",
      '<div id="bar" style="position:fixed;inset:auto 0 0;height:170px;background:#eee">Add to cart</div>',
    ],
  ])("never covers %s, and gives way to one that turns up", async (_, markup) => {
    await comeIn(DELAY);
    await bubble.waitFor();
    await shopper.page.evaluate((html) => {
      const box = document.createElement("div");
      box.id = "late";
      box.innerHTML = html;
      document.body.append(box);
    }, markup);
    await expect.poll(() => bubble.count()).toBe(0);
    await shopper.page.evaluate(() => document.querySelector("#late")?.remove());
    await bubble.waitFor();
  });

  test("takes the place beside the launcher where the one above is taken", async () => {
    await comeIn(DELAY);
    await shopper.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        "beforeend",
        '<div style="position:fixed;right:10px;bottom:90px;width:300px;height:60px">Badge</div>',
      );
    });
    await bubble.waitFor();
    const [box, launcher] = await Promise.all([bubble.boundingBox(), shopper.launcher.boundingBox()]);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(launcher?.x ?? 0);
  });

  test("stands in the chosen corner and reads from right to left", async () => {
    shop.page.locale = "ar";
    await comeIn({ trigger_delay: 1, corner: "left" });
    await bubble.getByText("هل لديك سؤال؟").waitFor();
    expect((await bubble.boundingBox())?.x).toBe(20);
    expect(await bubble.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
  });

  test("fits a phone", async () => {
    await comeIn(
      { ...DELAY, trigger_delay_text: "A rather long sentence that a merchant wrote, ".repeat(4) },
      PHONE,
    );
    await bubble.waitFor();
    const box = await bubble.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    await expectAccessible(shopper.page);
  });
});
