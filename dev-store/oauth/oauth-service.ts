import { randomBytes, randomUUID } from "node:crypto";
import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { AccessTokenRecord, StateStore } from "../state-store";

export interface OAuthService {
  /** An `id_token` as Shopify's admin hands it to an embedded app: HS256 by the API secret, valid for a minute. */
  mintSessionToken(request?: SessionTokenRequest): Promise<string>;
  /** `POST /admin/oauth/access_token`. */
  requestToken(form: unknown): Promise<TokenAnswer>;
  /** Null for a token that is unknown, revoked or expired. */
  findGrant(accessToken: string): AccessTokenRecord | null;
  revokeAll(): void;
}

export interface SessionTokenRequest {
  /** Staff member who is looking at the admin. */
  userId?: string;
  /** Negative for one that has expired. */
  expiresInSeconds?: number;
}

export type TokenAnswer =
  | { status: 200; body: Record<string, unknown> }
  | { status: 400 | 401; body: OAuthError };

interface OAuthError {
  error: string;
  error_description: string;
}

export interface OAuthOptions {
  apiKey: string;
  apiSecret: string;
  shop: string;
  state: StateStore;
  clock: () => Date;
}

/** The one staff member of the store. */
export const STORE_OWNER = {
  id: "548380009",
  firstName: "Robin",
  lastName: "Merchant",
  email: "owner@example.com",
};

const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";
const HOUR_MS = 3_600_000;
const OFFLINE_LIFETIME_MS = HOUR_MS;
const ONLINE_LIFETIME_MS = 24 * HOUR_MS;
const REFRESH_LIFETIME_MS = 90 * 24 * HOUR_MS;
const SESSION_TOKEN_SECONDS = 60;

const tokenForm = z.discriminatedUnion("grant_type", [
  z.object({
    grant_type: z.literal("urn:ietf:params:oauth:grant-type:token-exchange"),
    subject_token: z.string(),
    subject_token_type: z.literal("urn:ietf:params:oauth:token-type:id_token"),
    requested_token_type: z.enum([OFFLINE, ONLINE]).default(ONLINE),
    expiring: z.coerce.string().default("0"),
  }),
  z.object({ grant_type: z.literal("refresh_token"), refresh_token: z.string() }),
  z.object({ grant_type: z.literal("client_credentials") }),
]);
const credentials = z.object({ client_id: z.string(), client_secret: z.string() });

export function createOAuthService(options: OAuthOptions): OAuthService {
  const { apiKey, apiSecret, shop, state, clock } = options;
  const secret = new TextEncoder().encode(apiSecret);
  const now = () => clock().getTime();

  function issue(grant: Omit<AccessTokenRecord, "accessToken" | "scopes">): AccessTokenRecord {
    const token: AccessTokenRecord = {
      ...grant,
      accessToken: `shpat_${randomBytes(16).toString("hex")}`,
      scopes: state.current.installation?.scopes ?? [],
    };
    state.update((draft) => draft.tokens.push(token));
    return token;
  }

  function issueExpiringOffline(): TokenAnswer {
    const token = issue({
      kind: "offline",
      expiresAt: now() + OFFLINE_LIFETIME_MS,
      refreshToken: `shprt_${randomBytes(16).toString("hex")}`,
      refreshTokenExpiresAt: now() + REFRESH_LIFETIME_MS,
    });
    return {
      status: 200,
      body: {
        access_token: token.accessToken,
        scope: token.scopes.join(","),
        expires_in: OFFLINE_LIFETIME_MS / 1000,
        refresh_token: token.refreshToken,
        refresh_token_expires_in: REFRESH_LIFETIME_MS / 1000,
      },
    };
  }

  function issuePermanentOffline(): TokenAnswer {
    const token = issue({ kind: "offline" });
    return { status: 200, body: { access_token: token.accessToken, scope: token.scopes.join(",") } };
  }

  function issueOnline(userId: string): TokenAnswer {
    const token = issue({ kind: "online", userId, expiresAt: now() + ONLINE_LIFETIME_MS });
    const scope = token.scopes.join(",");
    return {
      status: 200,
      body: {
        access_token: token.accessToken,
        scope,
        expires_in: ONLINE_LIFETIME_MS / 1000 - 1,
        associated_user_scope: scope,
        associated_user: {
          id: Number(userId),
          first_name: STORE_OWNER.firstName,
          last_name: STORE_OWNER.lastName,
          email: STORE_OWNER.email,
          email_verified: true,
          account_owner: true,
          locale: "en",
          collaborator: false,
        },
      },
    };
  }

  async function exchange(form: Extract<z.infer<typeof tokenForm>, { subject_token: string }>) {
    const userId = await findSubject(form.subject_token);
    if (!userId || !state.current.installation) {
      return refuse(400, "invalid_subject_token", "The subject token is invalid or has expired.");
    }
    if (form.requested_token_type === ONLINE) return issueOnline(userId);
    return form.expiring === "1" ? issueExpiringOffline() : issuePermanentOffline();
  }

  /** The staff member's id, or null for a token that Shopify would not take. */
  async function findSubject(sessionToken: string): Promise<string | null> {
    const verified = await jwtVerify(sessionToken, secret, {
      algorithms: ["HS256"],
      audience: apiKey,
      currentDate: clock(),
      requiredClaims: ["sub", "exp", "dest"],
    }).catch(() => null);
    if (!verified || verified.payload.dest !== `https://${shop}`) return null;
    return verified.payload.sub ?? null;
  }

  /** A refresh token works once; the access token that it came with stops working with it. */
  function refresh(refreshToken: string): TokenAnswer {
    const old = state.current.tokens.find((token) => token.refreshToken === refreshToken);
    if (!old || (old.refreshTokenExpiresAt ?? 0) <= now()) {
      return refuse(400, "invalid_grant", "The refresh token is invalid, was used before or has expired.");
    }
    state.update((draft) => {
      draft.tokens = draft.tokens.filter((token) => token.refreshToken !== refreshToken);
    });
    return issueExpiringOffline();
  }

  return {
    async mintSessionToken({ userId = STORE_OWNER.id, expiresInSeconds = SESSION_TOKEN_SECONDS } = {}) {
      const issuedAt = Math.floor(now() / 1000);
      return new SignJWT({ dest: `https://${shop}`, sid: randomUUID() })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuer(`https://${shop}/admin`)
        .setAudience(apiKey)
        .setSubject(userId)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt + Math.min(0, expiresInSeconds))
        .setExpirationTime(issuedAt + expiresInSeconds)
        .setJti(randomUUID())
        .sign(secret);
    },

    async requestToken(input) {
      const client = credentials.safeParse(input);
      if (!client.success || client.data.client_id !== apiKey || client.data.client_secret !== apiSecret) {
        return refuse(401, "invalid_client", "Client authentication failed.");
      }
      const form = tokenForm.safeParse(input);
      if (!form.success) return refuse(400, "invalid_request", z.prettifyError(form.error));
      if (form.data.grant_type === "refresh_token") return refresh(form.data.refresh_token);
      if (form.data.grant_type === "client_credentials") {
        if (!state.current.installation) return refuse(400, "app_not_installed", "The app is not installed.");
        return issuePermanentOffline();
      }
      return exchange(form.data);
    },

    findGrant(accessToken) {
      const token = state.current.tokens.find((candidate) => candidate.accessToken === accessToken);
      if (!token) return null;
      return token.expiresAt === undefined || token.expiresAt > now() ? token : null;
    },

    revokeAll() {
      state.update((draft) => {
        draft.tokens = [];
      });
    },
  };
}

function refuse(status: 400 | 401, error: string, description: string): TokenAnswer {
  return { status, body: { error, error_description: description } };
}
