import { LRUCache } from "lru-cache";
import type { KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import { createSectionRanking, type SectionRanking } from "~/core/knowledge/rank-sections";
import { readSections } from "~/core/knowledge/sections";
import type { StorePlatform } from "~/core/store/store-platform";
import { VendorError } from "~/lib/errors";

const FIVE_MINUTES = 5 * 60_000;
const MAX_SHOPS = 200;

/** Reading a shop's texts takes a few requests; whoever waits longer is better told that it failed. */
const READ_DEADLINE_MS = 10_000;

interface Entry {
  ranking: Promise<SectionRanking>;
  loadedAt: number;
}

/**
 * A KnowledgeIndex over what the platform publishes, read when it is first asked for and again after `ttlMs`. Questions
 * that come at once share one read, which goes on when one of the askers leaves; a failed one is forgotten, and while a
 * newer one fails the older serves on.
 */
export function createPageKnowledge({
  store,
  now = Date.now,
  ttlMs = FIVE_MINUTES,
}: {
  store: Pick<StorePlatform, "loadDocuments">;
  /** Milliseconds. */
  now?: () => number;
  ttlMs?: number;
}): KnowledgeIndex {
  const entries = new LRUCache<string, Entry>({ max: MAX_SHOPS });

  function load(shop: string): Promise<SectionRanking> {
    const known = entries.get(shop);
    if (known && now() - known.loadedAt < ttlMs) return known.ranking;
    const entry: Entry = { ranking: read(store, shop), loadedAt: now() };
    entries.set(shop, entry);
    entry.ranking = entry.ranking.catch((error) => {
      const isNewest = entries.get(shop) === entry;
      if (isNewest && known) entries.set(shop, known);
      else if (isNewest) entries.delete(shop);
      if (known) return known.ranking;
      throw error;
    });
    return entry.ranking;
  }

  return {
    async search(shop, question, limit, signal) {
      const ranking = await untilAborted(load(shop), signal);
      return ranking.rank(question, limit);
    },
    async findNearest(shop, question, limit, signal) {
      const ranking = await untilAborted(load(shop), signal);
      return ranking.nearest(question, limit);
    },
    findProducts: async () => null,
    readVocabulary: async () => null,
    invalidate(shop) {
      entries.delete(shop);
    },
  };
}

async function read(store: Pick<StorePlatform, "loadDocuments">, shop: string): Promise<SectionRanking> {
  const deadline = new AbortController();
  const timer = setTimeout(
    () => deadline.abort(new VendorError("store", "the shop's texts took too long to read")),
    READ_DEADLINE_MS,
  );
  try {
    const documents = await store.loadDocuments(shop, deadline.signal);
    return createSectionRanking(documents.flatMap(readSections));
  } finally {
    clearTimeout(timer);
  }
}

/** The promise's value, or the signal's reason as soon as it aborts. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
