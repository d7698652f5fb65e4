import { isClosing, type LoggedTurnEvent, parseEventId } from "~/core/conversation/turn-event";
import type { TurnLog } from "~/core/conversation/turn-log";

/** How long a turn can be read after its last event. */
const KEEP_MS = 10 * 60_000;

interface LoggedTurn {
  attempt: number;
  events: LoggedTurnEvent[];
  /** Woken at every event. */
  followers: Set<() => void>;
  stopListeners: Set<() => void>;
  touchedAt: number;
}

/** The TurnLog of a deployment with one process. */
export function createMemoryTurnLog(now: () => number = Date.now): TurnLog {
  const turns = new Map<string, LoggedTurn>();

  function dropOld(): void {
    for (const [turnId, turn] of turns) {
      if (now() - turn.touchedAt < KEEP_MS) return;
      if (turn.followers.size === 0) turns.delete(turnId);
    }
  }

  /** Maps keep the order of insertion: what was touched last stands last. */
  function touch(turnId: string, turn: LoggedTurn): void {
    turn.touchedAt = now();
    turns.delete(turnId);
    turns.set(turnId, turn);
  }

  return {
    async open(turnId, attempt) {
      dropOld();
      const turn = turns.get(turnId) ?? {
        attempt: 0,
        events: [],
        followers: new Set(),
        stopListeners: new Set(),
        touchedAt: now(),
      };
      if (attempt > turn.attempt) Object.assign(turn, { attempt, events: [] });
      touch(turnId, turn);
    },

    async append(turnId, event) {
      const turn = turns.get(turnId);
      if (!turn || parseEventId(event.id)?.attempt !== turn.attempt) return;
      turn.events.push(event);
      turn.touchedAt = now();
      for (const wake of turn.followers) wake();
      if (isClosing(event)) touch(turnId, turn);
    },

    async follow(turnId, lastEventId, signal) {
      const turn = turns.get(turnId);
      return turn ? readOn(turn, lastEventId, signal) : null;
    },

    async countFollowers(turnId) {
      return turns.get(turnId)?.followers.size ?? 0;
    },

    async requestStop(turnId) {
      const turn = turns.get(turnId);
      if (!turn) return;
      const listeners = [...turn.stopListeners];
      turn.stopListeners.clear();
      for (const listener of listeners) listener();
    },

    onStopRequested(turnId, listener) {
      const listeners = turns.get(turnId)?.stopListeners;
      listeners?.add(listener);
      return () => void listeners?.delete(listener);
    },

    async close() {
      turns.clear();
    },
  };
}

async function* readOn(
  turn: LoggedTurn,
  lastEventId: string | null,
  signal: AbortSignal,
): AsyncGenerator<LoggedTurnEvent> {
  let wake = () => {};
  const notify = () => wake();
  turn.followers.add(notify);
  signal.addEventListener("abort", notify);
  try {
    let { attempt } = turn;
    let next = positionAfter(turn, lastEventId);
    while (!signal.aborted) {
      if (turn.attempt !== attempt) {
        attempt = turn.attempt;
        next = 0;
      }
      const event = turn.events[next];
      if (event) {
        next += 1;
        yield event;
        if (isClosing(event)) return;
      } else if (isComplete(turn)) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal.removeEventListener("abort", notify);
    turn.followers.delete(notify);
  }
}

function isComplete(turn: LoggedTurn): boolean {
  const last = turn.events.at(-1);
  return last !== undefined && isClosing(last);
}

function positionAfter(turn: LoggedTurn, lastEventId: string | null): number {
  return turn.events.findIndex((event) => event.id === lastEventId) + 1;
}
