import type { KnowledgeScope } from "../knowledge-writer";
import { type KnowledgeSync, NO_MARKS, type SyncChanges, type SyncTask } from "../sync/knowledge-sync";
import type { KnowledgeSyncs } from "../sync/knowledge-syncs";

interface Entry {
  task: Omit<SyncTask, "lease">;
  lease: string | null;
  /** Milliseconds since 1970. */
  due: number;
}

/** Syncs kept in memory, for one process. */
export interface MemorySyncs extends KnowledgeSyncs {
  addShop(shop: string): void;
  removeShop(shop: string): void;
  converse(shop: string, at: Date): void;
}

export function createMemorySyncs(...installed: string[]): MemorySyncs {
  const shops = new Map<string, { activeAt: number }>();
  let entries: Entry[] = [];
  let leases = 0;

  const find = (shop: string, scope: KnowledgeScope) =>
    entries.find(({ task }) => task.sync.shop === shop && task.sync.scope === scope);
  const addShop = (shop: string) => void shops.set(shop, { activeAt: Number.NEGATIVE_INFINITY });
  for (const shop of installed) addShop(shop);

  function write(task: SyncTask, changes: SyncChanges, due: number, keeps: boolean): boolean {
    const entry = find(task.sync.shop, task.sync.scope);
    if (!entry || entry.lease !== task.lease) return false;
    const { position, marks, failures, ...sync } = changes;
    const { task: before } = entry;
    entry.task = {
      sync: { ...before.sync, ...sync },
      position: position === undefined ? before.position : position,
      marks: marks ?? before.marks,
      failures: failures ?? before.failures,
    };
    entry.due = due;
    if (!keeps) entry.lease = null;
    return true;
  }

  return {
    addShop,
    removeShop(shop) {
      shops.delete(shop);
      entries = entries.filter(({ task }) => task.sync.shop !== shop);
    },
    converse: (shop, at) => void shops.set(shop, { activeAt: at.getTime() }),

    async ensure(only) {
      for (const shop of shops.keys()) {
        if (only !== undefined && only !== shop) continue;
        for (const scope of ["documents", "products"] as const) {
          if (!find(shop, scope)) entries.push(newEntry(shop, scope));
        }
      }
    },
    list: async (shop) => entries.map(({ task }) => task.sync).filter((sync) => sync.shop === shop),
    async request(shop, scope) {
      const entry = find(shop, scope);
      if (!entry || !["done", "failed"].includes(entry.task.sync.state)) return;
      const sync = { ...entry.task.sync, state: "waiting" as const, problem: null, read: 0, expected: null };
      Object.assign(entry, {
        due: 0,
        lease: null,
        task: { ...entry.task, sync, position: null, failures: 0 },
      });
    },
    async wake(shop, scope) {
      const entry = find(shop, scope);
      if (!entry || entry.lease !== null) return;
      entry.due = 0;
      if (entry.task.sync.state === "done") entry.task.sync.checkedAt = null;
    },
    async claim(pace, leaseMs, now) {
      const due = entries.find((entry) => isDue(entry));
      if (!due) return null;
      leases += 1;
      due.lease = String(leases);
      due.due = now.getTime() + leaseMs;
      return { ...structuredClone(due.task), lease: due.lease };

      function isDue(entry: Entry): boolean {
        const { sync } = entry.task;
        const checked = sync.checkedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
        const activeAt = shops.get(sync.shop)?.activeAt ?? Number.NEGATIVE_INFINITY;
        const isActive = activeAt > now.getTime() - pace.activeMs;
        const every = isActive ? pace.activeEveryMs : pace.idleEveryMs;
        return entry.due <= now.getTime() && (sync.state !== "done" || checked <= now.getTime() - every);
      }
    },
    save: async (task, changes, leaseMs, now) => write(task, changes, now.getTime() + leaseMs, true),
    release: async (task, changes, dueAt) => write(task, changes, dueAt.getTime(), false),
  };
}

function newEntry(shop: string, scope: KnowledgeScope): Entry {
  const sync: KnowledgeSync = {
    shop,
    scope,
    state: "waiting",
    generation: 0,
    read: 0,
    expected: null,
    problem: null,
    startedAt: null,
    finishedAt: null,
    checkedAt: null,
  };
  return { task: { sync, position: null, marks: NO_MARKS, failures: 0 }, lease: null, due: 0 };
}
