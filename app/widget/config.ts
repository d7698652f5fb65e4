import type { PageContext } from "~/protocol/requests";
import type { SiteTokenSource } from "./connection/site-token";

/** What the theme app extension's block prints for the widget. Nothing in it says who the shopper is. */
export interface WidgetConfig {
  /** The shop's permanent domain, such as example.myshopify.com. */
  shop: string;
  /** Where the App Proxy starts, such as /apps/aisle; without a slash at its end. On other websites the app's own URL for them. */
  proxy: string;
  /** On other websites: how the page proves whose it is. Undefined on a storefront, where Shopify's proxy signs. */
  site?: SiteTokenSource;
  /** Of the page; BCP 47. */
  locale: string;
  /** Of the widget's own words: a folder in locales/. */
  language: string;
  page: NonNullable<PageContext["page"]>;
  /** As it was when the page was made. */
  cart: NonNullable<PageContext["cart"]>;
  /** Where the storefront begins, in her language; without a slash at its end. Absolute on other websites, which have no cart. */
  storePath: string;
  /** Where she signs in, if not at the usual place. */
  login?: string | undefined;
}

/** Reads the host's attributes; the block leaves those out that have the value they have here by default. */
export function readConfig({ lang, dataset }: HTMLElement): WidgetConfig {
  const { root = "/", cart, proxy = "/apps/aisle" } = dataset;
  const [itemCount = 0, total, currency] = cart?.split(" ") ?? [];
  const isSite = proxy.includes("://");
  return {
    shop: dataset.shop ?? "",
    proxy: isSite ? proxy : `/${proxy.replace(/^\/+|\/+$/g, "")}`,
    ...(isSite && { site: dataset as SiteTokenSource }),
    locale: dataset.locale ?? lang,
    language: lang,
    page: {
      type: dataset.page ?? "",
      productHandle: dataset.product,
      collectionHandle: dataset.collection,
      searchQuery: dataset.search?.slice(0, 200),
    },
    cart: { itemCount: Number(itemCount), ...(cart && { total: Number(total), currency }) },
    storePath: isSite ? `https://${dataset.shop}` : root.replace(/\/$/, ""),
    login: dataset.login,
  };
}
