import { words } from "~/lib/words";
import type { Product } from "../../store/product";
import type { StoreDocument } from "../../store/store-platform";
import type { KnowledgeIndex } from "../knowledge-index";
import type { KnowledgeScope, KnowledgeWriter } from "../knowledge-writer";
import { createSectionRanking, type SectionRanking } from "../rank-sections";
import { readSections } from "../sections";

interface Entry<Value> {
  value: Value;
  generation: number;
}

interface ShopKnowledge {
  products: Map<string, Entry<Product>>;
  documents: Map<string, Entry<StoreDocument>>;
  known: Set<KnowledgeScope>;
  synonyms: string[][];
}

/** A KnowledgeWriter with the KnowledgeIndex that it fills, kept in memory. A product is found by all words of a query. */
export interface MemoryKnowledge {
  writer: KnowledgeWriter;
  index: KnowledgeIndex;
  addShop(shop: string): void;
  /** Forgets everything of the shop, as an uninstall does. */
  removeShop(shop: string): void;
  /** What is kept, by id. */
  product(shop: string, id: string): Product | undefined;
  document(shop: string, id: string): StoreDocument | undefined;
  synonyms(shop: string): string[][];
}

export function createMemoryKnowledge(...installed: string[]): MemoryKnowledge {
  const shops = new Map<string, ShopKnowledge>();
  const addShop = (shop: string) => void shops.set(shop, shops.get(shop) ?? emptyKnowledge());
  for (const shop of installed) addShop(shop);

  return {
    addShop,
    removeShop: (shop) => void shops.delete(shop),
    product: (shop, id) => shops.get(shop)?.products.get(id)?.value,
    document: (shop, id) => shops.get(shop)?.documents.get(id)?.value,
    synonyms: (shop) => shops.get(shop)?.synonyms ?? [],
    writer: createWriter(shops),
    index: createIndex(shops),
  };
}

function emptyKnowledge(): ShopKnowledge {
  return { products: new Map(), documents: new Map(), known: new Set(), synonyms: [] };
}

function createWriter(shops: Map<string, ShopKnowledge>): KnowledgeWriter {
  return {
    putProducts: async (shop, products, generation) => put(shops.get(shop)?.products, products, generation),
    putDocuments: async (shop, documents, generation) =>
      put(shops.get(shop)?.documents, documents, generation),
    async removeProducts(shop, ids) {
      for (const id of ids) shops.get(shop)?.products.delete(id);
    },
    async removeDocuments(shop, ids) {
      for (const id of ids) shops.get(shop)?.documents.delete(id);
    },
    async removeOlder(shop, scope, generation) {
      const knowledge = shops.get(shop);
      if (!knowledge) return 0;
      knowledge.known.add(scope);
      const entries: Map<string, Entry<unknown>> = knowledge[scope];
      const older = [...entries].filter(([, entry]) => entry.generation < generation);
      for (const [id] of older) entries.delete(id);
      return older.length;
    },
    async putSynonyms(shop, groups) {
      const knowledge = shops.get(shop);
      if (knowledge) knowledge.synonyms = groups.map((group) => [...group]);
    },
    async counts(shop) {
      const { products, documents } = shops.get(shop) ?? emptyKnowledge();
      const sections = [...documents.values()].flatMap(({ value }) => readSections(value)).length;
      return { products: products.size, documents: documents.size, sections };
    },
  };
}

function put<Value extends { id: string }>(
  entries: Map<string, Entry<Value>> | undefined,
  values: readonly Value[],
  generation: number,
): number {
  if (!entries) return 0;
  let changed = 0;
  for (const value of values) {
    const before = entries.get(value.id);
    if (JSON.stringify(before?.value) !== JSON.stringify(value)) changed += 1;
    entries.set(value.id, { value, generation: Math.max(generation, before?.generation ?? 0) });
  }
  return changed;
}

function createIndex(shops: Map<string, ShopKnowledge>): KnowledgeIndex {
  function rankingOf(shop: string, signal: AbortSignal): SectionRanking {
    signal.throwIfAborted();
    const documents = [...(shops.get(shop)?.documents.values() ?? [])];
    return createSectionRanking(documents.flatMap(({ value }) => readSections(value)));
  }

  return {
    search: async (shop, question, limit, signal) => rankingOf(shop, signal).rank(question, limit),
    findNearest: async (shop, question, limit, signal) => rankingOf(shop, signal).nearest(question, limit),
    async findProducts(shop, query, signal) {
      signal.throwIfAborted();
      const knowledge = shops.get(shop);
      if (!knowledge?.known.has("products")) return null;
      const asked = words(query.words);
      const found = [...knowledge.products.values()]
        .map(({ value }) => value)
        .filter((product) => {
          const has = new Set(words(`${product.title} ${product.productType} ${product.description}`));
          return asked.every((word) => has.has(word));
        });
      const page = found.slice(query.offset, query.offset + query.limit);
      return {
        matches: page.map((product) => ({
          product,
          variantId: product.variants[0]?.id ?? "",
          score: 1,
          missing: [],
        })),
        total: found.length,
        near: [],
        unmet: [],
        repaired: [],
        unknown: [],
      };
    },
    async readVocabulary(shop) {
      const knowledge = shops.get(shop);
      if (!knowledge?.known.has("products")) return null;
      const products = [...knowledge.products.values()].map(({ value }) => value);
      const distinct = (values: string[]) => [...new Set(values)].filter(Boolean);
      const names = distinct(products.flatMap(({ options }) => options.map(({ name }) => name)));
      return {
        options: names.map((name) => ({
          name,
          values: distinct(
            products.flatMap(({ options }) => options.find((option) => option.name === name)?.values ?? []),
          ),
        })),
        vendors: distinct(products.map(({ vendor }) => vendor)),
        productTypes: distinct(products.map(({ productType }) => productType)),
      };
    },
    invalidate: () => {},
  };
}
