import { beforeEach, describe, expect, test } from "vitest";
import { prepareMerchant } from "../support/merchant";

const { merchant } = await prepareMerchant();
const KEY = "sk-of-the-merchant-7f3a";

beforeEach(() => merchant.goto("/app/models"));

const button = (name: string | RegExp) => merchant.app.getByRole("button", { name });
const field = (name: string) => merchant.app.getByLabel(name, { exact: true });
const status = (text: string | RegExp) => merchant.app.getByRole("status").getByText(text);
const modelNames = () => merchant.app.getByRole("heading", { level: 3 }).allTextContents();

async function connect(model: string, provider = "openai"): Promise<void> {
  await button("Connect a model").click();
  await field("Provider").selectOption(provider);
  await field("Model").fill(model);
  await field("Key").fill(KEY);
  await button("Save").click();
  await merchant.app.getByRole("heading", { level: 3, name: model }).waitFor();
}

describe("a merchant's models", () => {
  test("are connected, put into order and removed, and their keys are never shown again", async () => {
    await connect("model-one");
    await connect("model-two", "anthropic");
    await button("Up: ask model-two earlier").click();
    await expect.poll(modelNames).toEqual(["model-two", "model-one"]);

    await merchant.goto("/app/models");
    expect(await modelNames()).toEqual(["model-two", "model-one"]);
    await merchant.app.getByText("key ends in 7f3a").first().waitFor();
    await button("Edit model-one").click();
    expect(await field("Key").inputValue()).toBe("");
    expect(await field("Model").inputValue()).toBe("model-one");
    await merchant.expectAccessible();
    await button("Cancel").click();
    expect(await merchant.app.locator("html").innerHTML()).not.toContain(KEY);

    for (const model of ["model-two", "model-one"]) {
      await button(`Remove ${model}`).click();
      await merchant.app.getByRole("heading", { level: 3, name: model }).waitFor({ state: "detached" });
    }
    await merchant.app.getByText("You have connected no model yet.").waitFor();
  });

  test("cannot lie at an address of the shop's own network, and nothing typed is lost", async () => {
    await button("Connect a model").click();
    await field("Provider").selectOption("compatible");
    await field("Model").fill("qwen3:8b");
    for (const [address, problem] of [
      ["", "This is needed."],
      ["http://models.example.com/v1", "The address has to begin with https://."],
      ["https://169.254.169.254/v1", "This address is not a public one."],
    ] as const) {
      await field("Address").fill(address);
      await button("Save").click();
      await merchant.app.getByText(problem).waitFor();
    }
    expect(await field("Model").inputValue()).toBe("qwen3:8b");
    await status("Please look at the fields below").waitFor();
  });
});
