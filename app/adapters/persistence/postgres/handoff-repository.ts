import type { Handoff, HandoffRepository } from "~/core/handoff/handoff";
import type { Database } from "./database";
import { isUuid, toStorableText } from "./storable";

const COLUMNS = `h."id", h."conversationId", c."shop", h."reason", h."email", h."note", h."summary", h."createdAt",
  h."emailedAt", h."resolvedAt"`;
const FROM = `FROM "Handoff" h JOIN "Conversation" c ON c."id" = h."conversationId"`;

export function createHandoffRepository(database: Database): HandoffRepository {
  return {
    open: (handoff) =>
      database.transaction(async (transaction) => {
        // The conversation's row is the lock: of two requests at once, the second finds the first.
        await transaction.query(`UPDATE "Conversation" SET "status" = 'handed-off' WHERE "id" = $1`, [
          handoff.conversationId,
        ]);
        const [open] = await transaction.query<Handoff>(
          `SELECT ${COLUMNS} ${FROM} WHERE h."conversationId" = $1 AND h."resolvedAt" IS NULL LIMIT 1`,
          [handoff.conversationId],
        );
        if (open) return { handoff: await addTo(transaction, open, handoff), isNew: false };
        await insert(transaction, handoff);
        return { handoff, isNew: true };
      }),

    async markEmailed(id, at) {
      await database.query(`UPDATE "Handoff" SET "emailedAt" = $2 WHERE "id" = $1`, [id, at]);
    },

    async resolve(shop, id, at) {
      if (!isUuid(id)) return false;
      const rows = await database.query(
        `WITH resolved AS (
           UPDATE "Handoff" h SET "resolvedAt" = $3 FROM "Conversation" c
           WHERE h."id" = $1 AND c."id" = h."conversationId" AND c."shop" = $2 AND h."resolvedAt" IS NULL
           RETURNING h."conversationId"
         )
         UPDATE "Conversation" SET "status" = 'open' WHERE "id" IN (SELECT "conversationId" FROM resolved)
         RETURNING "id"`,
        [id, shop, at],
      );
      return rows.length > 0;
    },

    listOpen: (shop) =>
      database.query<Handoff>(
        `SELECT ${COLUMNS} ${FROM} WHERE c."shop" = $1 AND h."resolvedAt" IS NULL ORDER BY h."createdAt" DESC`,
        [shop],
      ),
  };
}

type Transaction = Pick<Database, "query">;

async function insert(transaction: Transaction, handoff: Handoff): Promise<void> {
  const { id, conversationId, reason, email, note, summary, createdAt } = handoff;
  await transaction.query(
    `INSERT INTO "Handoff" ("id", "conversationId", "reason", "email", "note", "summary", "createdAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      id,
      conversationId,
      toStorableText(reason),
      email,
      note && toStorableText(note),
      toStorableText(summary),
      createdAt,
    ],
  );
}

/** Characters of all notes together; what came first stays, since it made the request. */
const MAX_NOTES = 8_000;

/** The same note again says nothing new. */
function joinNotes(known: string | null, added: string | null): string | null {
  if (!added || known?.includes(added)) return known;
  return [known, added].filter(Boolean).join("\n\n").slice(0, MAX_NOTES);
}

/** A later email replaces the former; notes add up, since each may say something else. */
async function addTo(transaction: Transaction, open: Handoff, more: Handoff): Promise<Handoff> {
  const merged = {
    ...open,
    email: more.email ?? open.email,
    note: joinNotes(open.note, more.note && toStorableText(more.note)),
  };
  await transaction.query(`UPDATE "Handoff" SET "email" = $2, "note" = $3 WHERE "id" = $1`, [
    open.id,
    merged.email,
    merged.note,
  ]);
  return merged;
}
