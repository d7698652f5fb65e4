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
  /** Resolves after so many milliseconds. */
  sleep: (milliseconds: number) => Promise<void>;
}

interface Way {
  name: "direct" | "resume" | "proxy";
  url: string;
  body: object;
}

/**
 * Streams turns directly from the app, and through the store's proxy where that way is blocked. A message keeps its id on
 * every try, so the server goes on with the same turn; events that were seen are not given twice. The generator returns
 * the problem when the turn could not be read to its end, null when it was (or `signal` aborted). It never throws.
 */
export function createTurnStream({ session, proxy, context, sleep }: TurnStreamOptions) {
  let directBlocked = false;

  function chooseWay(request: TurnRequest, turnId: string | null, lastEventId: string | null): Way | null {
    const direct = directBlocked ? null : session.direct();
    if (direct && turnId) {
      return { name: "resume", url: `${direct}/${encodeURIComponent(turnId)}/events`, body: { lastEventId } };
    }
    if (!("message" in request)) return null;
    const body = { ...request.message, context: context() };
    return direct ? { name: "direct", url: direct, body } : { name: "proxy", url: `${proxy}/chat`, body };
  }

  /** What to do about a problem on a way: try again after mending it, or give up. */
  async function mend(way: Way, { kind }: Problem, tries: number): Promise<"again" | "give-up"> {
    if (kind === "unauthorized" || kind === "forbidden") {
      if (tries > 1) return "give-up";
      if (kind === "forbidden") session.forget();
      else session.expire();
      await session.open();
      return "again";
    }
    if (way.name === "proxy") return "give-up";
    if (kind === "not-found" && way.name === "resume") return "again";
    if (!BLOCKED.includes(kind)) return "give-up";
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
    for (let tries = 1; tries <= MAX_IDLE_TRIES; tries++) {
      if (!directBlocked && !session.direct())
        await Promise.race([session.open(), sleep(DIRECT_FIRST_EVENT_MS)]);
      if (signal.aborted) return null;
      const way = chooseWay(request, logIsLost ? null : turnId, lastId);
      if (!way) break;

      const events = readEvents(
        (signal) => session.send(way.url, way.body, { signal }),
        way.name === "proxy" ? PROXY_FIRST_EVENT_MS : DIRECT_FIRST_EVENT_MS,
        signal,
      );
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
      if (step.value === "closed" || signal.aborted) return null;
      if (step.value === "cut") await sleep(300 * 2 ** tries);
      else {
        logIsLost ||= step.value.kind === "not-found";
        if ((await mend(way, step.value, tries)) === "give-up") return step.value;
      }
    }
    return { kind: "unreachable" };
  };
}
