import { beforeEach, describe, expect, test } from "vitest";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { expectAccessible } from "../widget/storefront-visit";

openShopForEachTest();

beforeEach(() => {
  shop.reply = () => says("All is well.");
});

const messages = () =>
  shop.requests
    .filter(({ line }) => line.endsWith("chat"))
    .map(({ body }) => body as { messageId: string; text: string });

describe("when the direct way is closed", () => {
  test.each(["refused", "silent"] as const)(
    "(%s) the reply comes through the store's proxy, of the same message",
    async (direct) => {
      shop.direct = direct;
      await enter();
      await shopper.open();
      await shopper.say("Hello?");
      await shopper.log.getByText("All is well.").waitFor({ timeout: 15_000 });
      expect(new Set(messages().map(({ messageId }) => messageId)).size).toBe(1);
      await shopper.say("And again");
      await expect.poll(() => messages().at(-1)?.text).toBe("And again");
      expect(shop.requests.at(-1)?.line).toBe("POST chat");
    },
    30_000,
  );

  test("a reply that the proxy holds back until it is whole is shown all the same", async () => {
    shop.direct = "refused";
    shop.proxy = "buffer";
    shop.gapMs = 1;
    await enter();
    await shopper.open();
    await shopper.say("Hello?");
    await shopper.log.getByText("All is well.").waitFor();
  });

  test.each([
    ["html-error", "The store could not reach the chat. Your message is kept."],
    ["timeout", "The answer took too long. Your message is kept."],
    ["password", "This store asks for its password first."],
    ["rate-limited", "You can try again in 1 seconds."],
  ] as const)(
    "and the proxy fails (%s), the shopper is told why, keeps her words and can try again",
    async (proxy, words) => {
      await enter();
      await shopper.open();
      shop.direct = "refused";
      shop.proxy = proxy;
      await shopper.say("Hello?");
      await shopper.log.getByText(words).waitFor();
      await shopper.log.getByText("Hello?").waitFor();
      await expectAccessible(shopper.page);
      shop.proxy = "stream";
      await shopper.log.getByRole("button", { name: "Try again" }).click();
      await shopper.log.getByText("All is well.").waitFor();
      expect(await shopper.log.getByText("Hello?").count()).toBe(1);
      expect(new Set(messages().map(({ messageId }) => messageId)).size).toBe(1);
    },
  );
});

describe("when the conversation cannot be opened", () => {
  test.each(["html-error", "timeout", "password"] as const)("(%s) it can be tried again", async (proxy) => {
    shop.proxy = proxy;
    await enter();
    await shopper.launcher.click();
    const again = shopper.log.getByRole("button", { name: "Try again" });
    await again.waitFor();
    shop.proxy = "stream";
    await again.click();
    await shopper.log.getByText("Hello! How can I help").waitFor();
    expect(await again.count()).toBe(0);
  });
});

test("an expired token is renewed without the shopper noticing", async () => {
  await enter();
  await shopper.open();
  shop.direct = "unauthorized-once";
  await shopper.say("Hello?");
  await shopper.log.getByText("All is well.").waitFor();
  expect(shop.requests.filter(({ line }) => line === "POST session")).toHaveLength(2);
});

test("a turn that failed on the server is asked again as a new message", async () => {
  shop.reply = () => [{ event: "error", data: { code: "failed", message: "That did not work out." } }];
  await enter();
  await shopper.open();
  await shopper.say("Hello?");
  await shopper.log.getByText("That did not work out.").waitFor();
  shop.reply = () => says("All is well.");
  await shopper.log.getByRole("button", { name: "Try again" }).click();
  await shopper.log.getByText("All is well.").waitFor();
  const [first, second] = messages();
  expect(second?.text).toBe(first?.text);
  expect(second?.messageId).not.toBe(first?.messageId);
});

test("a message written without a connection goes out when that is back", async () => {
  await enter();
  await shopper.open();
  // What problems are told by is fetched while the panel is idle.
  await shopper.page.waitForRequest("**/assets/forms.js");
  await shopper.page.waitForLoadState("networkidle");
  await shopper.page.context().setOffline(true);
  await shopper.say("Hello?");
  await shopper.log.getByText("You are offline.").waitFor();
  await shopper.page.context().setOffline(false);
  await shopper.log.getByText("All is well.").waitFor();
});

test("a message that never reached the server is still there on the next page", async () => {
  await enter();
  await shopper.open();
  shop.direct = "refused";
  shop.proxy = "html-error";
  await shopper.say("Do not lose me");
  await shopper.log.getByText("The store could not reach the chat").waitFor();
  shop.proxy = "stream";
  await shopper.page.reload();
  await shopper.log.getByText("Do not lose me").waitFor();
  await shopper.log.getByRole("button", { name: "Try again" }).click();
  await shopper.log.getByText("All is well.").waitFor();
  expect(new Set(messages().map(({ messageId }) => messageId)).size).toBe(1);
});
