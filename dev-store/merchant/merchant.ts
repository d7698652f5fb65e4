import { wholeSecond } from "../load/changed-at";
import type { ArticleData, CollectionData, PageData, PolicyData, ProductData, StoreData } from "../model";
import type { StateStore, StoreChanges } from "../state-store";
import { describeCollection } from "../webhooks/describe-collection";
import { describeProduct } from "../webhooks/describe-product";
import type { WebhookAnswer, WebhookSender } from "../webhooks/webhook-sender";

/**
 * What the merchant does in the admin: every change of products, collections and texts goes through here. It is kept over
 * a restart, dated, and told to the app where Shopify has a webhook for it; the promise waits for the app's answers.
 */
export interface Merchant {
  /** Adds the record, or puts it in the place of the one with its id. */
  saveProduct(product: ProductData): Promise<WebhookAnswer[]>;
  saveCollection(collection: CollectionData): Promise<WebhookAnswer[]>;
  /** Shopify has no webhooks for texts. */
  savePage(page: PageData): void;
  saveArticle(article: ArticleData): void;
  savePolicy(policy: PolicyData): void;
  deleteProduct(id: string): Promise<WebhookAnswer[]>;
  deleteCollection(id: string): Promise<WebhookAnswer[]>;
  deletePage(id: string): void;
  deleteArticle(id: string): void;
  deletePolicy(id: string): void;
  /** The store as its files have it; to be called when the state was reset. */
  forgetChanges(): void;
}

export interface MerchantOptions {
  data: StoreData;
  state: StateStore;
  webhooks: WebhookSender;
  clock: () => Date;
}

interface ChangingRecord {
  id: string;
  updatedAt: string;
}

type Kind = keyof StoreChanges;
type RecordOf<K extends Kind> = NonNullable<StoreChanges[K][string]>;

export function emptyChanges(): StoreChanges {
  return { products: {}, collections: {}, pages: {}, articles: {}, policies: {} };
}

/** Changes of earlier runs are made to `data` at once. */
export function createMerchant({ data, state, webhooks, clock }: MerchantOptions): Merchant {
  const { products, collections, pages, articles, policies } = data;
  const loaded = { products, collections, pages, articles, policies };
  applyAll();

  function applyAll(): void {
    const { changes } = state.current;
    data.products = applyChanges(loaded.products, changes.products);
    data.collections = applyChanges(loaded.collections, changes.collections);
    data.pages = applyChanges(loaded.pages, changes.pages);
    data.articles = applyChanges(loaded.articles, changes.articles);
    data.policies = applyChanges(loaded.policies, changes.policies);
  }

  function put<K extends Kind>(kind: K, record: RecordOf<K>): RecordOf<K> {
    const before = (data[kind] as ChangingRecord[]).find(({ id }) => id === record.id);
    const changed = { ...record, updatedAt: laterThan(before?.updatedAt, clock()) };
    keep(kind, record.id, changed);
    return changed;
  }

  function keep<K extends Kind>(kind: K, id: string, record: RecordOf<K> | null): void {
    state.update(({ changes }) => {
      (changes[kind] as Record<string, ChangingRecord | null>)[id] = record;
    });
    (data[kind] as ChangingRecord[]) = applyChanges(data[kind] as ChangingRecord[], { [id]: record });
  }

  async function tell(topic: string, payload: unknown): Promise<WebhookAnswer[]> {
    return state.current.installation ? webhooks.deliver({ topic, payload }) : [];
  }

  const isKnown = (records: ChangingRecord[], id: string) => records.some((record) => record.id === id);

  return {
    saveProduct(product) {
      const topic = isKnown(data.products, product.id) ? "products/update" : "products/create";
      return tell(topic, describeProduct(put("products", product), data.shop.currency));
    },
    saveCollection(collection) {
      const topic = isKnown(data.collections, collection.id) ? "collections/update" : "collections/create";
      return tell(topic, describeCollection(put("collections", collection)));
    },
    savePage: (page) => void put("pages", page),
    saveArticle: (article) => void put("articles", article),
    savePolicy: (policy) => void put("policies", policy),
    async deleteProduct(id) {
      if (!isKnown(data.products, id)) return [];
      keep("products", id, null);
      return tell("products/delete", { id: Number(id) });
    },
    async deleteCollection(id) {
      if (!isKnown(data.collections, id)) return [];
      keep("collections", id, null);
      return tell("collections/delete", { id: Number(id) });
    },
    deletePage: (id) => keep("pages", id, null),
    deleteArticle: (id) => keep("articles", id, null),
    deletePolicy: (id) => keep("policies", id, null),
    forgetChanges: applyAll,
  };
}

/** Another list, with changed records in their old place and new ones at the end; the same list where nothing changes. */
function applyChanges<T extends { id: string }>(records: T[], changes: Record<string, T | null>): T[] {
  if (Object.keys(changes).length === 0) return records;
  const known = new Set(records.map(({ id }) => id));
  const kept = records.flatMap((record) => {
    const change = changes[record.id];
    return change === undefined ? [record] : change === null ? [] : [change];
  });
  const added = Object.entries(changes).flatMap(([id, record]) => (record && !known.has(id) ? [record] : []));
  return [...kept, ...added];
}

/** Now, or a second after the last change where that lies ahead: a change is always newer than the one before. */
function laterThan(before: string | undefined, now: Date): string {
  const time = wholeSecond(now);
  if (!before || time > before) return time;
  return new Date(Date.parse(before) + 1_000).toISOString();
}
