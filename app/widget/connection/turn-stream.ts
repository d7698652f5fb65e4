import { later } from "../bring-later";
import { type Problem, problemOfThrown } from "./problem";
import { readEvents } from "./read-events";
import type { Outcome, Progress, Take, TurnRequest, TurnStreamOptions, Way } from "./turn-attempt";

/** Milliseconds. The direct way says something at once or is blocked; the proxy may hold a whole reply back. */
const DIRECT_FIRST_EVENT_MS = 8_000;
const PROXY_FIRST_EVENT_MS = 45_000;

/**
 * Streams turns directly from the app, and through the store's proxy where that way is blocked. A message keeps its id on
 * every try, so the server goes on with the same turn; events that were seen are not given twice. Resolves to the problem
 * when the turn could not be read to its end, to null when it was (or `signal` aborted). It never rejects.
 */
export function createTurnStream(options: TurnStreamOptions) {
  const { session, proxy, context, prepare, sleep } = options;
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

  async function attempt(
    request: TurnRequest,
    progress: Progress,
    signal: AbortSignal,
    take: Take,
  ): Promise<Outcome> {
    const known = directBlocked || session.direct() || session.open();
    await Promise.race([Promise.all([known, prepare?.()]), sleep(DIRECT_FIRST_EVENT_MS)]);
    const way = signal.aborted ? null : chooseWay(request, progress);
    if (!way) return null;
    const wait = way.name === "proxy" ? PROXY_FIRST_EVENT_MS : DIRECT_FIRST_EVENT_MS;
    const open = (abort: AbortSignal) => session.send(way.url, way.body, { signal: abort });
    const ending = await readEvents(open, wait, signal, (event) => {
      if (event.event === "turn-start") {
        const { turnId, token } = event.data;
        if (progress.turnId !== turnId) progress.lastId = null;
        progress.turnId = turnId;
        if (token) session.keepToken(token);
      }
      if (progress.isNew?.(event.id) === false) return;
      progress.lastId = event.id;
      take(event);
    });
    return { way, ending };
  }

  const blockDirect = () => {
    directBlocked = true;
  };

  return async function streamTurn(
    request: TurnRequest,
    signal: AbortSignal,
    take: Take,
  ): Promise<Problem | null> {
    const progress: Progress = { turnId: "turnId" in request ? request.turnId : null, lastId: null };
    const first = await attempt(request, progress, signal, take);
    if (first?.ending === "closed" || signal.aborted) return null;
    const again = await later.bring().catch(() => null);
    if (!again) return problemOfThrown(false);
    return again.tryAgain(
      { ...options, attempt: () => attempt(request, progress, signal, take), blockDirect },
      first,
      progress,
      signal,
    );
  };
}
