import { beforeEach, describe, expect, test } from "vitest";
import { shirt } from "../widget/cards";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";

openShopForEachTest();

beforeEach(() => {
  shop.reply = () => [...says("Here it is."), { event: "card", data: shirt }];
});

/** A shopper adds the shirt in a store whose theme brings this script and this markup. */
async function addIn(theme: { script?: string; body?: string }): Promise<void> {
  shop.themeHead = `<script>
    const note = (name, value) => document.documentElement.setAttribute("data-" + name, value);
    ${theme.script ?? ""}</script>`;
  shop.themeBody = theme.body ?? "";
  await enter();
  await shopper.open();
  await shopper.say("Show me");
  await shopper.log.getByRole("button", { name: "Add to cart" }).click();
  await shopper.log.locator(".outcome").waitFor();
}

const noted = (name: string) => shopper.page.locator("html").getAttribute(`data-${name}`);
const outcome = () => shopper.log.locator(".outcome").textContent();

describe("a theme with Shopify's standard actions", () => {
  const actions = (
    result: string,
    isDefault = false,
  ) => `window.Shopify = { actions: { updateCart: Object.assign(
    async ({ lines }) => { note("lines", JSON.stringify(lines)); return ${result}; },
    { isDefault: () => ${isDefault} },
  ) } };`;

  test("is asked to change its cart itself", async () => {
    await addIn({ script: actions("{ userErrors: [], warnings: [] }") });
    expect(await outcome()).toContain("Linen shirt is in your cart.");
    expect(JSON.parse((await noted("lines")) ?? "")).toEqual([
      { merchandiseId: "gid://shopify/ProductVariant/101", quantity: 1 },
    ]);
    expect(shop.cart).toEqual([]);
  });

  test("has its refusals and adjustments told", async () => {
    await addIn({ script: actions(`{ userErrors: [{ message: "No more of these." }] }`) });
    expect(await outcome()).toBe("No more of these.");
    await shopper.end();
    await addIn({ script: actions(`{ warnings: [{ message: "Only one was left." }] }`) });
    expect(await outcome()).toContain("Linen shirt is in your cart. Only one was left.");
  });

  test("that it has not made its own is not asked: the default may load the page anew", async () => {
    await addIn({ script: actions("{}", true) });
    expect(shop.cart).toEqual([{ variantId: 101, quantity: 1 }]);
    expect(await noted("lines")).toBeNull();
  });

  test("that breaks is told as such", async () => {
    await addIn({ script: actions(`Promise.reject(new Error("broken"))`) });
    expect(await outcome()).toBe("That could not be added to the cart.");
  });
});

describe("Dawn, and themes made from it", () => {
  const drawer = (open: string) => `customElements.define("cart-drawer", class extends HTMLElement {
    getSectionsToRender() { return [{ id: "cart-drawer" }, { id: "cart-icon-bubble" }]; }
    renderContents(answer) { note("drawn", Object.keys(answer.sections)); setTimeout(() => this.open()); }
    ${open}
  });`;

  test.each(["open() { note('opened', 'yes'); }", "open = () => note('opened', 'yes');"])(
    "has its drawer drawn, but not pulled over the chat, and can open it later: %s",
    async (open) => {
      await addIn({ script: drawer(open), body: "<cart-drawer class='is-empty'></cart-drawer>" });
      expect(await noted("drawn")).toBe("cart-drawer,cart-icon-bubble");
      const element = shopper.page.locator("cart-drawer");
      expect(await element.getAttribute("class")).toBe("");
      await shopper.page.waitForTimeout(150);
      expect(await noted("opened")).toBeNull();
      await element.evaluate((it) => (it as HTMLElement & { open(): void }).open());
      expect(await noted("opened")).toBe("yes");
    },
  );

  test("hears of it through its own channel", async () => {
    await addIn({ script: `function publish(event, data) { note(event, data.cartData.id); }` });
    expect(await noted("cart-update")).toBe("101");
  });

  test("without a drawer gets its bubble from the store", async () => {
    await addIn({ body: `<a href="/cart" id="cart-icon-bubble">Cart</a>` });
    expect(await shopper.page.locator("#cart-icon-bubble").innerHTML()).toBe(
      "<span>1 in cart-icon-bubble</span>",
    );
  });

  test("without a drawer gets it also where no text may become markup", async () => {
    shop.contentSecurityPolicy = "require-trusted-types-for 'script'; trusted-types 'none'";
    await addIn({ body: `<a href="/cart" id="cart-icon-bubble">Cart</a>` });
    expect(await shopper.page.locator("#cart-icon-bubble").textContent()).toBe("1 in cart-icon-bubble");
  });

  test("that fails to draw has added all the same", async () => {
    await addIn({
      script: `customElements.define("cart-notification", class extends HTMLElement {
        getSectionsToRender() { return [{ id: "cart-icon-bubble" }]; }
        renderContents() { throw new Error("The theme's own mistake"); } });`,
      body: "<cart-notification></cart-notification>",
    });
    expect(await outcome()).toContain("Linen shirt is in your cart.");
    expect(shopper.incidents.splice(0)).toEqual(["error: The theme's own mistake"]);
  });
});

test("Horizon is told the whole number in the cart, and its drawer stays closed", async () => {
  shop.cart.push({ variantId: 7, quantity: 4 });
  await addIn({
    script: `document.addEventListener("cart:update", ({ detail }) => {
      note("count", detail.data.itemCount);
      note("sections", Object.keys(detail.data.sections));
      note("opens", document.querySelector("cart-drawer-component").hasAttribute("auto-open"));
    });`,
    body: `<cart-drawer-component auto-open></cart-drawer-component><cart-items-component data-section-id="sections--1__drawer"></cart-items-component>`,
  });
  expect(await noted("count")).toBe("5");
  expect(await noted("sections")).toBe("sections--1__drawer");
  expect(await noted("opens")).toBe("false");
  await shopper.page.locator("cart-drawer-component[auto-open]").waitFor({ state: "attached" });
});

test("whoever listens for Shopify's standard event learns of it", async () => {
  await addIn({
    script: `document.addEventListener("shopify:cart:lines-update", async ({ action, lines, promise }) =>
      note("standard", [action, lines[0].merchandiseId, (await promise).detail.itemCount]));`,
  });
  await expect.poll(() => noted("standard")).toBe("add,gid://shopify/ProductVariant/101,1");
});

test.each(["cart:refresh", "cart:updated", "cart:change", "cart:build", "theme:cart:change"])(
  "a theme that listens for %s hears it on the document, with the cart",
  async (name) => {
    await addIn({
      script: `document.addEventListener("${name}", ({ detail }) => note("heard", detail.cart.item_count));`,
    });
    expect(await noted("heard")).toBe("1");
  },
);

describe("a theme with none of it", () => {
  test("gets its number where it shows one, and nothing else is touched", async () => {
    shop.cart.push({ variantId: 7, quantity: 11 });
    await addIn({
      body: `<a href="/cart">Cart <span class="cart-count">(11)</span></a><b data-cart-count hidden>0</b>
        <i id="CartCount"><svg></svg><span>11</span> items since 2019</i><u class="cart-count">Cart 2 go</u>`,
    });
    const text = (selector: string) => shopper.page.locator(selector).textContent();
    await expect.poll(() => text("span.cart-count")).toBe("(12)");
    expect(await text("#CartCount")).toBe("12 items since 2019");
    expect(await text("u.cart-count")).toBe("Cart 2 go");
    expect(await shopper.page.locator("[data-cart-count]").isVisible()).toBe(true);
  });

  test("is left alone where it shows no number", async () => {
    await addIn({ body: `<a href="/cart" class="cart-link">Cart</a>` });
    expect(await shopper.page.locator(".cart-link").textContent()).toBe("Cart");
    expect(await outcome()).toContain("Linen shirt is in your cart.");
  });
});
