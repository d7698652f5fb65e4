import type { LoggedTurnEvent } from "~/protocol/events";
import type { PageContext, SessionResponse, UpdatesResponse } from "~/protocol/requests";
import type { WidgetConfig } from "../config";
import type { Memory } from "../storage";
import type { Problem, Result } from "./problem";
import { createSession } from "./session";
import { createTurnStream, type TurnRequest } from "./turn-stream";

/** Everything that the panel says to the server. Nothing of it throws. */
export interface Connection {
  openSession(fresh?: boolean): Promise<Result<SessionResponse>>;
  streamTurn(request: TurnRequest, signal: AbortSignal): AsyncGenerator<LoggedTurnEvent, Problem | null>;
  /** Ends the turn on the server; what was written so far is kept. */
  stopTurn(turnId: string): void;
  sendFeedback(turnId: string, rating: "up" | "down", comment?: string): Promise<Result<unknown>>;
  requestHandoff(request: { email?: string; note?: string }): Promise<Result<unknown>>;
  /** What was said after the message of that id. */
  askUpdates(after: string | null): Promise<Result<UpdatesResponse>>;
}

export function createConnection(
  { proxy, site }: WidgetConfig,
  memory: Memory,
  context: () => PageContext,
): Connection {
  // Storefronts need not fetch what only other websites use.
  let loading: Promise<() => Promise<string>> | undefined;
  const siteToken = () =>
    (loading ??= import("./site-token").then(({ createSiteToken }) => createSiteToken(site ?? {})));
  const session = createSession({
    proxy,
    vouch: site && (() => siteToken().then((next) => next())),
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
      warmUp(memory.get("stream"));
      const result = await session.open(fresh);
      warmUp(memory.get("stream"));
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
    sendFeedback: (turnId, rating, comment) =>
      session.post(`${proxy}/feedback`, { turnId, rating, ...(comment && { comment }) }),
    requestHandoff: (request) => session.post(`${proxy}/handoff`, request),
    async askUpdates(after) {
      if (!session.direct()) await session.open();
      const url = session.direct();
      return url
        ? session.post(`${url}/updates`, { after })
        : { status: "failed", problem: { kind: "unreachable" } };
    },
  };
}

let warmed: string | null = null;

/** Has the browser connect to the app while the shopper still reads or writes. */
function warmUp(url: string | null): void {
  if (url === warmed || !url) return;
  warmed = url;
  const link = document.createElement("link");
  Object.assign(link, { rel: "preconnect", href: url, crossOrigin: "" });
  document.head.append(link);
}
