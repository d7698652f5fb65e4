import { Router } from "express";
import { createCollectionObject } from "./objects/collection-object";
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
    const { id, handle, title, bodyHtml, updatedAt } = page;
    return storefront.sendPage(request, response, {
      template: "page",
      title,
      objects: {
        page: {
          id: Number(id),
          handle,
          title,
          content: bodyHtml,
          url: `/pages/${handle}`,
          published_at: updatedAt,
        },
      },
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
