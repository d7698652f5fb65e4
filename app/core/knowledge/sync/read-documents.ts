import type { KnowledgeSync } from "./knowledge-sync";
import type { HeldSync, ReadingDependencies, SyncOutcome } from "./reading-steps";

const BATCH = 25;

/** Reads all texts of a shop. Those that a stopped reading has written are known already. */
export async function readDocuments(
  held: HeldSync,
  deps: ReadingDependencies,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const { writer, answers, now } = deps;
  const { sync } = held.task;
  if (isUnderWay(sync)) await held.save({ state: "reading" });
  else {
    await held.save({
      state: "reading",
      generation: sync.generation + 1,
      startedAt: now(),
      read: 0,
      expected: null,
      marks: { ...held.task.marks, documents: {} },
    });
  }
  const { generation } = held.task.sync;
  await readChanges(held, deps, signal);
  await writer.putDocuments(sync.shop, await answers.documents(sync.shop), generation);
  await writer.removeOlder(sync.shop, "documents", generation);
  return { status: "done", changes: { state: "done", finishedAt: now(), checkedAt: now() } };
}

function isUnderWay({ state, startedAt, finishedAt }: KnowledgeSync): boolean {
  return state !== "waiting" && startedAt !== null && (finishedAt === null || startedAt > finishedAt);
}

/** Brings the known texts up to date with what the platform lists. */
export async function checkDocuments(
  held: HeldSync,
  deps: ReadingDependencies,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  await readChanges(held, deps, signal);
  return { status: "done", changes: { checkedAt: deps.now() } };
}

/** Writes what is new or changed since the marks, drops what is gone, and moves the marks along. */
async function readChanges(
  held: HeldSync,
  { source, writer }: ReadingDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { shop, generation } = held.task.sync;
  const listed = await source.listDocuments(shop, signal);
  const present = new Map(listed.map(({ id, updatedAt }) => [id, updatedAt]));
  const gone = Object.keys(held.task.marks.documents).filter((id) => !present.has(id));
  if (gone.length > 0) {
    await writer.removeDocuments(shop, gone);
    await held.save({ marks: markDocuments(held, {}, gone) });
  }

  const stale = listed.filter(({ id, updatedAt }) => held.task.marks.documents[id] !== updatedAt);
  const isWholeReading = held.task.sync.state === "reading";
  if (isWholeReading) await held.save({ expected: listed.length });
  for (let start = 0; start < stale.length; start += BATCH) {
    const ids = stale.slice(start, start + BATCH).map(({ id }) => id);
    const documents = await source.readDocuments(shop, ids, signal);
    const found = new Set(documents.map(({ id }) => id));
    await writer.putDocuments(shop, documents, generation);
    // One that lost its text, or that was taken back since it was listed.
    await writer.removeDocuments(
      shop,
      ids.filter((id) => !found.has(id)),
    );
    const fresh = Object.fromEntries(ids.map((id) => [id, present.get(id) ?? ""]));
    const read = isWholeReading ? held.task.sync.read + ids.length : held.task.sync.read;
    await held.save({ read, marks: markDocuments(held, fresh, []) });
  }
}

function markDocuments(held: HeldSync, fresh: Record<string, string>, gone: string[]) {
  const documents = { ...held.task.marks.documents, ...fresh };
  for (const id of gone) delete documents[id];
  return { ...held.task.marks, documents };
}
