import type { PageContext } from "~/protocol/requests";
import type { WidgetConfig } from "../config";
import type { Memory } from "../storage";
import type { Problem, Result } from "./problem";
import { createSession, type Session } from "./session";
import type { Take, TurnRequest } from "./turn-attempt";
import { createTurnStream } from "./turn-stream";

/** Everything that the panel says to the server. Nothing of it throws. */
export interface Connection {
  session: Session;
  /** Completes the context that messages carry; never rejects. */
  prepare(): Promise<unknown>;
  /** Gives the turn's events to `take`. Resolves to the problem when it could not be read to its end. */
  streamTurn(request: TurnRequest, signal: AbortSignal, take: Take): Promise<Problem | null>;
  /** Ends the turn on the server; what was written so far is kept. */
  stopTurn(turnId: string): void;
  /** Posts to a path of the app behind the store's proxy. */
  post(path: string, body: object): Promise<Result<unknown>>;
}

export function createConnection(
  { proxy, site }: WidgetConfig,
  memory: Memory,
  context: () => PageContext,
  prepare: () => Promise<unknown>,
): Connection {
  const session = createSession({
    proxy,
    // Storefronts need not fetch what only other websites use.
    vouch: site && (async () => (await import("./site-token")).siteToken(site)),
    memory,
    context,
    fetch: fetch.bind(window),
    now: Date.now,
  });

  return {
    session,
    prepare,
    streamTurn: createTurnStream({
      session,
      proxy,
      context,
      prepare,
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
    stopTurn(turnId) {
      const url = session.direct();
      if (url)
        session.send(`${url}/${encodeURIComponent(turnId)}/stop`, {}, { keepalive: true }).catch(() => null);
    },
    post: (path, body) => session.post(proxy + path, body),
  };
}
