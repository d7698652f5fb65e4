import { type Request, Router } from "express";
import { type CollectionData, type ProductData, STORE_OPENED_AT } from "../../model";
import { createCollectionObject, createListObject } from "../objects/collection-object";
import { createProductObject } from "../objects/product-object";
import type { Storefront } from "../storefront";
import { readListingChoice } from "./collection-listing";
import { describeProduct, describeProductForListing, describeSuggestion } from "./product-json";

/** Pages and JSON of products, collections and the search. */
export function createAssortmentRouter(storefront: Storefront): Router {
  const router = Router();
  addProductRoutes(router, storefront);
  addCollectionRoutes(router, storefront);
  addSearchRoutes(router, storefront);
  return router;
}

function addProductRoutes(router: Router, storefront: Storefront): void {
  const { assortment, context } = storefront;
  const paths = ["/products/:handle", "/collections/:collection/products/:handle"];

  router.get(["/products/:handle.js", "/products/:handle.json"], (request, response) => {
    const product = assortment.findProduct(request.params.handle as string);
    if (!product)
      return response.status(404).json({ status: 404, message: "Not Found", description: "Not Found" });
    const described = describeProduct(product);
    const isWrapped = request.path.endsWith(".json");
    return response.json(
      isWrapped ? { product: describeProductForListing(product, context.data.shop.currency) } : described,
    );
  });

  router.get(paths, (request, response) => {
    const product = assortment.findProduct(request.params.handle as string);
    if (!product) return storefront.sendNotFound(request, response);
    const variant = typeof request.query.variant === "string" ? request.query.variant : null;
    return storefront.sendPage(request, response, {
      template: "product",
      title: product.title,
      objects: {
        product: createProductObject(product, variant),
        recommendations: recommendationsOf(product, storefront),
      },
    });
  });

  router.get(["/recommendations/products", "/recommendations/products.json"], (request, response) => {
    const product = assortment.findProductById(String(request.query.product_id ?? ""));
    if (!product)
      return response.status(404).json({ status: 404, message: "Not Found", description: "Not Found" });
    if (request.query.section_id !== undefined) {
      const objects = {
        product: createProductObject(product),
        recommendations: recommendationsOf(product, storefront),
      };
      return storefront.sendPage(request, response, { template: "product", title: product.title, objects });
    }
    return response.json({
      intent: "related",
      products: relatedTo(product, storefront).map(describeProduct),
    });
  });
}

const MOST_RELATED = 4;

function recommendationsOf(product: ProductData, storefront: Storefront) {
  const products = relatedTo(product, storefront).map((other) => createProductObject(other));
  const done = { performed: true, "performed?": true };
  return { ...done, products, products_count: products.length, intent: "related" };
}

/** Others of the same type, those of the same brand first. */
function relatedTo(product: ProductData, { assortment }: Storefront): ProductData[] {
  const sameType = assortment.products.filter(
    (other) => other !== product && other.productType === product.productType,
  );
  const pool = product.productType && sameType.length > 0 ? sameType : assortment.products;
  const others = pool.filter((other) => other !== product);
  return [
    ...others.filter((other) => other.vendor === product.vendor),
    ...others.filter((other) => other.vendor !== product.vendor),
  ].slice(0, MOST_RELATED);
}

function addCollectionRoutes(router: Router, storefront: Storefront): void {
  const { assortment, context } = storefront;

  router.get("/collections", (request, response) => {
    const listed = assortment.collections.map((collection) => createCollectionObject(collection, assortment));
    storefront.sendPage(request, response, {
      template: "list-collections",
      title: "Collections",
      objects: { listed_collections: listed },
    });
  });

  router.get(["/collections/types", "/collections/vendors"], (request, response) => {
    const value = String(request.query.q ?? "");
    const isType = request.path.endsWith("types");
    const products = assortment.products.filter(
      (product) => (isType ? product.productType : product.vendor) === value,
    );
    const collection = virtualCollection(
      value || "Products",
      request.path.replace("/collections/", ""),
      products,
    );
    const choice = readListingChoice(storefront.describeVisit(request).query);
    storefront.sendPage(request, response, {
      template: "collection",
      title: collection.title,
      objects: {
        collection: { ...createCollectionObject(collection, assortment, choice), url: request.path },
      },
    });
  });

  router.get("/collections/:handle/products.json", (request, response) => {
    const collection = assortment.findCollection(request.params.handle);
    if (!collection) return response.status(404).json({ errors: "Not Found" });
    const products = assortment.productsOf(collection);
    return response.json({ products: pageOf(products, request, context.data.shop.currency) });
  });

  router.get("/products.json", (request, response) => {
    response.json({ products: pageOf(assortment.products, request, context.data.shop.currency) });
  });

  router.get("/collections/:handle", (request, response) => {
    const collection = assortment.findCollection(request.params.handle);
    if (!collection) return storefront.sendNotFound(request, response);
    const choice = readListingChoice(storefront.describeVisit(request).query);
    return storefront.sendPage(request, response, {
      template: "collection",
      title: collection.title,
      objects: { collection: createCollectionObject(collection, assortment, choice) },
    });
  });
}

function virtualCollection(title: string, handle: string, products: ProductData[]): CollectionData {
  const productIds = products.map((product) => product.id);
  return { id: "0", handle, title, descriptionHtml: "", productIds, updatedAt: STORE_OPENED_AT };
}

const LARGEST_PAGE = 250;

function pageOf(products: ProductData[], request: Request, currency: string) {
  const limit = Math.min(LARGEST_PAGE, Math.max(1, Number(request.query.limit) || 30));
  const page = Math.max(1, Math.floor(Number(request.query.page) || 1));
  return products
    .slice((page - 1) * limit, page * limit)
    .map((product) => describeProductForListing(product, currency));
}

const MOST_SUGGESTED = 10;

function addSearchRoutes(router: Router, storefront: Storefront): void {
  const { search, context } = storefront;
  router.get("/search", (request, response) => {
    const terms = String(request.query.q ?? "");
    const choice = readListingChoice(storefront.describeVisit(request).query);
    const list = createListObject(search(terms), choice);
    storefront.sendPage(request, response, {
      template: "search",
      title: terms ? `Search: ${terms}` : "Search",
      objects: {
        search: {
          ...list,
          results: list.products,
          performed: terms !== "",
          "performed?": terms !== "",
          types: ["product"],
          terms,
          results_count: list.products_count,
        },
      },
    });
  });

  router.get(["/search/suggest", "/search/suggest.json"], (request, response) => {
    const limit = Math.min(MOST_SUGGESTED, Math.max(1, Number(readLimit(request)) || MOST_SUGGESTED));
    const terms = String(request.query.q ?? "");
    const products = search(terms).slice(0, limit);
    if (request.query.section_id !== undefined) {
      const found = products.map((product) => createProductObject(product));
      const resources = { products: found, queries: [], collections: [], pages: [], articles: [] };
      const predictive_search = { performed: true, "performed?": true, terms, types: ["product"], resources };
      return storefront.sendPage(request, response, {
        template: "search",
        title: terms,
        objects: { predictive_search },
      });
    }
    const described = products.map((product) => describeSuggestion(product, context.data.shop.currency));
    return response.json({
      resources: { results: { products: described, queries: [], collections: [], pages: [] } },
    });
  });
}

function readLimit(request: Request): unknown {
  const resources = request.query.resources;
  return typeof resources === "object" && resources !== null
    ? (resources as { limit?: unknown }).limit
    : null;
}
