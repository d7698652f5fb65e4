import { Router } from "express";
import { createCollectionObject } from "./objects/collection-object";
import { createArticleObject, createBlogObject, createPageObject } from "./objects/content-objects";
import type { Storefront } from "./storefront";

/** Home, cart page, pages and policies. */
export function createContentRouter(storefront: Storefront): Router {
  const { context, assortment } = storefront;
  const { data } = context;
  const router = Router();

  router.get("/", (request, response) => {
    const everything = assortment.findCollection("all");
    const collection = everything && createCollectionObject(everything, assortment);
    storefront.sendPage(request, response, {
      template: "index",
      title: data.shop.name,
      objects: { all: collection },
    });
  });

  router.get("/cart", (request, response) => {
    const error = typeof request.query.error === "string" ? request.query.error : null;
    storefront.sendPage(request, response, {
      template: "cart",
      title: "Your cart",
      objects: { cart_error: error },
    });
  });

  router.get("/pages/:handle", (request, response) => {
    const page = data.pages.find(({ handle }) => handle === request.params.handle);
    if (!page) return storefront.sendNotFound(request, response);
    return storefront.sendPage(request, response, {
      template: "page",
      title: page.title,
      objects: { page: createPageObject(page) },
    });
  });

  router.get("/blogs/:blog", (request, response) => {
    const { blog } = data;
    if (request.params.blog !== blog.handle) return storefront.sendNotFound(request, response);
    return storefront.sendPage(request, response, {
      template: "blog",
      title: blog.title,
      objects: { blog: createBlogObject(data) },
    });
  });

  router.get("/blogs/:blog/:handle", (request, response) => {
    const { blog } = data;
    const article = data.articles.find(({ handle }) => handle === request.params.handle);
    if (!article || request.params.blog !== blog.handle) return storefront.sendNotFound(request, response);
    return storefront.sendPage(request, response, {
      template: "article",
      title: article.title,
      objects: { blog: createBlogObject(data), article: createArticleObject(article, blog) },
    });
  });

  router.get("/policies/:handle", (request, response) => {
    const policy = data.policies.find(({ handle }) => handle === request.params.handle);
    if (!policy) return storefront.sendNotFound(request, response);
    const { title, handle, bodyHtml } = policy;
    return storefront.sendPage(request, response, {
      template: "policy",
      title,
      objects: {
        policy: { title, body: bodyHtml, url: `/policies/${handle}` },
        page: { title, content: bodyHtml },
      },
    });
  });

  router.get("/checkout", (_, response) => response.redirect(302, "/cart"));
  return router;
}
