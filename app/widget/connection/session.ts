import type { PageContext, SessionResponse } from "~/protocol/requests";
import type { Memory } from "../storage";
import { findProblem, problemOfThrown, type Result } from "./problem";

/** Milliseconds; Shopify's proxy itself gives up after about 30 s. */
const TIMEOUT_MS = 35_000;
/** A token is renewed when it has less than this to live. */
const TOKEN_MARGIN_MS = 20_000;
/** What a token lives when the server did not say: turn-start carries it without. */
const TOKEN_LIFETIME_MS = 15 * 60_000;

/** The conversation's token and the way to the app, kept across pages and tabs. */
export interface Session {
  /** Opens or refreshes the conversation; calls that overlap share one request. `fresh` begins a new conversation. */
  open(fresh?: boolean): Promise<Result<SessionResponse>>;
  /** Where to stream directly; null when there is no token that is still good. */
  direct(): string | null;
  keepToken(token: string): void;
  /** Forgets the token, or only that it is still good: whose conversation it is stays known then. */
  forget(what: "token" | "expires"): void;
  /**
   * Posts JSON with the newest token: an expired one still finds the conversation through the proxy. An absolute URL is the
   * app's own: plain text makes that a simple request, one round trip shorter. Rejects as fetch does.
   */
  send(url: string, body: object, init?: RequestInit): Promise<Response>;
  /** The same, and reads JSON back. */
  post<T>(url: string, body: object): Promise<Result<T>>;
}

export interface SessionOptions {
  /** The App Proxy's path, or the app's URL for websites. */
  proxy: string;
  /** Gives the token that a website's requests carry in place of Shopify's signature. */
  vouch?: (() => Promise<string>) | undefined;
  memory: Memory;
  context: () => PageContext;
  fetch: typeof fetch;
  now: () => number;
}

export function createSession({ proxy, vouch, memory, context, fetch, now }: SessionOptions): Session {
  let opening: Promise<Result<SessionResponse>> | null = null;

  function keepToken(token: string, lifetimeMs = TOKEN_LIFETIME_MS): void {
    memory.set("token", token);
    memory.set("expires", String(now() + lifetimeMs));
  }

  const send: Session["send"] = async (url, body, init) => {
    const isDirect = !url.startsWith("/");
    const siteToken = url.startsWith(proxy) ? await vouch?.() : undefined;
    return fetch(url, {
      method: "POST",
      headers: { "content-type": isDirect ? "text/plain" : "application/json" },
      credentials: isDirect ? "omit" : "same-origin",
      body: JSON.stringify({ ...body, siteToken, conversationToken: memory.get("token") ?? undefined }),
      ...init,
    });
  };

  async function post<T>(url: string, body: object): Promise<Result<T>> {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const response = await send(url, body, { signal });
      const problem = await findProblem(response, "application/json");
      if (problem) return { status: "failed", problem };
      return { status: "ok", value: (await response.json()) as T };
    } catch {
      return { status: "failed", problem: problemOfThrown(signal.aborted) };
    }
  }

  async function request(fresh?: boolean): Promise<Result<SessionResponse>> {
    const result = await post<SessionResponse>(`${proxy}/session`, { fresh, context: context() });
    if (result.status === "ok") {
      keepToken(result.value.token, result.value.expiresInSeconds * 1000);
      memory.set("stream", result.value.streamUrl);
    }
    return result;
  }

  return {
    open(fresh) {
      if (opening && !fresh) return opening;
      const mine = request(fresh).finally(() => {
        if (opening === mine) opening = null;
      });
      opening = mine;
      return mine;
    },
    direct: () =>
      memory.get("token") && Number(memory.get("expires")) - TOKEN_MARGIN_MS >= now()
        ? memory.get("stream")
        : null,
    keepToken,
    forget: (what) => memory.set(what, null),
    send,
    post,
  };
}
