import { createHmac } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { AppConfig } from "./app-config";
import type { DevStoreConfig } from "./dev-store-config";
import type { StoreData } from "./model";
import type { OAuthService } from "./oauth/oauth-service";
import type { StateStore } from "./state-store";
import { describeShop } from "./webhooks/describe-shop";
import type { WebhookAnswer, WebhookSender } from "./webhooks/webhook-sender";

export interface Installation {
  /** Shopify's part of a managed installation: the app is installed with its scopes, and has no token yet. */
  grant(): void;
  /** `grant`, then the app's first admin page is loaded as a browser would, at which it exchanges its token. */
  install(options?: { waitMs?: number }): Promise<InstallOutcome>;
  /** Tokens are revoked first, then `app/uninstalled` is delivered, as Shopify does it. */
  uninstall(): Promise<WebhookAnswer[]>;
  /** The URL that the admin frames: signed, with a fresh `id_token`. `path` starts with a slash; `/app` when absent. */
  embeddedUrl(options?: EmbeddedUrlOptions): Promise<string>;
}

export interface EmbeddedUrlOptions {
  path?: string;
  locale?: string;
  userId?: string;
}

export type InstallOutcome =
  | { status: "installed"; appStatus: number; hasToken: true }
  | { status: "app-unreachable"; reason: string }
  | { status: "app-refused"; appStatus: number; reason: string };

export interface InstallationOptions {
  config: DevStoreConfig;
  app: AppConfig;
  data: StoreData;
  state: StateStore;
  oauth: OAuthService;
  webhooks: WebhookSender;
  clock: () => Date;
}

/** Shopify's libraries take anything shorter for a bot and answer 410. */
const BROWSER_HEADERS = {
  "user-agent":
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  accept: "text/html,application/xhtml+xml",
  "sec-fetch-dest": "iframe",
};
const WAIT_FOR_APP_MS = 60_000;
const PAGE_DEADLINE_MS = 60_000;
const POLL_MS = 250;

export function createInstallation(options: InstallationOptions): Installation {
  const { config, app, state, oauth, webhooks, clock } = options;

  function grant(): void {
    if (state.current.installation) return;
    state.update((draft) => {
      draft.installation = { installedAt: clock().toISOString(), scopes: app.scopes };
    });
  }

  async function embeddedUrl({ path = "/app", locale = "en", userId }: EmbeddedUrlOptions = {}) {
    const url = new URL(path, `${config.appUrl}/`);
    const store = config.shop.replace(".myshopify.com", "");
    const query: Record<string, string> = {
      embedded: "1",
      host: Buffer.from(`admin.shopify.com/store/${store}`).toString("base64").replace(/=+$/, ""),
      id_token: await oauth.mintSessionToken({ userId }),
      locale,
      session: createHmac("sha256", config.apiSecret).update("admin-session").digest("hex"),
      shop: config.shop,
      timestamp: String(Math.floor(clock().getTime() / 1000)),
    };
    const signed = Object.entries(query).map(([name, value]) => `${name}=${value}`);
    query.hmac = createHmac("sha256", config.apiSecret).update(signed.sort().join("&")).digest("hex");
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url.href;
  }

  async function install({ waitMs = WAIT_FOR_APP_MS } = {}): Promise<InstallOutcome> {
    const unreachable = await waitForApp(config.appUrl, waitMs);
    if (unreachable) return { status: "app-unreachable", reason: unreachable };
    grant();
    const { status, reason } = await loadPage(await embeddedUrl());
    if (status === 0) return { status: "app-unreachable", reason };
    if (!state.current.tokens.some((token) => oauth.findGrant(token.accessToken))) {
      return {
        status: "app-refused",
        appStatus: status,
        reason: reason || "The app did not ask for its token.",
      };
    }
    return { status: "installed", appStatus: status, hasToken: true };
  }

  async function uninstall(): Promise<WebhookAnswer[]> {
    if (!state.current.installation) return [];
    oauth.revokeAll();
    state.update((draft) => {
      draft.installation = null;
      draft.scriptTags = [];
      draft.webhookSubscriptions = [];
      draft.metafields = [];
      draft.bulkOperations = [];
      draft.embed = { on: false, settings: {} };
    });
    return webhooks.deliver({ topic: "app/uninstalled", payload: describeShop(options) });
  }

  return { grant, install, uninstall, embeddedUrl };
}

/** Null once the app answers without a failure of its own; else why it did not within `waitMs`. */
async function waitForApp(appUrl: string, waitMs: number): Promise<string | null> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    const { status, reason } = await loadPage(`${appUrl}/healthz`);
    if (status > 0 && status < 500) return null;
    if (performance.now() >= deadline) {
      const last = status > 0 ? `its last answer was ${status}` : reason;
      return `The app at ${appUrl} did not answer within ${waitMs} ms: ${last}`;
    }
    await wait(POLL_MS);
  }
}

/** Status 0 when nothing answered. */
async function loadPage(url: string): Promise<{ status: number; reason: string }> {
  try {
    const response = await fetch(url, {
      headers: BROWSER_HEADERS,
      redirect: "manual",
      signal: AbortSignal.timeout(PAGE_DEADLINE_MS),
    });
    const body = await response.text();
    return { status: response.status, reason: response.ok ? "" : body.slice(0, 500) };
  } catch (error) {
    return {
      status: 0,
      reason: error instanceof Error ? String(error.cause ?? error.message) : String(error),
    };
  }
}
