import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postJson, startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

const ID = /^gid:\/\/shopify\/\w+\/\d+$/;

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

describe("orders", () => {
  test("of a customer come newest first with parcels, lines and amounts", async () => {
    const answer = await store.query(`{
      customer(id: "gid://shopify/Customer/7001") {
        firstName tags numberOfOrders
        orders(first: 10, sortKey: CREATED_AT, reverse: true) {
          nodes {
            name displayFinancialStatus displayFulfillmentStatus returnStatus cancelledAt cancelReason
            totalPriceSet { shopMoney { amount currencyCode } }
            currentTotalPriceSet { shopMoney { amount } }
            totalRefundedSet { shopMoney { amount } }
            lineItems(first: 5) { nodes { name title variantTitle sku quantity unfulfilledQuantity product { handle } } }
            fulfillments(first: 5) {
              displayStatus createdAt estimatedDeliveryAt deliveredAt inTransitAt
              trackingInfo(first: 3) { company number url }
              events(first: 5) { nodes { status happenedAt } }
              fulfillmentLineItems(first: 5) { nodes { quantity lineItem { sku } } }
            }
            refunds(first: 1) { totalRefundedSet { shopMoney { amount } } }
          }
        }
      }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      customer: {
        firstName: "Ana",
        tags: ["VIP"],
        numberOfOrders: "2",
        orders: {
          nodes: [
            {
              name: "#1001",
              displayFinancialStatus: "PAID",
              displayFulfillmentStatus: "PARTIALLY_FULFILLED",
              returnStatus: "NO_RETURN",
              totalPriceSet: { shopMoney: { amount: "118.9", currencyCode: "EUR" } },
              lineItems: {
                nodes: [
                  {
                    name: "Rain Jacket - S / Blue",
                    variantTitle: "S / Blue",
                    unfulfilledQuantity: 0,
                    product: { handle: "rain-jacket" },
                  },
                  { name: "Wool Socks", variantTitle: null, quantity: 2, unfulfilledQuantity: 2 },
                ],
              },
              fulfillments: [
                {
                  displayStatus: "IN_TRANSIT",
                  createdAt: "2026-11-11T08:00:00Z",
                  estimatedDeliveryAt: "2026-11-21T18:00:00Z",
                  deliveredAt: null,
                  inTransitAt: "2026-11-11T08:00:00Z",
                  trackingInfo: [{ company: "DHL", number: "JJD01", url: "https://dhl.example/JJD01" }],
                  fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { sku: "RJ-S" } }] },
                },
              ],
              refunds: [],
            },
            {
              name: "#1002",
              cancelledAt: "2026-06-02T10:00:00Z",
              cancelReason: "OTHER",
              currentTotalPriceSet: { shopMoney: { amount: "0.0" } },
              refunds: [{ totalRefundedSet: { shopMoney: { amount: "12.5" } } }],
            },
          ],
        },
      },
    });
  });

  test.each([
    ["name:#1001", ["#1001"]],
    ['name:"1001"', ["#1001"]],
    ["email:BEN@example.com", ["#1003"]],
    ["email:ben", []],
    ["customer_id:7001", ["#1001", "#1002"]],
    ["customer_id:7001 AND status:cancelled", ["#1002"]],
    ["-customer_id:7001", ["#1003"]],
    ["fulfillment_status:unfulfilled OR fulfillment_status:partial", ["#1001", "#1002"]],
    ["created_at:>=2026-11-01 created_at:<'2026-11-11T00:00:00Z'", ["#1001"]],
    ["sku:RJ-S", ["#1001"]],
    ["tag:gift", ["#1001"]],
    ["nothing:at-all", ["#1001", "#1002", "#1003"]],
  ])("found by %s", async (query, names) => {
    const answer = await store.query(
      "query($query: String) { orders(first: 10, query: $query, sortKey: ORDER_NUMBER) { nodes { name } } }",
      { query },
    );
    expect(
      (answer.data as { orders: { nodes: { name: string }[] } }).orders.nodes.map(({ name }) => name),
    ).toEqual(names);
    const hasWarning = query.startsWith("nothing");
    expect(answer.extensions?.search === undefined).toBe(!hasWarning);
  });

  test("by an id that is not of the store are null", async () => {
    expect(await store.query('{ order(id: "gid://shopify/Order/1") { id } }')).toMatchObject({
      data: { order: null },
    });
  });
});

describe("products", () => {
  const search = async (query: string) => {
    const answer = await store.query(
      "query($query: String!) { products(first: 10, query: $query, sortKey: RELEVANCE) { nodes { handle } } }",
      { query },
    );
    return (answer.data as { products: { nodes: { handle: string }[] } }).products.nodes.map(
      ({ handle }) => handle,
    );
  };

  test.each([
    ["jacket", ["rain-jacket"]],
    ["jack", ["rain-jacket"]],
    ["RAIN  jacket", ["rain-jacket"]],
    ["outdoor", ["rain-jacket", "wool-socks"]],
    ["outdoor -rain", ["wool-socks"]],
    ["outdoor NOT (rain OR lamp)", ["wool-socks"]],
    ["jacket OR lamp", ["rain-jacket", "secret-lamp"]],
    ["(jacket OR lamp) status:active", ["rain-jacket"]],
    ["tag:wool", ["wool-socks"]],
    ["vendor:Nordhaus product_type:Socks", ["wool-socks"]],
    ["title:rain*", ["rain-jacket"]],
    ["sku:RJ-M", ["rain-jacket"]],
    ["price:<=12.50", ["wool-socks"]],
    ["variants.price:>50", ["rain-jacket"]],
    ["published_status:published", ["rain-jacket", "wool-socks"]],
    ['"winter socks"', []],
    ['"warm socks"', ["wool-socks"]],
    ["((( jacket", ["rain-jacket"]],
    ["jacket ) OR", ["rain-jacket"]],
    ["zzz", []],
  ])("found by %s", async (query, handles) => {
    expect((await search(query)).sort()).toEqual([...handles].sort());
  });

  test("have prices, stock, options and pictures, and no link while they are drafts", async () => {
    const answer = await store.query(`{
      jacket: productByIdentifier(identifier: {handle: "rain-jacket"}) {
        id title description(truncateAt: 20) descriptionHtml onlineStoreUrl totalInventory tags
        options(first: 3) { name values }
        featuredMedia { preview { image { url altText } } }
        priceRangeV2 { minVariantPrice { amount } maxVariantPrice { amount } }
        variants(first: 5) {
          nodes { title sku price compareAtPrice availableForSale inventoryQuantity inventoryPolicy inventoryItem { tracked } selectedOptions { name value } }
        }
      }
      socks: productByIdentifier(identifier: {handle: "wool-socks"}) { variants(first: 1) { nodes { availableForSale inventoryItem { tracked } } } }
      lamp: productByIdentifier(identifier: {handle: "secret-lamp"}) { onlineStoreUrl status }
      none: productByIdentifier(identifier: {handle: "no-such"}) { id }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      jacket: {
        id: expect.stringMatching(ID),
        description: "Waterproof, light...",
        descriptionHtml: "<p>Waterproof, <b>light</b> &amp; packable.</p>",
        onlineStoreUrl: `${store.url}/products/rain-jacket`,
        totalInventory: 3,
        tags: ["outdoor", "rain"],
        options: [
          { name: "Size", values: ["S", "M"] },
          { name: "Color", values: ["Blue"] },
        ],
        featuredMedia: {
          preview: { image: { url: `${store.url}/cdn/images/jacket.svg`, altText: "A blue jacket" } },
        },
        priceRangeV2: { minVariantPrice: { amount: "89.0" }, maxVariantPrice: { amount: "89.5" } },
        variants: {
          nodes: [
            {
              title: "S / Blue",
              price: "89.00",
              compareAtPrice: "120.00",
              availableForSale: true,
              inventoryQuantity: 3,
            },
            { title: "M / Blue", price: "89.50", compareAtPrice: null, availableForSale: false },
          ],
        },
      },
      socks: { variants: { nodes: [{ availableForSale: true, inventoryItem: { tracked: false } }] } },
      lamp: { onlineStoreUrl: null, status: "DRAFT" },
      none: null,
    });
  });

  test("are paged forwards and backwards without gap or repeat", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await store.query(
        "query($after: String) { products(first: 2, after: $after, sortKey: TITLE) { edges { cursor node { handle } } pageInfo { hasNextPage hasPreviousPage endCursor } } }",
        { after },
      );
      const { edges, pageInfo } = (
        answer.data as {
          products: {
            edges: { node: { handle: string } }[];
            pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
          };
        }
      ).products;
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...edges.map(({ node }) => node.handle));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(["rain-jacket", "secret-lamp", "wool-socks"]);
    const backwards = await store.query(
      "{ products(last: 1, sortKey: TITLE) { nodes { handle } pageInfo { hasPreviousPage } } }",
    );
    expect(backwards.data).toEqual({
      products: { nodes: [{ handle: "wool-socks" }], pageInfo: { hasPreviousPage: true } },
    });
  });
});

test("shop, policies, pages, collections and the app's installation are there", async () => {
  const answer = await store.query(`{
    shop { name currencyCode ianaTimezone timezoneOffset contactEmail myshopifyDomain primaryDomain { url host } shopPolicies { type title body url } }
    pages(first: 5) { nodes { id handle title body isPublished } }
    collections(first: 5) { nodes { handle title productsCount { count } products(first: 5) { nodes { handle } } } }
    currentAppInstallation { id accessScopes { handle } }
    articles(first: 1) { nodes { id } }
    nodes(ids: ["gid://shopify/Customer/7002", "gid://shopify/Customer/1"]) { ... on Customer { firstName } }
    customerByIdentifier(identifier: {emailAddress: "ANA@example.com"}) { id }
  }`);
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({
    shop: {
      currencyCode: "EUR",
      timezoneOffset: "+0100",
      primaryDomain: { url: store.url },
      shopPolicies: [
        {
          type: "REFUND_POLICY",
          url: `${store.url}/policies/refund-policy`,
          body: "<p>You have <strong>30 days</strong>.</p>\n",
        },
      ],
    },
    pages: { nodes: [{ handle: "size-guide", title: "Size guide", isPublished: true }] },
    collections: { nodes: [{ handle: "outdoor", productsCount: { count: 2 } }] },
    currentAppInstallation: { accessScopes: expect.arrayContaining([{ handle: "read_script_tags" }]) },
    articles: { nodes: [] },
    nodes: [{ firstName: "Ben" }, null],
    customerByIdentifier: { id: "gid://shopify/Customer/7001" },
  });
});

describe("script tags", () => {
  const CREATE = `mutation { scriptTagCreate(input: {src: "https://app.example/w.js"}) { scriptTag { id src } userErrors { field message } } }`;

  test("are no longer taken since October 2026, while old ones are listed and deleted", async () => {
    expect(await store.query(CREATE)).toMatchObject({
      status: 200,
      data: {
        scriptTagCreate: {
          scriptTag: null,
          userErrors: [{ field: null, message: expect.stringMatching(/deprecated/) }],
        },
      },
    });
    await store.control("script-tags", { src: "https://app.example/old.js" });
    const listed = await store.query("{ scriptTags(first: 5) { nodes { id src displayScope } } }");
    const [tag] = (listed.data as { scriptTags: { nodes: { id: string }[] } }).scriptTags.nodes;
    expect(tag).toMatchObject({ src: "https://app.example/old.js", displayScope: "ONLINE_STORE" });
    const remove =
      "mutation($id: ID!) { scriptTagDelete(id: $id) { deletedScriptTagId userErrors { message } } }";
    expect(await store.query(remove, { id: tag?.id })).toMatchObject({
      data: { scriptTagDelete: { deletedScriptTagId: tag?.id, userErrors: [] } },
    });
    expect(await store.query(remove, { id: tag?.id })).toMatchObject({
      data: {
        scriptTagDelete: { deletedScriptTagId: null, userErrors: [{ message: "Script tag not found" }] },
      },
    });
  });

  test("were taken before", async () => {
    const { now } = store.time;
    store.time.now = new Date("2026-09-30T12:00:00Z");
    const answer = await store.query(CREATE);
    store.time.now = now;
    expect(answer).toMatchObject({
      data: { scriptTagCreate: { scriptTag: { src: "https://app.example/w.js" }, userErrors: [] } },
    });
  });
});

test("the theme's settings say whether the app embed is on", async () => {
  const query = `{ themes(first: 1, roles: [MAIN]) { nodes { role files(filenames: ["config/settings_data.json"], first: 1) { nodes { filename body { ... on OnlineStoreThemeFileBodyText { content } } } } } } }`;
  const read = async () => {
    const answer = await store.query(query);
    const [theme] = (
      answer.data as { themes: { nodes: { files: { nodes: { body: { content: string } }[] } }[] } }
    ).themes.nodes;
    return theme?.files.nodes[0]?.body.content ?? "";
  };
  expect(await read()).toMatch(/^\/\*[\s\S]*\*\/\n\{/);
  await store.control("embed", { on: true, settings: { corner: "left" } });
  const settings = JSON.parse((await read()).replace(/^\/\*[\s\S]*?\*\//, ""));
  for (const block of Object.values(settings.current.blocks)) {
    expect(block).toMatchObject({
      type: expect.stringMatching(/^shopify:\/\/apps\/aisle\/blocks\//),
      disabled: false,
      settings: { corner: "left" },
    });
  }
  await store.control("embed", { on: false });
});

test("metafields of the app are kept and read back", async () => {
  const { data } = await store.query("{ currentAppInstallation { id } }");
  const ownerId = (data as { currentAppInstallation: { id: string } }).currentAppInstallation.id;
  const set = `mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { value } userErrors { message } } }`;
  await store.query(set, { metafields: [{ ownerId, key: "greeting", type: "json", value: '{"a":1}' }] });
  expect(
    await store.query('{ currentAppInstallation { metafield(key: "greeting") { value jsonValue } } }'),
  ).toMatchObject({
    data: { currentAppInstallation: { metafield: { value: '{"a":1}', jsonValue: { a: 1 } } } },
  });
});

test("webhook subscriptions are made once and deleted", async () => {
  const create = `mutation { webhookSubscriptionCreate(topic: PRODUCTS_UPDATE, webhookSubscription: {uri: "https://app.example/hooks"}) { webhookSubscription { id topic uri } userErrors { message } } }`;
  const first = await store.query(create);
  const { webhookSubscription } = (
    first.data as { webhookSubscriptionCreate: { webhookSubscription: { id: string } } }
  ).webhookSubscriptionCreate;
  expect(await store.query(create)).toMatchObject({
    data: {
      webhookSubscriptionCreate: {
        webhookSubscription: null,
        userErrors: [{ message: "Address for this topic has already been taken" }],
      },
    },
  });
  expect(
    await store.query(
      "mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }",
      { id: webhookSubscription.id },
    ),
  ).toMatchObject({
    data: { webhookSubscriptionDelete: { deletedWebhookSubscriptionId: webhookSubscription.id } },
  });
});
