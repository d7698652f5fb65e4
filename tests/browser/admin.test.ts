import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareMerchant, SIZES } from "../support/merchant";
import { ShopperClient } from "../support/shopper-client";

const { control, storefrontUrl, merchant, visit } = await prepareMerchant();
const PAGES = ["/app", "/app/settings", "/app/conversations", "/app/privacy"];

beforeAll(async () => {
  await control("embed", { on: true });
  // A conversation with words that want a lot of room.
  await (await openShopper()).ask(`Where is ${"my very long parcel ".repeat(12)}now, please?`);
});
afterAll(() => control("embed", { on: true }));

const openShopper = (customerId?: string) =>
  ShopperClient.open({ storefrontUrl, ...(customerId && { customerId }) });

describe.each(Object.entries(SIZES))("on a %s", (_name, viewport) => {
  test.each(PAGES)("%s is accessible, fits, and nothing on it jumps", async (path) => {
    const visitor = await visit({ viewport });
    await visitor.goto(path);
    if (path === "/app/settings") await visitor.app.getByText(/30 days/).waitFor();
    await visitor.expectAccessible();
    expect(await visitor.overflow()).toBeLessThanOrEqual(0);
    expect(await visitor.layoutShift()).toBeLessThan(0.1);
    await visitor.end();
    expect(visitor.incidents).toEqual([]);
  });
});

describe("home", () => {
  test("says whether the chat is on in the theme, and hears of a change when the merchant comes back", async () => {
    await control("embed", { on: false });
    await merchant.goto("/app");
    await merchant.app.getByText("Off", { exact: true }).waitFor();
    const link = merchant.app.getByRole("link", { name: "Turn it on in the theme editor" });
    expect(await link.getAttribute("href")).toContain("activateAppId=aisle-dev-key/chat");

    await control("embed", { on: true });
    await merchant.app.locator("body").evaluate(() => window.dispatchEvent(new Event("focus")));
    await merchant.app.getByText("On", { exact: true }).waitFor();
  });

  test("finds a script tag of former days and removes it", async () => {
    await control("script-tags", { src: "https://old.example/aisle.js" });
    await merchant.goto("/app");
    await merchant.app
      .getByRole("button", { name: "Remove the script tag https://old.example/aisle.js" })
      .click();
    await merchant.app.getByText("None. The chat comes through the theme embed alone.").waitFor();
    expect((await control<{ scriptTags: unknown[] }>("state")).scriptTags).toEqual([]);
  });

  test("says what it means when Shopify takes no script tags any more", async () => {
    await merchant.goto("/app");
    await merchant.app.getByRole("button", { name: "My theme has no app embeds" }).click();
    await merchant.app.getByText("Shopify no longer takes script tags").waitFor();
    await merchant.expectAccessible();
  });
});

describe("settings", () => {
  const field = (label: string) => merchant.app.getByLabel(label, { exact: true });

  test("are saved from the bar that shows what is unsaved, and the storefront greets with them", async () => {
    await merchant.goto("/app/settings");
    expect(await merchant.saveBar.isVisible()).toBe(false);
    await field("Greeting").fill("Welcome aboard, ask away!");
    await merchant.app.getByText("Welcome aboard, ask away!").nth(1).waitFor();
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.page.getByText("Settings saved").waitFor();
    await merchant.saveBar.waitFor({ state: "hidden" });
    expect((await (await openShopper()).session()).body.greeting).toBe("Welcome aboard, ask away!");

    await merchant.goto("/app/settings");
    expect(await field("Greeting").inputValue()).toBe("Welcome aboard, ask away!");
    // At once, while a sample answer is on its way.
    await field("Greeting").fill("");
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.saveBar.waitFor({ state: "hidden" });
  });

  test("go back to what is stored when they are discarded", async () => {
    await merchant.goto("/app/settings");
    await field("Name").fill("Somebody else");
    await merchant.app.getByLabel("Search products").uncheck();
    await merchant.saveBar.getByRole("button", { name: "Discard" }).click();
    await merchant.page.getByRole("button", { name: "Discard changes" }).click();
    await merchant.saveBar.waitFor({ state: "hidden" });
    expect(await field("Name").inputValue()).toBe("Aisle");
    expect(await merchant.app.getByLabel("Search products").isChecked()).toBe(true);
  });

  test("that are changed there and back need no saving", async () => {
    await merchant.goto("/app/settings");
    await merchant.app.getByLabel("German").uncheck();
    await merchant.saveBar.waitFor();
    await merchant.app.getByLabel("German").check();
    await merchant.saveBar.waitFor({ state: "hidden" });
  });

  test("that cannot be saved are marked at the field, and nothing typed is lost", async () => {
    await merchant.goto("/app/settings");
    await field("Name").fill("   ");
    await field("Email for handovers").fill("not an address");
    await field("Never").fill(`fine\n${"x".repeat(81)}`);
    await field("Role").fill("a keeper of words");
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.app.getByText("This is not an email address.").waitFor();
    await merchant.app.getByText("Line 2 is too long: 80 characters at most.").waitFor();
    await merchant.app.getByText("This needs at least one entry.").waitFor();
    await merchant.expectAccessible();
    expect(await field("Role").inputValue()).toBe("a keeper of words");
    expect(await field("Email for handovers").inputValue()).toBe("not an address");
    await field("Email for handovers").fill("help@shop.example");
    await merchant.app.getByText("This is not an email address.").waitFor({ state: "hidden" });
    await merchant.saveBar.getByRole("button", { name: "Discard" }).click();
    await merchant.page.getByRole("button", { name: "Discard changes" }).click();
  });

  test("that somebody else saved in between are not silently overwritten", async () => {
    const colleague = await visit();
    await colleague.goto("/app/settings");
    await merchant.goto("/app/settings");
    await colleague.app.getByLabel("Role", { exact: true }).fill("the colleague's role");
    await colleague.saveBar.getByRole("button", { name: "Save" }).click();
    await colleague.page.getByText("Settings saved").waitFor();
    await colleague.end();

    await field("Role").fill("my own role");
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.app.getByText("Somebody else saved in between").waitFor();
    expect(await field("Role").inputValue()).toBe("my own role");
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.page.getByText("Settings saved").waitFor();
    await merchant.app.getByText("Somebody else saved in between").waitFor({ state: "hidden" });
  });

  test("are not left unsaved without asking", async () => {
    await merchant.goto("/app/settings");
    await field("Name").fill("Unsaved");
    await merchant.saveBar.waitFor();
    await merchant.page.getByRole("link", { name: "Privacy" }).click();
    await merchant.page.getByRole("button", { name: "Stay" }).click();
    expect(await field("Name").inputValue()).toBe("Unsaved");
    await merchant.page.getByRole("link", { name: "Privacy" }).click();
    await merchant.page.getByRole("button", { name: "Leave page" }).click();
    await merchant.app.getByRole("heading", { level: 1, name: "Privacy" }).waitFor();
    await merchant.saveBar.waitFor({ state: "hidden" });
  });

  test("show a sample answer before they are saved, beside the form", async () => {
    await merchant.goto("/app/settings");
    await merchant.app.getByText(/30 days/).waitFor();
    await field("Ask something else").fill("How long does shipping take?");
    await merchant.app
      .getByText(/business days|working days|shipping/i)
      .nth(1)
      .waitFor();
    await field("Email for handovers").scrollIntoViewIfNeeded();
    const box = await merchant.app.getByRole("heading", { name: "Preview" }).boundingBox();
    expect(box?.y).toBeGreaterThan(0);
  });

  test("can be changed and saved with the keyboard alone", async () => {
    await merchant.goto("/app/settings");
    await field("Name").focus();
    await merchant.page.keyboard.press("End");
    await merchant.page.keyboard.type("!");
    await merchant.page.keyboard.press("Backspace");
    await merchant.page.keyboard.press("Tab");
    await merchant.page.keyboard.press("ControlOrMeta+A");
    await merchant.page.keyboard.type("Typed, not clicked");
    await merchant.saveBar.getByRole("button", { name: "Discard" }).focus();
    await merchant.page.keyboard.press("Tab");
    await merchant.page.keyboard.press("Enter");
    await merchant.page.getByText("Settings saved").waitFor();
    expect((await (await openShopper()).session()).body.greeting).toBe("Typed, not clicked");
    await field("Greeting").fill("");
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.saveBar.waitFor({ state: "hidden" });
  });
});

describe("conversations", () => {
  test("are read, answered by a person, and settled; hostile words stay words", async () => {
    const hostile = `Is <img src=x onerror="document.title='owned'"> returnable? ${Date.now()}`;
    const shopper = await openShopper();
    const { body } = await shopper.session();
    await shopper.ask(hostile, { conversationToken: body.token });
    await shopper.handoff({
      email: "ada@visitor.example",
      note: "Please call me",
      conversationToken: body.token,
    });

    await merchant.goto("/app");
    await merchant.app
      .getByRole("link", { name: "Read the conversation with ada@visitor.example" })
      .first()
      .click();
    await merchant.app.getByText(hostile).waitFor();
    await merchant.app.getByText("Wants a person").waitFor();
    await merchant.expectAccessible();
    await merchant.app.getByLabel("Reply as a person").fill("This is Mia of the team: yes, it is.");
    await merchant.app.getByRole("button", { name: "Send" }).click();
    await merchant.app.getByRole("listitem").getByText("This is Mia of the team: yes, it is.").waitFor();
    expect(await merchant.app.getByLabel("Reply as a person").inputValue()).toBe("");
    const again = await shopper.session({ conversationToken: body.token });
    expect(again.body.messages.at(-1)).toMatchObject({
      role: "person",
      text: "This is Mia of the team: yes, it is.",
    });

    await merchant.app.getByRole("button", { name: "Mark as settled" }).click();
    await merchant.app.getByText("Wants a person").waitFor({ state: "hidden" });
    await merchant.page.getByRole("link", { name: "Conversations" }).click();
    await merchant.app.getByRole("link", { name: hostile }).waitFor();
  });

  test.each(["00000000-0000-4000-8000-000000000000", "not-an-id"])(
    "that do not exist (%s) are said not to",
    async (id) => {
      await merchant.goto(`/app/conversations/${id}`);
      const heading = merchant.app.getByRole("heading", { level: 1 });
      expect(await heading.textContent()).toBe("This conversation does not exist (any more)");
      // The browser itself reports the 404 of the frame.
      merchant.incidents.splice(0);
    },
  );
});

describe("privacy", () => {
  test("hands over what is kept of a customer who asked for it", async () => {
    const { customers } = await control<{ customers: { id: string }[] }>("customers");
    const id = customers[4]?.id ?? expect.fail("The store has too few customers");
    await (await openShopper(id)).ask("Remember me by the word marzipan.");
    await control("webhooks", {
      topic: "customers/data_request",
      payload: { customer: { id: Number(id) } },
    });
    await expect
      .poll(
        async () => {
          await merchant.goto("/app/privacy");
          return merchant.app.getByText(`Customer ${id}`).count();
        },
        { timeout: 20_000 },
      )
      .toBe(1);
    const [download] = await Promise.all([
      merchant.page.waitForEvent("download"),
      merchant.app.getByRole("button", { name: `Download the data of customer ${id}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`aisle-customer-${id}.json`);
    expect(await readFile(await download.path(), "utf8")).toContain("marzipan");
    await merchant.app.getByText(/taken out/).waitFor();
  });
});
