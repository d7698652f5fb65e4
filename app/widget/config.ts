import type { PageContext } from "~/protocol/requests";

/** What the theme app extension's block prints for the widget. Nothing in it says who the shopper is. */
export interface WidgetConfig {
  /** The shop's permanent domain, such as example.myshopify.com. */
  shop: string;
  /** Where the App Proxy starts, such as /apps/aisle; without a slash at its end. */
  proxy: string;
  /** BCP 47. */
  locale: string;
  page: { type: string; productHandle: string; collectionHandle: string; searchQuery: string };
  /** `total` is in minor units. */
  cart: { itemCount: number; total: number; currency: string };
  routes: { root: string; cart: string; cartAdd: string; login: string };
}

export function parseConfig(json: string): WidgetConfig {
  const config = JSON.parse(json) as WidgetConfig;
  return { ...config, proxy: `/${config.proxy.replace(/^\/+|\/+$/g, "")}` };
}

/** The page as the server may know it; empty fields are left out. */
export function pageContext(config: WidgetConfig, url: string): PageContext {
  const { type, productHandle, collectionHandle, searchQuery } = config.page;
  return {
    locale: config.locale,
    page: {
      type: type.slice(0, 40),
      url: url.slice(0, 2048),
      ...(productHandle && { productHandle }),
      ...(collectionHandle && { collectionHandle }),
      ...(searchQuery && { searchQuery: searchQuery.slice(0, 200) }),
    },
    cart: config.cart.currency ? config.cart : { itemCount: config.cart.itemCount },
  };
}
