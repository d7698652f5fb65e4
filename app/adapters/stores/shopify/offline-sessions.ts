import { HttpResponseError, type Session, type Shopify } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { VendorError } from "~/lib/errors";

/** Tokens live an hour; one that ends sooner than this is refreshed before use. */
const REFRESH_BEFORE_EXPIRY_MS = 5 * 60_000;
/** How long a session is used from memory: an uninstall on another replica is noticed after that at the latest. */
const CACHE_MS = 10_000;
/** Another replica that was faster has its answer stored within this many looks. */
const LOOKS_FOR_OTHER = 8;
const LOOK_AGAIN_MS = 100;

export interface OfflineSessions {
  /** The shop's session with a token that is good for some minutes. Throws VendorError 401 when the shop has none. */
  requireSession(shop: string): Promise<Session>;
  findSession(shop: string): Promise<Session | null>;
  /**
   * The session after Shopify refused its token before the token's time: another one that is stored meanwhile, else one that
   * is refreshed now. Null when there is none. Rejects with VendorError when the refresh is refused or not answered.
   */
  renewSession(shop: string, refusedToken: string | undefined): Promise<Session | null>;
  /** Forgets the session in memory, so that the next call reads the storage. */
  forget(shop: string): void;
}

export function createOfflineSessions(options: {
  api: Shopify;
  storage: SessionStorage;
  now?: () => number;
}): OfflineSessions {
  const { api, storage, now = Date.now } = options;
  const cached = new Map<string, { session: Session; until: number }>();
  const loading = new Map<string, Promise<Session | null>>();

  async function renew(shop: string, refusedToken: string | undefined): Promise<Session | null> {
    const stored = await storage.loadSession(api.session.getOfflineId(shop));
    if (!stored?.accessToken) return null;
    if (stored.accessToken !== refusedToken) return stored;
    return stored.refreshToken ? refresh(stored, stored.refreshToken) : null;
  }

  async function load(shop: string): Promise<Session | null> {
    const session = await storage.loadSession(api.session.getOfflineId(shop));
    if (!session?.accessToken) return null;
    return endsSoon(session, now()) && session.refreshToken
      ? refresh(session, session.refreshToken)
      : session;
  }

  async function refresh(session: Session, refreshToken: string): Promise<Session> {
    try {
      const { session: fresh } = await api.auth.refreshToken({ shop: session.shop, refreshToken });
      await storage.storeSession(fresh);
      return fresh;
    } catch (error) {
      const status = error instanceof HttpResponseError ? error.response.code : null;
      const stored = status === 400 ? await findRefreshed(session) : null;
      if (stored) return stored;
      throw new VendorError("shopify", "The access token could not be refreshed.", { status, cause: error });
    }
  }

  /** A refresh token works once: when another replica was faster, its session is in the storage, or will be in a moment. */
  async function findRefreshed(old: Session): Promise<Session | null> {
    for (let look = 0; look < LOOKS_FOR_OTHER; look++) {
      const stored = await storage.loadSession(old.id);
      if (!stored) return null;
      if (stored.accessToken !== old.accessToken) return stored;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    return null;
  }

  async function findSession(shop: string): Promise<Session | null> {
    const hit = cached.get(shop);
    if (hit && hit.until > now() && !endsSoon(hit.session, now())) return hit.session;

    return shareLoading(shop, () => load(shop));
  }

  async function shareLoading(shop: string, start: () => Promise<Session | null>): Promise<Session | null> {
    const underWay = loading.get(shop) ?? start().finally(() => loading.delete(shop));
    loading.set(shop, underWay);
    const session = await underWay;
    if (session) cached.set(shop, { session, until: now() + CACHE_MS });
    else cached.delete(shop);
    return session;
  }

  return {
    findSession,
    renewSession: (shop, refusedToken) => shareLoading(shop, () => renew(shop, refusedToken)),
    async requireSession(shop) {
      const session = await findSession(shop);
      if (!session) throw new VendorError("shopify", "The shop has not installed the app.", { status: 401 });
      return session;
    },
    forget: (shop) => void cached.delete(shop),
  };
}

function endsSoon(session: Session, now: number): boolean {
  return session.expires !== undefined && session.expires.getTime() - now < REFRESH_BEFORE_EXPIRY_MS;
}
