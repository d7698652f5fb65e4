import { isNewer } from "./event-order";
import type { Problem, ProblemKind } from "./problem";
import type { Outcome, Progress, Tries, Way } from "./turn-attempt";

/** Tries without any progress before a turn is given up: with the pauses between them, about 40 seconds. */
const MAX_IDLE_TRIES = 7;

/** The network is away for a while, as in a tunnel; what worked before will work again. */
const PASSING: ProblemKind[] = ["offline", "unreachable", "timeout"];

/** The direct way is closed to us, whatever the reason; the proxy may still be open. */
const BLOCKED: ProblemKind[] = ["offline", "unreachable", "timeout", "not-ours", "password", "unavailable"];

/** Reads a turn on after a try that did not read it to its end: `last` tells how that one went. */
export async function tryAgain(
  { session, sleep, attempt, blockDirect }: Tries,
  last: Outcome,
  progress: Progress,
  signal: AbortSignal,
): Promise<Problem | null> {
  let outcome = last;
  progress.isNew = (id) => isNewer(id, progress.lastId);
  for (let tries = 1; tries < MAX_IDLE_TRIES; tries++) {
    if (!outcome) break;
    const { way, ending } = outcome;
    if (ending === "closed" || signal.aborted) return null;
    if (ending === "cut" || (isResumed(way, progress) && PASSING.includes(ending.kind))) {
      await sleep(300 * 2 ** tries);
      if (ending !== "cut" && tries === MAX_IDLE_TRIES - 1) blockDirect();
    } else {
      progress.isLost ||= ending.kind === "not-found";
      if ((await mend(way, ending, tries)) === "give-up") return ending;
    }
    const before = progress.lastId;
    outcome = await attempt();
    if (progress.lastId !== before) tries = 0;
  }
  return outcome?.ending === "closed" || signal.aborted ? null : { kind: "unreachable" };

  /** What to do about a problem on a way: try again after mending it, or give up. */
  async function mend(way: Way, { kind }: Problem, tries: number): Promise<"again" | "give-up"> {
    if (kind === "unauthorized" || kind === "forbidden") {
      if (tries > 1) return "give-up";
      session.forget(kind === "forbidden" ? "token" : "expires");
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

/** The direct way has given events of this turn already. */
function isResumed(way: Way, progress: Progress): boolean {
  return way.name === "resume" && progress.lastId !== null;
}
