import type { ArticleData, BlogData, PageData, StoreData } from "../../model";
import { createPagedList } from "../liquid/paged-list";

export function createPageObject({ id, handle, title, bodyHtml, updatedAt }: PageData) {
  return {
    id: Number(id),
    handle,
    title,
    content: bodyHtml,
    url: `/pages/${handle}`,
    published_at: updatedAt,
    template_suffix: null,
  };
}

/** The store has one blog; it takes no comments. */
export function createBlogObject({ blog, articles }: Pick<StoreData, "blog" | "articles">) {
  const tags = [...new Set(articles.flatMap((article) => article.tags))];
  return {
    id: Number(blog.id),
    handle: blog.handle,
    title: blog.title,
    url: `/blogs/${blog.handle}`,
    articles_count: articles.length,
    articles: createPagedList(articles, (article) => createArticleObject(article, blog)),
    tags,
    all_tags: tags,
    "comments_enabled?": false,
    "moderated?": false,
  };
}

const EXCERPT_LENGTH = 200;

export function createArticleObject(article: ArticleData, blog: BlogData) {
  const text = article.bodyHtml
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return {
    id: Number(article.id),
    handle: `${blog.handle}/${article.handle}`,
    title: article.title,
    content: article.bodyHtml,
    excerpt: text.slice(0, EXCERPT_LENGTH),
    excerpt_or_content: text.slice(0, EXCERPT_LENGTH),
    author: article.author,
    tags: article.tags,
    url: `/blogs/${blog.handle}/${article.handle}`,
    image: null,
    object_type: "article",
    published_at: article.createdAt,
    created_at: article.createdAt,
    updated_at: article.updatedAt,
    comments: [],
    comments_count: 0,
    "comments_enabled?": false,
    "moderated?": false,
    blog: { title: blog.title, handle: blog.handle, url: `/blogs/${blog.handle}` },
  };
}
