import { describe, expect, test } from "vitest";
import { prepareMerchantStore } from "../test-support/merchant-store";
import { startDevStore } from "../test-support/start-dev-store";

const { app, store, mutate } = prepareMerchantStore();

const product = (handle: string) => store().context.catalogue.productByHandle.get(handle);
const productId = (handle: string) => `gid://shopify/Product/${product(handle)?.id}`;
const delivered = (topic: string) => app().webhooks.filter((webhook) => webhook.topic === topic);

describe("refusals", () => {
  test("an app without the scope to write changes nothing", async () => {
    const reader = await startDevStore();
    const answer = await reader.query(
      'mutation { productDelete(input: {id: "gid://shopify/Product/1"}) { deletedProductId } }',
    );
    expect(answer.errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
    await reader.close();
  });

  test.each([
    ['productUpdate(product: {id: "gid://shopify/Product/1", title: "X"}) { userErrors { field message } }'],
    ['productDelete(input: {id: "gid://shopify/Product/1"}) { userErrors { field message } }'],
    ['pageUpdate(id: "gid://shopify/Page/1", page: {title: "X"}) { userErrors { field message } }'],
    ['pageDelete(id: "gid://shopify/Page/1") { userErrors { field message } }'],
    ['articleUpdate(id: "gid://shopify/Article/1", article: {title: "X"}) { userErrors { field message } }'],
    ['collectionDelete(input: {id: "gid://shopify/Collection/1"}) { userErrors { field message } }'],
  ])("what does not exist is said so: %s", async (mutation) => {
    const [outcome] = Object.values(await mutate(`mutation { ${mutation} }`));
    expect(outcome?.userErrors).toMatchObject([
      { field: ["id"], message: expect.stringMatching(/does not exist/) },
    ]);
    expect(app().webhooks).toEqual([]);
  });

  test.each([
    ["products", { handle: "no such" }, 400],
    ["products", { handle: "rain-jacket", price: "cheap" }, 400],
    ["products", { handle: "rain-jacket", quantity: -1 }, 400],
    ["products", { handle: "rain-jacket", sku: "NONE", price: 5 }, 404],
    ["products", { handle: "nothing", delete: true }, 404],
    ["documents", { kind: "page" }, 400],
    ["documents", { kind: "page", handle: "nothing", delete: true }, 404],
    ["documents", { kind: "policy", type: "kindness", html: "<p>Be kind.</p>" }, 404],
  ])("the control door refuses %s %o", async (path, body, status) => {
    expect((await store().control(path, body)).status).toBe(status);
    expect(app().webhooks).toEqual([]);
  });
});

describe("products", () => {
  test("a changed price is in the API, the search and the storefront, is dated, and tells the app only what it asked for", async () => {
    const before = product("rain-jacket");
    const [variant] = before?.variants ?? [];
    const outcome = await mutate(
      `mutation($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
        productVariantsBulkUpdate(productId: $productId, variants: $variants) {
          productVariants { sku price compareAtPrice } product { updatedAt } userErrors { message }
        }
      }`,
      {
        productId: productId("rain-jacket"),
        variants: [
          { id: `gid://shopify/ProductVariant/${variant?.id}`, price: "79.90", compareAtPrice: null },
        ],
      },
    );
    expect(outcome.productVariantsBulkUpdate).toMatchObject({
      productVariants: [{ sku: "RJ-S", price: "79.90", compareAtPrice: null }],
      userErrors: [],
    });
    const after = product("rain-jacket");
    expect((after?.updatedAt ?? "") > (before?.updatedAt ?? "")).toBe(true);
    const found = await store().query(
      "query($query: String!) { products(first: 5, query: $query) { nodes { handle } } }",
      { query: `updated_at:>'${before?.updatedAt}' price:79.9` },
    );
    expect(found.data).toEqual({ products: { nodes: [{ handle: "rain-jacket" }] } });
    expect(await (await fetch(`${store().url}/products/rain-jacket.js`)).json()).toMatchObject({
      price: 7990,
    });
    await expect.poll(() => delivered("PRODUCTS_UPDATE")).toHaveLength(1);
    expect(delivered("PRODUCTS_UPDATE")[0]?.body).toEqual({
      id: Number(after?.id),
      admin_graphql_api_id: productId("rain-jacket"),
      updated_at: after?.updatedAt,
    });
  });

  test("stock that is set is what can be bought", async () => {
    const variant = product("rain-jacket")?.variants.find(({ sku }) => sku === "RJ-M");
    const { data } = await store().query("{ locations(first: 1) { nodes { id } } }");
    const [location] = (data as { locations: { nodes: { id: string }[] } }).locations.nodes;
    const set = (locationId: string | undefined, quantity: number) =>
      mutate(
        "mutation($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input) { userErrors { code field message } } }",
        {
          input: {
            name: "available",
            reason: "correction",
            quantities: [
              { inventoryItemId: `gid://shopify/InventoryItem/${variant?.id}`, locationId, quantity },
            ],
          },
        },
      );
    expect((await set("gid://shopify/Location/1", 4)).inventorySetQuantities?.userErrors).toMatchObject([
      { code: "INVALID_LOCATION", field: ["input", "quantities", "0", "locationId"] },
    ]);
    expect((await set(location?.id, 4)).inventorySetQuantities?.userErrors).toEqual([]);
    const answer = await store().query(
      `{ productVariant(id: "gid://shopify/ProductVariant/${variant?.id}") { inventoryQuantity availableForSale } }`,
    );
    expect(answer.data).toEqual({ productVariant: { inventoryQuantity: 4, availableForSale: true } });
    await expect.poll(() => delivered("PRODUCTS_UPDATE")).toHaveLength(1);
  });

  test("a new product is found, bought and deleted again, with a webhook each time", async () => {
    const created = await mutate(
      'mutation { productCreate(product: {title: "Fell & Dale Kite", descriptionHtml: "<p>Flies high.</p>", tags: ["toys"], productOptions: [{name: "Colour", values: [{name: "Red"}]}]}) { product { handle status variants(first: 5) { nodes { title } } } userErrors { message } } }',
    );
    expect(created.productCreate).toMatchObject({
      product: { handle: "fell-dale-kite", status: "ACTIVE", variants: { nodes: [{ title: "Red" }] } },
    });
    expect(
      store()
        .context.catalogue.searchProducts("kite")
        .map(({ handle }) => handle),
    ).toEqual(["fell-dale-kite"]);
    expect((await fetch(`${store().url}/products/fell-dale-kite`)).status).toBe(200);
    const id = productId("fell-dale-kite");
    await mutate(
      "mutation($id: ID!) { productDelete(input: {id: $id}) { deletedProductId userErrors { message } } }",
      {
        id,
      },
    );
    expect(store().context.catalogue.searchProducts("kite")).toEqual([]);
    expect((await fetch(`${store().url}/products/fell-dale-kite`)).status).toBe(404);
    expect(await store().query("query($id: ID!) { product(id: $id) { id } }", { id })).toMatchObject({
      data: { product: null },
    });
    await expect
      .poll(() => app().webhooks.map(({ topic }) => topic))
      .toEqual(["PRODUCTS_CREATE", "PRODUCTS_DELETE"]);
    expect(delivered("PRODUCTS_DELETE")[0]?.body).toEqual({ id: Number(id.split("/").at(-1)) });
  });

  test("a product that was renamed is found by its new words only", async () => {
    await store().control("products", { handle: "wool-socks", title: "Alpaca Stockings" });
    expect(
      store()
        .context.catalogue.searchProducts("stockings")
        .map(({ handle }) => handle),
    ).toEqual(["wool-socks"]);
    expect(store().context.catalogue.searchProducts("title:socks")).toEqual([]);
  });

  test("the control door changes one variant or all, and answers with what the app said", async () => {
    const one = await store().control("products", {
      handle: "rain-jacket",
      sku: "RJ-S",
      price: 70,
      quantity: 9,
    });
    expect(one).toMatchObject({ status: 200, body: { answers: [{ status: 200 }] } });
    expect(
      product("rain-jacket")?.variants.map(({ price, inventoryQuantity }) => [price, inventoryQuantity]),
    ).toEqual([
      [7000, 9],
      [8950, 4],
    ]);
    await store().control("products", {
      handle: "rain-jacket",
      price: "60.5",
      compareAtPrice: "80",
      quantity: null,
    });
    expect(
      product("rain-jacket")?.variants.map(({ price, compareAtPrice, inventoryQuantity }) => [
        price,
        compareAtPrice,
        inventoryQuantity,
      ]),
    ).toEqual([
      [6050, 8000, null],
      [6050, 8000, null],
    ]);
  });

  test("two changes within a second have two dates, so that what asks for the newer one finds it", async () => {
    await store().control("products", { handle: "secret-lamp", vendor: "One" });
    const first = product("secret-lamp")?.updatedAt ?? "";
    await store().control("products", { handle: "secret-lamp", vendor: "Two" });
    expect((product("secret-lamp")?.updatedAt ?? "") > first).toBe(true);
  });
});

test("changes outlive a restart, and a reset takes them back", async () => {
  await store().control("products", { handle: "rain-jacket", title: "Storm Jacket" });
  await store().control("products", { handle: "secret-lamp", delete: true });
  store().context.state.flush();
  const again = await startDevStore({ dataDirectory: store().dataDirectory });
  const titles = () => again.context.data.products.map(({ title }) => title);
  expect(titles()).toEqual(["Storm Jacket", "Alpaca Stockings"]);
  await again.control("reset");
  expect(titles()).toEqual(["Rain Jacket", "Wool Socks", "Secret Lamp"]);
  await again.close();
});
