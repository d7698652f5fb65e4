import { describe, expect, test } from "vitest";
import type { ProductCard } from "~/protocol/events";
import { jacket, shirt } from "../widget/cards";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { showCards } from "../widget/show-cards";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

openShopForEachTest();

describe("a product card", () => {
  test("adds the chosen variant to the store's own cart, says so, and tells who listens", async () => {
    await enter();
    await shopper.page.evaluate(() => {
      const told = (text: string) => document.body.setAttribute("data-told", text);
      window.aisle?.on("cart-add", ({ variantId, quantity }) => told(`${variantId} ${quantity}`));
    });
    await showCards(shirt);
    const { log } = shopper;
    await log.getByRole("link", { name: "Linen shirt" }).waitFor();
    await log.getByText("Now €49.90, before €69.90").waitFor({ state: "attached" });
    await log.getByText("In stock").waitFor();
    await log.getByLabel("Size").selectOption("M");
    await log.getByText("Only 2 left").waitFor();
    await log.getByRole("button", { name: "Add to cart Linen shirt" }).click();
    await log.getByText("Linen shirt is in your cart.").waitFor();
    expect(shop.cart).toEqual([{ variantId: 102, quantity: 1 }]);
    expect(await shopper.page.locator("body").getAttribute("data-told")).toBe("102 1");
    await expectAccessible(shopper.page);
  });

  test("leads to the page of the variant that is chosen", async () => {
    await enter();
    await showCards(shirt);
    await shopper.log.getByLabel("Size").selectOption("M");
    const href = await shopper.log.getByRole("link", { name: "Linen shirt" }).getAttribute("href");
    expect(href).toBe(`${shop.url}/products/linen-shirt?variant=102`);
  });

  test("does not sell what is sold out, and says so before it is chosen", async () => {
    await enter();
    await showCards(shirt);
    const size = shopper.log.getByLabel("Size");
    expect(await size.locator("option").allTextContents()).toEqual(["S", "M", "L · Sold out"]);
    await size.selectOption("L");
    await shopper.log.locator(".stock", { hasText: "Sold out" }).waitFor();
    expect(await shopper.log.getByRole("button", { name: "Add to cart" }).isDisabled()).toBe(true);
    await expectAccessible(shopper.page);
  });

  test("marks what is sold out in the combination that is chosen", async () => {
    await enter();
    await showCards(jacket);
    const size = shopper.log.getByLabel("Size");
    expect(await size.locator("option").allTextContents()).toEqual(["S", "M · Sold out"]);
    await shopper.log.getByLabel("Color").selectOption("Olive");
    expect(await size.locator("option").allTextContents()).toEqual(["S", "M"]);
  });

  test("says nothing of a combination that does not exist, least of all a price", async () => {
    await enter();
    await showCards({ ...jacket, variants: jacket.variants.slice(0, 3) });
    await shopper.log.getByLabel("Color").selectOption("Olive");
    await shopper.log.getByLabel("Size").selectOption("M");
    await shopper.log.getByText("Not available in this combination").waitFor();
    expect(await shopper.log.locator(".price").textContent()).toBe("");
    expect(await shopper.log.getByRole("button", { name: "Add to cart" }).isDisabled()).toBe(true);
  });

  test("shows the store's own words when it refuses", async () => {
    const gone: ProductCard = {
      ...shirt,
      variantId: "404",
      options: [],
      variants: [{ ...(shirt.variants[0] as ProductCard["variants"][number]), variantId: "404" }],
    };
    await enter();
    await showCards(gone);
    await shopper.log.getByRole("button", { name: "Add to cart" }).click();
    await shopper.log.getByText("The product 'Linen shirt' is already sold out.").waitFor();
    await expectAccessible(shopper.page);
  });

  test("puts itself before the shopper's question, and keeps what she had typed", async () => {
    await enter();
    await showCards(shirt);
    await shopper.field.fill("is it warm?");
    await shopper.log.getByRole("button", { name: "Ask about this: About “Linen shirt”" }).click();
    expect(await shopper.field.inputValue()).toBe("About “Linen shirt”: is it warm?");
    expect(await focusedId(shopper.page)).toBe("field");
    await shopper.page.reload();
    await shopper.log.getByText("Here to help").waitFor({ state: "detached" });
    await expect.poll(() => shopper.field.inputValue()).toBe("About “Linen shirt”: is it warm?");
  });

  test("loads pictures from the shop and Shopify only, and no larger than it shows them", async () => {
    await enter();
    const asked: string[] = [];
    await shopper.page.route("https://cdn.shopify.com/**", (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await showCards(
      { ...shirt, imageUrl: "https://cdn.shopify.com/s/files/1/shirt.jpg?v=1" },
      { ...shirt, imageUrl: "https://evil.example/beacon.png" },
      { ...shirt, imageUrl: "//evil.example/beacon.png" },
      { ...shirt, imageUrl: "data:image/svg+xml,<svg/>" },
      shirt,
    );
    await expect.poll(() => asked).toEqual(["https://cdn.shopify.com/s/files/1/shirt.jpg?v=1&width=480"]);
    await expect.poll(() => shopper.log.locator("img").count()).toBe(1);
    shopper.incidents.splice(
      0,
      shopper.incidents.length,
      ...shopper.incidents.filter((it) => !it.includes("cdn.shopify.com")),
    );
  });
});
