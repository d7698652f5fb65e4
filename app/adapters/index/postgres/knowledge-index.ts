import { LRUCache } from "lru-cache";
import type pg from "pg";
import type { CatalogueVocabulary, KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import { findProducts } from "./find-products";
import { loadSections, readVersion, type ShopSections } from "./find-sections";
import { readVocabulary } from "./read-vocabulary";
import { createSql, untilAborted } from "./sql";
import { createStemmer } from "./stemmer";

/** Shops whose texts are kept ready for ranking. */
const MAX_SHOPS = 200;
/** A new colour may be unknown for so long; products themselves are always as they were last written. */
const VOCABULARY_MS = 60_000;

/**
 * A KnowledgeIndex on PostgreSQL. Products are ranked from the tables at every query; a shop's texts, which are few, are
 * kept ready in memory until their version changes.
 */
export function createPostgresKnowledgeIndex({ pool }: { pool: pg.Pool }): KnowledgeIndex {
  const sql = createSql(pool);
  const stemmer = createStemmer(sql);
  const sections = new LRUCache<string, ShopSections>({ max: MAX_SHOPS });
  const vocabularies = new LRUCache<string, CatalogueVocabulary>({ max: MAX_SHOPS, ttl: VOCABULARY_MS });

  async function requireSections(shop: string): Promise<ShopSections | null> {
    const version = await readVersion(sql, shop);
    if (version === null) return null;
    const known = sections.get(shop);
    if (known?.version === version) return known;
    const loaded = await loadSections(sql, shop, version);
    sections.set(shop, loaded);
    return loaded;
  }

  async function requireVocabulary(shop: string): Promise<CatalogueVocabulary | null> {
    const known = vocabularies.get(shop);
    if (known) return known;
    const read = await readVocabulary(sql, shop);
    if (read) vocabularies.set(shop, read);
    return read;
  }

  return {
    async search(shop, question, limit, signal) {
      const known = await untilAborted(requireSections(shop), signal);
      return known?.ranking.rank(question, limit) ?? [];
    },
    findProducts: (shop, query, signal) => untilAborted(findProducts(sql, stemmer, shop, query), signal),
    readVocabulary: (shop, signal) => untilAborted(requireVocabulary(shop), signal),
    invalidate(shop) {
      sections.delete(shop);
      vocabularies.delete(shop);
    },
  };
}
