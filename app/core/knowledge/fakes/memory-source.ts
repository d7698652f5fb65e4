import { VendorError } from "~/lib/errors";
import type { Product } from "../../store/product";
import type { StoreDocument } from "../../store/store-platform";
import type { ExportState, KnowledgeSource } from "../sync/knowledge-source";

interface Listed<Value> {
  value: Value;
  updatedAt: string;
}

/** A KnowledgeSource over plain data, which can be changed and which counts what it is asked. */
export interface MemorySource extends KnowledgeSource {
  products: Listed<Product>[];
  documents: Listed<StoreDocument>[];
  /** Names of the calls so far. */
  calls: string[];
  /** What a call of that name fails with, until it is set to null. */
  failure: { call: string; error: unknown } | null;
  exportState: ExportState;
  /** Called after each entry of an export. */
  onEntry(lines: number): void;
  /** Told instead of the real one. */
  count: number | null | undefined;
}

const PAGE = 50;

/** Every product is a line of its exports. */
export function createMemorySource(): MemorySource {
  const source: MemorySource = {
    products: [],
    documents: [],
    calls: [],
    failure: null,
    exportState: { status: "ready" },
    onEntry: () => {},
    count: undefined,

    async describeProducts() {
      note("describeProducts");
      const dates = source.products.map(({ updatedAt }) => updatedAt).sort();
      return {
        count: source.count === undefined ? source.products.length : source.count,
        newest: dates.at(-1) ?? null,
      };
    },
    async readProductPage(_shop, after) {
      note("readProductPage");
      const start = Number(after ?? 0);
      const products = source.products.slice(start, start + PAGE).map(({ value }) => value);
      return { products, next: start + PAGE < source.products.length ? String(start + PAGE) : null };
    },
    async readChangedPage(_shop, after) {
      note("readChangedPage");
      const start = Number(after ?? 0);
      const sorted = source.products.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
      const changes = sorted.slice(start, start + PAGE).map(({ value, updatedAt }) => ({
        id: value.id,
        updatedAt,
        product: value,
      }));
      return { changes, next: start + PAGE < sorted.length ? String(start + PAGE) : null };
    },
    async readProducts(_shop, ids) {
      note("readProducts");
      return source.products.map(({ value }) => value).filter(({ id }) => ids.includes(id));
    },
    async startExport() {
      note("startExport");
      return { status: "started", exportId: `export-${source.calls.length}` };
    },
    async findExport() {
      note("findExport");
      return source.exportState;
    },
    async *readExport(_shop, _exportId, fromLine, signal) {
      note("readExport");
      for (const [index, { value }] of [...source.products.entries()].slice(fromLine)) {
        signal.throwIfAborted();
        yield { product: value, lines: index + 1 };
        source.onEntry(index + 1);
      }
    },
    async listDocuments() {
      note("listDocuments");
      return source.documents.map(({ value, updatedAt }) => ({ id: value.id, updatedAt, path: null }));
    },
    async readDocuments(_shop, ids) {
      note("readDocuments");
      return source.documents.map(({ value }) => value).filter(({ id }) => ids.includes(id));
    },
  };

  function note(call: string): void {
    source.calls.push(call);
    if (source.failure?.call === call) throw source.failure.error;
  }
  return source;
}

export const throttled = (retryAfterMs: number) =>
  new VendorError("shopify", "Shopify is throttling requests.", { status: 429, retryAfterMs });
