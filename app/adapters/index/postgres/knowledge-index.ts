import { LRUCache } from "lru-cache";
import type pg from "pg";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import type { CatalogueVocabulary, KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import { findProducts } from "./find-products";
import { createSectionFinder } from "./find-sections";
import { createKnownPostings } from "./known-postings";
import { createKnownProducts } from "./known-products";
import { createKnownShops } from "./known-shops";
import { createKnownTexts } from "./load-products";
import { readVocabulary } from "./read-vocabulary";
import { createSql, untilAborted } from "./sql";
import { createStemmer } from "./stemmer";

const MAX_SHOPS = 200;
/** A new colour may be unknown for so long; products themselves are always as they were last written. */
const VOCABULARY_MS = 60_000;

export interface PostgresKnowledgeOptions {
  pool: pg.Pool;
  /** Finds texts by what they mean; by their words alone without one. */
  embeddings?: EmbeddingModel;
  /** Hears of vectors that could not be made; questions are answered by words then. */
  onProblem?: (error: unknown) => void;
}

/** A KnowledgeIndex on PostgreSQL. Products are found in the tables at every query. */
export function createPostgresKnowledgeIndex(options: PostgresKnowledgeOptions): KnowledgeIndex {
  const { pool, embeddings = null, onProblem = () => {} } = options;
  const sql = createSql(pool);
  const stemmer = createStemmer(sql);
  const products = {
    sql,
    stemmer,
    shops: createKnownShops(),
    postings: createKnownPostings(),
    products: createKnownProducts(),
    texts: createKnownTexts(),
  };
  const sections = createSectionFinder(sql, embeddings, onProblem);
  const vocabularies = new LRUCache<string, CatalogueVocabulary>({ max: MAX_SHOPS, ttl: VOCABULARY_MS });

  async function requireVocabulary(shop: string): Promise<CatalogueVocabulary | null> {
    const known = vocabularies.get(shop);
    if (known) return known;
    const read = await readVocabulary(sql, shop);
    if (read) vocabularies.set(shop, read);
    return read;
  }

  return {
    search: (shop, question, limit, signal) =>
      untilAborted(sections.find(shop, question, limit, signal), signal),
    findNearest: (shop, question, limit, signal) =>
      untilAborted(sections.findNearest(shop, question, limit, signal), signal),
    findProducts: (shop, query, signal) => untilAborted(findProducts(products, shop, query), signal),
    readVocabulary: (shop, signal) => untilAborted(requireVocabulary(shop), signal),
    invalidate(shop) {
      sections.forget(shop);
      products.shops.forget(shop);
      vocabularies.delete(shop);
    },
  };
}
