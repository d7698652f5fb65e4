import { createHmac, timingSafeEqual } from "node:crypto";

/** Shopify refuses older ones itself; so do we: https://shopify.dev/docs/apps/build/online-store/app-proxies */
const MAX_AGE_SECONDS = 90;
const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/;
/** Set by Shopify, which drops a visitor's own parameters of these names: a repeated one is forged. */
const RESERVED = ["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"];

/** Who asks through the App Proxy, as Shopify signed it. It proves who asks, never that some data is hers. */
export interface ProxiedRequest {
  shop: string;
  /** Shopify's numeric id; null when nobody is signed in. */
  customerId: string | null;
}

/** Null for a request that Shopify did not sign, signed over other parameters, or signed too long ago. */
export function verifyAppProxyRequest(url: URL, secret: string, now: Date): ProxiedRequest | null {
  const parameters = url.searchParams;
  if (RESERVED.some((name) => parameters.getAll(name).length > 1)) return null;
  if (!isSigned(parameters, secret)) return null;

  const timestamp = parameters.get("timestamp") ?? "";
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  if (!/^\d+$/.test(timestamp) || age > MAX_AGE_SECONDS) return null;

  const shop = parameters.get("shop") ?? "";
  const customerId = parameters.get("logged_in_customer_id") ?? "";
  if (!SHOP.test(shop) || !/^\d*$/.test(customerId)) return null;
  return { shop, customerId: customerId === "" ? null : customerId };
}

function isSigned(parameters: URLSearchParams, secret: string): boolean {
  const signature = parameters.get("signature") ?? "";
  if (!/^[0-9a-f]{64}$/i.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, "hex"), signParameters(parameters, secret));
}

/** Repeats of a name are joined by ","; the pairs are sorted by their bytes and written one after the other. */
function signParameters(parameters: URLSearchParams, secret: string): Buffer {
  const names = new Set([...parameters.keys()].filter((name) => name !== "signature"));
  const pairs = [...names].map((name) => Buffer.from(`${name}=${parameters.getAll(name).join(",")}`));
  return createHmac("sha256", secret)
    .update(Buffer.concat(pairs.sort(Buffer.compare)))
    .digest();
}

/** The same URL with Shopify's signature, as the proxy would send it: for tests and stand-ins. */
export function signAppProxyUrl(url: URL, secret: string): URL {
  const signed = new URL(url);
  signed.searchParams.delete("signature");
  signed.searchParams.append("signature", signParameters(signed.searchParams, secret).toString("hex"));
  return signed;
}
