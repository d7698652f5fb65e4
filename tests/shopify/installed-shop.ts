import "../../dev-store/redirect-fetch.mjs";
import { randomBytes } from "node:crypto";
import { RequestedTokenType, type Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { createEncryptedSessionStorage } from "~/adapters/persistence/sessions/encrypted-session-storage";
import { createShopifyApi } from "~/adapters/stores/shopify/shopify-api";
import { createTokenCipher } from "~/lib/token-cipher";
import {
  API_KEY,
  API_SECRET,
  startDevStore,
  type TestDevStore,
} from "../../dev-store/test-support/start-dev-store";
import { createTestDatabase, type TestDatabase } from "../setup/database";

export const SHOP = "aisle-dev.myshopify.com";

export interface InstalledShop {
  store: TestDevStore;
  database: TestDatabase;
  api: ReturnType<typeof createShopifyApi>;
  /** Sessions in the database, tokens encrypted. */
  storage: SessionStorage;
  /** As a key that was lost: what was stored before cannot be read. */
  storageWithAnotherKey(): SessionStorage;
  /** Installs the app as its first admin page does, and stores the session. */
  install(): Promise<Session>;
  close(): Promise<void>;
}

/** The simulated store and a database, with the app's own adapters between them. */
export async function startInstalledShop(): Promise<InstalledShop> {
  const database = await createTestDatabase();
  const store = await startDevStore();
  store.time.now = new Date();
  process.env.DEV_STORE_PORT = new URL(store.url).port;
  const api = createShopifyApi({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appUrl: "https://app.example",
    scopes: [],
  });
  const createStorage = () =>
    createEncryptedSessionStorage(
      new PrismaSessionStorage(database.prisma),
      createTokenCipher([randomBytes(32).toString("base64")]),
    );
  const storage = createStorage();
  return {
    store,
    database,
    api,
    storage,
    storageWithAnotherKey: createStorage,
    async install() {
      store.context.installation.grant();
      const { session } = await api.auth.tokenExchange({
        shop: SHOP,
        sessionToken: await store.context.oauth.mintSessionToken(),
        requestedTokenType: RequestedTokenType.OfflineAccessToken,
        expiring: true,
      });
      await storage.storeSession(session);
      return session;
    },
    async close() {
      await store.close();
      await database.drop();
    },
  };
}
