import { afterEach, describe, expect, test } from "vitest";
import { prepareMerchant, SIZES } from "../support/merchant";
import { ShopperClient } from "../support/shopper-client";

const { control, storefrontUrl, merchant, visit } = await prepareMerchant();

afterEach(() => control("faults", { kind: "none" }));

const field = (label: string) => merchant.app.getByLabel(label, { exact: true });
const button = (name: string) => merchant.app.getByRole("button", { name, exact: true });
async function save(): Promise<void> {
  await merchant.saveBar.getByRole("button", { name: "Save" }).click();
  await merchant.saveBar.waitFor({ state: "hidden" });
}
const untilRead = () =>
  merchant.app.getByText("Up to date", { exact: true }).nth(1).waitFor({ timeout: 40_000 });
const askAnew = async (question: string) =>
  (await (await ShopperClient.open({ storefrontUrl })).ask(question)).text;

describe.each(Object.entries(SIZES))("on a %s", (_name, viewport) => {
  test.each(["/app/knowledge", "/app/models", "/app/costs"])(
    "%s is accessible, fits, and nothing on it jumps",
    async (path) => {
      const visitor = await visit({ viewport });
      await visitor.goto(path);
      if (path === "/app/knowledge") {
        await visitor.app.getByRole("button", { name: "Add a question" }).click();
        await visitor.app.getByText(/thing was found|things were found|Nothing was found/).waitFor();
      }
      await visitor.expectAccessible();
      expect(await visitor.overflow()).toBeLessThanOrEqual(0);
      expect(await visitor.layoutShift()).toBeLessThan(0.1);
      await visitor.end();
      expect(visitor.incidents).toEqual([]);
    },
  );
});

describe("what has been read", () => {
  test("is told with its figures, and read again on demand", async () => {
    const { counts } = await control<{ counts: { products: number } }>("state");
    await merchant.goto("/app/knowledge");
    await untilRead();
    await merchant.app.getByText(`${counts.products} products`).waitFor();
    await control("faults", { kind: "latency", milliseconds: 1500, count: 8 });
    await button("Read everything again").click();
    await merchant.app.getByRole("progressbar").first().waitFor();
    await merchant.expectAccessible();
    await untilRead();
  });

  test("stays when the store cannot be reached, and the page says so in words", async () => {
    await merchant.goto("/app/knowledge");
    await untilRead();
    await control("faults", { kind: "error", status: 503 });
    await button("Read everything again").click();
    await merchant.app
      .getByText(/Shopify could not be reached.* still used/)
      .first()
      .waitFor();
    await control("faults", { kind: "none" });
    await untilRead();
  });
});

describe("the merchant's own answers", () => {
  const question = "Do you ship to Antarctica?";

  test("are written, found by shoppers at once, changed, and deleted", async () => {
    await merchant.goto("/app/knowledge");
    await button("Add a question").click();
    await field("Question").fill(question);
    await field("Answer").fill("We ship to Antarctica with the supply boat, which leaves in October.");
    await save();
    expect(await askAnew(question)).toContain("supply boat");

    await button(`Edit “${question}”`).click();
    await field("Answer").fill("We ship to Antarctica with the research vessel, which leaves in October.");
    await save();
    await merchant.app.getByText("research vessel").waitFor();
    expect(await askAnew(question)).toContain("research vessel");

    await button(`Delete “${question}”`).click();
    await button(`Keep “${question}”`).click();
    await merchant.saveBar.waitFor({ state: "hidden" });
    await button(`Delete “${question}”`).click();
    await save();
    await merchant.app.getByRole("heading", { name: question }).waitFor({ state: "hidden" });
    expect(await askAnew(question)).not.toContain("research vessel");
  });

  test("that cannot be saved are marked, and nothing typed is lost", async () => {
    await merchant.goto("/app/knowledge");
    await button("Add a question").click();
    await field("Answer").fill("An answer to nothing");
    await field("Synonyms").fill("gilet, waistcoat\n\nalone");
    await merchant.saveBar.getByRole("button", { name: "Save" }).click();
    await merchant.app.getByText("Please write the question").waitFor();
    await merchant.app.getByText("Line 3 cannot be used").waitFor();
    await merchant.expectAccessible();
    expect(await field("Answer").inputValue()).toBe("An answer to nothing");
    expect(await field("Synonyms").inputValue()).toBe("gilet, waistcoat\n\nalone");
    await merchant.page.getByRole("link", { name: "Privacy" }).click();
    await merchant.page.getByRole("button", { name: "Stay" }).click();
    await merchant.saveBar.getByRole("button", { name: "Discard" }).click();
    await merchant.page.getByRole("button", { name: "Discard changes" }).click();
    await merchant.saveBar.waitFor({ state: "hidden" });
    expect(await field("Synonyms").inputValue()).toBe("");
  });

  test("can be written with the keyboard alone", async () => {
    await merchant.goto("/app/knowledge");
    await button("Add a question").focus();
    await merchant.page.keyboard.press("Enter");
    await merchant.page.keyboard.type("Is there a café?");
    await merchant.page.keyboard.press("Tab");
    await merchant.page.keyboard.type("On the first floor.");
    await merchant.saveBar.getByRole("button", { name: "Discard" }).focus();
    await merchant.page.keyboard.press("Tab");
    await merchant.page.keyboard.press("Enter");
    await merchant.saveBar.waitFor({ state: "hidden" });
    await button("Delete “Is there a café?”").focus();
    await merchant.page.keyboard.press("Enter");
    await save();
  });
});

test("synonyms find what only another word names", async () => {
  await merchant.goto("/app/knowledge");
  await field("Synonyms").fill("jacket, zibbeldorp");
  await save();
  const turn = await (await ShopperClient.open({ storefrontUrl })).ask("Do you have a zibbeldorp?");
  expect(JSON.stringify(turn.cards).toLowerCase()).toContain("jacket");
  await field("Synonyms").fill("");
  await save();
});

test("synonyms that a colleague saved in between are not silently overwritten", async () => {
  const colleague = await visit();
  for (const visitor of [merchant, colleague]) await visitor.goto("/app/knowledge");
  await colleague.app.getByLabel("Synonyms").fill("brolly, umbrella");
  await colleague.saveBar.getByRole("button", { name: "Save" }).click();
  await colleague.saveBar.waitFor({ state: "hidden" });
  await colleague.end();
  await field("Synonyms").fill("mac, raincoat");
  await merchant.saveBar.getByRole("button", { name: "Save" }).click();
  await merchant.app.getByText("Somebody else changed the synonyms in between").waitFor();
  expect(await field("Synonyms").inputValue()).toBe("mac, raincoat");
  await save();
  await field("Synonyms").fill("");
  await save();
});

test("texts that contradict each other are quoted with their links; hostile words stay words", async () => {
  const title = '<img src=x onerror="document.title=`owned`"> fees';
  const page = { kind: "page", handle: "contradiction", title };
  await control("documents", { ...page, html: "<p>Our guarantee lasts 3 years. Warranty: 3 years.</p>" });
  const other = { kind: "page", handle: "contradiction-too", title: "Our promise" };
  await control("documents", { ...other, html: "<p>All products have a seven-year warranty.</p>" });
  await merchant.goto("/app/knowledge");
  await merchant.app.getByRole("heading", { name: "how long the warranty lasts" }).waitFor();
  await merchant.app.getByText("seven-year warranty").waitFor();
  const link = merchant.app.getByRole("link", { name: "Our promise" });
  expect(await link.getAttribute("href")).toContain("/pages/contradiction-too");
  await merchant.expectAccessible();
  for (const { kind, handle } of [page, other]) await control("documents", { kind, handle, delete: true });
});

test("costs stand beside the ceilings that the settings set", async () => {
  await merchant.goto("/app/settings");
  await field("Dollars a month").fill("12.50");
  await save();
  await merchant.goto("/app/costs");
  await merchant.app.getByText("$0.00 of $12.50").waitFor();
  await merchant.app.getByText("No connected model was asked.").first().waitFor();
  await merchant.goto("/app/settings");
  await field("Dollars a month").fill("");
  await save();
});
