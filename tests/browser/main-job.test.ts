import type { Browser, FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { controlDoor } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";
import { requireStack } from "../support/stack";
import { type StoreVisit, visitStore } from "../support/store-visit";
import { launchBrowser } from "../widget/storefront-visit";

const { storefrontUrl, appUrl } = await requireStack();
const control = controlDoor(storefrontUrl);

/** The whole life of the app in one store: each test goes on where the one before it stopped. */
describe("from install to uninstall", () => {
  let browser: Browser;
  let merchant: StoreVisit;
  let shopper: StoreVisit;
  let frame: FrameLocator;

  beforeAll(async () => {
    browser = await launchBrowser();
    await control("uninstall", {});
    await control("reset", {});
    merchant = await visitStore(browser, storefrontUrl);
    shopper = await visitStore(browser, storefrontUrl);
    frame = merchant.page.frameLocator("iframe[name=app-iframe]");
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await control("install", {});
    await control("embed", { on: true });
  }, 60_000);

  test("a store without the app shows nothing of it", async () => {
    await shopper.goto("/");
    expect(await shopper.page.locator("aisle-chat").count()).toBe(0);
    // What is left of an installation before goes in a job of its own.
    const ask = () => shopper.page.request.post("/apps/aisle/session", { data: {} });
    await expect.poll(async () => (await ask()).status()).toBe(404);
  });

  test("the merchant installs it from the admin", async () => {
    await merchant.goto("/admin");
    await merchant.page.getByRole("link", { name: "Install" }).click();
    await merchant.page.getByText("read_orders", { exact: true }).waitFor();
    await merchant.page.getByRole("button", { name: "Install" }).click();
    await frame.getByText("Show the chat in your theme").waitFor({ timeout: 40_000 });
    await expect.poll(() => control<{ installed: boolean }>("state")).toMatchObject({ installed: true });
  });

  test("the embed is off until she turns it on in the theme editor, where the app leads her", async () => {
    await shopper.goto("/");
    expect(await shopper.launcher.count()).toBe(0);
    const turnOn = frame.getByRole("link", { name: "theme editor" });
    await expect
      .poll(() => turnOn.getAttribute("href"))
      .toMatch(/\/admin\/themes\/current\/editor\?context=apps&activateAppId=[^/]+\/chat$/);
    await turnOn.click();
    const embed = merchant.page.getByRole("switch", { name: "Aisle" });
    await embed.waitFor();
    expect(await embed.isChecked()).toBe(true);
    await merchant.page.getByRole("button", { name: "Save" }).click();
    await merchant.page.waitForURL("**saved=1");
    await shopper.goto("/");
    await shopper.launcher.waitFor();
  });

  test("an anonymous shopper is asked to sign in, and comes back to her page and conversation", async () => {
    await shopper.goto("/collections/all");
    await shopper.open();
    const answer = await shopper.ask("where is my order?");
    expect(await answer.textContent()).not.toMatch(/#10\d\d/);
    await answer.getByRole("link", { name: /sign in/i }).click();
    await shopper.page.waitForURL("**/account/login?**");
    await shopper.page.getByRole("button", { name: "Amara Okafor" }).click();
    await shopper.page.waitForURL("**/collections/all");
    await shopper.log.getByText("where is my order?").waitFor();
  });

  test("signed in, she gets state, carrier, tracking link and date of her open orders, as they are written", async () => {
    const paints = await countPaints(shopper);
    const answer = await shopper.ask("where is my order?");
    const card = answer.locator(".card", { has: shopper.page.getByRole("heading", { name: "Order #1037" }) });
    await card.getByText("On its way", { exact: true }).waitFor();
    expect(await card.textContent()).toContain(`Expected ${await dueDay("#1037")}`);
    const tracking = card.getByRole("link", { name: "Track with UPS" });
    expect(await tracking.getAttribute("href")).toBe("https://www.ups.com/track?tracknum=1Z8X47R10343324506");
    await answer.getByRole("heading", { name: "Order #1033" }).waitFor();
    const headings = await answer.getByRole("heading").allTextContents();
    expect(headings).toEqual(["Order #1037", "Order #1033"]);
    expect(new Set(await paints()).size).toBeGreaterThan(2);
  });

  test("a card puts the product into the store's own cart, and the theme shows it", async () => {
    const before = await shopper.cartCount();
    const answer = await shopper.ask("Do you have enamel mugs?");
    const card = answer.locator(".card").first();
    await card.getByRole("heading", { name: "Stile Enamel Mug" }).waitFor();
    await card.getByRole("button", { name: "Add to cart" }).click();
    await card.getByText("Stile Enamel Mug is in your cart.").waitFor();
    expect(await shopper.cartCount()).toBe(before + 1);
    await shopper.page
      .locator("[data-cart-count]")
      .filter({ hasText: String(before + 1) })
      .first()
      .waitFor();
    const cart = await (await shopper.page.request.get("/cart.js")).json();
    expect((cart as { items: { handle: string }[] }).items[0]?.handle).toContain("enamel-mug");
  });

  test("a return question is answered from the policy, which is one click away", async () => {
    const answer = await shopper.ask("How many days do I have to return something?");
    expect(await answer.textContent()).toContain("30 days");
    const source = answer.getByRole("link", { name: "Refund policy" });
    await Promise.all([shopper.page.waitForURL("**/policies/refund-policy"), source.click()]);
    await shopper.page.getByText("30 days").first().waitFor();
    await shopper.log.getByText("How many days do I have").waitFor();
  });

  test("a guest learns where her order is by number and email, and no more", async () => {
    const guest = await visitStore(browser, storefrontUrl);
    await guest.goto("/");
    await guest.open();
    const answer = await guest.ask("Where is my order #1035? My email is sam.whitfield@example.com");
    const text = (await answer.textContent()) ?? "";
    expect(text).toMatch(/on its way/);
    expect(text).toContain("#1035");
    expect(text).not.toMatch(/1Z8X47R10384924648|Whitfield|Skillet/);
    expect(await answer.locator(".card").count()).toBe(0);
    await guest.end();
  });

  test("another persona, saved in the settings, greets the next shopper", async () => {
    await merchant.goto("/admin");
    await merchant.page.getByRole("link", { name: "Open" }).click();
    await merchant.page.getByRole("link", { name: "Settings" }).click();
    await frame.getByLabel("Name", { exact: true }).fill("Marlow");
    await frame.getByLabel("Greeting").fill("Ahoy! Marlow here, what can I find you?");
    await merchant.page.getByRole("button", { name: "Save" }).click();
    await merchant.page.getByText("Settings saved").waitFor();
    await merchant.page.getByRole("region", { name: "Unsaved changes" }).waitFor({ state: "hidden" });
    const next = await visitStore(browser, storefrontUrl);
    await next.goto("/");
    await next.open();
    await next.log.getByText("Ahoy! Marlow here, what can I find you?").waitFor();
    await next.panel.getByRole("heading", { name: "Marlow" }).waitFor();
    await next.end();
  });

  test("the merchant reads the conversation in the admin", async () => {
    await merchant.page.getByRole("link", { name: "Conversations" }).click();
    await frame.getByText("How many days do I have to return something?").first().click();
    await frame.getByText("30 days").first().waitFor();
  });

  test("uninstalled, nothing is left: no launcher, no proxy, no token, and a reinstall starts clean", async () => {
    const client = await ShopperClient.open({ storefrontUrl });
    const { token, streamUrl } = (await client.session()).body;
    await merchant.goto("/admin/apps");
    await merchant.page.getByRole("button", { name: "Uninstall" }).click();
    await merchant.page.getByRole("dialog").getByRole("button", { name: "Uninstall" }).click();
    await merchant.page.getByText("Not installed").waitFor();
    await shopper.goto("/");
    expect(await shopper.page.locator("aisle-chat").count()).toBe(0);
    // The webhook is answered at once, and worked off a moment later: until then she is served, and never with an error.
    const statuses = new Set<number>();
    const tryAgain = async () => {
      const { status } = await client.session();
      statuses.add(status);
      return status;
    };
    await expect.poll(tryAgain, { timeout: 10_000, interval: 20 }).toBe(404);
    expect([200, 404]).toEqual(expect.arrayContaining([...statuses]));
    await expect
      .poll(async () => (await client.openChat("hello?", { direct: { streamUrl, token } })).status)
      .toBeGreaterThanOrEqual(401);

    await control("install", {});
    const again = await ShopperClient.open({ storefrontUrl, customerId: "7100000000101" });
    await expect.poll(async () => (await again.session()).status).toBe(200);
    const session = (await again.session()).body;
    expect(session.messages).toEqual([]);
    expect(session.greeting).not.toContain("Marlow");
    expect((await fetch(`${appUrl}/readyz`)).status).toBe(200);
  });

  test("no script failed on the way", () => {
    expect(shopper.errors).toEqual([]);
    expect(merchant.errors).toEqual([]);
  });
});

/** As the card writes it, from the simulated store's own answer to its admin page. */
async function dueDay(name: string): Promise<string> {
  const client = await ShopperClient.open({ storefrontUrl, customerId: "7100000000101" });
  const { orders } = (await client.orders()).body as { orders: { name: string; expectedAt: string }[] };
  const due = orders.find((order) => order.name === name)?.expectedAt ?? "";
  return new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "America/New_York",
  }).format(new Date(due));
}

/** Lengths of the newest answer's text, frame by frame, until they are asked for. */
async function countPaints({ page }: StoreVisit): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const lengths: number[] = [];
    Object.assign(window, { paintedLengths: lengths });
    const look = (): void => {
      const texts = document.querySelector("aisle-chat")?.shadowRoot?.querySelectorAll(".reply .text");
      lengths.push(texts?.item(texts.length - 1)?.textContent?.length ?? 0);
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => (window as unknown as { paintedLengths: number[] }).paintedLengths);
}
