import type pg from "pg";
import { createPostgresKnowledgeIndex } from "../../app/adapters/index/postgres/knowledge-index";
import { type ChatTurn, createChat } from "../../app/adapters/models/builtin/fixtures/chat";
import { createInMemoryStore, sampleProfile } from "../../app/core/store/fixtures/in-memory-store";
import type { Product } from "../../app/core/store/product";

export interface BenchShop {
  name: string;
  currency: string;
  products: Product[];
  /** A new conversation with the built-in model, with the index as it is in production. */
  chat(locale?: string): (text: string) => Promise<ChatTurn>;
}

export function openShop(pool: pg.Pool, domain: string, products: Product[], currency: string): BenchShop {
  const profile = { ...sampleProfile, domain, currency };
  const store = createInMemoryStore({ profile, products });
  const knowledge = createPostgresKnowledgeIndex({ pool });
  return {
    name: domain.split(".")[0] ?? domain,
    currency,
    products,
    chat: (locale = "en") =>
      createChat({ store, knowledge, locale, context: { shop: domain, profile, locale } }),
  };
}
