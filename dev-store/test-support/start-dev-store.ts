import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDevStore, type DevStore, type DevStoreOptions } from "../server";
import { writeStoreData } from "./write-store-data";

export const API_KEY = "test-api-key";
export const API_SECRET = "test-api-secret";
export const TEST_SCOPES =
  "read_products,read_orders,read_customers,read_content,read_legal_policies,read_themes,write_script_tags";

export interface TestDevStore extends DevStore {
  /** Where the state is kept; a second store on it continues the first. */
  dataDirectory: string;
  /** The clock that the store goes by. */
  time: { now: Date };
  control(path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** A permanent token of the installed app, as client credentials give it. */
  accessToken(): Promise<string>;
  query(query: string, variables?: Record<string, unknown>, token?: string): Promise<GraphqlAnswer>;
}

export interface GraphqlAnswer {
  status: number;
  data?: unknown;
  errors?: unknown;
  extensions?: { cost?: { requestedQueryCost: number; actualQueryCost: number }; search?: unknown };
}

/** The whole store on a free port, with a small catalogue and a folder that is gone afterwards. */
export async function startDevStore(options: Partial<DevStoreOptions> = {}): Promise<TestDevStore> {
  const folder = mkdtempSync(join(tmpdir(), "dev-store-"));
  writeStoreData(join(folder, "store"));
  const time = { now: new Date("2026-11-20T12:00:00Z") };
  const dataDirectory = options.dataDirectory ?? join(folder, "data");
  const store = await createDevStore({
    port: 0,
    storeDataDirectory: join(folder, "store"),
    appUrl: "http://127.0.0.1:9",
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    scopes: TEST_SCOPES,
    clock: () => time.now,
    webhookRetryDelaysMs: [1, 1, 1, 1, 1, 1, 1],
    ...options,
    dataDirectory,
  });
  let token: string | undefined;

  const testStore: TestDevStore = {
    ...store,
    dataDirectory,
    time,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
    async control(path, body) {
      const response = await postJson(`${store.url}/__control/${path}`, body ?? {});
      return { status: response.status, body: await response.json() };
    },
    async accessToken() {
      store.context.installation.grant();
      const form = { client_id: API_KEY, client_secret: API_SECRET, grant_type: "client_credentials" };
      const response = await postJson(`${store.url}/admin/oauth/access_token`, form);
      return ((await response.json()) as { access_token: string }).access_token;
    },
    async query(query, variables, givenToken) {
      if (givenToken === undefined) token ??= await testStore.accessToken();
      const headers = { "x-shopify-access-token": givenToken ?? token ?? "" };
      const response = await postJson(
        `${store.url}/admin/api/2026-07/graphql.json`,
        { query, variables },
        headers,
      );
      return { status: response.status, ...((await response.json()) as object) };
    },
  };
  return testStore;
}

export function postJson(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
