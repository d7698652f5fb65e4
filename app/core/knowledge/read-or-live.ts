import type { KnowledgeIndex } from "./knowledge-index";

/** What has been read of a shop, so far as it has; what stands on the platform's pages now, until its texts have been read once. */
export function readOrLive(options: {
  index: KnowledgeIndex;
  /** Reads the texts when it is asked. */
  live: KnowledgeIndex;
  /** Whether the shop's texts have been read whole. */
  areTextsRead(shop: string): Promise<boolean>;
}): KnowledgeIndex {
  const { index, live } = options;
  /** Once read, they stay so until the shop is forgotten. */
  const read = new Set<string>();

  async function areTextsRead(shop: string): Promise<boolean> {
    if (read.has(shop)) return true;
    const areRead = await options.areTextsRead(shop);
    if (areRead) read.add(shop);
    return areRead;
  }

  return {
    ...index,
    async search(shop, question, limit, signal) {
      const source = (await areTextsRead(shop)) ? index : live;
      return source.search(shop, question, limit, signal);
    },
    async findNearest(shop, question, limit, signal) {
      const source = (await areTextsRead(shop)) ? index : live;
      return source.findNearest(shop, question, limit, signal);
    },
    invalidate(shop) {
      read.delete(shop);
      index.invalidate(shop);
      live.invalidate(shop);
    },
  };
}
