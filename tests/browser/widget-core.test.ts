import { describe, expect, test } from "vitest";
import { CORE_SCRIPTS } from "../../scripts/lib/widget-budget";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import type { Visit } from "../widget/storefront-visit";

openShopForEachTest();

/** Lets nothing through of the widget but what the budget counts. */
async function withholdTheRest({ page }: Visit): Promise<void> {
  const core = [...CORE_SCRIPTS, "panel-en.js"];
  await page.route("**/assets/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    return core.includes(name) ? route.continue() : route.abort();
  });
}

describe("when nothing but the counted scripts arrives", () => {
  test("the panel opens, takes what is typed and shows a whole reply", async () => {
    shop.reply = () => says("It is **waterproof**, and comes in:\n- red\n- green");
    await enter();
    await withholdTheRest(shopper);
    await shopper.open();
    await shopper.log.getByText("Hello! How can I help you today?").waitFor();
    await shopper.say("Is it waterproof?");
    await shopper.log.getByRole("listitem").filter({ hasText: "green" }).waitFor();
    expect(await shopper.log.locator("strong").textContent()).toBe("waterproof");
    await expect
      .poll(() => shopper.panel.getByRole("button", { name: "Stop the reply" }).isHidden())
      .toBe(true);
  });

  test("a failure is told, and can be tried again", async () => {
    shop.direct = "refused";
    shop.proxy = "html-error";
    shop.reply = () => says("All is well.");
    await enter();
    await withholdTheRest(shopper);
    await shopper.launcher.click();
    const again = shopper.log.getByRole("button", { name: "Try again" });
    await again.waitFor();
    shop.proxy = "stream";
    await again.click();
    await shopper.log.getByText("Hello! How can I help you today?").waitFor();
    await shopper.say("Hello?");
    await shopper.log.getByRole("button", { name: "Try again" }).waitFor();
    await shopper.page.unroute("**/assets/*");
    await shopper.log.getByRole("button", { name: "Try again" }).click();
    await shopper.log.getByText("All is well.").waitFor();
  });
});

test("what is typed before the panel has arrived survives a reload, beside what stood there", async () => {
  await enter();
  await shopper.open();
  await shopper.field.fill("half a sentence");
  await shopper.page.route("**/assets/panel.js", () => {});
  await shopper.page.reload();
  await shopper.launcher.click();
  await expect.poll(() => shopper.field.inputValue()).toBe("half a sentence");
  await shopper.field.press("End");
  await shopper.field.pressSequentially(" and more");
  await shopper.page.unroute("**/assets/panel.js");
  // It was open, and is again.
  await shopper.page.reload();
  await expect.poll(() => shopper.field.inputValue()).toBe("half a sentence and more");
});

test("sending in a panel that did not arrive asks for it again", async () => {
  shop.reply = () => says("All is well.");
  await enter();
  await shopper.page.route("**/assets/panel-en.js", (route) => route.abort());
  await shopper.launcher.click();
  await shopper.panel.getByRole("alert").waitFor();
  await shopper.page.unroute("**/assets/panel-en.js");
  await shopper.say("Hello?");
  await shopper.log.getByText("All is well.").waitFor();
});

test("nothing moves her once she has scrolled", async () => {
  shop.gapMs = 0;
  shop.reply = () => says("A line that is read.\n\n".repeat(40));
  await enter();
  await shopper.open();
  await shopper.say("Tell me everything");
  await shopper.log.getByRole("button", { name: "Not helpful" }).waitFor();
  const top = () => shopper.log.evaluate((log) => Math.round(log.scrollTop));
  const start = await top();
  await shopper.log.hover();
  await shopper.page.mouse.wheel(0, 300);
  await expect.poll(top).toBe(start + 300);
  await shopper.log.evaluate((log) => {
    const grown = document.createElement("p");
    grown.textContent = "Something has grown.";
    log.firstElementChild?.append(grown);
  });
  await shopper.page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  expect(await top()).toBe(start + 300);
});

test("a theme's words open a closed panel, and its blank ones leave what stands half typed", async () => {
  shop.reply = () => says("All is well.");
  await enter();
  await shopper.open();
  await shopper.field.fill("half typed");
  await shopper.page.evaluate(() => window.aisle?.send("  "));
  await shopper.page.keyboard.press("Escape");
  await shopper.panel.waitFor({ state: "hidden" });
  await shopper.page.evaluate(() => window.aisle?.send("From the theme"));
  await shopper.log.getByText("All is well.").waitFor();
  expect(await shopper.field.inputValue()).toBe("half typed");
  expect(await shopper.log.getByText("half typed").count()).toBe(0);
});
