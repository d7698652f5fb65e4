import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import type { TokenCipher } from "~/lib/token-cipher";

/**
 * Keeps access and refresh tokens encrypted in whatever storage lies below. A session whose tokens cannot be read
 * (the key is gone, or the row was tampered with) counts as absent: Shopify hands out a new one at the next admin load.
 */
export function createEncryptedSessionStorage(
  storage: SessionStorage,
  cipher: TokenCipher,
  onUnreadable: (sessionId: string) => void = () => undefined,
): SessionStorage {
  const seal = (session: Session) => mapTokens(session, cipher.encrypt);
  const unseal = (session: Session): Session | undefined => {
    try {
      return mapTokens(session, cipher.decrypt);
    } catch {
      onUnreadable(session.id);
      return undefined;
    }
  };

  return {
    storeSession: (session) => storage.storeSession(seal(session)),
    async loadSession(id) {
      const session = await storage.loadSession(id);
      return session && unseal(session);
    },
    deleteSession: (id) => storage.deleteSession(id),
    deleteSessions: (ids) => storage.deleteSessions(ids),
    async findSessionsByShop(shop) {
      const sessions = await storage.findSessionsByShop(shop);
      return sessions.flatMap((session) => unseal(session) ?? []);
    },
  };
}

function mapTokens(session: Session, convert: (token: string) => string): Session {
  const params = session.toObject();
  return new Session({
    ...params,
    accessToken: params.accessToken ? convert(params.accessToken) : params.accessToken,
    refreshToken: params.refreshToken ? convert(params.refreshToken) : params.refreshToken,
  });
}
