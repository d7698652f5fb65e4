import { beforeEach, describe, expect, test } from "vitest";
import { type Flow, flowSchema } from "~/core/settings/flow";
import { enter, openShopForEachTest, shop, shopper } from "../widget/shop-visit";
import { expectAccessible, focusedId } from "../widget/storefront-visit";

const gift: Flow = flowSchema.parse({
  id: "gift",
  title: "Find a gift",
  steps: [
    {
      id: "who",
      question: "Who is it for?",
      answers: [
        { label: "My dad", value: "my dad" },
        { label: "Myself", next: "budget" },
      ],
    },
    {
      id: "likes",
      question: "What do they like?",
      answers: [{ label: "Cooking", value: "cooking" }],
      freeText: true,
      optional: true,
    },
    {
      id: "budget",
      question: "How much may it cost?",
      answers: [{ label: "Up to 50", value: "under 50" }],
      optional: true,
    },
  ],
  message: "A gift for {who}[ who likes {likes}][, {budget}].",
});
const quiet: Flow = { ...gift, id: "quiet", title: "" };

openShopForEachTest();

beforeEach(() => {
  shop.session = { flows: [gift, quiet] };
});

const press = (name: string) => shopper.log.getByRole("button", { name, exact: true }).click();
const question = (text: string) => shopper.log.getByRole("group", { name: text });
const sent = () =>
  shop.requests.flatMap(({ line, body }) => (/chat$/.test(line) ? [(body as { text: string }).text] : []));

async function begin(): Promise<void> {
  await enter();
  await shopper.open();
  await press("Find a gift");
  await question("Who is it for?").waitFor();
}

describe("a guided flow", () => {
  test("is offered with the suggestions, asks, and ends in a message in her name", async () => {
    await begin();
    expect(await shopper.log.getByRole("button", { name: "Where is my order?" }).isVisible()).toBe(false);
    await expectAccessible(shopper.page);
    await press("My dad");
    await press("Cooking");
    await press("Up to 50");
    await shopper.log.getByText("A gift for my dad who likes cooking, under 50.").waitFor();
    await expect.poll(sent).toEqual(["A gift for my dad who likes cooking, under 50."]);
    expect(await shopper.log.locator(".flow").count()).toBe(0);
  });

  test("sends nothing before it is over, and only where it has a title is it offered", async () => {
    await begin();
    await press("My dad");
    await question("What do they like?").waitFor();
    expect(sent()).toEqual([]);
    expect(await shopper.log.getByRole("button", { name: "quiet" }).count()).toBe(0);
  });

  test("goes where an answer leads, back, and past what may be left out", async () => {
    await begin();
    await press("Myself");
    await question("How much may it cost?").waitFor();
    await press("Back");
    await press("My dad");
    await question("What do they like?").waitFor();
    await press("Skip");
    await press("Skip");
    await expect.poll(sent).toEqual(["A gift for my dad."]);
  });

  test("takes an answer in her own words, and nothing in it is a pattern", async () => {
    await begin();
    await press("My dad");
    await question("What do they like?").waitFor();
    await shopper.say("{who} & <b>tea</b>");
    await question("How much may it cost?").waitFor();
    await press("Skip");
    await expect.poll(sent).toEqual(["A gift for my dad who likes {who} & <b>tea</b>."]);
  });

  test("ends without a message when she cancels it or asks something else", async () => {
    await begin();
    await press("Cancel");
    await shopper.log.getByRole("button", { name: "Where is my order?" }).waitFor();
    await press("Find a gift");
    await question("Who is it for?").waitFor();
    await shopper.say("Where is my order?");
    await expect.poll(sent).toEqual(["Where is my order?"]);
    expect(await shopper.log.locator(".flow").count()).toBe(0);
  });

  test("goes on after a reload in the middle of it", async () => {
    await begin();
    await press("My dad");
    await question("What do they like?").waitFor();
    await shopper.page.reload();
    await question("What do they like?").waitFor();
    await shopper.log.getByText("My dad", { exact: true }).waitFor();
    await press("Cooking");
    await press("Skip");
    await expect.poll(sent).toEqual(["A gift for my dad who likes cooking."]);
    await shopper.page.reload();
    await shopper.panel.waitFor();
    expect(await shopper.log.locator(".flow").count()).toBe(0);
  });

  test("is gone with the conversation that it was begun in", async () => {
    await begin();
    await press("My dad");
    await shopper.panel.getByRole("button", { name: "New conversation" }).click();
    await shopper.log.getByText("Hello!").waitFor();
    expect(await shopper.log.locator(".flow").count()).toBe(0);
  });

  test("works by keyboard alone: each question is read and the answers follow", async () => {
    await enter();
    await shopper.open();
    await shopper.log.getByRole("button", { name: "Find a gift" }).focus();
    await shopper.page.keyboard.press("Enter");
    await question("Who is it for?").waitFor();
    expect(await focusedId(shopper.page)).toBe("question");
    await shopper.page.keyboard.press("Tab");
    await shopper.page.keyboard.press("Enter");
    await question("What do they like?").waitFor();
    expect(await focusedId(shopper.page)).toBe("question");
    await shopper.page.keyboard.press("Tab");
    await shopper.page.keyboard.press("Enter");
    await shopper.page.keyboard.press("Tab");
    await shopper.page.keyboard.press("Enter");
    await expect.poll(sent).toEqual(["A gift for my dad who likes cooking, under 50."]);
  });

  test("is drawn as text, whatever a merchant wrote", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    shop.session = {
      flows: [
        {
          ...gift,
          title: hostile,
          steps: gift.steps.map((step) => ({
            ...step,
            question: hostile,
            answers: [{ label: hostile, value: hostile, next: "" }],
          })),
        },
      ],
    };
    await enter();
    await shopper.open();
    await press(hostile);
    await question(hostile).waitFor();
    await press(hostile);
    expect(await shopper.log.locator("img").count()).toBe(0);
  });
});
