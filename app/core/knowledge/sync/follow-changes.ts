import type { ShopChange } from "../../store/shop-job";
import type { KnowledgeWriter } from "../knowledge-writer";
import type { KnowledgeSource } from "./knowledge-source";
import type { KnowledgeSyncs } from "./knowledge-syncs";

interface ChangeDependencies {
  source: Pick<KnowledgeSource, "readProducts">;
  writer: KnowledgeWriter;
  syncs: Pick<KnowledgeSyncs, "list" | "wake">;
}

/**
 * What the platform says of changes is not believed: products that it names are read anew, once however often they were
 * named, and of the rest the platform is asked at once. Rejects with VendorError when products could not be read.
 */
export async function followChanges(
  shop: string,
  changes: readonly ShopChange[],
  deps: ChangeDependencies,
  signal: AbortSignal,
): Promise<void> {
  const kinds = new Set(changes.map(({ kind }) => kind));
  if (kinds.has("texts-changed")) await deps.syncs.wake(shop, "documents");
  if (kinds.has("export-finished")) await deps.syncs.wake(shop, "products");
  const ids = changes.flatMap((change) => (change.kind === "products-changed" ? change.productIds : []));
  if (ids.length > 0) await readAgain(shop, [...new Set(ids)], deps, signal);
}

async function readAgain(
  shop: string,
  ids: string[],
  { source, writer, syncs }: ChangeDependencies,
  signal: AbortSignal,
): Promise<void> {
  const sync = (await syncs.list(shop)).find(({ scope }) => scope === "products");
  // Nothing was begun yet: the first reading will see it all.
  if (!sync || (sync.generation === 0 && sync.state === "waiting")) return;
  const products = await source.readProducts(shop, ids, signal);
  const found = new Set(products.map(({ id }) => id));
  await writer.putProducts(shop, products, sync.generation);
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length > 0) await writer.removeProducts(shop, gone);
}
