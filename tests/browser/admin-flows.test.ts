import { describe, expect, test } from "vitest";
import { prepareMerchant, SIZES } from "../support/merchant";

const { storefrontUrl, merchant, visit } = await prepareMerchant();

/** What a shopper's panel is offered. */
async function offered(locale = "en"): Promise<{ id: string; title: string }[]> {
  const answer = await fetch(`${storefrontUrl}/apps/aisle/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ context: { locale } }),
  });
  return ((await answer.json()) as { flows: { id: string; title: string }[] }).flows;
}

const field = (name: string) => merchant.app.getByRole("textbox", { name, exact: true });
const save = () => merchant.saveBar.getByRole("button", { name: "Save" }).click();

describe.each(Object.entries(SIZES))("on a %s", (_name, viewport) => {
  test("guided flows are accessible, one that is being written too", async () => {
    const visitor = await visit({ viewport });
    await visitor.goto("/app/flows");
    await visitor.app.getByRole("button", { name: "Write a flow" }).click();
    await visitor.app.getByRole("textbox", { name: "Message", exact: true }).waitFor();
    await visitor.expectAccessible();
    await visitor.end();
    expect(visitor.incidents).toEqual([]);
  });
});

describe("guided flows", () => {
  test("are none until one is turned on, and then speak the shopper's language", async () => {
    expect(await offered()).toEqual([]);
    await merchant.goto("/app/flows");
    await merchant.app.getByRole("checkbox", { name: "Gift finder" }).check();
    await save();
    await expect.poll(() => offered()).toMatchObject([{ id: "gift-finder", title: "Find a gift" }]);
    expect(await offered("de")).toMatchObject([{ title: "Geschenk finden" }]);
    await merchant.app.getByRole("checkbox", { name: "Gift finder" }).uncheck();
    await save();
    await expect.poll(() => offered()).toEqual([]);
  });

  test("of one's own are told in words what would go wrong, and keep what was typed", async () => {
    await merchant.goto("/app/flows");
    await merchant.app.getByRole("button", { name: "Write a flow" }).click();
    await field("Title").fill("Find a tea");
    await field("ID").fill("tea");
    await field("Question").fill("When do you drink it?");
    await field("Name in the message").fill("time");
    await field("Quick answers").fill("Morning | in the morning\nEvening | in the evening | nowhere");
    await field("Message").fill("A tea for {moment}.");
    await save();
    await merchant.app.getByText("Find a tea, Question 1, answer 2: It leads to “nowhere”").waitFor();
    await merchant.app.getByText("The message has a place for “moment”").waitFor();
    await merchant.expectAccessible();
    await field("Quick answers").fill("Morning | in the morning\nEvening | in the evening | end");
    await field("Message").fill("A tea for {time}.");
    await save();
    await expect.poll(() => offered()).toMatchObject([{ id: "tea", title: "Find a tea" }]);
    await merchant.app.getByRole("button", { name: "Remove Find a tea" }).click();
    await save();
    await expect.poll(() => offered()).toEqual([]);
  });
});
