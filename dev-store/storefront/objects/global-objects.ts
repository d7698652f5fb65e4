import { Drop } from "liquidjs";
import type { DevStoreContext } from "../../context";
import type { CustomerData, OrderData } from "../../model";
import type { CartRecord } from "../../state-store";
import type { Assortment } from "../assortment/assortment";
import { describeCart } from "../cart/cart";
import { createCollectionObject } from "./collection-object";
import { createCustomerObject } from "./customer-object";
import { createProductObject } from "./product-object";

/** Who asks for which page. */
export interface Visit {
  path: string;
  query: URLSearchParams;
  locale: string;
  cart: CartRecord;
  customer: CustomerData | null;
}

const RIGHT_TO_LEFT = new Set(["ar", "dv", "fa", "he", "ku", "ps", "ur", "yi"]);
const LOCALES = ["en", "es", "fr", "de", "pt", "it", "ar", "he", "ja"];

/** Objects that Shopify gives to every template, section and snippet. */
export function createGlobalObjects(visit: Visit, assortment: Assortment, context: DevStoreContext) {
  const { data, config } = context;
  return {
    shop: createShopObject(context),
    cart: describeCart(visit.cart, assortment, data.shop.currency),
    customer:
      visit.customer && createCustomerObject(visit.customer, ordersOf(visit.customer, context), assortment),
    collections: new LookUp(
      (handle) => {
        const collection = assortment.findCollection(handle);
        return collection && createCollectionObject(collection, assortment);
      },
      assortment.collections.map((collection) => collection.handle),
    ),
    all_products: new LookUp((handle) => {
      const product = assortment.findProduct(handle);
      return product && createProductObject(product);
    }, []),
    get product_types() {
      return typesOf(assortment);
    },
    pages: new LookUp(
      (handle) => data.pages.find((page) => page.handle === handle),
      data.pages.map((page) => page.handle),
    ),
    request: {
      host: new URL(config.url).host,
      origin: config.url,
      path: visit.path,
      design_mode: false,
      locale: describeLocale(visit.locale),
      page_type: "",
    },
    localization: {
      language: describeLocale(visit.locale),
      available_languages: LOCALES.map(describeLocale),
      country: { iso_code: "US", name: "United States", currency: { iso_code: data.shop.currency } },
    },
    routes: ROUTES,
    get linklists() {
      return { "main-menu": { links: mainMenu(assortment) } };
    },
    current_page: Number(visit.query.get("page")) || 1,
    current_tags: [],
    powered_by_link: "",
  };
}

/** Newest first. */
export function ordersOf(customer: CustomerData, { catalogue }: DevStoreContext): OrderData[] {
  return catalogue.ordersByCustomerId.get(customer.id) ?? [];
}

function createShopObject({ data, config }: DevStoreContext) {
  return {
    id: Number(data.shop.id),
    name: data.shop.name,
    domain: data.shop.domain,
    permanent_domain: data.shop.myshopifyDomain,
    url: config.url,
    secure_url: config.url,
    email: data.shop.contactEmail,
    currency: data.shop.currency,
    enabled_currencies: [{ iso_code: data.shop.currency }],
    customer_accounts_enabled: true,
    products_count: data.products.length,
    policies: data.policies.map(({ title, handle, bodyHtml }) => ({
      title,
      handle,
      body: bodyHtml,
      url: `/policies/${handle}`,
    })),
    pages: data.pages.map(({ title, handle }) => ({ title, handle, url: `/pages/${handle}` })),
    published_locales: LOCALES.map(describeLocale),
  };
}

export function describeLocale(tag: string) {
  const language = tag.split("-")[0] ?? tag;
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(language) ?? language;
  return {
    iso_code: tag,
    name,
    endonym_name: new Intl.DisplayNames([tag], { type: "language" }).of(language) ?? language,
    primary: tag === "en",
    root_url: "/",
    direction: RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr",
  };
}

const MOST_MENU_ITEMS = 5;

function mainMenu(assortment: Assortment) {
  const collections = assortment.collections
    .filter((collection) => collection.handle !== "frontpage")
    .map(({ title, handle }) => ({ title, url: `/collections/${handle}` }));
  const links = collections.length > 0 ? collections : typesOf(assortment).map(linkToType);
  return [{ title: "Shop all", url: "/collections/all" }, ...links.slice(0, MOST_MENU_ITEMS)];
}

function typesOf(assortment: Assortment): string[] {
  return [...new Set(assortment.products.map((product) => product.productType))].filter(Boolean);
}

function linkToType(type: string) {
  return { title: type, url: `/collections/types?q=${encodeURIComponent(type)}` };
}

/** `collections['handle']`, and a loop over those that are listed. */
class LookUp extends Drop {
  constructor(
    private readonly find: (handle: string) => unknown,
    private readonly listed: string[],
  ) {
    super();
  }
  override liquidMethodMissing(key: string | number): unknown {
    return this.find(String(key));
  }
  *[Symbol.iterator]() {
    for (const handle of this.listed) yield this.find(handle);
  }
}

const ROUTES = {
  root_url: "/",
  account_url: "/account",
  account_login_url: "/account/login",
  account_logout_url: "/account/logout",
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
