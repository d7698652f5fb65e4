import type { Turn } from "../conversation/conversation";
import { isClosing, type LoggedTurnEvent, parseEventId } from "../conversation/turn-event";
import { LEASE_MS } from "./hold-lease";
import { runTurn } from "./run-turn";
import type { TurnTask } from "./turn";
import type { TurnDependencies } from "./turn-dependencies";

/** Where no log knows a running turn, the database's checkpoints are read this often. */
const POLL_MS = 500;
/** While a live log is followed, whoever answers is looked after this often. */
const GUARD_MS = 3_000;

/** What is needed to answer the message again if the process that did has died. */
export type FollowedTurn = Omit<TurnTask, "turnId" | "messageId" | "attempt" | "startedAt"> & { turn: Turn };

/**
 * The events of a turn after `lastEventId` (null: all), whoever answers it: from the live log, or from the database once
 * it has ended. A turn whose process died is answered anew, beginning with a `reset`. Ends after the closing event, or
 * when `signal` aborts.
 */
export async function* followTurn(
  deps: TurnDependencies,
  followed: FollowedTurn,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<LoggedTurnEvent> {
  const { id: turnId } = followed.turn;
  let last = lastEventId;
  if (isAbandoned(followed.turn, deps.now())) await takeOver(deps, followed);
  while (!signal.aborted) {
    const guard = guardTurn(deps, followed, signal);
    try {
      for await (const event of (await deps.turnLog.follow(turnId, last, guard.signal)) ?? []) {
        last = event.id;
        yield event;
        if (isClosing(event)) return;
      }
    } finally {
      guard.close();
    }
    if (signal.aborted) return;

    const current = await deps.conversations.findTurn(followed.conversation.shop, turnId);
    if (!current) return;
    for (const event of eventsAfter(await deps.conversations.readEvents(turnId), last, current.turn)) {
      last = event.id;
      yield event;
      if (isClosing(event)) return;
    }
    if (current.turn.status !== "running") return;
    if (!(await takeOver(deps, followed))) await pause(POLL_MS, signal);
  }
}

/** Ends a live reading that nobody will close: the turn ended elsewhere. One whose process died is taken over. */
function guardTurn(
  deps: TurnDependencies,
  followed: FollowedTurn,
  signal: AbortSignal,
): { signal: AbortSignal; close(): void } {
  const guard = new AbortController();
  const abort = () => guard.abort();
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();

  async function look(): Promise<void> {
    const current = await deps.conversations.findTurn(followed.conversation.shop, followed.turn.id);
    if (current?.turn.status !== "running") return abort();
    if (isAbandoned(current.turn, deps.now())) await takeOver(deps, followed);
  }
  const onError = (error: unknown) => deps.onProblem({ turnId: followed.turn.id, step: "guard", error });
  const timer = setInterval(() => void look().catch(onError), GUARD_MS);
  return {
    signal: guard.signal,
    close() {
      clearInterval(timer);
      signal.removeEventListener("abort", abort);
    },
  };
}

/** Answers the turn in this process if nobody else does any more. */
async function takeOver(deps: TurnDependencies, { turn, ...task }: FollowedTurn): Promise<boolean> {
  const at = deps.now();
  const leaseUntil = new Date(at.getTime() + LEASE_MS);
  const taken = await deps.conversations.takeOverTurn(turn.id, deps.owner, at, leaseUntil);
  if (!taken) return false;
  await deps.turnLog.open(taken.id, taken.attempt);
  void runTurn(deps, {
    ...task,
    turnId: taken.id,
    messageId: taken.clientId,
    attempt: taken.attempt,
    startedAt: taken.startedAt,
  });
  return true;
}

/** Nobody has prolonged its lease: whoever answered it is gone. */
function isAbandoned({ status, leaseUntil }: Turn, now: Date): boolean {
  return status === "running" && (leaseUntil === null || leaseUntil <= now);
}

/**
 * Checkpoints lag behind what a reader has seen: while the turn runs, an id that is not among them yet counts as seen.
 * Any other unknown id begins anew.
 */
function eventsAfter(events: LoggedTurnEvent[], lastEventId: string | null, turn: Turn): LoggedTurnEvent[] {
  const known = events.findIndex((event) => event.id === lastEventId);
  const last = lastEventId === null ? null : parseEventId(lastEventId);
  if (known >= 0 || turn.status !== "running" || last?.attempt !== turn.attempt)
    return events.slice(known + 1);
  return events.filter((event) => (parseEventId(event.id)?.sequence ?? 0) > last.sequence);
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(end, milliseconds);
    function end() {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    }
    signal.addEventListener("abort", end);
  });
}
