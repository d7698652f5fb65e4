import { describe, expect, test } from "vitest";
import { shippedOrder } from "../widget/cards";
import { recordAnnouncements } from "../widget/record-announcements";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { storedMessage } from "../widget/stored-message";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

openShopForEachTest();

const LONG = `${"Slowly it goes on. ".repeat(40)}And this is the end.`;

describe("a reply", () => {
  test("is streamed, and read out by whole sentences", async () => {
    // Long enough to be seen on a machine that is busy.
    shop.gapMs = 500;
    shop.reply = () => [
      { event: "status", data: { label: "Looking…" } },
      ...says("Your parcel is near. It comes **tomorrow**."),
    ];
    await enter();
    await shopper.open();
    const spoken = await recordAnnouncements(shopper);
    await shopper.say("Where is it?");
    await shopper.log.getByText("Looking…").waitFor();
    await shopper.log.getByText("It comes tomorrow.").waitFor();
    await shopper.log.getByRole("button", { name: "Helpful", exact: true }).waitFor();
    await expect.poll(spoken).toContain("It comes tomorrow.");
    expect(await spoken()).toEqual([
      "Message sent",
      "One moment…",
      "Looking…",
      "Your parcel is near.",
      "It comes tomorrow.",
    ]);
    await expectAccessible(shopper.page);
  });

  test("stops at once when the shopper says so, keeps its text and returns the focus", async () => {
    shop.gapMs = 40;
    shop.reply = () => says(LONG);
    await enter();
    await shopper.open();
    await shopper.say("Tell me everything");
    await shopper.log.getByText("Slowly it goes").waitFor();
    await shopper.panel.getByRole("button", { name: "Stop the reply" }).click();
    await shopper.log.getByText("Stopped.").waitFor();
    expect(shop.requests.at(-1)?.line).toMatch(/^direct POST \/chat\/.+\/stop$/);
    expect(await shopper.log.getByText("And this is the end.").count()).toBe(0);
    expect(await focusedId(shopper.page)).toBe("field");
  });

  test("goes on after a cut connection as if nothing had been", async () => {
    shop.cutAfter = 10;
    shop.gapMs = 10;
    shop.reply = () => says(LONG);
    await enter();
    await shopper.open();
    await shopper.say("Tell me everything");
    await shopper.log.getByText("And this is the end.").waitFor();
    const text = await shopper.log.locator(".reply .text").last().textContent();
    expect(text).toBe(LONG);
  });

  test("goes on after the page was loaded anew", async () => {
    shop.gapMs = 25;
    shop.reply = () => says(LONG);
    await enter();
    await shopper.open();
    await shopper.say("Tell me everything");
    await shopper.log.getByText("Slowly it goes").waitFor();
    shop.session = {
      messages: [storedMessage({ text: "Tell me everything" })],
      runningTurnId: [...shop.turns.keys()][0],
    };
    await shopper.page.reload();
    await shopper.log.getByText("And this is the end.").waitFor();
    expect(await shopper.log.locator(".reply .text").last().textContent()).toBe(LONG);
    expect(await shopper.log.getByText("Tell me everything").count()).toBe(1);
  });

  test("leads to its source and can be rated, with a word", async () => {
    shop.reply = () => [
      {
        event: "source",
        data: { n: 1, title: "Refund policy: Returning items", url: "/policies/refund-policy" },
      },
      ...says("You have 30 days [1]."),
    ];
    await enter();
    await shopper.open();
    await shopper.say("Returns?");
    const link = shopper.log.getByRole("link", { name: "Refund policy: Returning items" });
    await link.waitFor();
    expect(new URL((await link.getAttribute("href")) ?? "").pathname).toBe("/policies/refund-policy");
    await shopper.log.getByRole("button", { name: "Not helpful" }).click();
    await shopper.log.getByLabel("What could be better?").fill("Too short");
    await shopper.log.getByRole("button", { name: "Send" }).click();
    await shopper.log.getByText("Thank you for telling us.").waitFor();
    const [turnId] = shop.turns.keys();
    expect(shop.requests.slice(-2).map(({ body }) => body)).toEqual([
      { turnId, rating: "down", conversationToken: "token-1" },
      { turnId, rating: "down", comment: "Too short", conversationToken: "token-1" },
    ]);
    await expectAccessible(shopper.page);
  });

  test("cites by numbers that lead to notes which open, also after a reload", async () => {
    const sources = [
      { n: 1, title: "Refund policy: Returning items", url: "/policies/refund-policy" },
      { n: 2, title: "Shipping policy", url: "/policies/shipping-policy" },
    ];
    const text = "You have 30 days [1]. Shipping is $6 [2].";
    shop.reply = () => [...sources.map((data) => ({ event: "source" as const, data })), ...says(text)];
    await enter();
    await shopper.open();
    await shopper.say("Returns and shipping?");
    const expectNotes = async (): Promise<void> => {
      const list = shopper.log.getByRole("list", { name: "Sources" });
      const note = list.getByRole("link", { name: /Shipping policy/ });
      await note.waitFor();
      const citation = shopper.log.getByRole("link", { name: "Sources: 2" });
      await citation.focus();
      await shopper.page.keyboard.press("Enter");
      expect(await note.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it)).toBe(true);
      expect(new URL((await note.getAttribute("href")) ?? "").pathname).toBe("/policies/shipping-policy");
      await expectAccessible(shopper.page);
    };
    await expectNotes();
    const [turnId = null] = shop.turns.keys();
    shop.session = { messages: [storedMessage({ role: "assistant", text, sources, turnId })] };
    await shopper.page.reload();
    await expectNotes();
  });

  test("links to a carrier once a card has led there, also where the words came first", async () => {
    shop.gapMs = 60;
    shop.reply = () => [
      ...says(
        "Follow it [at DHL](https://www.dhl.com/track?id=1).\n\nNot [there](https://evil.example/).\n\n",
      ),
      { event: "card", data: shippedOrder },
      ...says("Bye."),
    ];
    await enter();
    await shopper.open();
    await shopper.say("Where?");
    await shopper.log.getByRole("link", { name: "at DHL" }).waitFor();
    expect(await shopper.log.getByRole("link", { name: "there" }).count()).toBe(0);
  });

  test("that handed over takes an email from a visitor", async () => {
    shop.reply = () => [...says("I passed it on."), { event: "handoff", data: { ticketId: "t" } }];
    await enter();
    await shopper.open();
    await shopper.say("A person, please");
    const email = shopper.log.getByLabel("Your email");
    await email.fill("nobody");
    await email.press("Enter");
    await shopper.log.getByText("Please enter a full email address").waitFor();
    await email.fill("ann@example.com");
    await email.press("Enter");
    await shopper.log.getByText("The team will write to you.").waitFor();
    expect(shop.requests.at(-1)).toEqual({
      line: "POST handoff",
      body: { email: "ann@example.com", conversationToken: "token-1" },
    });
    await expectAccessible(shopper.page);
  });
});
