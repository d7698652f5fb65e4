import type { ArticleData, CollectionData, PageData } from "../model";
import { date, keyword, type SearchSchema, words } from "./compile-search";
import { tokenizeText } from "./text-index";

/** What the Admin API finds pages by. */
export const PAGE_SEARCH: SearchSchema<PageData> = {
  text: titleWords(),
  fields: textFields("Page"),
};

export const ARTICLE_SEARCH: SearchSchema<ArticleData> = {
  text: titleWords(),
  fields: {
    ...textFields<ArticleData>("Article"),
    author: keyword(({ author }) => [author]),
    tag: keyword(({ tags }) => tags),
  },
};

export const COLLECTION_SEARCH: SearchSchema<CollectionData> = {
  text: titleWords(),
  fields: {
    id: keyword(({ id }) => [id, `gid://shopify/Collection/${id}`]),
    handle: keyword(({ handle }) => [handle]),
    title: words(({ title }) => title),
    product_id: keyword(({ productIds }) => productIds),
    collection_type: keyword(() => ["custom"]),
    published_status: keyword(() => ["published", "visible", "any"]),
    updated_at: date(({ updatedAt }) => updatedAt),
  },
};

function textFields<T extends PageData>(type: string): SearchSchema<T>["fields"] {
  return {
    id: keyword(({ id }) => [id, `gid://shopify/${type}/${id}`]),
    handle: keyword(({ handle }) => [handle]),
    title: words(({ title }) => title),
    published_status: keyword(() => ["published", "visible", "any"]),
    created_at: date(({ createdAt }) => createdAt),
    published_at: date(({ createdAt }) => createdAt),
    updated_at: date(({ updatedAt }) => updatedAt),
  };
}

function titleWords<T extends { title: string }>(): SearchSchema<T>["text"] {
  return (term) => {
    const wanted = tokenizeText(term);
    return ({ title }) => {
      const found = tokenizeText(title);
      const fits = wanted.every((word) => found.some((candidate) => candidate.startsWith(word)));
      return fits ? wanted.length : 0;
    };
  };
}
