import type { TurnLog } from "../conversation/turn-log";

/** A connection that dropped has this long to come back. */
const ABSENCE_MS = 10_000;
const LOOK_INTERVAL_MS = 1_000;

/**
 * Aborts when the shopper stops the turn, or when nobody has followed it for ten seconds.
 * `close` ends the watch.
 */
export function watchTurn(
  turnLog: Pick<TurnLog, "onStopRequested" | "countFollowers">,
  turnId: string,
  stop: () => void,
): { close(): void } {
  const unsubscribe = turnLog.onStopRequested(turnId, stop);
  let absentSince = Date.now();
  const timer = setInterval(async () => {
    // A log that does not answer says nothing about followers: the turn goes on.
    const followers = await turnLog.countFollowers(turnId).catch(() => 1);
    if (followers > 0) absentSince = Date.now();
    else if (Date.now() - absentSince >= ABSENCE_MS) stop();
  }, LOOK_INTERVAL_MS);
  return {
    close() {
      clearInterval(timer);
      unsubscribe();
    },
  };
}
