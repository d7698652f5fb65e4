import { statSync } from "node:fs";
import { join } from "node:path";
import type { StoreData } from "../model";
import { changedAt } from "./changed-at";
import { readCsvTable } from "./csv-table";
import { deterministicId } from "./fields";
import { describeCollections, loadCollections } from "./load-collections";
import { loadCustomers } from "./load-customers";
import { loadArticles, loadPages, loadPolicies, loadTitledDocuments } from "./load-documents";
import { loadFulfillments } from "./load-fulfillments";
import { loadOrders } from "./load-orders";
import { loadProducts } from "./load-products";
import { loadShop } from "./load-shop";
import { daysSince, shiftDates } from "./shift-dates";

export interface LoadOptions {
  /** Folder of Shopify CSV exports; what it lacks, the store lacks. */
  directory: string;
  myshopifyDomain: string;
  /** A store whose dates are relative to a day (`datesRelativeTo` in shop.json) is moved to this one. */
  today: Date;
}

/** Throws a sentence when the folder does not exist; rows that cannot be loaded are listed in `problems`. */
export function loadStore({ directory, myshopifyDomain, today }: LoadOptions): StoreData {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`DEV_STORE_DATA names no folder: ${directory}`);
  }
  const table = (file: string) => readCsvTable(join(directory, file));
  const {
    shop,
    datesRelativeTo,
    problems: shopProblems,
  } = loadShop(join(directory, "shop.json"), myshopifyDomain);
  const productFile = "products_export.csv";
  const { products, problems: productProblems } = loadProducts(
    table(productFile),
    shop.currency,
    changedAt(join(directory, productFile)),
  );
  const { collections, problems: collectionProblems } = loadCollections(
    table("collections.csv"),
    products,
    changedAt(join(directory, "collections.csv")),
  );
  const { customers, problems: customerProblems } = loadCustomers(table("customers_export.csv"));
  const links = { currency: shop.currency, customers, products };
  const { orders: loaded, problems: orderProblems } = loadOrders(table("orders_export.csv"), links);
  const { orders, problems: fulfillmentProblems } = loadFulfillments(table("fulfillments.csv"), loaded);
  const store: StoreData = {
    shop,
    products,
    collections: describeCollections(collections, loadTitledDocuments(join(directory, "collections"))),
    customers,
    orders,
    policies: loadPolicies(join(directory, "policies")),
    pages: loadPages(join(directory, "pages")),
    blog: { id: deterministicId("blog", "news"), handle: "news", title: "News" },
    articles: loadArticles(join(directory, "articles"), shop.name),
    problems: [
      ...shopProblems,
      ...productProblems,
      ...collectionProblems,
      ...customerProblems,
      ...orderProblems,
      ...fulfillmentProblems,
    ],
  };
  return datesRelativeTo === null ? store : shiftDates(store, daysSince(datesRelativeTo, today));
}
