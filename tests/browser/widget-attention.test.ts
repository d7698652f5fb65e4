import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { storedMessage } from "../widget/stored-message";
import { expectAccessible } from "../widget/storefront-visit";

openShopForEachTest();

/** What the page has called the shopper by, and what the browser was asked. */
interface Calls {
  chimes: number;
  asked: number;
  notices: { title: string; body: string }[];
}

type Permission = "default" | "granted" | "denied";

/** A browser that tells what it was asked, and whose shopper answers so. */
async function listen(page: Page, permission: Permission, willAllow = false): Promise<() => Promise<Calls>> {
  await page.addInitScript(
    ({ permission, willAllow }) => {
      const calls = { chimes: 0, asked: 0, notices: [] as object[] };
      class Notice {
        static permission = permission;
        static async requestPermission() {
          calls.asked++;
          Notice.permission = willAllow ? "granted" : "denied";
          return Notice.permission;
        }
        constructor(title: string, { body }: { body: string }) {
          if (Notice.permission !== "granted") throw new Error("A notice without permission");
          calls.notices.push({ title, body });
        }
      }
      const Audio = window.AudioContext;
      class Heard extends Audio {
        constructor() {
          super();
          calls.chimes++;
        }
      }
      Object.assign(window, { calls, Notification: Notice, AudioContext: Heard });
    },
    { permission, willAllow },
  );
  await page.reload();
  return () => page.evaluate(() => (window as unknown as { calls: Calls }).calls);
}

const options = () => shopper.panel.getByRole("button", { name: "Sound and notifications" });
const sound = () => shopper.panel.getByRole("checkbox", { name: "Sound" });
const notifications = () => shopper.panel.getByRole("checkbox", { name: "Notifications" });

async function openOptions(): Promise<void> {
  await shopper.open();
  await options().click();
}

/** She asks something and closes the chat before it is answered. */
async function leaveWithAQuestion(): Promise<void> {
  shop.gapMs = 150;
  shop.reply = () => says("It is on its way to you.");
  await shopper.say("Where is it?");
  await shopper.log.getByText("It is").waitFor();
  await shopper.page.keyboard.press("Escape");
  await shopper.page.locator("aisle-chat #launcher[data-unread='1']").waitFor();
}

test("sound and notifications are off until the shopper turns them on", async () => {
  await enter();
  await openOptions();
  expect(await sound().isChecked()).toBe(false);
  expect(await notifications().isChecked()).toBe(false);
  await expectAccessible(shopper.page);
});

describe("an answer that comes while the chat is closed", () => {
  test("is marked on the launcher, in silence, until the shopper has asked for more", async () => {
    await enter();
    const calls = await listen(shopper.page, "granted");
    await openOptions();
    await leaveWithAQuestion();
    expect(await calls()).toEqual({ chimes: 0, asked: 0, notices: [] });
    await shopper.launcher.click();
    expect(await shopper.launcher.getAttribute("data-unread")).toBe("");
  });

  test("sounds where she has turned that on, and again on the next page", async () => {
    await enter();
    const calls = await listen(shopper.page, "default");
    await openOptions();
    await sound().check();
    expect((await calls()).chimes).toBe(1);
    await leaveWithAQuestion();
    expect(await calls()).toEqual({ chimes: 2, asked: 0, notices: [] });
    await shopper.page.reload();
    await openOptions();
    expect(await sound().isChecked()).toBe(true);
    await leaveWithAQuestion();
    expect((await calls()).chimes).toBe(1);
  });

  test("is notified where she and the browser have allowed it, and says nothing of what was written", async () => {
    await enter();
    const calls = await listen(shopper.page, "default", true);
    await openOptions();
    await notifications().check();
    await leaveWithAQuestion();
    expect(await calls()).toEqual({
      chimes: 0,
      asked: 1,
      notices: [{ title: "Marlow", body: "Your answer is there." }],
    });
  });

  test("is not notified where the browser does not allow it, which she is told", async () => {
    await enter();
    const calls = await listen(shopper.page, "default");
    await openOptions();
    await notifications().click();
    await expect.poll(() => notifications().isChecked()).toBe(false);
    await shopper.panel.getByText("Your browser does not allow notifications").waitFor();
    await leaveWithAQuestion();
    expect(await calls()).toEqual({ chimes: 0, asked: 1, notices: [] });
  });

  test("is not notified once the browser's permission was taken back", async () => {
    await enter();
    let calls = await listen(shopper.page, "default", true);
    await openOptions();
    await notifications().check();
    await expect.poll(async () => (await calls()).asked).toBe(1);
    await shopper.page.keyboard.press("Escape");
    calls = await listen(shopper.page, "denied");
    await openOptions();
    await leaveWithAQuestion();
    expect(await calls()).toEqual({ chimes: 0, asked: 0, notices: [] });
  });
});

test("an answer that she sees coming calls nobody, whatever she has turned on", async () => {
  shop.reply = () => says("Here.");
  await enter();
  const calls = await listen(shopper.page, "granted", true);
  await openOptions();
  await sound().check();
  await notifications().check();
  await shopper.say("Anybody?");
  await shopper.log.getByText("Here.").waitFor();
  await shopper.panel.getByRole("button", { name: "Helpful", exact: true }).waitFor();
  expect(await calls()).toEqual({ chimes: 1, asked: 1, notices: [] });
});

test("what a person answers long after the chat was closed is marked on the launcher, and there when it opens", async () => {
  shop.session = { handedOff: true, messages: [storedMessage({ id: "m1", text: "Help?" })] };
  await enter();
  await shopper.page.clock.install();
  await shopper.page.reload();
  await shopper.launcher.click();
  await shopper.page.clock.runFor(1_000);
  await options().waitFor();
  await shopper.launcher.click();
  await shopper.panel.waitFor({ state: "hidden" });
  await shopper.page.clock.runFor(15 * 60_000);
  shop.updates = {
    handedOff: true,
    messages: [storedMessage({ id: "p1", role: "person", text: "Mara here." })],
  };
  await expect
    .poll(
      async () => {
        // Shorter than what a request may take, so that none is given up.
        await shopper.page.clock.runFor(20_000);
        return shopper.launcher.getAttribute("data-unread");
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe("1");
  await shopper.launcher.click();
  await shopper.log.getByText("Mara here.").waitFor();
  expect(await shopper.log.getByText("Mara here.").count()).toBe(1);
});
