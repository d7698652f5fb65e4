import { devices } from "playwright-core";
import { describe, expect, test } from "vitest";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { focusedId } from "../widget/storefront-visit";

openShopForEachTest();

const LONG_ANSWER = Array.from({ length: 40 }, (_, at) => `word${at}`).join(" ");
const chats = () => shopper.page.locator("aisle-chat");

/** As themes do that fetch the next page and put its body in the place of this one. */
async function replaceBody(): Promise<void> {
  await shopper.page.evaluate(async () => {
    const page = await fetch(location.href).then((answer) => answer.text());
    document.body.replaceWith(new DOMParser().parseFromString(page, "text/html").body);
  });
}

describe.each([
  ["a desktop", {}],
  ["a phone", { ...devices["iPhone 13"], defaultBrowserType: undefined }],
])("a theme that replaces the page's body, on %s", (_name, device) => {
  test("leaves the open chat with what is written and what is being typed", async () => {
    shop.gapMs = 60;
    shop.reply = () => says(LONG_ANSWER);
    await enter(device);
    await shopper.open();
    await shopper.say("Tell me all");
    await shopper.log.getByText("word3 ").waitFor();
    await shopper.field.fill("And the nex");
    await replaceBody();
    await shopper.log.getByText("word39").waitFor();
    await shopper.field.press("End");
    await shopper.page.keyboard.type("t?");
    expect(await shopper.field.inputValue()).toBe("And the next?");
    expect(await shopper.log.getByText("Tell me all").count()).toBe(1);
    expect(await chats().count()).toBe(1);
  });
});

test("a closed chat stays closed in the new body, and opens there", async () => {
  await enter();
  await replaceBody();
  await replaceBody();
  expect(await shopper.panel.isVisible()).toBe(false);
  await shopper.page.evaluate(() => window.aisle?.open());
  await shopper.log.getByText("How can I help you today?").waitFor();
  await expect.poll(() => focusedId(shopper.page)).toBe("field");
  await shopper.page.keyboard.press("Escape");
  await replaceBody();
  expect(await shopper.panel.isVisible()).toBe(false);
});

test("the page keeps its focus when its body is replaced beside an open chat", async () => {
  await enter();
  await shopper.open();
  await replaceBody();
  expect(await shopper.panel.isVisible()).toBe(true);
  expect(await focusedId(shopper.page)).toBe("BODY");
});

test("of a block that is printed twice one chat serves, and no dead one lies on top", async () => {
  shop.reply = () => says("Yes.");
  const { renderEmbed } = await import("../widget/render-embed");
  shop.themeBody = await renderEmbed(shop.page);
  await enter();
  expect(await chats().count()).toBe(1);
  await shopper.open();
  await shopper.say("Anybody?");
  await shopper.log.getByText("Yes.").waitFor();
});

test("a double click on the launcher opens the chat, and a click later on closes it", async () => {
  await enter();
  await shopper.launcher.dblclick();
  await shopper.panel.locator("#log[aria-busy]").waitFor();
  expect(await shopper.panel.isVisible()).toBe(true);
  await shopper.launcher.click();
  await shopper.panel.waitFor({ state: "hidden" });
  await shopper.launcher.dblclick();
  expect(await shopper.panel.isVisible()).toBe(true);
});

test("a reply can be stopped before anything of it has come", async () => {
  shop.direct = "silent";
  await enter();
  await shopper.open();
  await shopper.say("Anybody?");
  expect(await shopper.log.getAttribute("aria-busy")).toBe("true");
  await shopper.panel.getByRole("button", { name: "Stop" }).click();
  await shopper.log.getByText("Stopped.").waitFor();
  expect(await shopper.log.getAttribute("aria-busy")).toBe("false");
});

test("a theme hears once that the chat was opened, however often it is asked to", async () => {
  await enter();
  const count = () => shopper.page.locator("body > output").count();
  await shopper.page.evaluate(() => {
    window.aisle?.on("open", () => document.body.append(document.createElement("output")));
    for (let times = 0; times < 3; times++) window.aisle?.open();
  });
  await shopper.panel.locator("#log[aria-busy]").waitFor();
  await shopper.page.evaluate(() => window.aisle?.open());
  expect(await count()).toBe(1);
  await shopper.page.keyboard.press("Escape");
  await shopper.page.evaluate(() => window.aisle?.open());
  expect(await count()).toBe(2);
});
