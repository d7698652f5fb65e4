import { el } from "../panel/dom";
import { type Links, parseWebAddress } from "../panel/links";

/** Where Shopify keeps every shop's pictures. */
const SHOPIFY_CDN = "cdn.shopify.com";

/**
 * A picture from the shop's own places or Shopify's CDN, no wider than asked for (pixels); null for any other address,
 * which could tell a stranger that the shopper is here. It removes itself when it does not come.
 */
export function createPicture(
  url: string | null,
  alt: string,
  width: number,
  links: Links,
): HTMLImageElement | null {
  const address = url === null ? null : findPicture(url, links);
  if (!address) return null;
  // Both answer with a smaller picture; other hosts ignore what they do not know.
  if (address.host === SHOPIFY_CDN || address.pathname.startsWith("/cdn/shop/")) {
    address.searchParams.set("width", String(width));
  }
  const image = el("img", { alt, loading: "lazy", decoding: "async", src: address.href });
  image.onerror = () => image.remove();
  return image;
}

function findPicture(url: string, links: Links): URL | null {
  const address = parseWebAddress(url, location.href);
  return address?.host === SHOPIFY_CDN ? address : links.resolveOwn(url);
}
