import type { KnowledgeScope } from "../knowledge-writer";
import { checkProducts } from "./check-products";
import type { SyncChanges, SyncTask } from "./knowledge-sync";
import type { KnowledgeSyncs } from "./knowledge-syncs";
import { problemOf, waitAfter } from "./problem";
import { checkDocuments, readDocuments } from "./read-documents";
import { readProducts } from "./read-products";
import { type HeldSync, LeaseLost, type ReadingDependencies, type SyncOutcome } from "./reading-steps";

/** Longer than the slowest batch takes; what a crashed process held is taken up by another one after that. */
export const LEASE_MS = 60_000;

export interface SyncDependencies extends ReadingDependencies {
  syncs: KnowledgeSyncs;
  /** Told about failures that are tried again: codes, never personal data. */
  onProblem(problem: { shop: string; scope: KnowledgeScope; error: unknown }): void;
}

type Step = (held: HeldSync, deps: ReadingDependencies, signal: AbortSignal) => Promise<SyncOutcome>;
const READ: Record<KnowledgeScope, Step> = { products: readProducts, documents: readDocuments };
const CHECK: Record<KnowledgeScope, Step> = { products: checkProducts, documents: checkDocuments };

/** Works on a sync that was claimed until there is nothing to do for now, and gives it back. Never rejects for the vendor's sake. */
export async function runSyncTask(
  task: SyncTask,
  deps: SyncDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { shop, scope } = task.sync;
  const held = hold(task, deps);
  const step = (task.sync.state === "done" ? CHECK : READ)[scope];
  try {
    const outcome = await step(held, deps, signal);
    await end(held.task, outcome, deps);
  } catch (error) {
    if (error instanceof LeaseLost) return;
    if (signal.aborted) return giveBack(held.task, deps);
    deps.onProblem({ shop, scope, error });
    await fail(held.task, error, {}, deps);
  }
}

function hold(task: SyncTask, { syncs, now }: SyncDependencies): HeldSync {
  let current = task;
  return {
    get task() {
      return current;
    },
    async save(changes) {
      if (!(await syncs.save(current, changes, LEASE_MS, now()))) throw new LeaseLost();
      current = applyChanges(current, changes);
    },
  };
}

function applyChanges(task: SyncTask, changes: SyncChanges): SyncTask {
  const { position, marks, failures, ...sync } = changes;
  return {
    ...task,
    sync: { ...task.sync, ...sync },
    ...(position !== undefined && { position }),
    ...(marks !== undefined && { marks }),
    ...(failures !== undefined && { failures }),
  };
}

async function end(task: SyncTask, outcome: SyncOutcome, deps: SyncDependencies): Promise<void> {
  switch (outcome.status) {
    case "done":
      await deps.syncs.release(task, { ...outcome.changes, failures: 0, problem: null }, deps.now());
      return;
    case "later":
      await deps.syncs.release(task, outcome.changes, later(deps, outcome.afterMs));
      return;
    case "failed":
      await fail(task, null, { ...outcome.changes, problem: outcome.problem }, deps);
  }
}

/** A part that was known before stays so, and a check that failed is no failed reading. */
async function fail(
  task: SyncTask,
  error: unknown,
  changes: SyncChanges,
  deps: SyncDependencies,
): Promise<void> {
  const failures = task.failures + 1;
  const state = task.sync.state === "done" ? "done" : "failed";
  await deps.syncs.release(
    task,
    { state, problem: problemOf(error), failures, ...changes },
    later(deps, waitAfter(error, failures)),
  );
}

/** The process ends: another one may go on at once. */
async function giveBack(task: SyncTask, { syncs, now }: SyncDependencies): Promise<void> {
  await syncs.release(task, {}, now());
}

const later = ({ now }: SyncDependencies, milliseconds: number) => new Date(now().getTime() + milliseconds);
