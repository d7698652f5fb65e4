import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBulkClient } from "../../test-support/bulk-client";
import { startDevStore, type TestDevStore } from "../../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

const { run } = createBulkClient(() => store);

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
