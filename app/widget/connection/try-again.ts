import type { LoggedTurnEvent } from "~/protocol/events";
import { isNewer } from "./event-order";
import type { Problem, ProblemKind } from "./problem";
import type { Outcome, Progress, Tries, TurnRequest, Way } from "./turn-attempt";

/** Tries without any progress before a turn is given up. */
const MAX_IDLE_TRIES = 5;

/** The direct way is closed to us, whatever the reason; the proxy may still be open. */
const BLOCKED: ProblemKind[] = ["offline", "unreachable", "timeout", "not-ours", "password", "unavailable"];

/** Reads a turn on after a try that did not read it to its end: `last` tells how that one went. */
export async function* tryAgain(
  { session, sleep, attempt, blockDirect }: Tries,
  last: Outcome,
  request: TurnRequest,
  progress: Progress,
  signal: AbortSignal,
): AsyncGenerator<LoggedTurnEvent, Problem | null> {
  let outcome = last;
  progress.isNew = (id) => isNewer(id, progress.lastId);
  for (let tries = 1; tries < MAX_IDLE_TRIES; tries++) {
    if (!outcome) break;
    const { way, ending } = outcome;
    if (ending === "closed" || signal.aborted) return null;
    if (ending === "cut") await sleep(300 * 2 ** tries);
    else {
      progress.isLost ||= ending.kind === "not-found";
      if ((await mend(way, ending, tries)) === "give-up") return ending;
    }
    const before = progress.lastId;
    outcome = yield* attempt(request, progress, signal);
    if (progress.lastId !== before) tries = 0;
  }
  return outcome?.ending === "closed" || signal.aborted ? null : { kind: "unreachable" };

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
    blockDirect();
    return "again";
  }
}
