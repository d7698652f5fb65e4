import { singleton } from "~/lib/singleton";

/** Something that remembers facts of a shop in this process. */
export interface ShopCache {
  forget(shop: string): void;
}

/** The caches by name; whoever makes one puts it here, and uninstalling a shop empties them all. */
export function shopCaches(): Map<string, ShopCache> {
  return singleton("shop-caches", () => new Map<string, ShopCache>());
}
