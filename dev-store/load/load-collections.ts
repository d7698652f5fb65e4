import type { CollectionData, LoadProblem, ProductData } from "../model";
import { collectRows } from "./collect-rows";
import type { CsvTable } from "./csv-table";
import { deterministicId, requireText } from "./fields";
import type { TitledDocument } from "./load-documents";

/** `collections.csv` is a file of our own, since Shopify exports none: Handle, Title, Body (HTML), Product handles. */
export function loadCollections(
  table: CsvTable,
  products: ProductData[],
  updatedAt: string,
): { collections: CollectionData[]; problems: LoadProblem[] } {
  const productIds = new Map(products.map(({ handle, id }) => [handle, id]));
  const collections: CollectionData[] = [];
  const unknown: LoadProblem[] = [];
  const file = "collections.csv";
  const problems = collectRows(table, file, (row) => {
    const handle = requireText(row.get("Handle"), "Handle");
    const handles = row.get("Product handles").split(/\s+/).filter(Boolean);
    for (const missing of handles.filter((candidate) => !productIds.has(candidate))) {
      unknown.push({ file, line: row.line, reason: `There is no product ${missing.slice(0, 80)}.` });
    }
    collections.push({
      id: deterministicId("collection", handle),
      handle,
      title: requireText(row.get("Title"), "Title"),
      descriptionHtml: row.get("Body (HTML)"),
      productIds: handles.map((candidate) => productIds.get(candidate)).filter((id) => id !== undefined),
      updatedAt,
    });
  });
  return { collections, problems: [...problems, ...unknown] };
}

/** Texts of a folder take the place of the descriptions; one that belongs to no collection is a collection of its own. */
export function describeCollections(
  collections: CollectionData[],
  documents: TitledDocument[],
): CollectionData[] {
  const texts = new Map(documents.map((document) => [document.handle, document]));
  const described = collections.map((collection) => {
    const text = texts.get(collection.handle);
    texts.delete(collection.handle);
    return text ? { ...collection, descriptionHtml: text.bodyHtml, updatedAt: text.updatedAt } : collection;
  });
  const added = [...texts.values()].map(({ handle, title, bodyHtml, updatedAt }) => ({
    id: deterministicId("collection", handle),
    handle,
    title,
    descriptionHtml: bodyHtml,
    productIds: [],
    updatedAt,
  }));
  return [...described, ...added];
}
