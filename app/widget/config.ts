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
