import type { KnowledgeWriter } from "../knowledge-writer";
import type { KnowledgeSource } from "./knowledge-source";
import type { KnowledgeSyncs } from "./knowledge-syncs";

/** What a webhook names is read anew; what it says of it is not believed. Products that may not be shown are forgotten. */
export async function followProducts(
  shop: string,
  ids: readonly string[],
  deps: { source: KnowledgeSource; writer: KnowledgeWriter; syncs: KnowledgeSyncs },
  signal: AbortSignal,
): Promise<void> {
  const sync = (await deps.syncs.list(shop)).find(({ scope }) => scope === "products");
  // Nothing was begun yet: the first reading will see it all.
  if (!sync || (sync.generation === 0 && sync.state === "waiting")) return;
  const products = await deps.source.readProducts(shop, ids, signal);
  const found = new Set(products.map(({ id }) => id));
  await deps.writer.putProducts(shop, products, sync.generation);
  await deps.writer.removeProducts(
    shop,
    ids.filter((id) => !found.has(id)),
  );
}
