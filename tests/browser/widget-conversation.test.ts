import { describe, expect, test } from "vitest";
import { recordAnnouncements } from "../widget/record-announcements";
import { says } from "../widget/scripted-turn";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { storedMessage } from "../widget/stored-message";
import { expectAccessible } from "../widget/storefront-visit";

openShopForEachTest();

const LONG = `${"Slowly it goes on. ".repeat(40)}And this is the end.`;

describe("a conversation", () => {
  test("is there again when the shopper comes back, persons' words marked as such", async () => {
    shop.session = {
      messages: [
        storedMessage({ text: "Is it waterproof?" }),
        storedMessage({
          id: "2",
          role: "assistant",
          text: "It is **water-repellent**.",
          turnId: crypto.randomUUID(),
        }),
        storedMessage({ id: "3", role: "person", text: "I checked: it is." }),
      ],
    };
    await enter();
    await shopper.open();
    await shopper.log.getByText("Is it waterproof?").waitFor();
    await shopper.log.getByText("water-repellent").waitFor();
    await shopper.log.getByText("Team member").waitFor();
    expect(await shopper.log.getByText("Hello! How can I help").count()).toBe(0);
    await expectAccessible(shopper.page);
  });

  test("begins anew when the shopper wants it to", async () => {
    shop.session = { messages: [storedMessage({ text: "Something old" })] };
    await enter();
    await shopper.open();
    await shopper.log.getByText("Something old").waitFor();
    await shopper.panel.getByRole("button", { name: "New conversation" }).click();
    await shopper.log.getByText("Hello! How can I help").waitFor();
    expect(await shopper.log.getByText("Something old").count()).toBe(0);
    expect(shop.requests.at(-1)?.body).toMatchObject({ fresh: true });
  });

  test("is the same in a second tab, while the first one is talking", async () => {
    shop.gapMs = 25;
    shop.reply = () => says(LONG);
    await enter();
    await shopper.open();
    const second = await shopper.page.context().newPage();
    await second.goto(shop.url);
    await second.locator("#launcher").click();
    await second.getByRole("log").getByText("Hello! How can I help").waitFor();
    const running = () => [...shop.turns.keys()][0];
    Object.defineProperty(shop, "session", {
      get: () =>
        running() ? { messages: [storedMessage({ text: "Tell me" })], runningTurnId: running() } : {},
    });
    await shopper.say("Tell me");
    await second.getByRole("log").getByText("And this is the end.").waitFor();
    expect(await second.getByRole("log").getByText("Tell me").count()).toBe(1);
  });

  test("works where storage is blocked", async () => {
    shop.reply = () => says("Still here.");
    shop.themeHead = `<script>for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });</script>`;
    await enter();
    await shopper.open();
    await shopper.say("Anybody?");
    await shopper.log.getByText("Still here.").waitFor();
  });
});

describe("a conversation that persons have taken over", () => {
  const answer = storedMessage({ id: "p1", role: "person", text: "Mara here, I looked it up." });

  test("shows what they say, reads it out and says so on a closed launcher", async () => {
    shop.session = { handedOff: true, messages: [storedMessage({ id: "m1", text: "Help?" })] };
    shop.updates = { handedOff: true, messages: [answer] };
    await enter();
    await shopper.open();
    const spoken = await recordAnnouncements(shopper);
    await shopper.log.getByText("Mara here").waitFor();
    expect(await spoken()).toContain("Team member: Mara here, I looked it up.");
    const asked = shop.requests.find(({ line }) => line === "direct POST /chat/updates");
    expect(asked?.body).toEqual({ after: "m1", conversationToken: "token-1" });
    expect(await shopper.launcher.getAttribute("data-unread")).toBeFalsy();
    await expectAccessible(shopper.page);
  });

  test("is not asked about before it is theirs", async () => {
    shop.session = { messages: [storedMessage({ text: "Help?" })] };
    await enter();
    await shopper.open();
    await shopper.panel.getByRole("button", { name: "Sound and notifications" }).waitFor();
    expect(shop.requests.map(({ line }) => line)).not.toContain("direct POST /chat/updates");
  });
});
