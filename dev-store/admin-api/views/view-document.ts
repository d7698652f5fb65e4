import type { ArticleData, PageData } from "../../model";
import { STORE_OPENED_AT } from "../../model";
import { type ConnectionArguments, connect, cursorOf } from "../connection";
import { dateTime, globalId, plainText } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { metafieldFields } from "./view-metafield";

const SUMMARY_LENGTH = 150;

export function viewPage(page: PageData, context: ViewContext): View {
  return {
    __typename: "Page",
    ...textFields("Page", page, context),
    bodySummary: plainText(page.bodyHtml, SUMMARY_LENGTH),
  };
}

export function viewArticle(article: ArticleData, context: ViewContext): View {
  return {
    __typename: "Article",
    ...textFields("Article", article, context),
    summary: null,
    author: { __typename: "ArticleAuthor", name: article.author },
    blog: () => viewBlog(context),
    tags: article.tags,
    image: null,
    comments: (args: ConnectionArguments) => connect([], args, (comment) => comment),
    commentsCount: { __typename: "Count", count: 0, precision: "EXACT" },
  };
}

export function viewBlog(context: ViewContext): View {
  const { blog, articles } = context.store.data;
  const id = globalId("Blog", blog.id);
  return {
    __typename: "Blog",
    ...metafieldFields(id, context),
    id,
    handle: blog.handle,
    title: blog.title,
    articles: (args: ConnectionArguments) =>
      connect(articles, args, (article) => viewArticle(article, context)),
    articlesCount: { __typename: "Count", count: articles.length, precision: "EXACT" },
    commentPolicy: "CLOSED",
    tags: [...new Set(articles.flatMap(({ tags }) => tags))],
    templateSuffix: null,
    translations: [],
    createdAt: dateTime(STORE_OPENED_AT),
    updatedAt: dateTime(STORE_OPENED_AT),
  };
}

function textFields(type: string, document: PageData, context: ViewContext): Record<string, unknown> {
  const id = globalId(type, document.id);
  return {
    ...metafieldFields(id, context),
    id,
    defaultCursor: cursorOf(document),
    handle: document.handle,
    title: document.title,
    body: document.bodyHtml,
    isPublished: true,
    publishedAt: dateTime(document.createdAt),
    createdAt: dateTime(document.createdAt),
    updatedAt: dateTime(document.updatedAt),
    templateSuffix: null,
    translations: [],
  };
}
