import type { DevStoreContext } from "../context";
import { escapeHtml } from "./liquid/html";
import type { Visit } from "./objects/global-objects";
import type { Page } from "./page";

/** What Shopify puts into every page's head: the `Shopify` object and the script tags of installed apps. */
export function contentForHeader({ data, config, state }: DevStoreContext, page: Page, visit: Visit): string {
  const shopify = {
    shop: data.shop.myshopifyDomain,
    locale: visit.locale,
    currency: { active: data.shop.currency, rate: "1.0" },
    country: "US",
    routes: { root: "/" },
    theme: { id: 1, name: "Aisle Dev", role: "main" },
    cdnHost: new URL(config.url).host,
  };
  const meta = { page: { pageType: page.template.split(/[./]/)[0] }, currency: data.shop.currency };
  const scripts = state.current.scriptTags
    .filter((tag) => tag.displayScope !== "ORDER_STATUS")
    .map(
      (tag) => `<script async src="${escapeHtml(withShop(tag.src, data.shop.myshopifyDomain))}"></script>`,
    );
  return [
    `<link rel="canonical" href="${escapeHtml(config.url + visit.path)}">`,
    `<script>window.Shopify = Object.assign(window.Shopify || {}, ${toScript(shopify)});window.ShopifyAnalytics = {meta: ${toScript(meta)}};</script>`,
    ...scripts,
  ].join("\n");
}

function withShop(src: string, shop: string): string {
  return `${src}${src.includes("?") ? "&" : "?"}shop=${encodeURIComponent(shop)}`;
}

/** JSON that cannot end the script element it stands in. */
function toScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
