import { rank } from "../catalogue";
import { compileSearch, type SearchSchema } from "../search/compile-search";
import { ARTICLE_SEARCH, COLLECTION_SEARCH, PAGE_SEARCH } from "../search/document-search";
import { type ConnectionArguments, connect } from "./connection";
import { sortBy } from "./list-orders";
import { warnOfUnknownFields } from "./search-warnings";
import type { ViewContext } from "./views/view-context";
import { viewArticle, viewBlog, viewPage } from "./views/view-document";
import { viewCollection } from "./views/view-product";

type ListArguments = ConnectionArguments & { query?: string | null; sortKey?: string | null };

/** The store's texts and collections, as the Admin API lists and counts them. */
export function documentFields(context: ViewContext): Record<string, unknown> {
  const { data } = context.store;
  const find = <T extends Sortable>(field: string, records: T[], schema: SearchSchema<T>) => {
    return ({ query, sortKey }: { query?: string | null; sortKey?: string | null }) =>
      sort(search(records, query, schema, field, context), sortKey);
  };
  const pages = find("pages", data.pages, PAGE_SEARCH);
  const articles = find("articles", data.articles, ARTICLE_SEARCH);
  const collections = find("collections", data.collections, COLLECTION_SEARCH);
  return {
    pages: (args: ListArguments) => connect(pages(args), args, (page) => viewPage(page, context)),
    pagesCount: () => viewCount(data.pages.length),
    articles: (args: ListArguments) =>
      connect(articles(args), args, (article) => viewArticle(article, context)),
    blogs: (args: ListArguments) => connect([data.blog], args, () => viewBlog(context)),
    blogsCount: () => viewCount(1),
    collections: (args: ListArguments) =>
      connect(collections(args), args, (collection) => viewCollection(collection, context)),
    collectionsCount: (args: { query?: string | null }) => viewCount(collections(args).length),
  };
}

/** Shopify counts to ten thousand and then says that there are more. */
export function viewCount(count: number) {
  return {
    __typename: "Count",
    count: Math.min(count, 10_000),
    precision: count > 10_000 ? "AT_LEAST" : "EXACT",
  };
}

function search<T>(
  records: T[],
  query: string | null | undefined,
  schema: SearchSchema<T>,
  field: string,
  context: ViewContext,
): T[] {
  if (!query) return records;
  const compiled = compileSearch(query, schema);
  warnOfUnknownFields(context, [field], query, compiled.unknownFields);
  return rank(records, compiled);
}

interface Sortable {
  id: string;
  title: string;
  updatedAt: string;
  createdAt?: string;
}

const SORT_KEYS: Record<string, (record: Sortable) => string | number> = {
  ID: ({ id }) => Number(id),
  TITLE: ({ title }) => title.toLowerCase(),
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  PUBLISHED_AT: ({ createdAt }) => createdAt ?? "",
};

function sort<T extends Sortable>(records: T[], sortKey: string | null | undefined): T[] {
  const key = SORT_KEYS[sortKey ?? "ID"];
  return key ? sortBy(records, key) : records;
}
