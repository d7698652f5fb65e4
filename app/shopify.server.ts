import "@shopify/shopify-app-remix/adapters/node";
import { AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import { ADMIN_API_VERSION } from "~/adapters/stores/shopify/shopify-api";
import { requireShopLifecycle } from "~/composition/shop-lifecycle.server";
import { requireShopifyParts } from "~/composition/shopify.server";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { singleton } from "~/lib/singleton";

const log = createLogger("shopify");

/** Managed installation with token exchange: the first admin page after an install brings the shop's offline token. */
function createApp() {
  const environment = requireEnvironment();
  return shopifyApp({
    apiKey: environment.SHOPIFY_API_KEY,
    apiSecretKey: environment.SHOPIFY_API_SECRET,
    appUrl: environment.SHOPIFY_APP_URL,
    scopes: environment.SCOPES,
    apiVersion: ADMIN_API_VERSION,
    authPathPrefix: "/auth",
    distribution: AppDistribution.AppStore,
    sessionStorage: requireShopifyParts().storage,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: { afterAuth: ({ session }) => requireShopLifecycle().install(session.shop) },
    // The library's own lines carry shops and requests; what it says is enough.
    logger: {
      level: LogSeverity.Warning,
      log: (_severity, message) => log.warn({ detail: message.split("\n", 1)[0] }, "shopify-app-remix"),
    },
  });
}

const app = (): ReturnType<typeof createApp> => singleton("shopify-app", createApp);

export const authenticateAdmin = (request: Request) => app().authenticate.admin(request);
export const login = (request: Request) => app().login(request);

/**
 * Lets Shopify's admin frame the app and nobody else. Development adds its own admin by EXTRA_FRAME_ANCESTORS.
 */
export function addDocumentResponseHeaders(request: Request, headers: Headers): void {
  app().addDocumentResponseHeaders(request, headers);
  const { APP_BRIDGE_URL, EXTRA_FRAME_ANCESTORS } = requireEnvironment();
  const policy = headers.get("Content-Security-Policy");
  if (policy && EXTRA_FRAME_ANCESTORS.length > 0) {
    headers.set("Content-Security-Policy", policy.replace(/;?$/, ` ${EXTRA_FRAME_ANCESTORS.join(" ")};`));
  }
  if (!policy) headers.set("Content-Security-Policy", "frame-ancestors 'none';");
  if (APP_BRIDGE_URL) headers.delete("Link");
}
