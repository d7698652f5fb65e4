import type { Shopify } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { PrismaSessionStorage } from "@shopify/shopify-app-session-storage-prisma";
import { createEncryptedSessionStorage } from "~/adapters/persistence/sessions/encrypted-session-storage";
import { type AdminClient, createAdminClient } from "~/adapters/stores/shopify/admin-client";
import { createOfflineSessions, type OfflineSessions } from "~/adapters/stores/shopify/offline-sessions";
import { createShopAccess } from "~/adapters/stores/shopify/shop-access";
import { createShopifyApi } from "~/adapters/stores/shopify/shopify-api";
import { createShopifyPlatform } from "~/adapters/stores/shopify/shopify-platform";
import type { ShopAccess } from "~/core/store/shop-access";
import type { StorePlatform } from "~/core/store/store-platform";
import { requirePrisma } from "~/db.server";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { singleton } from "~/lib/singleton";
import { createTokenCipher } from "~/lib/token-cipher";

/** The app embed's block file in extensions/chat-widget/blocks, without its ending. */
export const EMBED_BLOCK = "chat";

export interface ShopifyParts {
  api: Shopify;
  storage: SessionStorage;
  sessions: OfflineSessions;
  client: AdminClient;
  platform: StorePlatform;
  access: ShopAccess;
}

/** Everything that speaks to Shopify in a shop's own name, made once a process. */
export function requireShopifyParts(): ShopifyParts {
  return singleton("shopify-parts", () => {
    const environment = requireEnvironment();
    const api = createShopifyApi({
      apiKey: environment.SHOPIFY_API_KEY,
      apiSecret: environment.SHOPIFY_API_SECRET,
      appUrl: environment.SHOPIFY_APP_URL,
      scopes: environment.SCOPES ?? [],
    });
    const storage = createEncryptedSessionStorage(
      new PrismaSessionStorage(requirePrisma()),
      createTokenCipher(environment.TOKEN_ENCRYPTION_KEY),
      () => createLogger("sessions").warn("A session's tokens could not be decrypted; it counts as absent"),
    );
    const sessions = createOfflineSessions({ api, storage });
    const client = createAdminClient(api, sessions);
    return {
      api,
      storage,
      sessions,
      client,
      platform: createShopifyPlatform({ client }),
      access: createShopAccess({ api, client, sessions, storage, embed: EMBED_BLOCK }),
    };
  });
}
