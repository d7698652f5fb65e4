import type { ChangedProduct } from "./knowledge-source";
import type { HeldSync, ReadingDependencies, SyncOutcome } from "./reading-steps";

/** Changed products that are read one page at a time; with more of them the whole shop is read. */
const MAX_PAGES = 40;
/** A shop whose count differs is read whole again, but a big one only so often. */
const SMALL_SHOP = 2_000;
const REREAD_AFTER_MS = 3600_000;

/** Brings the known products up to date with what the platform says of changes and of their number. */
export async function checkProducts(
  held: HeldSync,
  deps: ReadingDependencies,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const { source, writer, now } = deps;
  const { sync, marks } = held.task;
  const { count, newest } = await source.describeProducts(sync.shop, signal);
  if (newest !== null && newest !== marks.newest) {
    const isWhole = await readChanges(held, deps, signal);
    if (!isWhole) return readAnew();
  }
  const { products } = await writer.counts(sync.shop);
  const difference = count === null ? marks.excess : count - products;
  const differs = difference !== marks.excess;
  // The platform's count may lag behind what it just told, so one difference is no proof.
  if (differs && difference === marks.suspect && mayReread(products)) return readAnew();
  return {
    status: "done",
    changes: {
      checkedAt: now(),
      marks: { ...held.task.marks, newest: newest ?? marks.newest, suspect: differs ? difference : null },
    },
  };

  function mayReread(known: number): boolean {
    const age = now().getTime() - (sync.finishedAt?.getTime() ?? 0);
    return known <= SMALL_SHOP || age >= REREAD_AFTER_MS;
  }
}

const readAnew = (): SyncOutcome => ({
  status: "later",
  changes: { state: "waiting", position: null },
  afterMs: 0,
});

/** False when there were too many. */
async function readChanges(
  held: HeldSync,
  { source, writer }: ReadingDependencies,
  signal: AbortSignal,
): Promise<boolean> {
  const { sync, marks } = held.task;
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { changes, next } = await source.readChangedPage(sync.shop, after, signal);
    const fresh = changes.filter(({ updatedAt }) => isSince(updatedAt, marks.newest, page));
    await apply(fresh);
    await held.save({});
    const oldest = changes.at(-1)?.updatedAt;
    if (next === null || (oldest !== undefined && marks.newest !== null && oldest <= marks.newest))
      return true;
    after = next;
  }
  return false;

  async function apply(changes: ChangedProduct[]): Promise<void> {
    const shown = changes.flatMap(({ product }) => (product ? [product] : []));
    const hidden = changes.filter(({ product }) => !product).map(({ id }) => id);
    await writer.putProducts(sync.shop, shown, sync.generation);
    await writer.removeProducts(sync.shop, hidden);
  }
}

/**
 * What changed at the very moment up to which all is known may have come after it; but a whole import can bear one
 * moment, so only the first page's are read again.
 */
function isSince(updatedAt: string, newest: string | null, page: number): boolean {
  if (newest === null) return true;
  return page === 0 ? updatedAt >= newest : updatedAt > newest;
}
