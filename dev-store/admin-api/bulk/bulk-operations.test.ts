import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startDevStore, type TestDevStore } from "../../test-support/start-dev-store";
import { startTestApp, type TestApp } from "../../test-support/start-test-app";

let app: TestApp;
let store: TestDevStore;
beforeAll(async () => {
  app = await startTestApp();
  store = await startDevStore({ appUrl: app.url });
});
afterEach(() => store.control("bulk-operations", {}));
afterAll(async () => {
  await store.close();
  await app.close();
});

interface Operation {
  id: string;
  status: string;
  errorCode: string | null;
  objectCount: string;
  rootObjectCount: string;
  fileSize: string | null;
  url: string | null;
  partialDataUrl: string | null;
}

const FIELDS = "id status errorCode objectCount rootObjectCount fileSize url partialDataUrl";
const PRODUCTS = "{ products { edges { node { id title variants { edges { node { id sku } } } } } } }";

async function run(query: string, groupObjects = false, token?: string) {
  const answer = await store.query(
    `mutation($query: String!, $groupObjects: Boolean!) { bulkOperationRunQuery(query: $query, groupObjects: $groupObjects) { bulkOperation { ${FIELDS} } userErrors { field message code } } }`,
    { query, groupObjects },
    token,
  );
  return (
    answer.data as {
      bulkOperationRunQuery: {
        bulkOperation: Operation | null;
        userErrors: { field: string[] | null; message: string; code: string }[];
      };
    }
  ).bulkOperationRunQuery;
}

async function read(id: string): Promise<Operation> {
  const answer = await store.query(`query($id: ID!) { bulkOperation(id: $id) { ${FIELDS} } }`, { id });
  return (answer.data as { bulkOperation: Operation }).bulkOperation;
}

async function finish(query: string, groupObjects = false, token?: string): Promise<Operation> {
  const { bulkOperation, userErrors } = await run(query, groupObjects, token);
  expect(userErrors).toEqual([]);
  if (!bulkOperation) throw new Error("There is no operation.");
  return waitForEnd(bulkOperation.id);
}

async function waitForEnd(id: string): Promise<Operation> {
  for (;;) {
    const operation = await read(id);
    if (!["CREATED", "RUNNING", "CANCELING"].includes(operation.status)) return operation;
    await wait(10);
  }
}

async function download(url: string | null): Promise<Record<string, unknown>[]> {
  const text = await (await fetch(url ?? "")).text();
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("a query that Shopify would not take", () => {
  test.each([
    ["nothing", "", /^Invalid bulk query: Syntax Error/],
    [
      "an unknown field",
      "{ products { edges { node { id nme } } } }",
      /^Invalid bulk query: Field 'nme' doesn't exist/,
    ],
    [
      "a mutation",
      'mutation { pageDelete(id: "gid://shopify/Page/1") { deletedPageId } }',
      /^Invalid operation type/,
    ],
    ["no connection", "{ shop { name } }", /at least one connection/],
    ["a node", '{ node(id: "gid://shopify/Product/1") { id } }', /top level `node` field/],
    [
      "two root fields",
      "{ products { edges { node { id } } } pages { edges { node { id } } } }",
      /single top level field/,
    ],
    ["nodes", "{ products { nodes { id } } }", /Selecting via 'nodes' is not supported.*'products'/],
    [
      "nesting without an id",
      "{ products { edges { node { title variants { edges { node { id } } } } } } }",
      /Connection fields without 'id': products/,
    ],
    [
      "nesting without an id, hidden in a fragment",
      "{ products { edges { node { ...P } } } } fragment P on Product { variants { edges { node { id } } } }",
      /Connection fields without 'id': products/,
    ],
    [
      "three levels of nesting",
      "{ collections { edges { node { id products { edges { node { id variants { edges { node { id metafields { edges { node { id } } } } } } } } } } } } }",
      /nesting depth greater than 2/,
    ],
    [
      "six connections",
      "{ products { edges { node { id variants { edges { node { id } } } media { edges { node { id } } } images { edges { node { id } } } collections { edges { node { id } } } metafields { edges { node { id } } } } } } }",
      /more than 5 connections/,
    ],
    [
      "a connection in a list",
      "{ orders { edges { node { id fulfillments { id events { edges { node { id } } } } } } } }",
      /within a list field/,
    ],
  ])("%s is refused in its words", async (_name, query, message) => {
    const { bulkOperation, userErrors } = await run(query);
    expect(bulkOperation).toBeNull();
    expect(userErrors).toContainEqual({
      field: ["query"],
      message: expect.stringMatching(message),
      code: "INVALID",
    });
  });
});

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
  await store.control("bulk-operations", { delayMs: 400 });
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
