import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPageKnowledge } from "../../app/adapters/index/page-knowledge";
import { type ChatOptions, type ChatTurn, createChat } from "../../app/adapters/models/builtin/fixtures/chat";
import type { AdminClient } from "../../app/adapters/stores/shopify/admin-client";
import { createShopifyPlatform } from "../../app/adapters/stores/shopify/shopify-platform";
import { VendorError } from "../../app/lib/errors";
import type { StoreData } from "../../dev-store/model";
import { startDevStore, TEST_SCOPES, type TestDevStore } from "../../dev-store/test-support/start-dev-store";

export interface OpenStore {
  data: StoreData;
  /** A new conversation with the built-in model; nobody is signed in without a customer id. */
  chat(options?: Partial<ChatOptions>): (text: string) => Promise<ChatTurn>;
  close(): Promise<void>;
}

const SHOP = "aisle-dev.myshopify.com";

/**
 * A folder of exports behind the simulated store's Admin API, talked to by the app's own adapter and tools: everything
 * of a conversation but the routes and the database.
 */
export async function openStore(directory: string): Promise<OpenStore> {
  const dataDirectory = mkdtempSync(join(tmpdir(), "aisle-bench-"));
  const server = await startDevStore({
    storeDataDirectory: directory,
    dataDirectory,
    scopes: `${TEST_SCOPES},read_all_orders`,
    clock: () => new Date(NOW),
  });
  const store = createShopifyPlatform({ client: clientOf(server) });
  const knowledge = createPageKnowledge({ store });
  const profile = await store.loadProfile(SHOP, new AbortController().signal);
  return {
    data: server.context.data,
    chat: (options) =>
      createChat({
        store,
        knowledge,
        ...options,
        context: { shop: SHOP, profile, now: new Date(NOW), ...options?.context },
      }),
    async close() {
      await server.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** The day of the conversations; the exports' orders lie before it. */
const NOW = "2026-11-21T12:00:00.000Z";

function clientOf(server: TestDevStore): AdminClient {
  return {
    async query({ operation, variables, schema }) {
      const { data, errors } = await server.query(operation, variables);
      const parsed = schema.safeParse(data);
      if (!parsed.success)
        throw new VendorError("shopify", `No such data: ${JSON.stringify(errors)}`, { status: null });
      return parsed.data;
    },
  };
}
