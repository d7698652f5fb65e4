import type { ShopProfile } from "./store-platform";

/** Where a customer of the shop signs in; Shopify leads on from there for shops with the new customer accounts. */
export function signInUrl(profile: Pick<ShopProfile, "storefrontUrl">): string {
  return `${profile.storefrontUrl}/account/login`;
}
