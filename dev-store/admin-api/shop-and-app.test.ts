import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

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
