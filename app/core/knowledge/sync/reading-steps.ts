import type { KnowledgeWriter } from "../knowledge-writer";
import type { ShopAnswers } from "../shop-answers";
import type { KnowledgeSource } from "./knowledge-source";
import type { SyncChanges, SyncProblem, SyncTask } from "./knowledge-sync";

/** What the steps of a reading need of their surroundings. */
export interface ReadingDependencies {
  source: KnowledgeSource;
  writer: KnowledgeWriter;
  answers: Pick<ShopAnswers, "documents">;
  now(): Date;
}

/** A worker's hold on one sync. */
export interface HeldSync {
  /** As it stands after what was saved. */
  readonly task: SyncTask;
  /** Stores what changed and keeps the lease. Throws LeaseLost when it is gone. */
  save(changes: SyncChanges): Promise<void>;
}

/** How one piece of work on a sync ended. */
export type SyncOutcome =
  /** The part is known as it is now. */
  | { status: "done"; changes: SyncChanges }
  /** The platform is not ready; look again after so many milliseconds. */
  | { status: "later"; changes: SyncChanges; afterMs: number }
  | { status: "failed"; problem: SyncProblem; changes: SyncChanges };

/** Another worker, a new request or an uninstall took the sync away. */
export class LeaseLost extends Error {
  constructor() {
    super("The lease of this sync is no longer held.");
    this.name = "LeaseLost";
  }
}
