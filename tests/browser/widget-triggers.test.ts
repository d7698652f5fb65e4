import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type FakeShop, startFakeShop } from "../widget/fake-shop";
import { type EmbedPage, renderEmbed } from "../widget/render-embed";
import { expectAccessible, focusedId, launchBrowser, type Visit, visit } from "../widget/storefront-visit";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DELAY = { trigger_delay: 1, trigger_delay_text: "Need a hand?" };

const ENTITIES: Record<string, string> = {
  "&#34;": '"',
  "&quot;": '"',
  "&#39;": "'",
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
};

interface Printed {
  every: string;
  flow?: string;
  triggers: { name: string; text: string; after?: number }[];
}

async function printed(page: Partial<EmbedPage>): Promise<Printed | null> {
  const html = await renderEmbed({ locale: "en", pageType: "index", settings: {}, ...page });
  const [, attribute] = /data-triggers="([^"]*)"/.exec(html) ?? [];
  return attribute ? JSON.parse(attribute.replace(/&#?\w+;/g, (entity) => ENTITIES[entity] ?? entity)) : null;
}

const names = async (page: Partial<EmbedPage>) =>
  (await printed(page))?.triggers.map(({ name }) => name) ?? null;

describe("what the block prints of triggers", () => {
  test("is nothing unless the merchant turned one on", async () => {
    expect(await printed({})).toBeNull();
    expect(await renderEmbed({ locale: "en", pageType: "index", settings: {} })).not.toContain("trigger");
  });

  test.each<[string, Partial<EmbedPage>, Partial<EmbedPage>]>([
    ["cart", { pageType: "cart" }, { pageType: "index" }],
    ["cart", { pageType: "cart" }, { pageType: "cart", cart: "empty" }],
    [
      "empty_search",
      { pageType: "search", searchTerms: "x", resultsCount: 0 },
      { pageType: "search", searchTerms: "x" },
    ],
    ["not_found", { pageType: "404" }, { pageType: "index" }],
    ["cart_add", { pageType: "product" }, { pageType: "product", settings: { on_product: false } }],
  ])("%s is there only where it is meant", async (name, there, elsewhere) => {
    const settings = { [`trigger_${name}`]: true };
    const wanted = name.replace("_", "-");
    expect(await names({ ...there, settings })).toEqual([wanted]);
    expect(await names({ ...elsewhere, settings: { ...settings, ...elsewhere.settings } })).toBeNull();
  });

  test("a cart's value counts from the merchant's figure on", async () => {
    const settings = { trigger_cart_value: 42 };
    expect(await names({ settings })).toEqual(["cart-value"]);
    expect(await names({ settings: { trigger_cart_value: 43 } })).toBeNull();
    expect(await names({ settings, pageType: "index", cart: "empty" })).toBeNull();
  });

  test.each(["trigger_delay", "trigger_inactivity", "trigger_scroll", "trigger_exit", "trigger_returning"])(
    "%s keeps to the pages that the merchant chose",
    async (name) => {
      const settings = {
        [name]: name.match(/exit|returning/) ? true : 30,
        trigger_pages: "product,collection",
      };
      expect(await names({ pageType: "product", settings })).toHaveLength(1);
      expect(await names({ pageType: "article", settings })).toBeNull();
    },
  );

  test("is the merchant's words as they are, or words in the shopper's language", async () => {
    const own = `</template>"'&<script>`;
    const hostile = await printed({ settings: { trigger_exit: true, trigger_exit_text: own } });
    expect(hostile?.triggers[0]?.text).toBe(own);
    const german = await printed({ locale: "de", settings: { trigger_exit: true } });
    expect(german?.triggers[0]?.text).toContain("Bevor Sie gehen");
  });
});

let browser: Browser;
let shop: FakeShop;
let shopper: Visit;
let bubble: Locator;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  shop = await startFakeShop();
});

async function comeIn(settings: Record<string, unknown>, options = {}): Promise<void> {
  shop.page = { ...shop.page, settings };
  shopper = await visit(browser, shop, options);
  bubble = shopper.page.locator("aisle-chat #bubble.shown");
}

const started = () => shopper.page.waitForResponse(/start-triggers/);

describe("a bubble", () => {
  afterEach(async () => {
    await shopper.end();
    await shop.close();
    expect(shopper.incidents).toEqual([]);
  });

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

describe("triggers", () => {
  afterEach(async () => {
    await shopper.end();
    await shop.close();
    expect(shopper.incidents).toEqual([]);
  });

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
