import type { PageContext, SessionResponse } from "~/protocol/requests";
import type { Memory } from "../storage";
import { type Problem, problemOf, problemOfThrown, type Result } from "./problem";

/** Milliseconds; Shopify's proxy itself gives up after about 30 s. */
const PROXY_TIMEOUT_MS = 35_000;
/** A token is renewed when it has less than this to live. */
const TOKEN_MARGIN_MS = 20_000;
/** What a token lives when the server did not say: turn-start carries it without. */
const TOKEN_LIFETIME_MS = 15 * 60_000;

/** The conversation's token and the way to the app, kept across pages and tabs. */
export interface Session {
  /** Opens or refreshes the conversation; calls that overlap share one request. `fresh` begins a new conversation. */
  open(fresh?: boolean): Promise<Result<SessionResponse>>;
  /** The newest token, expired or not: through the proxy it finds the conversation again. */
  token(): string | null;
  /** Where and with what to stream directly; null when there is no token that is still good. */
  direct(): { url: string; token: string } | null;
  keepToken(token: string): void;
  /** Forgets that the token is good, not whose conversation it is. */
  expire(): void;
  forget(): void;
  /** Posts JSON through the store's App Proxy and reads JSON back. */
  post<T>(path: string, body: object): Promise<Result<T>>;
}

export interface SessionOptions {
  /** The App Proxy's path. */
  proxy: string;
  memory: Memory;
  context: () => PageContext;
  fetch: typeof fetch;
  now: () => number;
}

export function createSession({ proxy, memory, context, fetch, now }: SessionOptions): Session {
  let opening: Promise<Result<SessionResponse>> | null = null;

  function keepToken(token: string, lifetimeMs = TOKEN_LIFETIME_MS): void {
    memory.set("token", token);
    memory.set("expires", String(now() + lifetimeMs));
    kept = { token, expires: now() + lifetimeMs };
  }

  /** Where storage is blocked, the page's own lifetime has to do. */
  let kept = { token: memory.get("token"), expires: Number(memory.get("expires")) };
  let streamUrl = memory.get("stream");

  async function post<T>(path: string, body: object): Promise<Result<T>> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), PROXY_TIMEOUT_MS);
    try {
      const response = await fetch(`${proxy}/${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(body),
        signal: abort.signal,
      });
      const problem = problemOf(response, "application/json");
      if (problem) return { status: "failed", problem };
      return { status: "ok", value: (await response.json()) as T };
    } catch {
      return { status: "failed", problem: problemOfThrown(abort.signal.aborted) satisfies Problem };
    } finally {
      clearTimeout(timer);
    }
  }

  async function request(fresh: boolean): Promise<Result<SessionResponse>> {
    const result = await post<SessionResponse>("session", {
      conversationToken: currentToken() ?? undefined,
      ...(fresh && { fresh }),
      context: context(),
    });
    if (result.status === "ok") {
      keepToken(result.value.token, result.value.expiresInSeconds * 1000);
      streamUrl = result.value.streamUrl;
      memory.set("stream", streamUrl);
    }
    return result;
  }

  /** Another tab may have a newer one. */
  function currentToken(): string | null {
    return memory.get("token") ?? kept.token;
  }

  return {
    open(fresh = false) {
      if (opening && !fresh) return opening;
      const mine = request(fresh).finally(() => {
        if (opening === mine) opening = null;
      });
      opening = mine;
      return mine;
    },
    token: currentToken,
    direct() {
      const token = currentToken();
      const expires = Number(memory.get("expires") ?? kept.expires);
      if (!token || !streamUrl || expires - TOKEN_MARGIN_MS < now()) return null;
      return { url: streamUrl, token };
    },
    keepToken,
    expire() {
      memory.set("expires", "0");
      kept.expires = 0;
    },
    forget() {
      for (const key of ["token", "expires"]) memory.set(key, null);
      kept = { token: null, expires: 0 };
    },
    post,
  };
}
