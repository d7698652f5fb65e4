import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postJson, startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

describe("access", () => {
  test("a missing, wrong or expired token is answered 401 in Shopify's words", async () => {
    const message = "[API] Invalid API key or access token (unrecognized login or wrong password)";
    const url = `${store.url}/admin/api/2026-07/graphql.json`;
    for (const token of ["", "shpat_wrong"]) {
      const response = await postJson(url, { query: "{shop{name}}" }, { "x-shopify-access-token": token });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ errors: message });
    }
  });

  test("a version that Shopify does not serve is 404", async () => {
    const headers = { "x-shopify-access-token": await store.accessToken() };
    const response = await postJson(
      `${store.url}/admin/api/2019-01/graphql.json`,
      { query: "{shop{name}}" },
      headers,
    );
    expect(response.status).toBe(404);
  });

  test.each(["2026-04", "2026-07", "2026-10", "unstable"])("version %s answers", async (version) => {
    const headers = { "x-shopify-access-token": await store.accessToken() };
    const response = await postJson(
      `${store.url}/admin/api/${version}/graphql.json`,
      { query: "{shop{name}}" },
      headers,
    );
    expect(await response.json()).toMatchObject({ data: { shop: { name: "Test & Sons" } } });
  });

  test("a field that needs another scope is denied, and nullable data beside it stays", async () => {
    const answer = await store.query('{ shop { name } draftOrder(id: "gid://shopify/DraftOrder/1") { id } }');
    expect(answer).toMatchObject({
      status: 200,
      data: { shop: { name: "Test & Sons" }, draftOrder: null },
      errors: [
        {
          message: expect.stringMatching(
            /^Access denied for draftOrder field\. Required access: `read_draft_orders`/,
          ),
          path: ["draftOrder"],
          extensions: { code: "ACCESS_DENIED", documentation: "https://shopify.dev/api/usage/access-scopes" },
        },
      ],
    });
  });

  test("protected customer data is denied field by field until Shopify approves the app", async () => {
    await store.control("protected-data", { approved: false });
    const answer = await store.query('{ orders(first: 1, query: "name:#1001") { nodes { name email } } }');
    await store.control("protected-data", { approved: true });
    expect(answer).toMatchObject({
      data: { orders: { nodes: [{ name: "#1001", email: null }] } },
      errors: [{ path: ["orders", "nodes", 0, "email"], extensions: { code: "ACCESS_DENIED" } }],
    });
  });

  test("without read_all_orders, orders older than 60 days are not there", async () => {
    const before = await store.query("{ ordersCount { count } }");
    await store.control("scopes", { scopes: ["read_orders"] });
    const after = await store.query("{ ordersCount { count } orders(first: 9) { nodes { name } } }");
    await store.control("scopes", { scopes: store.context.app.scopes });
    expect(before.data).toEqual({ ordersCount: { count: 3 } });
    expect(after.data).toEqual({
      ordersCount: { count: 2 },
      orders: { nodes: [{ name: "#1001" }, { name: "#1003" }] },
    });
  });
});

describe("malformed queries", () => {
  test("an unknown field is answered with HTTP 200 in Shopify's shape", async () => {
    expect(await store.query("query Orders { orders(first: 1) { nodes { nme } } }")).toMatchObject({
      status: 200,
      errors: [
        {
          message: "Field 'nme' doesn't exist on type 'Order'",
          path: ["query Orders", "orders", "nodes", "nme"],
          extensions: { code: "undefinedField", typeName: "Order", fieldName: "nme" },
        },
      ],
    });
  });

  test.each([
    ["{", "PARSE_ERROR"],
    ["{ shop(x: 1) { name } }", "argumentNotAccepted"],
    ["{ order { name } }", "missingRequiredArguments"],
    ["query($a: Int) { shop { name } }", "variableNotUsed"],
  ])("%s is %s", async (query, code) => {
    expect(await store.query(query)).toMatchObject({ status: 200, errors: [{ extensions: { code } }] });
  });

  test("a connection wants a size within bounds and a cursor of its own", async () => {
    for (const args of ["", "(first: 251)", "(first: 1, last: 1)", '(first: 1, after: "bm9uc2Vuc2U=")']) {
      const answer = await store.query(`{ products${args} { nodes { id } } }`);
      expect(answer).toMatchObject({ status: 200, errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    }
  });

  test("an id of another type or of none is refused, not found as something else", async () => {
    for (const id of ["7001", "gid://shopify/Order/7001", "gid://shopify/Customer/7001 OR 1"]) {
      const answer = await store.query("query($id: ID!) { customer(id: $id) { id } }", { id });
      expect(answer).toMatchObject({ data: { customer: null }, errors: [{ path: ["customer"] }] });
    }
  });

  test("a field that the store does not know is null, or an error that names it", async () => {
    const customer = '{ customer(id: "gid://shopify/Customer/7001") { firstName multipassIdentifier } }';
    expect((await store.query(customer)).data).toEqual({
      customer: { firstName: "Ana", multipassIdentifier: null },
    });
    const failed = await store.query("{ shop { transactionalSmsDisabled } }");
    expect(failed).toMatchObject({
      errors: [{ message: expect.stringContaining("Shop.transactionalSmsDisabled") }],
    });
    const log = await (await fetch(`${store.url}/__control/requests`)).json();
    expect(log).toMatchObject({ missingFields: { "Shop.transactionalSmsDisabled": 1 } });
  });
});

describe("cost", () => {
  test("empties the bucket of a small plan, which fills again with time", async () => {
    const small = await startDevStore({ plan: "standard" });
    const orders =
      "orders(first: 250) { nodes { name lineItems(first: 250) { nodes { sku product { title } } } } }";
    const query = `{ a: ${orders} b: ${orders} c: ${orders} d: ${orders} }`;
    let answer = await small.query(query);
    const { requestedQueryCost = 0, actualQueryCost = 0 } = answer.extensions?.cost ?? {};
    expect(actualQueryCost).toBeLessThan(requestedQueryCost);
    for (let tries = 0; tries < 300 && !answer.errors; tries += 1) answer = await small.query(query);
    expect(answer).toMatchObject({
      status: 200,
      errors: [{ message: "Throttled", extensions: { code: "THROTTLED" } }],
      extensions: {
        cost: {
          requestedQueryCost,
          actualQueryCost: null,
          throttleStatus: { maximumAvailable: 2000, restoreRate: 100 },
        },
      },
    });
    small.time.now = new Date(small.time.now.getTime() + 10_000);
    expect((await small.query(query)).errors).toBeUndefined();
    await small.close();
  });

  test("is as high as developers measured it", async () => {
    const query = `query($id: ID!) { product(id: $id) { variants(first: 250) { nodes { inventoryItem { id tracked } } } } }`;
    const { extensions } = await store.query(query, { id: "gid://shopify/Product/1" });
    expect(extensions?.cost?.requestedQueryCost).toBe(25);
  });

  test("above 1,000 points a query is not run", async () => {
    const nested =
      "products(first: 250) { nodes { collections(first: 250) { nodes { products(first: 250) { nodes { variants(first: 250) { nodes { id } } } } } } } }";
    expect(await store.query(`{ ${nested} }`)).toMatchObject({
      status: 200,
      errors: [{ extensions: { code: "MAX_COST_EXCEEDED" } }],
    });
  });
});
