import { createHmac } from "node:crypto";

export interface ProxyIdentity {
  shop: string;
  /** Numeric id, or empty when nobody is signed in. */
  loggedInCustomerId: string;
  /** `/apps/aisle` as the merchant has it now. */
  pathPrefix: string;
  /** Seconds since the epoch. */
  timestamp: number;
}

const RESERVED = new Set(["shop", "logged_in_customer_id", "path_prefix", "timestamp", "signature"]);

/** The query that reaches the app: what the browser sent, without names that are Shopify's to set, then Shopify's own. */
export function signQuery(sent: URLSearchParams, identity: ProxyIdentity, secret: string): URLSearchParams {
  const query = new URLSearchParams([...sent].filter(([name]) => !RESERVED.has(name.toLowerCase())));
  query.set("shop", identity.shop);
  query.set("logged_in_customer_id", identity.loggedInCustomerId);
  query.set("path_prefix", identity.pathPrefix);
  query.set("timestamp", String(identity.timestamp));
  query.set("signature", computeSignature(query, secret));
  return query;
}

/** Hex HMAC-SHA256 over the sorted `name=value` strings, repeated names joined by commas, nothing in between. */
export function computeSignature(query: URLSearchParams, secret: string): string {
  const names = [...new Set(query.keys())];
  const message = names
    .map((name) => `${name}=${query.getAll(name).join(",")}`)
    .sort()
    .join("");
  return createHmac("sha256", secret).update(message).digest("hex");
}
