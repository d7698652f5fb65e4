/** What stands before the path where a shop has several languages or countries: "/fr", "/en-ca". */
const MARKET = /^\/[a-z]{2}(?:-[a-z]{2,4})?(?=\/|$)/i;
/** Pages of a storefront that only show something. */
const READABLE =
  /^\/(?:$|(?:products|collections|pages|blogs|policies|search)(?:\/|$)|(?:cart|account|account\/login|account\/register)\/?$)/i;
/** Of these whatever follows in the query is acted upon. */
const PLAIN = /^\/(?:cart|account)/i;
/** Opened, they change the cart, a discount or who is signed in: Shopify does so on a mere GET. */
const CHANGING =
  /^\/(?:cart\/.|discount(?:\/|$)|account\/(?:logout|activate|reset|recover|invitation)|tools\/|challenge|checkouts?(?:\/|$)|password)/i;

/**
 * Whether a page of the shop may be linked to in a reply by its address alone: it shows something, and opening it changes
 * nothing. What changes anything takes the shopper's click on a card that says so.
 * @param url on the shop's own host
 */
export function isReadablePlace(url: URL): boolean {
  const path = pathOf(url);
  return path !== null && READABLE.test(path) && !(PLAIN.test(path) && url.search !== "");
}

/** Whether opening the page would change something, so that nobody's word makes it a link. */
export function isChangingPlace(url: URL): boolean {
  const path = pathOf(url);
  return path === null || CHANGING.test(path);
}

/** Without its market; null where it is written so that servers may read it differently. */
function pathOf({ pathname }: URL): string | null {
  if (/%(?:2f|5c|2e|25|00)|\\|\/\//i.test(pathname)) return null;
  return pathname.replace(MARKET, "") || "/";
}
