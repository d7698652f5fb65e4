import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import type { TestDevStore } from "./start-dev-store";

export interface Operation {
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

/** Asks a simulated store for bulk operations, as an app does. `find` gives the store at the time of a call. */
export function createBulkClient(find: () => TestDevStore) {
  async function run(query: string, groupObjects = false, token?: string) {
    const answer = await find().query(
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
    const answer = await find().query(`query($id: ID!) { bulkOperation(id: $id) { ${FIELDS} } }`, { id });
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

  return { run, read, finish, waitForEnd, download };
}
