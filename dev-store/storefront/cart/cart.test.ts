import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startDevStore, type TestDevStore } from "../../test-support/start-dev-store";

interface CartJson {
  item_count: number;
  total_price: number;
  items: {
    key: string;
    quantity: number;
    variant_id: number;
    title: string;
    properties: Record<string, string>;
  }[];
}

let store: TestDevStore;
let cookie = "";
let jacket: number;
let soldOut: number;
let socks: number;

beforeAll(async () => {
  store = await startDevStore();
  const variants = async (handle: string) => {
    const product = await (await fetch(`${store.url}/products/${handle}.js`)).json();
    return (product as { variants: { id: number }[] }).variants.map(({ id }) => id);
  };
  [jacket, soldOut] = (await variants("rain-jacket")) as [number, number];
  [socks] = (await variants("wool-socks")) as [number];
});
afterAll(() => store.close());
beforeEach(() => {
  cookie = "";
});

async function send(path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(store.url + path, {
    method: body === undefined ? "GET" : "POST",
    redirect: "manual",
    headers: { "content-type": "application/json", cookie, ...headers },
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
  });
  const given = response.headers.get("set-cookie");
  if (given) cookie = given.split(";")[0] ?? "";
  return response;
}
const cart = async () => (await (await send("/cart.js")).json()) as CartJson;

describe("what the cart refuses", () => {
  it("a variant that is sold out, in Shopify's words and shape", async () => {
    const response = await send("/cart/add.js", { id: soldOut, quantity: 1 });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      status: 422,
      message: "Cart Error",
      description: "The product 'Rain Jacket - M / Blue' is already sold out.",
    });
  });

  it("more than there are, counting what is in the cart", async () => {
    await send("/cart/add.js", { id: jacket, quantity: 2 });
    expect((await send("/cart/add.js", { id: jacket, quantity: 2 })).status).toBe(422);
    expect((await send("/cart/change.js", { id: String(jacket), quantity: 4 })).status).toBe(422);
    expect((await cart()).item_count).toBe(2);
  });

  it("a variant that does not exist", async () => {
    const response = await send("/cart/add.js", { id: 1, quantity: 1 });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ status: 404, description: "Cannot find variant" });
  });

  it.each([
    [{}],
    [{ id: null }],
    [{ items: [] }],
    [{ items: "all" }],
    [{ id: 5, quantity: -1 }],
    [{ id: 5, quantity: "many" }],
    ["not json"],
    [[]],
  ])("a body that makes no sense: %j", async (body) => {
    expect((await send("/cart/add.js", body)).status).toBe(400);
  });

  it("all of several items when one is refused", async () => {
    const response = await send("/cart/add.js", { items: [{ id: socks, quantity: 1 }, { id: soldOut }] });
    expect(response.status).toBe(422);
    expect((await cart()).item_count).toBe(0);
  });

  it("a cookie that names no cart", async () => {
    cookie = "cart=__proto__";
    expect((await cart()).item_count).toBe(0);
  });
});

describe("the cart", () => {
  it("takes one item from JSON and answers with the line", async () => {
    const response = await send("/cart/add.js", { id: jacket, quantity: 2, properties: { Note: "gift" } });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      variant_id: jacket,
      quantity: 2,
      title: "Rain Jacket - S / Blue",
      final_line_price: 17800,
      properties: { Note: "gift" },
    });
    expect(await cart()).toMatchObject({ item_count: 2, total_price: 17800 });
  });

  it("takes several items at once and answers with a list", async () => {
    const response = await send("/cart/add.js", { items: [{ id: socks, quantity: 2 }, { id: jacket }] });
    expect(await response.json()).toMatchObject({ items: [{ variant_id: socks }, { variant_id: jacket }] });
    expect((await cart()).item_count).toBe(3);
  });

  it("takes a form, and sends a browser back to the cart page", async () => {
    const form = new URLSearchParams({ id: String(socks), quantity: "3", "properties[Engraving]": "A" });
    const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
    const response = await send("/cart/add", form.toString(), headers);
    expect([response.status, response.headers.get("location")]).toEqual([302, "/cart"]);
    expect((await cart()).items[0]).toMatchObject({ quantity: 3, properties: { Engraving: "A" } });
  });

  it("keeps lines of one variant apart when their properties differ", async () => {
    await send("/cart/add.js", { id: socks, properties: { Engraving: "A" } });
    await send("/cart/add.js", { id: socks, properties: { Engraving: "B" } });
    await send("/cart/add.js", { id: socks, properties: { Engraving: "B" } });
    expect((await cart()).items.map(({ quantity }) => quantity).sort()).toEqual([1, 2]);
  });

  it("changes a line by position, key or variant, and drops it at zero", async () => {
    await send("/cart/add.js", { id: socks });
    await send("/cart/change.js", { line: 1, quantity: 5 });
    expect((await cart()).item_count).toBe(5);
    await send("/cart/change.js", { id: (await cart()).items[0]?.key, quantity: 2 });
    expect((await cart()).item_count).toBe(2);
    await send("/cart/update.js", { updates: { [socks]: 0 } });
    expect((await cart()).item_count).toBe(0);
  });

  it("is emptied by clear, and only this shopper's", async () => {
    await send("/cart/add.js", { id: socks });
    const mine = cookie;
    cookie = "";
    await send("/cart/add.js", { id: socks });
    await send("/cart/clear.js", {});
    expect((await cart()).item_count).toBe(0);
    cookie = mine;
    expect((await cart()).item_count).toBe(1);
  });

  it("answers with the sections that are asked for", async () => {
    const response = await send("/cart/add.js", { id: socks, sections: "cart-drawer,none" });
    const { sections } = (await response.json()) as { sections: Record<string, string | null> };
    expect(sections["cart-drawer"]).toContain("Wool Socks");
    expect(sections.none).toBeNull();
  });
});
