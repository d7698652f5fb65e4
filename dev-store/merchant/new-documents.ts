import { deterministicId } from "../load/fields";
import type { ArticleData, CollectionData, PageData } from "../model";
import { handleFromTitle } from "./edit-product";

/** What a merchant writes; a handle is made of the title where none is given. */
export interface NewDocument {
  title: string;
  handle?: string;
  bodyHtml?: string;
}

export function newPage({ title, handle, bodyHtml = "" }: NewDocument, at: Date): PageData {
  const name = handle || handleFromTitle(title);
  const createdAt = at.toISOString();
  return {
    id: deterministicId("page", name),
    handle: name,
    title,
    bodyHtml,
    createdAt,
    updatedAt: createdAt,
  };
}

export function newArticle(
  document: NewDocument,
  { author, tags = [] }: { author: string; tags?: string[] },
  at: Date,
): ArticleData {
  const page = newPage(document, at);
  return { ...page, id: deterministicId("article", page.handle), author, tags };
}

export function newCollection({ title, handle, bodyHtml = "" }: NewDocument, at: Date): CollectionData {
  const name = handle || handleFromTitle(title);
  return {
    id: deterministicId("collection", name),
    handle: name,
    title,
    descriptionHtml: bodyHtml,
    productIds: [],
    updatedAt: at.toISOString(),
  };
}
