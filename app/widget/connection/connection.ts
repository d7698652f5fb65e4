import type { LoggedTurnEvent } from "~/protocol/events";
import type { PageContext, SessionResponse } from "~/protocol/requests";
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
  stopTurn(turnId: string): Promise<void>;
  sendFeedback(turnId: string, rating: "up" | "down", comment?: string): Promise<Result<unknown>>;
  requestHandoff(request: { email?: string; note?: string }): Promise<Result<unknown>>;
}

export function createConnection(
  { proxy }: WidgetConfig,
  memory: Memory,
  context: () => PageContext,
): Connection {
  const browserFetch: typeof fetch = (input, init) => window.fetch(input, init);
  const session = createSession({ proxy, memory, context, fetch: browserFetch, now: Date.now });
  const streamTurn = createTurnStream({
    session,
    proxy,
    context,
    fetch: browserFetch,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const withToken = (body: object) => ({ ...body, conversationToken: session.token() ?? undefined });

  return {
    openSession: session.open,
    streamTurn,
    async stopTurn(turnId) {
      const direct = session.direct();
      if (!direct) return;
      const url = `${direct.url}/${encodeURIComponent(turnId)}/stop`;
      const headers = { authorization: `Bearer ${direct.token}` };
      await window
        .fetch(url, { method: "POST", headers, credentials: "omit", keepalive: true })
        .catch(() => null);
    },
    sendFeedback: (turnId, rating, comment) =>
      session.post("feedback", withToken({ turnId, rating, ...(comment && { comment }) })),
    requestHandoff: (request) => session.post("handoff", withToken(request)),
  };
}
