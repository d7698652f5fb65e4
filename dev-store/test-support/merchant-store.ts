import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { startDevStore, type TestDevStore } from "./start-dev-store";
import { startTestApp, type TestApp } from "./start-test-app";

const SCOPES =
  "write_products,write_content,write_legal_policies,write_inventory,read_locations,read_themes,read_customers";

type Answer = Record<
  string,
  { userErrors: { field: string[]; message: string }[] } & Record<string, unknown>
>;

/** A store whose app may change all that a merchant changes, and which hears of it; one for a file's tests. */
export function prepareMerchantStore() {
  let app: TestApp;
  let store: TestDevStore;
  beforeAll(async () => {
    app = await startTestApp();
    store = await startDevStore({ appUrl: app.url, scopes: SCOPES });
    await store.accessToken();
  });
  beforeEach(() => {
    app.webhooks.length = 0;
  });
  afterAll(async () => {
    await store.close();
    await app.close();
  });

  return {
    app: () => app,
    store: () => store,
    async mutate(mutation: string, variables?: Record<string, unknown>): Promise<Answer> {
      const answer = await store.query(mutation, variables);
      expect(answer.errors).toBeUndefined();
      return answer.data as Answer;
    },
  };
}
