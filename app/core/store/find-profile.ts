import { storefrontOrigins } from "./shop-lifecycle";
import type { ShopRepository } from "./shop-repository";
import type { ShopProfile, StorePlatform } from "./store-platform";

const FRESH_MS = 3600_000;
const DEADLINE_MS = 5_000;

interface ProfileDependencies {
  shops: Pick<ShopRepository, "findShop" | "saveProfile">;
  store: Pick<StorePlatform, "loadProfile">;
  now(): Date;
  onProblem(error: unknown): void;
}

/**
 * The profile of an installed shop; null when it is not installed. One that is older than an hour is renewed in the
 * background; only a shop that has none yet is waited for. Rejects with VendorError when that fails.
 */
export async function findProfile(deps: ProfileDependencies, shop: string): Promise<ShopProfile | null> {
  const known = await deps.shops.findShop(shop);
  if (!known) return null;
  if (!known.profile) return renewProfile(deps, shop);
  const age = deps.now().getTime() - (known.profileAt?.getTime() ?? 0);
  if (age > FRESH_MS) void renewProfile(deps, shop).catch(deps.onProblem);
  return known.profile;
}

async function renewProfile({ shops, store, now }: ProfileDependencies, shop: string): Promise<ShopProfile> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), DEADLINE_MS);
  try {
    const profile = await store.loadProfile(shop, deadline.signal);
    await shops.saveProfile(profile, storefrontOrigins(profile), now());
    return profile;
  } finally {
    clearTimeout(timer);
  }
}
