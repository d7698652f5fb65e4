import type { CheckPace } from "./knowledge-syncs";
import { LEASE_MS, runSyncTask, type SyncDependencies } from "./run-sync-task";

/** How many syncs one process works on at once. */
const MAX_TASKS = 3;
const POLL_MS = 1_000;
/** Shops that are known, but whose reading was never begun, are looked for so often. */
const ENSURE_MS = 5 * 60_000;

export const CHECK_PACE: CheckPace = {
  activeEveryMs: 5_000,
  activeMs: 5 * 60_000,
  idleEveryMs: 3600_000,
};

/** In the first minutes of a process, which may have been away for long. */
const START_IDLE_MS = 5 * 60_000;
/** The database may be away for a while. */
const PAUSE_AFTER_ERROR_MS = 5_000;

/** Works off in the background whatever is due of any shop. */
export interface KnowledgeFollower {
  /** Looks for work at once. */
  nudge(): void;
  /** Ends what is under way, so that another process can go on with it. */
  stop(): Promise<void>;
}

/** `onError` is told when the database fails; the follower goes on when it is back. */
export function startKnowledgeFollower(
  deps: SyncDependencies & { onError(error: unknown): void; pace?: CheckPace },
): KnowledgeFollower {
  const ending = new AbortController();
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | null = null;
  let ensuredAt = Number.NEGATIVE_INFINITY;
  const startedAt = deps.now().getTime();

  async function look(): Promise<void> {
    await ensureSyncs();
    while (running.size < MAX_TASKS && !ending.signal.aborted) {
      const task = await deps.syncs.claim(paceNow(), LEASE_MS, deps.now());
      if (!task) return;
      const run = runSyncTask(task, deps, ending.signal)
        .catch(deps.onError)
        .finally(() => {
          running.delete(run);
          nudge();
        });
      running.add(run);
    }
  }

  function paceNow(): CheckPace {
    const pace = deps.pace ?? CHECK_PACE;
    const isStart = deps.now().getTime() - startedAt < ENSURE_MS;
    return isStart ? { ...pace, idleEveryMs: Math.min(pace.idleEveryMs, START_IDLE_MS) } : pace;
  }

  async function ensureSyncs(): Promise<void> {
    const at = deps.now().getTime();
    if (at - ensuredAt < ENSURE_MS) return;
    await deps.syncs.ensure();
    ensuredAt = at;
  }

  function nudge(): void {
    if (ending.signal.aborted || looking) return;
    clearTimeout(timer);
    let pause = POLL_MS;
    looking = look()
      .catch((error: unknown) => {
        deps.onError(error);
        pause = PAUSE_AFTER_ERROR_MS;
      })
      .finally(() => {
        looking = null;
        if (ending.signal.aborted) return;
        timer = setTimeout(nudge, pause);
        timer.unref();
      });
  }

  nudge();
  return {
    nudge,
    async stop() {
      ending.abort(new Error("The process ends."));
      clearTimeout(timer);
      await looking;
      await Promise.all(running);
    },
  };
}
