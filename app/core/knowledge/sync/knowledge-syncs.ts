import type { KnowledgeScope } from "../knowledge-writer";
import type { KnowledgeSync, SyncChanges, SyncTask } from "./knowledge-sync";

/** When a part that is known is asked about again. Milliseconds. */
export interface CheckPace {
  /** Of a shop whose shoppers wrote within `activeMs`. */
  activeEveryMs: number;
  activeMs: number;
  /** Of all others. */
  idleEveryMs: number;
}

/**
 * How far the shops have been read, and whose turn it is: the queue of all whole readings and checks. Rows go with their
 * shop. Rejects with VendorError when the store is broken.
 */
export interface KnowledgeSyncs {
  /** Lets the reading begin of every part of the shop (of all installed shops when none is named) that has no sync yet. */
  ensure(shop?: string): Promise<void>;
  list(shop: string): Promise<KnowledgeSync[]>;
  /** Asks for a whole reading of the part. One that is under way goes on; one that failed starts anew at once. */
  request(shop: string, scope: KnowledgeScope): Promise<void>;
  /** What the shop's sync waits for has happened, or may have: it is due at once. Nothing for one that is being worked on. */
  wake(shop: string, scope: KnowledgeScope): Promise<void>;
  /**
   * Takes what is most urgent of what is due, for `leaseMs`; null when nothing is. Two workers never get the same one,
   * and what a crashed one held is due when its lease ends.
   */
  claim(pace: CheckPace, leaseMs: number, now: Date): Promise<SyncTask | null>;
  /** Keeps the lease for `leaseMs` more. False when it was lost, or the shop with it: then the work must end. */
  save(task: SyncTask, changes: SyncChanges, leaseMs: number, now: Date): Promise<boolean>;
  /** Gives the lease back; not due before `dueAt`. False like `save`. */
  release(task: SyncTask, changes: SyncChanges, dueAt: Date): Promise<boolean>;
}
