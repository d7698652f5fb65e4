import type { Product } from "../../store/product";
import type { ReadingPosition } from "./knowledge-sync";
import { isVendorStatus } from "./problem";
import type { HeldSync, ReadingDependencies, SyncOutcome } from "./reading-steps";

/** Five requests at most: sooner done than Shopify has prepared an export, which it queues behind those of others. */
const MAX_BY_PAGES = 250;
/** Each batch writes the words that its products share with others once; a change of a product waits for one at most. */
const BATCH = 500;
const EXPORT_POLL_MS = 1_000;
const BUSY_WAIT_MS = 10_000;

/** Reads all products of a shop, from where the reading was stopped. */
export async function readProducts(
  held: HeldSync,
  deps: ReadingDependencies,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const isUnderWay = held.task.position !== null && held.task.sync.state !== "waiting";
  if (!isUnderWay) {
    const begun = await begin(held, deps, signal);
    if (begun === "busy") return { status: "later", changes: { state: "waiting" }, afterMs: BUSY_WAIT_MS };
  }
  const { position } = held.task;
  if (position?.kind === "export") {
    const outcome = await readExport(held, position, deps, signal);
    if (outcome) return outcome;
  } else if (position) await readPages(held, position.after, deps, signal);
  return finish(held, deps, signal);
}

/** What changed before the reading began need not be looked for afterwards; everything later must be. */
async function begin(
  held: HeldSync,
  { source, now }: ReadingDependencies,
  signal: AbortSignal,
): Promise<"begun" | "busy"> {
  const { sync, marks } = held.task;
  const { count, newest } = await source.describeProducts(sync.shop, signal);
  const isSmall = count !== null && count <= MAX_BY_PAGES;
  const position = isSmall ? { kind: "pages" as const, after: null } : await startExport();
  if (!position) return "busy";
  await held.save({
    state: isSmall ? "reading" : "exporting",
    generation: sync.generation + 1,
    startedAt: now(),
    read: 0,
    expected: count,
    position,
    marks: { ...marks, newest, suspect: null },
  });
  return "begun";

  async function startExport(): Promise<ReadingPosition | null> {
    const started = await source.startExport(sync.shop, signal);
    return started.status === "started" ? { kind: "export", exportId: started.exportId, lines: 0 } : null;
  }
}

async function readPages(
  held: HeldSync,
  from: string | null,
  { source, writer }: ReadingDependencies,
  signal: AbortSignal,
): Promise<void> {
  const { shop } = held.task.sync;
  let after = from;
  for (;;) {
    const { products, next } = await source.readProductPage(shop, after, signal);
    await writer.putProducts(shop, products, held.task.sync.generation);
    const position = { kind: "pages" as const, after: next ?? after };
    await held.save({ state: "reading", position, read: held.task.sync.read + products.length });
    if (next === null) return;
    after = next;
  }
}

/** Null when everything was written. */
async function readExport(
  held: HeldSync,
  { exportId, lines: from }: Extract<ReadingPosition, { kind: "export" }>,
  { source, writer }: ReadingDependencies,
  signal: AbortSignal,
): Promise<SyncOutcome | null> {
  const { shop } = held.task.sync;
  const anew = { state: "waiting", position: null } as const;
  const { status } = await source.findExport(shop, exportId, signal);
  if (status === "running")
    return { status: "later", changes: { state: "exporting" }, afterMs: EXPORT_POLL_MS };
  if (status === "gone") return { status: "later", changes: anew, afterMs: 0 };
  if (status === "failed") return { status: "failed", problem: "export-failed", changes: { position: null } };

  await held.save({ state: "reading" });
  let batch: Product[] = [];
  const write = async (lines: number) => {
    await writer.putProducts(shop, batch, held.task.sync.generation);
    const read = held.task.sync.read + batch.length;
    await held.save({ position: { kind: "export", exportId, lines }, read });
    batch = [];
  };
  try {
    let done = from;
    for await (const { product, lines } of source.readExport(shop, exportId, from, signal)) {
      if (product) batch.push(product);
      done = lines;
      if (batch.length >= BATCH) await write(done);
    }
    await write(done);
  } catch (error) {
    if (isVendorStatus(error, 404)) return { status: "later", changes: anew, afterMs: 0 };
    throw error;
  }
  return null;
}

/** Not yet checked: what changed meanwhile is looked for next. */
async function finish(
  held: HeldSync,
  { source, writer, now }: ReadingDependencies,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  const { sync, marks } = held.task;
  await writer.removeOlder(sync.shop, "products", sync.generation);
  const [{ count }, { products }] = await Promise.all([
    source.describeProducts(sync.shop, signal),
    writer.counts(sync.shop),
  ]);
  return {
    status: "done",
    changes: {
      state: "done",
      position: null,
      expected: sync.read,
      finishedAt: now(),
      checkedAt: null,
      marks: { ...marks, excess: count === null ? 0 : count - products },
    },
  };
}
