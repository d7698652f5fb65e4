import { describe, expect, test } from "vitest";
import type { SessionMessage } from "~/protocol/requests";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { storedMessage } from "../widget/stored-message";
import { focusedId } from "../widget/storefront-visit";

openShopForEachTest();

const OFFER = {
  kind: "confirm",
  action: "add-to-cart",
  title: "Linen shirt",
  variantTitle: null,
  variantId: "41",
  quantity: 1,
  price: "20.00",
  currency: "EUR",
  imageUrl: null,
} as unknown as SessionMessage["cards"][number];

/** Another tab of this browser has said something. */
async function tellOfNews(): Promise<void> {
  const other = await shopper.page.context().newPage();
  await other.goto(shop.url);
  await other.locator("#launcher").click();
  await other.locator("#log[aria-busy]").waitFor();
  await other.locator("#field").fill("From the other tab");
  await other.locator("#field").press("Enter");
  await other.getByRole("log").getByText("Well.").last().waitFor();
}

describe("what another tab says", () => {
  test("is added below, and leaves a comment that is being typed as it is", async () => {
    shop.reply = () => says("Well.");
    await enter();
    await shopper.open();
    await shopper.say("Mine");
    await shopper.log.getByRole("button", { name: "Not helpful" }).click();
    await shopper.page.keyboard.type("It was wro");
    const mine = [...shop.turns.keys()];
    Object.defineProperty(shop, "session", {
      get: () => ({
        messages: [...shop.turns.keys()].flatMap((turnId) => [
          storedMessage({
            id: `q${turnId}`,
            turnId,
            text: mine.includes(turnId) ? "Mine" : "From the other tab",
          }),
          storedMessage({ id: `a${turnId}`, turnId, role: "assistant", text: "Well." }),
        ]),
      }),
    });
    await tellOfNews();
    await shopper.log.getByText("From the other tab").waitFor();
    await shopper.page.keyboard.type("ng");
    expect(await shopper.log.locator(".feedback textarea").inputValue()).toBe("It was wrong");
    expect(await shopper.log.getByText("Mine").count()).toBe(1);
    expect(await shopper.log.getByText("Well.").count()).toBe(2);
  });
});

test("the focus stays in the panel when what had it is taken away", async () => {
  shop.reply = () => says("Well.");
  await enter();
  await shopper.open();
  await shopper.say("Mine");
  // What keeps it arrives with the head's buttons.
  await shopper.panel.getByRole("button", { name: "New conversation" }).waitFor();
  await shopper.log.getByRole("button", { name: "Not helpful" }).click();
  await shopper.page.keyboard.press("Tab");
  await shopper.page.keyboard.press("Enter");
  await expect.poll(() => focusedId(shopper.page)).toBe("field");
});

test("an offer that was taken up is not made again on the next page", async () => {
  shop.session = {
    messages: [
      storedMessage({ id: "2", role: "assistant", turnId: "t1", text: "This one?", cards: [OFFER] }),
    ],
  };
  await enter();
  await shopper.open();
  await shopper.log.getByRole("button", { name: /cart/i }).click();
  await expect.poll(() => shop.cart.length).toBe(1);
  await shopper.log.locator(".confirm a").waitFor();
  await shopper.page.reload();
  await shopper.log.getByText("Linen shirt").waitFor();
  expect(await shopper.log.getByRole("button", { name: /cart/i }).count()).toBe(0);
});

test("what stood below the last answer stands there on the next page: her thumb, and what to go on with", async () => {
  shop.reply = () => [...says("Well."), { event: "suggestions", data: { items: ["And in blue?"] } }];
  await enter();
  await shopper.open();
  await shopper.say("Mine");
  await shopper.log.getByRole("button", { name: "And in blue?" }).waitFor();
  await shopper.log.getByRole("button", { name: "Helpful", exact: true }).click();
  const [turnId = null] = shop.turns.keys();
  shop.session = {
    messages: [
      storedMessage({ id: "1", turnId, text: "Mine" }),
      storedMessage({ id: "2", turnId, role: "assistant", text: "Well." }),
    ],
  };
  await shopper.page.reload();
  const thumb = shopper.log.getByRole("button", { name: "Helpful", exact: true });
  await expect.poll(() => thumb.getAttribute("aria-pressed")).toBe("true");
  await shopper.log.getByRole("button", { name: "And in blue?" }).click();
  await shopper.log.getByText("Well.").nth(1).waitFor();
  expect(await shopper.log.getByRole("button", { name: "And in blue?" }).count()).toBe(1);
});

test("persons who have taken over ask for an email again on the next page, until they have it", async () => {
  shop.session = { handedOff: true, messages: [storedMessage({ text: "A person, please" })] };
  await enter();
  await shopper.open();
  await shopper.log.locator("[type=email]").fill("ada@example.com");
  await shopper.log.locator("[type=email]").press("Enter");
  await shopper.log.locator("[type=email]").waitFor({ state: "detached" });
  await shopper.page.reload();
  await shopper.panel.getByRole("button", { name: "New conversation" }).waitFor();
  expect(await shopper.log.locator("[type=email]").count()).toBe(0);
});

test("a message that is too long is said to be so before it is sent", async () => {
  await enter();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: "New conversation" }).waitFor();
  await shopper.field.fill("ü".repeat(4_097));
  await shopper.panel.getByText("That message is too long.").first().waitFor();
  await shopper.field.fill("ü".repeat(4_096));
  await expect.poll(() => shopper.field.getAttribute("aria-invalid")).toBe("false");
});

test("a message that the server finds too long goes back to where it can be shortened", async () => {
  await enter();
  await shopper.page.route(/\/chat$/, (route) =>
    route.fulfill({
      status: 413,
      contentType: "application/json",
      headers: { "access-control-allow-origin": "*" },
      body: JSON.stringify({ error: { code: "too-long", message: "" } }),
    }),
  );
  await shopper.open();
  await shopper.say("A very long story");
  await shopper.log.getByText("That message is too long.").waitFor();
  expect(await shopper.field.inputValue()).toBe("A very long story");
  expect(await shopper.log.getByText("A very long story").count()).toBe(0);
  expect(await shopper.log.getByRole("button", { name: "Try again" }).count()).toBe(0);
});

test("what others have spoilt in the storage is forgotten", async () => {
  shop.reply = () => says("Well.");
  await enter();
  await shopper.open();
  await shopper.page.evaluate(() => {
    const prefix = Object.keys(localStorage)
      .find((key) => key.endsWith(":token"))
      ?.slice(0, -5);
    for (const key of ["flow", "unsent"]) sessionStorage.setItem(prefix + key, "{broken");
  });
  await shopper.page.reload();
  await shopper.say("Anybody?");
  await shopper.log.getByText("Well.").waitFor();
});

test("where the kept address of the app is not one, the way through the shop is taken", async () => {
  shop.reply = () => says("Well.");
  await enter();
  await shopper.open();
  await shopper.panel.getByRole("button", { name: "New conversation" }).waitFor();
  await shopper.page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.endsWith(":stream")) as string;
    localStorage.setItem(key, "javascript:alert(1)");
  });
  await shopper.say("Anybody?");
  await shopper.log.getByText("Well.").waitFor();
  expect(shop.requests.map(({ line }) => line)).toContain("POST chat");
});

test("an Enter that ends a composition sends nothing, in Safari's order too", async () => {
  await enter();
  await shopper.open();
  await shopper.field.fill("かば");
  await shopper.field.evaluate((field) =>
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", keyCode: 229, bubbles: true })),
  );
  expect(await shopper.field.inputValue()).toBe("かば");
});

test("a message that arrived although nothing was heard of it stands there once, with its answer", async () => {
  shop.reply = () => says("Well.");
  await enter();
  await shopper.open();
  await shopper.page.route(/\/(events|chat)$/, (route) => route.abort());
  await shopper.say("Mine");
  await shopper.log.getByRole("button", { name: "Try again" }).waitFor({ timeout: 60_000 });
  Object.defineProperty(shop, "session", {
    get: () => ({
      messages: [
        storedMessage({ id: "1", turnId: "t1", text: "Mine", createdAt: new Date().toISOString() }),
        storedMessage({ id: "2", turnId: "t1", role: "assistant", text: "Well, then." }),
        ...[...shop.turns.keys()].flatMap((turnId) => [
          storedMessage({ id: `q${turnId}`, turnId, text: "From the other tab" }),
          storedMessage({ id: `a${turnId}`, turnId, role: "assistant", text: "Well." }),
        ]),
      ],
    }),
  });
  await tellOfNews();
  await shopper.log.getByText("From the other tab").waitFor();
  expect(await shopper.log.getByText("Mine", { exact: true }).count()).toBe(1);
  expect(await shopper.log.getByText("Well, then.").count()).toBe(1);
  expect(await shopper.log.getByRole("button", { name: "Try again" }).count()).toBe(0);
});
