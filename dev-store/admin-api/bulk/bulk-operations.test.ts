import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createBulkClient } from "../../test-support/bulk-client";
import { startDevStore, type TestDevStore } from "../../test-support/start-dev-store";
import { startTestApp, type TestApp } from "../../test-support/start-test-app";

let app: TestApp;
let store: TestDevStore;
beforeAll(async () => {
  app = await startTestApp();
  store = await startDevStore({ appUrl: app.url });
  await store.accessToken();
});
afterEach(() => store.control("bulk-operations", {}));
afterAll(async () => {
  await store.close();
  await app.close();
});

const { run, read, finish, waitForEnd, download } = createBulkClient(() => store);
const PRODUCTS = "{ products { edges { node { id title variants { edges { node { id sku } } } } } } }";

test("fields that the app may not see fail the operation", async () => {
  const { scopes } = (await (await fetch(`${store.url}/__control/scopes`)).json()) as { scopes: string[] };
  await store.control("scopes", { scopes: ["read_customers"] });
  expect(await finish(PRODUCTS)).toMatchObject({ status: "FAILED", errorCode: "ACCESS_DENIED", url: null });
  await store.control("scopes", { scopes });
});

test("every record is a line, children name their parent and come after it", async () => {
  const operation = await finish(PRODUCTS);
  expect(operation).toMatchObject({
    status: "COMPLETED",
    errorCode: null,
    objectCount: "7",
    rootObjectCount: "3",
    partialDataUrl: null,
  });
  const lines = await download(operation.url);
  expect(lines).toHaveLength(7);
  const roots = lines.filter((line) => !("__parentId" in line));
  expect(roots.map(({ title }) => title).sort()).toEqual(["Rain Jacket", "Secret Lamp", "Wool Socks"]);
  for (const [index, line] of lines.entries()) {
    if (!("__parentId" in line)) continue;
    expect(lines.slice(0, index).map(({ id }) => id)).toContain(line.__parentId);
    expect(Object.keys(line)).toEqual(["id", "sku", "__parentId"]);
  }
});

test("grouped, children stand right after their parent", async () => {
  const { url } = await finish(PRODUCTS, true);
  let parent: unknown;
  for (const line of await download(url)) {
    if ("__parentId" in line) expect(line.__parentId).toBe(parent);
    else parent = line.id;
  }
});

test("a single root object is a line too, and search, aliases and inner objects work as ever", async () => {
  const { productByIdentifier } = (
    await store.query('{ productByIdentifier(identifier: {handle: "rain-jacket"}) { id } }')
  ).data as { productByIdentifier: { id: string } };
  const single = await finish(
    `{ product(id: "${productByIdentifier.id}") { id name: title variants { edges { node { sku } } } } }`,
    true,
  );
  expect(await download(single.url)).toEqual([
    { id: productByIdentifier.id, name: "Rain Jacket" },
    { sku: "RJ-S", __parentId: productByIdentifier.id },
    { sku: "RJ-M", __parentId: productByIdentifier.id },
  ]);
  const found = await finish(
    '{ products(first: 1, query: "vendor:Nordhaus") { edges { node { handle options { name values } featuredMedia { preview { image { altText } } } } } } }',
  );
  expect(await download(found.url)).toEqual([
    expect.objectContaining({
      handle: expect.any(String),
      options: expect.any(Array),
      featuredMedia: expect.anything(),
    }),
    expect.objectContaining({ handle: expect.any(String) }),
  ]);
});

test("an operation that finds nothing completes without a file", async () => {
  expect(await finish('{ products(query: "vendor:Nobody") { edges { node { id } } } }')).toMatchObject({
    status: "COMPLETED",
    objectCount: "0",
    fileSize: null,
    url: null,
  });
});

test("the file needs no token, can be read in ranges, and is gone after seven days", async () => {
  const { id, url, fileSize } = await finish(PRODUCTS);
  const whole = await fetch(url ?? "");
  expect(whole.headers.get("content-type")).toMatch(/^application\/jsonl/);
  const text = await whole.text();
  expect(Buffer.byteLength(text)).toBe(Number(fileSize));
  expect(text).toContain("gid:\\/\\/shopify\\/Product\\/");
  const rest = await fetch(url ?? "", { headers: { range: "bytes=20-" } });
  expect([rest.status, await rest.text()]).toEqual([206, text.slice(20)]);
  expect((await fetch(`${store.url}/bulk-operation-outputs/bulk-1.jsonl`)).status).toBe(403);

  await store.control("bulk-operations", { expire: true });
  expect((await fetch(url ?? "")).status).toBe(403);
  expect(await read(id)).toMatchObject({ status: "EXPIRED", url: null });
});

test("an operation that breaks half-way says so and shows what it has", async () => {
  await store.control("bulk-operations", { failWith: "TIMEOUT" });
  const operation = await finish(PRODUCTS);
  expect(operation).toMatchObject({ status: "FAILED", errorCode: "TIMEOUT", url: null });
  expect(await download(operation.partialDataUrl)).toHaveLength(7);
});

test("five run at a time, and a canceled one makes room", async () => {
  await store.control("bulk-operations", { delayMs: 60_000 });
  const running = await Promise.all(Array.from({ length: 5 }, () => run(PRODUCTS)));
  const ids = running.map(({ bulkOperation }) => bulkOperation?.id ?? "");
  expect(running.map(({ bulkOperation }) => bulkOperation?.status)).toEqual(Array(5).fill("CREATED"));
  expect(await run(PRODUCTS)).toMatchObject({
    bulkOperation: null,
    userErrors: [
      { field: null, message: expect.stringContaining(ids[0] ?? ""), code: "OPERATION_IN_PROGRESS" },
    ],
  });
  const cancel = (id: string) =>
    store.query(
      "mutation($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { message } } }",
      { id },
    );
  expect(await cancel(ids[0] ?? "")).toMatchObject({
    data: { bulkOperationCancel: { bulkOperation: { status: "CANCELING" }, userErrors: [] } },
  });
  await store.control("bulk-operations", {});
  const ends = await Promise.all(ids.map(waitForEnd));
  expect(ends.map(({ status }) => status)).toEqual(["CANCELED", ...Array(4).fill("COMPLETED")]);
  expect(await cancel(ids[0] ?? "")).toMatchObject({
    data: {
      bulkOperationCancel: {
        userErrors: [{ message: "A bulk operation cannot be canceled when it is canceled" }],
      },
    },
  });
});

test("the newest operation is the current one, and all are listed", async () => {
  const { id } = await finish(PRODUCTS);
  const answer = await store.query(
    `query($id: ID!) { currentBulkOperation(type: QUERY) { id } none: currentBulkOperation(type: MUTATION) { id } bulkOperations(first: 1, reverse: true) { nodes { id } } node(id: $id) { ... on BulkOperation { status } } }`,
    { id },
  );
  expect(answer.data).toEqual({
    currentBulkOperation: { id },
    none: null,
    bulkOperations: { nodes: [{ id }] },
    node: { status: "COMPLETED" },
  });
});

test("an installed app that subscribed is told of the end", async () => {
  await store.query(
    `mutation { webhookSubscriptionCreate(topic: BULK_OPERATIONS_FINISH, webhookSubscription: {uri: "${app.url}/webhooks"}) { userErrors { message } } }`,
  );
  const { id } = await finish(PRODUCTS);
  await expect
    .poll(() =>
      app.webhooks.find(
        ({ body }) => (body as { admin_graphql_api_id?: string }).admin_graphql_api_id === id,
      ),
    )
    .toMatchObject({
      topic: "BULK_OPERATIONS_FINISH",
      body: { status: "completed", error_code: null, type: "query" },
    });
});

test("an operation that a stop of the store interrupted has failed", async () => {
  const first = await startDevStore();
  await first.control("bulk-operations", { delayMs: 60_000 });
  await first.query(
    `mutation { bulkOperationRunQuery(query: "{ products { edges { node { id } } } }") { userErrors { message } } }`,
  );
  await first.context.state.flush();
  const second = await startDevStore({ dataDirectory: first.dataDirectory });
  expect(second.context.bulkOperations.list()).toMatchObject([
    { status: "FAILED", errorCode: "INTERNAL_SERVER_ERROR" },
  ]);
  await second.close();
  await first.close();
});
