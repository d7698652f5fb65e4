import type { LoggedTurnEvent } from "~/protocol/events";
import { type Problem, problemOfThrown } from "./problem";
import { readEvents } from "./read-events";
import type { Attempt, Progress, TurnRequest, TurnStreamOptions, Way } from "./turn-attempt";

/** Milliseconds. The direct way says something at once or is blocked; the proxy may hold a whole reply back. */
const DIRECT_FIRST_EVENT_MS = 8_000;
const PROXY_FIRST_EVENT_MS = 45_000;

/**
 * Streams turns directly from the app, and through the store's proxy where that way is blocked. A message keeps its id on
 * every try, so the server goes on with the same turn; events that were seen are not given twice. The generator returns
 * the problem when the turn could not be read to its end, null when it was (or `signal` aborted). It never throws.
 */
export function createTurnStream(options: TurnStreamOptions) {
  const { session, proxy, context, sleep } = options;
  let directBlocked = false;

  function chooseWay(request: TurnRequest, { turnId, lastId, isLost }: Progress): Way | null {
    const direct = directBlocked ? null : session.direct();
    if (direct && turnId && !isLost) {
      const url = `${direct}/${encodeURIComponent(turnId)}/events`;
      return { name: "resume", url, body: { lastEventId: lastId } };
    }
    if (!("message" in request)) return null;
    const body = { ...request.message, context: context() };
    return direct ? { name: "direct", url: direct, body } : { name: "proxy", url: `${proxy}/chat`, body };
  }

  async function* attempt(request: TurnRequest, progress: Progress, signal: AbortSignal): Attempt {
    if (!directBlocked && !session.direct())
      await Promise.race([session.open(), sleep(DIRECT_FIRST_EVENT_MS)]);
    const way = signal.aborted ? null : chooseWay(request, progress);
    if (!way) return null;
    const wait = way.name === "proxy" ? PROXY_FIRST_EVENT_MS : DIRECT_FIRST_EVENT_MS;
    const events = readEvents((abort) => session.send(way.url, way.body, { signal: abort }), wait, signal);
    for (;;) {
      const { done, value } = await events.next();
      if (done) return { way, ending: value };
      if (value.event === "turn-start") {
        if (progress.turnId !== value.data.turnId) progress.lastId = null;
        progress.turnId = value.data.turnId;
        if (value.data.token) session.keepToken(value.data.token);
      }
      if (progress.isNew?.(value.id) === false) continue;
      progress.lastId = value.id;
      yield value;
    }
  }

  const blockDirect = () => {
    directBlocked = true;
  };

  return async function* streamTurn(
    request: TurnRequest,
    signal: AbortSignal,
  ): AsyncGenerator<LoggedTurnEvent, Problem | null> {
    const progress: Progress = { turnId: "turnId" in request ? request.turnId : null, lastId: null };
    const first = yield* attempt(request, progress, signal);
    if (first?.ending === "closed" || signal.aborted) return null;
    const again = await import("./try-again").catch(() => null);
    if (!again) return problemOfThrown(false);
    return yield* again.tryAgain({ ...options, attempt, blockDirect }, first, request, progress, signal);
  };
}
