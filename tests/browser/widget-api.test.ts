import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { flowSchema } from "~/core/settings/flow";
import { flowTemplate } from "~/core/settings/offered-flows";
import type { PageContext } from "~/protocol/requests";
import { shirt } from "../widget/cards";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { focusedId } from "../widget/storefront-visit";

openShopForEachTest();

const contexts = () =>
  shop.requests.flatMap(({ line, body }) =>
    /chat$/.test(line) ? [(body as { context: PageContext }).context] : [],
  );
const call = <T>(act: () => T) => shopper.page.evaluate(act);

async function whatIsSent(): Promise<PageContext> {
  const before = contexts().length;
  await shopper.say("Hello");
  await expect.poll(() => contexts().length).toBe(before + 1);
  return contexts().at(-1) as PageContext;
}

describe("window.aisle", () => {
  test("opens with the focus and closes; listening alone fetches nothing", async () => {
    await enter();
    const assets: string[] = [];
    shopper.page.on("request", (request) => assets.push(request.url()));
    await call(() => {
      window.aisle?.on("open", () => document.body.append("opened"));
      window.aisle?.on("close", () => document.body.append("closed"));
      window.aisle?.setContext({ locale: "en" });
    });
    await shopper.page.waitForTimeout(500);
    expect(assets).toEqual([]);
    await call(() => window.aisle?.open());
    await shopper.page.getByText("opened").waitFor();
    await expect.poll(() => focusedId(shopper.page)).toBe("field");
    await call(() => window.aisle?.close());
    await shopper.panel.waitFor({ state: "hidden" });
    await shopper.page.getByText("closed").waitFor();
  });

  test("sends in the shopper's name, and blank text not at all", async () => {
    shop.reply = () => [{ event: "text-delta", data: { text: "Sure." } }];
    await enter();
    await call(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      window.aisle?.on("message", (detail) => told.push(["message", Object.keys(detail)]));
      window.aisle?.on("reply", ({ outcome }) => told.push(["reply", outcome]));
    });
    await call(() => window.aisle?.send("   "));
    await call(() => window.aisle?.send("Do you have socks?"));
    await shopper.log.getByText("Sure.").waitFor();
    await expect
      .poll(() => call(() => (window as unknown as { told: unknown[] }).told))
      .toEqual([
        ["message", ["messageId"]],
        ["reply", "answered"],
      ]);
    expect(contexts()).toHaveLength(1);
  });

  test("tells of cards and of what was added to the cart by a click", async () => {
    shop.reply = () => [{ event: "card", data: shirt }];
    await enter();
    await call(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      window.aisle?.on("card", (detail) => told.push(detail));
      window.aisle?.on("cart-add", (detail) => told.push(detail));
    });
    await call(() => window.aisle?.send("shirt"));
    await shopper.log
      .getByRole("button", { name: /Add to cart/ })
      .first()
      .click();
    await expect
      .poll(() => call(() => (window as unknown as { told: unknown[] }).told))
      .toEqual([{ kind: "product" }, { variantId: "101", quantity: 1 }]);
  });

  test("begins a flow before the panel has arrived, and tells of its beginning and end", async () => {
    const flow = flowSchema.parse({
      id: "gift",
      steps: [{ id: "who", question: "Who?", answers: [{ label: "Dad" }] }],
      message: "For {who}",
    });
    shop.session = { flows: [flow] };
    await enter();
    await call(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      window.aisle?.on("flow-start", (detail) => told.push(detail));
      window.aisle?.on("flow-end", (detail) => told.push(detail));
      window.aisle?.startFlow("gift");
    });
    await shopper.log.getByRole("button", { name: "Dad" }).click();
    await shopper.log.getByText("For Dad").waitFor();
    expect(await call(() => (window as unknown as { told: unknown[] }).told)).toEqual([
      { id: "gift" },
      { id: "gift", completed: true },
    ]);
  });

  test("says in the console that there is no such flow, and no more", async () => {
    await enter();
    const warned = shopper.page.waitForEvent("console", (message) => message.text().includes("nonsense"));
    await call(() => window.aisle?.startFlow("nonsense"));
    expect((await warned).type()).toBe("warning");
    await shopper.say("Hello");
    await expect.poll(() => contexts().length).toBe(1);
  });

  test("a listener that throws costs nobody anything, and one that left is not called", async () => {
    shop.reply = () => [{ event: "text-delta", data: { text: "Sure." } }];
    await enter();
    await call(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      window.aisle?.on("message", () => {
        throw new Error("a theme's mistake");
      });
      const leave = window.aisle?.on("message", () => told.push("left"));
      leave?.();
      window.aisle?.on("message", () => told.push("heard"));
    });
    await call(() => window.aisle?.send("Hi"));
    await shopper.log.getByText("Sure.").waitFor();
    expect(await call(() => (window as unknown as { told: string[] }).told)).toEqual(["heard"]);
    expect(shopper.incidents.splice(0)).toEqual(["error: a theme's mistake"]);
  });
});

describe("the documented examples", () => {
  const documents = readFileSync(new URL("../../docs/widget.md", import.meta.url), "utf8");
  const examples = [...documents.matchAll(/```js\n(.*?)```/gs)].map(([, code = ""]) => code);

  if (examples.length < 4) throw new Error("docs/widget.md has lost its examples");

  test.each(examples)("run as they stand: %s", async (code) => {
    shop.session = { flows: [flowTemplate("gift-finder", "en")] };
    shop.page.pageType = "product";
    await enter();
    await call(() => document.body.insertAdjacentHTML("beforeend", '<button id="ask">Ask</button>'));
    await shopper.page.evaluate(code);
    if (code.includes("#ask")) await shopper.page.locator("#ask").click();
    if (code.includes("startFlow")) {
      await shopper.log.getByRole("group", { name: "Who is it for?" }).waitFor();
      return expect(shopper.incidents).toEqual([]);
    }
    if (!code.includes("#ask")) await call(() => window.aisle?.open());
    await shopper.panel.locator("#title").waitFor();
    const { page } = await whatIsSent();
    if (code.includes("setContext")) expect(page).toMatchObject({ variantId: "44012345678901" });
    expect(shopper.incidents).toEqual([]);
  });
});

describe("what the server is told of the page", () => {
  test("is the variant that is chosen, by the address or the theme's form", async () => {
    shop.page.pageType = "product";
    await enter();
    await call(() => {
      document.body.insertAdjacentHTML(
        "beforeend",
        '<form action="/cart/add"><input name="id" value="101"></form>',
      );
    });
    await shopper.open();
    expect((await whatIsSent()).page).toMatchObject({ productHandle: "linen-shirt", variantId: "101" });
    await call(() => history.replaceState(null, "", "?variant=102"));
    expect((await whatIsSent()).page).toMatchObject({ variantId: "102" });
  });

  test("is what the theme says when it changes the page without loading", async () => {
    shop.page.pageType = "product";
    await enter();
    await call(() => window.aisle?.setContext({ page: { type: "product", productHandle: "wool-socks" } }));
    await shopper.open();
    const first = await whatIsSent();
    expect(first.page).toEqual({ type: "product", productHandle: "wool-socks" });
    expect(first.cart).toMatchObject({ currency: "EUR" });
    await call(() => window.aisle?.setContext({ page: { type: "product", variantId: "7" } }));
    expect((await whatIsSent()).page).toMatchObject({ productHandle: "wool-socks", variantId: "7" });
  });

  test("is never what a theme should not have passed", async () => {
    await enter();
    await call(() =>
      window.aisle?.setContext({
        locale: 7,
        customer: { email: "ada@example.com" },
        page: { type: "product", productHandle: "x".repeat(900), customerId: "7" },
        cart: { itemCount: -3, email: "ada@example.com" },
      } as never),
    );
    await shopper.open();
    const context = await whatIsSent();
    expect(JSON.stringify(context)).not.toMatch(/ada|customer/);
    expect(context.page?.productHandle).toHaveLength(255);
  });

  test("is the cart as it stands after something was added", async () => {
    await enter();
    await shopper.page.route("**/cart.js", (route) =>
      route.fulfill({
        json: {
          item_count: 3,
          total_price: 9900,
          currency: "EUR",
          items: [{ handle: "linen-shirt", variant_id: 101, quantity: 3, properties: { name: "Ada" } }],
        },
      }),
    );
    await shopper.open();
    await call(() =>
      fetch("/cart/add.js", { method: "POST", body: JSON.stringify({ id: 101, quantity: 2 }) }).then(
        (answer) => answer.json(),
      ),
    );
    await shopper.page.waitForTimeout(500);
    expect((await whatIsSent()).cart).toEqual({
      itemCount: 3,
      total: 9900,
      currency: "EUR",
      items: [{ handle: "linen-shirt", variantId: "101", quantity: 3 }],
    });
  });
});
