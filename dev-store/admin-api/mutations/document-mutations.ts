import { newPolicy } from "../../load/load-documents";
import { given } from "../../merchant/edit-product";
import { newArticle, newPage } from "../../merchant/new-documents";
import type { PolicyType } from "../../model";
import { requireNumericId } from "../views/scalars";
import type { ViewContext } from "../views/view-context";
import { viewArticle, viewPage } from "../views/view-document";
import { viewPolicy } from "../views/view-shop";
import { orAbsent } from "./or-absent";
import { userError } from "./user-error";

interface TextInput {
  title?: string | null;
  handle?: string | null;
  body?: string | null;
}
type ArticleInput = TextInput & { tags?: string[] | null; author?: { name?: string | null } | null };

/** Pages, articles of the one blog, and policies. */
export function documentMutations(context: ViewContext): Record<string, unknown> {
  return { ...pageMutations(context), ...articleMutations(context), ...policyMutations(context) };
}

function pageMutations(context: ViewContext): Record<string, unknown> {
  const { merchant, catalogue, clock } = context.store;
  const find = (id: string) => catalogue.pageById.get(requireNumericId(id, "Page"));
  const answer = (id: string) => {
    const page = catalogue.pageById.get(id);
    return { page: page ? viewPage(page, context) : null, userErrors: [] };
  };
  return {
    pageCreate: ({ page }: { page: TextInput & { title: string } }) => {
      const created = newPage({ ...readText(page), title: page.title }, clock());
      if (catalogue.pageById.has(created.id))
        return {
          page: null,
          userErrors: [userError(["page", "handle"], "Handle has already been taken", "TAKEN")],
        };
      merchant.savePage(created);
      return answer(created.id);
    },
    pageUpdate: ({ id, page }: { id: string; page: TextInput }) => {
      const found = find(id);
      if (!found) return { page: null, userErrors: [missing("Page")] };
      merchant.savePage({ ...found, ...given(readText(page)) });
      return answer(found.id);
    },
    pageDelete: ({ id }: { id: string }) => {
      const found = find(id);
      if (found) merchant.deletePage(found.id);
      return { deletedPageId: found ? id : null, userErrors: found ? [] : [missing("Page")] };
    },
  };
}

function articleMutations(context: ViewContext): Record<string, unknown> {
  const { merchant, catalogue, clock } = context.store;
  const find = (id: string) => catalogue.articleById.get(requireNumericId(id, "Article"));
  const answer = (id: string) => {
    const article = catalogue.articleById.get(id);
    return { article: article ? viewArticle(article, context) : null, userErrors: [] };
  };
  return {
    articleCreate: ({ article }: { article: ArticleInput & { title: string } }) => {
      const author = article.author?.name ?? context.store.data.shop.name;
      const text = { ...readText(article), title: article.title };
      const created = newArticle(text, { author, tags: orAbsent(article.tags) }, clock());
      if (catalogue.articleById.has(created.id))
        return {
          article: null,
          userErrors: [userError(["article", "handle"], "Handle has already been taken", "TAKEN")],
        };
      merchant.saveArticle(created);
      return answer(created.id);
    },
    articleUpdate: ({ id, article }: { id: string; article: ArticleInput }) => {
      const found = find(id);
      if (!found) return { article: null, userErrors: [missing("Article")] };
      const changes = {
        ...readText(article),
        tags: orAbsent(article.tags),
        author: orAbsent(article.author?.name),
      };
      merchant.saveArticle({ ...found, ...given(changes) });
      return answer(found.id);
    },
    articleDelete: ({ id }: { id: string }) => {
      const found = find(id);
      if (found) merchant.deleteArticle(found.id);
      return { deletedArticleId: found ? id : null, userErrors: found ? [] : [missing("Article")] };
    },
  };
}

function policyMutations(context: ViewContext): Record<string, unknown> {
  const { data, merchant } = context.store;
  return {
    shopPolicyUpdate: ({
      shopPolicy: { type, body },
    }: {
      shopPolicy: { type: PolicyType; body: string };
    }) => {
      const policy = data.policies.find((candidate) => candidate.type === type) ?? newPolicy(type);
      if (policy) merchant.savePolicy({ ...policy, bodyHtml: body });
      const saved = data.policies.find((candidate) => candidate.type === type);
      return { shopPolicy: saved ? viewPolicy(saved, context.store.config.url) : null, userErrors: [] };
    },
  };
}

function readText({ title, handle, body }: TextInput) {
  return { title: orAbsent(title), handle: orAbsent(handle), bodyHtml: orAbsent(body) };
}

function missing(type: string) {
  return userError(["id"], `${type} does not exist`, "NOT_FOUND");
}
