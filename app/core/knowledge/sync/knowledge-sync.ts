import { z } from "zod";
import type { KnowledgeScope } from "../knowledge-writer";

/**
 * waiting: a whole reading is to begin · exporting: the platform prepares the products · reading: entries are written ·
 * done: the part is known, and followed · failed: tried again later, while what was known before serves on.
 */
export const SYNC_STATES = ["waiting", "exporting", "reading", "done", "failed"] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** Why the last attempt failed. */
export const SYNC_PROBLEMS = [
  "no-access",
  "throttled",
  "unreachable",
  "export-failed",
  "unexpected",
] as const;
export type SyncProblem = (typeof SYNC_PROBLEMS)[number];

/** How far the reading of one part of a shop has come. */
export interface KnowledgeSync {
  shop: string;
  scope: KnowledgeScope;
  state: SyncState;
  /** The number of the reading under way, or of the last one. */
  generation: number;
  /** Entries read by that reading so far, and how many there are to be; null when the platform does not tell. */
  read: number;
  expected: number | null;
  problem: SyncProblem | null;
  startedAt: Date | null;
  /** When the part was last read whole. Null: never, so nothing of it can be relied on to be known. */
  finishedAt: Date | null;
  /** When the platform was last asked for changes. */
  checkedAt: Date | null;
}

/** Where a stopped reading of products goes on. */
export const readingPositionSchema = z.discriminatedUnion("kind", [
  /** `lines` of the export have been written. */
  z.object({ kind: z.literal("export"), exportId: z.string(), lines: z.number().int() }),
  z.object({ kind: z.literal("pages"), after: z.string().nullable() }),
]);
export type ReadingPosition = z.infer<typeof readingPositionSchema>;

/** What was seen of the platform, to tell later what has changed. */
export const syncMarksSchema = z.object({
  /** When the product that changed last did so, as the platform writes it. */
  newest: z.string().nullable().default(null),
  /** By how many products the platform's count lay above ours when all had been read: it may count what cannot be shown. */
  excess: z.number().int().default(0),
  /** Another difference that the last check saw for the first time. */
  suspect: z.number().int().nullable().default(null),
  /** When each document was changed, by its id. */
  documents: z.record(z.string(), z.string()).default({}),
});
export type SyncMarks = z.infer<typeof syncMarksSchema>;
export const NO_MARKS: SyncMarks = { newest: null, excess: 0, suspect: null, documents: {} };

/** A sync whose lease one worker holds. */
export interface SyncTask {
  sync: KnowledgeSync;
  /** Names this lease: what was taken again by somebody else has another. */
  lease: string;
  position: ReadingPosition | null;
  marks: SyncMarks;
  /** Failures in a row. */
  failures: number;
}

/** What a worker changes of the sync that it holds. */
export type SyncChanges = Partial<
  Omit<KnowledgeSync, "shop" | "scope"> & Pick<SyncTask, "position" | "marks" | "failures">
>;
