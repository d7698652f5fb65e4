import type { KnowledgeWriter } from "./knowledge-writer";

/** The writer, with `onChange` told of every shop of which something changed, so that nothing older is remembered. */
export function announceChanges(writer: KnowledgeWriter, onChange: (shop: string) => void): KnowledgeWriter {
  const countChanges = async (shop: string, changing: Promise<number>): Promise<number> => {
    const changed = await changing;
    if (changed > 0) onChange(shop);
    return changed;
  };
  const change = async (shop: string, changing: Promise<void>): Promise<void> => {
    await changing;
    onChange(shop);
  };
  return {
    ...writer,
    putProducts: (shop, ...rest) => countChanges(shop, writer.putProducts(shop, ...rest)),
    putDocuments: (shop, ...rest) => countChanges(shop, writer.putDocuments(shop, ...rest)),
    removeProducts: async (shop, ids) => {
      if (ids.length > 0) await change(shop, writer.removeProducts(shop, ids));
    },
    removeDocuments: async (shop, ids) => {
      if (ids.length > 0) await change(shop, writer.removeDocuments(shop, ids));
    },
    async removeOlder(shop, ...rest) {
      const removed = await writer.removeOlder(shop, ...rest);
      onChange(shop);
      return removed;
    },
    putSynonyms: (shop, groups) => change(shop, writer.putSynonyms(shop, groups)),
  };
}
