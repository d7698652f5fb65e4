import type { LoggedTurnEvent } from "~/protocol/events";
import type { PageContext } from "~/protocol/requests";
import { isNewer } from "./event-order";
import type { Problem, ProblemKind } from "./problem";
import { type Ending, readEvents } from "./read-events";
import type { Session } from "./session";

/** Milliseconds. The direct way says something at once or is blocked; the proxy may hold a whole reply back. */
const DIRECT_FIRST_EVENT_MS = 8_000;
const PROXY_FIRST_EVENT_MS = 45_000;
/** Tries without any progress before a turn is given up. */
const MAX_IDLE_TRIES = 5;

/** The direct way is closed to us, whatever the reason; the proxy may still be open. */
const BLOCKED: ProblemKind[] = ["offline", "unreachable", "timeout", "not-ours", "password", "unavailable"];

export interface OutgoingMessage {
  messageId: string;
  text: string;
}

/** What a turn is asked by: a message that is to be answered, or a reply that is already being written. */
export type TurnRequest = { message: OutgoingMessage } | { turnId: string };

export interface TurnStreamOptions {
  session: Session;
  /** The App Proxy's path. */
  proxy: string;
  context: () => PageContext;
  fetch: typeof fetch;
  /** Resolves after so many milliseconds. */
  sleep: (milliseconds: number) => Promise<void>;
}

type Way = { name: "direct" | "resume" | "proxy"; open: (signal: AbortSignal) => Promise<Response> };

/**
 * Streams turns directly from the app, and through the store's proxy where that way is blocked. A message keeps its id on
 * every try, so the server goes on with the same turn; events that were seen are not given twice. The generator returns
 * the problem when the turn could not be read to its end, null when it was (or `signal` aborted). It never throws.
 */
export function createTurnStream({ session, proxy, context, fetch, sleep }: TurnStreamOptions) {
  let directBlocked = false;

  function chooseWay(request: TurnRequest, turnId: string | null, lastId: string | null): Way | null {
    const direct = directBlocked ? null : session.direct();
    if (direct && turnId) {
      const headers: Record<string, string> = { authorization: `Bearer ${direct.token}` };
      if (lastId) headers["last-event-id"] = lastId;
      const url = `${direct.url}/${encodeURIComponent(turnId)}/events`;
      return { name: "resume", open: (signal) => fetch(url, { headers, signal, credentials: "omit" }) };
    }
    if (!("message" in request)) return null;
    const body = JSON.stringify({
      ...request.message,
      conversationToken: session.token() ?? undefined,
      context: context(),
    });
    // Plain text makes it a simple request: no preflight, one round trip less.
    if (direct) return postTo("direct", direct.url, "text/plain", body, "omit");
    return postTo("proxy", `${proxy}/chat`, "application/json", body, "same-origin");
  }

  function postTo(
    name: Way["name"],
    url: string,
    type: string,
    body: string,
    credentials: RequestCredentials,
  ): Way {
    const headers = { "content-type": type, accept: "text/event-stream" };
    return { name, open: (signal) => fetch(url, { method: "POST", headers, body, signal, credentials }) };
  }

  async function ensureToken(): Promise<void> {
    if (!directBlocked && !session.direct())
      await Promise.race([session.open(), sleep(DIRECT_FIRST_EVENT_MS)]);
  }

  /** What to do about a problem on a way: try again after mending it, or give up. */
  async function mend(way: Way, problem: Problem, tries: number): Promise<"again" | "give-up"> {
    if (problem.kind === "unauthorized" || problem.kind === "forbidden") {
      if (tries > 1) return "give-up";
      if (problem.kind === "forbidden") session.forget();
      else session.expire();
      await session.open();
      return "again";
    }
    if (way.name === "proxy") return "give-up";
    if (problem.kind === "not-found" && way.name === "resume") return "again";
    if (!BLOCKED.includes(problem.kind)) return "give-up";
    directBlocked = true;
    return "again";
  }

  return async function* streamTurn(
    request: TurnRequest,
    signal: AbortSignal,
  ): AsyncGenerator<LoggedTurnEvent, Problem | null> {
    let turnId = "turnId" in request ? request.turnId : null;
    let lastId: string | null = null;
    let logIsLost = false;
    for (let tries = 1; ; tries++) {
      await ensureToken();
      if (signal.aborted) return null;
      const way = chooseWay(request, logIsLost ? null : turnId, lastId);
      if (!way) return { kind: "unreachable" };

      const wait = way.name === "proxy" ? PROXY_FIRST_EVENT_MS : DIRECT_FIRST_EVENT_MS;
      const events = readEvents(way.open, wait, signal);
      let step: IteratorResult<LoggedTurnEvent, Ending> = await events.next();
      for (; !step.done; step = await events.next()) {
        const event = step.value;
        if (event.event === "turn-start") {
          if (turnId !== event.data.turnId) lastId = null;
          turnId = event.data.turnId;
          if (event.data.token) session.keepToken(event.data.token);
        }
        if (!isNewer(event.id, lastId)) continue;
        lastId = event.id;
        tries = 1;
        yield event;
      }
      if (step.value.kind === "closed" || signal.aborted) return null;
      if (step.value.kind === "problem") {
        logIsLost ||= step.value.problem.kind === "not-found";
        if ((await mend(way, step.value.problem, tries)) === "give-up") return step.value.problem;
      } else {
        await sleep(300 * 2 ** tries);
      }
      if (tries >= MAX_IDLE_TRIES) return { kind: "unreachable" };
    }
  };
}
