import type { LoggedTurnEvent } from "~/protocol/events";
import type { PageContext, SessionResponse } from "~/protocol/requests";
import type { WidgetConfig } from "../config";
import { el } from "../panel/dom";
import type { Memory } from "../storage";
import type { Problem, Result } from "./problem";
import { createSession } from "./session";
import type { TurnRequest } from "./turn-attempt";
import { createTurnStream } from "./turn-stream";

/** Everything that the panel says to the server. Nothing of it throws. */
export interface Connection {
  openSession(fresh?: boolean): Promise<Result<SessionResponse>>;
  streamTurn(request: TurnRequest, signal: AbortSignal): AsyncGenerator<LoggedTurnEvent, Problem | null>;
  /** Ends the turn on the server; what was written so far is kept. */
  stopTurn(turnId: string): void;
  /** Posts to a path of the app behind the store's proxy. */
  post(path: string, body: object): Promise<Result<unknown>>;
  /** Posts to a path of the app itself, once there is a way to it. */
  postDirect<T>(path: string, body: object): Promise<Result<T>>;
}

export function createConnection(
  { proxy, site }: WidgetConfig,
  memory: Memory,
  context: () => PageContext,
): Connection {
  const session = createSession({
    proxy,
    // Storefronts need not fetch what only other websites use.
    vouch: site && (async () => (await import("./site-token")).siteToken(site)),
    memory,
    context,
    fetch: (input, init) => window.fetch(input, init),
    now: Date.now,
  });
  const streamTurn = createTurnStream({
    session,
    proxy,
    context,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

  return {
    async openSession(fresh) {
      const result = await session.open(fresh);
      warmUp(session.direct());
      return result;
    },
    streamTurn,
    stopTurn(turnId) {
      const url = session.direct();
      if (url) {
        const stopped = session.send(`${url}/${encodeURIComponent(turnId)}/stop`, {}, { keepalive: true });
        stopped.catch(() => null);
      }
    },
    post: (path, body) => session.post(proxy + path, body),
    async postDirect(path, body) {
      const opened = session.direct() ? null : await session.open();
      return opened?.status === "failed" ? opened : session.post(session.direct() + path, body);
    },
  };
}

/** Has the browser connect to the app while the shopper still reads or writes. */
function warmUp(href: string | null): void {
  if (href) document.head.append(el("link", { rel: "preconnect", href, crossOrigin: "" }));
}
