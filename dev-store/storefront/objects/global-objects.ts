import type { DevStoreContext } from "../../context";
import type { CustomerData, OrderData } from "../../model";
import type { CartRecord } from "../../state-store";
import type { Assortment } from "../assortment/assortment";
import { createCartObject } from "./cart-object";
import { createCollectionObject } from "./collection-object";
import { createArticleObject, createBlogObject, createPageObject } from "./content-objects";
import { createCustomerObject } from "./customer-object";
import { LookUp } from "./look-up";
import { createMenus, typesOf } from "./menu-object";
import { createProductObject } from "./product-object";
import { createLocalization, createShopObject, describeLocale } from "./shop-object";

/** Who asks for which page. */
export interface Visit {
  path: string;
  query: URLSearchParams;
  locale: string;
  cart: CartRecord;
  customer: CustomerData | null;
}

const NONE = () => [];

/** Objects that Shopify gives to every template, section and snippet. */
export function createGlobalObjects(visit: Visit, assortment: Assortment, context: DevStoreContext) {
  const { data, config } = context;
  return {
    shop: createShopObject(context),
    cart: createCartObject(visit.cart, assortment, data.shop.currency),
    customer:
      visit.customer && createCustomerObject(visit.customer, ordersOf(visit.customer, context), assortment),
    collections: new LookUp(
      (handle) => {
        const collection = assortment.findCollection(handle);
        return collection && createCollectionObject(collection, assortment);
      },
      () => assortment.collections.map((collection) => collection.handle),
    ),
    all_products: new LookUp((handle) => {
      const product = assortment.findProduct(handle);
      return product && createProductObject(product);
    }, NONE),
    get product_types() {
      return typesOf(assortment);
    },
    pages: new LookUp(
      (handle) => {
        const page = data.pages.find((one) => one.handle === handle);
        return page && createPageObject(page);
      },
      () => data.pages.map((page) => page.handle),
    ),
    blogs: new LookUp(
      (handle) => (handle === data.blog.handle ? createBlogObject(data) : null),
      () => [data.blog.handle],
    ),
    articles: new LookUp((handle) => {
      const article = data.articles.find((one) => `${data.blog.handle}/${one.handle}` === handle);
      return article && createArticleObject(article, data.blog);
    }, NONE),
    metaobjects: new LookUp(() => null, NONE),
    request: {
      host: new URL(config.url).host,
      origin: config.url,
      path: visit.path,
      visual_preview_mode: false,
      design_mode: false,
      locale: describeLocale(visit.locale),
      page_type: "",
    },
    localization: createLocalization(visit.locale, data.shop.currency),
    routes: ROUTES,
    linklists: createMenus(assortment, visit.path),
    theme: { id: 1, name: "Aisle Dev", role: "main" },
    recommendations: { products: [], products_count: 0, "performed?": false, performed: false },
    predictive_search: { performed: false, terms: "", resources: {} },
    content_for_additional_checkout_buttons: "",
    additional_checkout_buttons: false,
    all_country_option_tags: '<option value="United States">United States</option>',
    country_option_tags: '<option value="United States">United States</option>',
    current_page: Number(visit.query.get("page")) || 1,
    current_tags: [],
    powered_by_link: "",
  };
}

/** Newest first. */
export function ordersOf(customer: CustomerData, { catalogue }: DevStoreContext): OrderData[] {
  return catalogue.ordersByCustomerId.get(customer.id) ?? [];
}

const ROUTES = {
  root_url: "/",
  account_url: "/account",
  account_login_url: "/account/login",
  account_logout_url: "/account/logout",
  account_register_url: "/account/register",
  account_recover_url: "/account/recover",
  account_addresses_url: "/account/addresses",
  all_products_collection_url: "/collections/all",
  collections_url: "/collections",
  cart_url: "/cart",
  cart_add_url: "/cart/add",
  cart_change_url: "/cart/change",
  cart_clear_url: "/cart/clear",
  cart_update_url: "/cart/update",
  search_url: "/search",
  predictive_search_url: "/search/suggest",
  product_recommendations_url: "/recommendations/products",
};
