import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { KnowledgeScope } from "~/core/knowledge/knowledge-writer";
import {
  type KnowledgeSync,
  NO_MARKS,
  readingPositionSchema,
  SYNC_PROBLEMS,
  SYNC_STATES,
  type SyncChanges,
  type SyncTask,
  syncMarksSchema,
} from "~/core/knowledge/sync/knowledge-sync";
import type { KnowledgeSyncs } from "~/core/knowledge/sync/knowledge-syncs";
import type { Database } from "./database";
import { toStorableJson } from "./storable";

interface SyncRow {
  shop: string;
  scope: string;
  state: string;
  generation: string;
  cursor: unknown;
  read: number;
  expected: number | null;
  problem: string | null;
  startedAt: Date | null;
  finishedAt: Date | null;
  checkedAt: Date | null;
}

/**
 * What stands in "cursor": who holds the sync, or since when it is due, and where the work goes on. What another version
 * wrote and this one cannot read is as if it had not been written.
 */
const cursorSchema = z
  .object({
    lease: z.string().nullable().catch(null),
    position: readingPositionSchema.nullable().catch(null),
    marks: syncMarksSchema.catch(NO_MARKS),
    failures: z.number().catch(0),
  })
  .catch({ lease: null, position: null, marks: NO_MARKS, failures: 0 });

const COLUMNS = `"shop", "scope", "state", "generation", "cursor", "read", "expected", "problem", "startedAt", "finishedAt",
  "checkedAt"`;
/** Milliseconds since 1970, up to which nobody else may take it. */
const DUE = `coalesce(("cursor"->>'due')::double precision, 0)`;

/** Syncs in PostgreSQL. The lease is a random word in the row: whoever took the row later has put another one there. */
export function createKnowledgeSyncs(database: Database): KnowledgeSyncs {
  async function write(
    { sync, lease }: SyncTask,
    changes: SyncChanges,
    cursor: Record<string, unknown>,
  ): Promise<boolean> {
    const { position, marks, failures, ...columns } = changes;
    const entries = Object.entries(columns).filter(([, value]) => value !== undefined);
    const kept = { ...definedOnly({ position, marks, failures }), ...cursor };
    const assignments = entries.map(([column], index) => `"${column}" = $${index + 5}`);
    const rows = await database.query(
      `UPDATE "KnowledgeSync" SET ${['"cursor" = "cursor" || $4::jsonb', ...assignments].join(", ")}
       WHERE "shop" = $1 AND "scope" = $2 AND "cursor"->>'lease' = $3 RETURNING 1`,
      [sync.shop, sync.scope, lease, toStorableJson(kept), ...entries.map(([, value]) => value)],
    );
    return rows.length > 0;
  }

  return {
    async ensure(shop) {
      await database.query(
        `INSERT INTO "KnowledgeSync" ("shop", "scope")
         SELECT "domain", scope FROM "Shop", unnest(ARRAY['documents', 'products']) AS scope
         WHERE $1::text IS NULL OR "domain" = $1
         ON CONFLICT DO NOTHING`,
        [shop ?? null],
      );
    },

    async list(shop) {
      const rows = await database.query<SyncRow>(
        `SELECT ${COLUMNS} FROM "KnowledgeSync" WHERE "shop" = $1 ORDER BY "scope"`,
        [shop],
      );
      return rows.map(mapSync);
    },

    async request(shop, scope) {
      await database.query(
        `UPDATE "KnowledgeSync" SET "state" = 'waiting', "problem" = NULL, "read" = 0, "expected" = NULL,
           "cursor" = coalesce("cursor", '{}') || '{"due": 0, "lease": null, "position": null, "failures": 0}'
         WHERE "shop" = $1 AND "scope" = $2 AND "state" IN ('done', 'failed')`,
        [shop, scope],
      );
    },

    async wake(shop, scope) {
      await database.query(
        `UPDATE "KnowledgeSync" SET "checkedAt" = CASE WHEN "state" = 'done' THEN NULL ELSE "checkedAt" END,
           "cursor" = coalesce("cursor", '{}') || '{"due": 0}'
         WHERE "shop" = $1 AND "scope" = $2 AND "cursor"->>'lease' IS NULL`,
        [shop, scope],
      );
    },

    async claim(pace, leaseMs, now) {
      const lease = randomUUID();
      const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
      const [row] = await database.query<SyncRow>(
        `UPDATE "KnowledgeSync" AS held
         SET "cursor" = coalesce("cursor", '{}') || jsonb_build_object('lease', $1::text, 'due', $2::double precision)
         WHERE ("shop", "scope") = (
           SELECT "shop", "scope" FROM "KnowledgeSync" AS s
           WHERE ${DUE} <= $3
             AND (s."state" <> 'done' OR s."checkedAt" IS NULL OR s."checkedAt" <= $4
               OR (s."checkedAt" <= $5 AND EXISTS (
                 SELECT 1 FROM "Conversation" c WHERE c."shop" = s."shop" AND c."activeAt" > $6)))
           ORDER BY s."state" = 'done', s."checkedAt" NULLS FIRST, ${DUE}
           LIMIT 1 FOR UPDATE SKIP LOCKED)
         RETURNING ${COLUMNS}`,
        [
          lease,
          now.getTime() + leaseMs,
          now.getTime(),
          before(pace.idleEveryMs),
          before(pace.activeEveryMs),
          before(pace.activeMs),
        ],
      );
      if (!row) return null;
      const { position, marks, failures } = cursorSchema.parse(row.cursor);
      return { sync: mapSync(row), lease, position, marks, failures };
    },

    save: (task, changes, leaseMs, now) => write(task, changes, { due: now.getTime() + leaseMs }),
    release: (task, changes, dueAt) => write(task, changes, { lease: null, due: dueAt.getTime() }),
  };
}

function mapSync(row: SyncRow): KnowledgeSync {
  const { shop, read, expected, startedAt, finishedAt, checkedAt } = row;
  return {
    shop,
    scope: row.scope as KnowledgeScope,
    state: SYNC_STATES.find((state) => state === row.state) ?? "waiting",
    generation: Number(row.generation),
    read,
    expected,
    problem: SYNC_PROBLEMS.find((problem) => problem === row.problem) ?? null,
    startedAt,
    finishedAt,
    checkedAt,
  };
}

const definedOnly = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
