import { expect, it } from "vitest";
import { DEFAULT_SETTINGS, LANGUAGES, type ToolName } from "~/core/settings/settings";
import { createInMemoryStore } from "~/core/store/fixtures/in-memory-store";
import { sampleOrder } from "~/core/store/fixtures/sample-orders";
import { sampleProduct } from "~/core/store/fixtures/sample-products";
import { createChat } from "./fixtures/chat";

const store = createInMemoryStore({
  products: [sampleProduct()],
  customers: {
    "7": { firstName: "Ana", tags: ["vip"], orders: [sampleOrder({ name: "#W2001" })] },
    "8": { firstName: "Ben", tags: [], orders: [sampleOrder({ name: "#W2002" })] },
  },
});
const only = (name: ToolName) => ({
  toolTags: { ...DEFAULT_SETTINGS.toolTags, [name]: ["VIP"] },
});

it("tells a customer without the tag kindly that it is not for her, and answers one who has it", async () => {
  const behaviour = { toolTags: { ...only("my_orders").toolTags, order_status: ["VIP"] } };
  const ben = await createChat({ store, customerId: "8", behaviour })("where is my order?");
  expect(ben.text).toContain("not to this account");
  expect(ben.text).not.toContain("W2002");
  expect(ben.cards).toEqual([]);
  const ana = await createChat({ store, customerId: "7", behaviour })("where is my order?");
  expect(ana.text).toContain("W2001");
});

it("asks a visitor to sign in for what has a tag, without speaking of orders when it is about products", async () => {
  const behaviour = { toolTags: { ...only("search_products").toolTags, search_policies: ["VIP"] } };
  const turn = await createChat({ store, behaviour })("do you have linen shirts?");
  expect(turn.text).toContain("/account/login");
  expect(turn.text).not.toMatch(/order/i);
});

it("hands nobody over whom the merchant keeps from it", async () => {
  const behaviour = only("hand_over");
  const turn = await createChat({ store, customerId: "8", behaviour })("I want to talk to a person");
  expect(turn.text).toContain("can't hand over");
});

it.each(LANGUAGES)("says it in %s", async (language) => {
  const behaviour = {
    languages: [language],
    toolTags: { ...only("my_orders").toolTags, order_status: ["VIP"] },
  };
  const turn = await createChat({ store, customerId: "8", behaviour })("where is my order?");
  expect(turn.text).not.toMatch(/\{|undefined/);
  expect(turn.cards).toEqual([]);
  expect(turn.text.startsWith("I'm sorry")).toBe(language === "en");
});
