import type { KnowledgeScope } from "~/core/knowledge/knowledge-writer";
import type { SyncProblem, SyncState } from "~/core/knowledge/sync/knowledge-sync";

export interface ReadingPart {
  scope: KnowledgeScope;
  state: SyncState;
  /** What is known now. */
  count: number;
  /** By the reading under way; `expected` is null where nobody knows. */
  read: number;
  expected: number | null;
  problem: SyncProblem | null;
  /** ISO: when it was read whole, and looked through for changes; null where it never was. */
  readAt: string | null;
  checkedAt: string | null;
}

/** How far a shop has been read. */
export interface Reading {
  parts: ReadingPart[];
  sections: number;
}

export const isBeingRead = ({ state }: ReadingPart): boolean =>
  state === "waiting" || state === "exporting" || state === "reading";
