import type { DevStoreConfig } from "../dev-store-config";
import type { StoreData } from "../model";

/** The REST shop. */
export function describeShop({ data, config }: { data: StoreData; config: DevStoreConfig }) {
  const { shop } = data;
  return {
    id: Number(shop.id),
    name: shop.name,
    email: shop.contactEmail,
    domain: shop.domain,
    myshopify_domain: config.shop,
    currency: shop.currency,
    iana_timezone: shop.timezone,
  };
}
