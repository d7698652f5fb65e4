import { z } from "zod";
import type { ShopJob } from "~/core/store/shop-job";

const id = z.union([z.string(), z.number()]).transform(String);
const customerSchema = z.object({
  customer: z.object({ id: id.nullish(), email: z.string().nullish() }).nullish(),
});
const productSchema = z.object({ id });
const scopesSchema = z.object({ current: z.array(z.string()) });

/**
 * The work that a verified delivery asks for; null for a topic that asks for none, and for a payload without what the
 * work needs. Only ids and an email address are taken over. Topics come as Shopify's headers or library write them:
 * https://shopify.dev/docs/api/webhooks
 */
export function webhookJob(topic: string, shop: string, payload: unknown, at: Date): ShopJob | null {
  const base = { shop, at: at.toISOString() };
  switch (topic.toUpperCase().replaceAll("/", "_")) {
    case "APP_UNINSTALLED":
      return { kind: "uninstalled", ...base };
    case "SHOP_REDACT":
      return { kind: "redact-shop", ...base };
    case "CUSTOMERS_REDACT": {
      const customer = customerSchema.safeParse(payload).data?.customer;
      if (!customer?.id && !customer?.email) return null;
      return {
        kind: "redact-customer",
        ...base,
        customerId: customer.id ?? null,
        email: customer.email ?? null,
      };
    }
    case "CUSTOMERS_DATA_REQUEST": {
      const customer = customerSchema.safeParse(payload).data?.customer;
      return customer?.id ? { kind: "export-customer", ...base, customerId: customer.id } : null;
    }
    case "APP_SCOPES_UPDATE": {
      const scopes = scopesSchema.safeParse(payload).data?.current;
      return scopes ? { kind: "scopes-updated", ...base, scopes } : null;
    }
    case "PRODUCTS_CREATE":
    case "PRODUCTS_UPDATE":
    case "PRODUCTS_DELETE": {
      const product = productSchema.safeParse(payload).data;
      const isNumber = product !== undefined && /^\d{1,20}$/.test(product.id);
      return isNumber ? { kind: "products-changed", ...base, productIds: [product.id] } : null;
    }
    case "COLLECTIONS_CREATE":
    case "COLLECTIONS_UPDATE":
    case "COLLECTIONS_DELETE":
      return { kind: "texts-changed", ...base };
    case "BULK_OPERATIONS_FINISH":
      return { kind: "export-finished", ...base };
    case "SHOP_UPDATE":
      return { kind: "store-changed", ...base };
    default:
      return null;
  }
}
