import type { ShopProfile } from "./store-platform";

/** The shops that have Aisle installed. Removing a shop removes everything that hangs on it. */
export interface ShopRepository {
  /**
   * Makes the shop known; a known one stays as it is. A known one with another `installationId` (null: not known) was
   * uninstalled and installed again unnoticed: everything kept of it is removed first. Returns when it was installed.
   */
  ensureShop(domain: string, at: Date, installationId: string | null): Promise<{ installedAt: Date }>;
  findShop(
    domain: string,
  ): Promise<{ installedAt: Date; profile: ShopProfile | null; profileAt: Date | null } | null>;
  /** `origins`: scheme, host and port of every storefront address, such as https://example.com. */
  saveProfile(profile: ShopProfile, origins: string[], at: Date): Promise<void>;
  /** Whether any installed shop (or that one) is served from this origin. */
  isStorefrontOrigin(origin: string, shop?: string): Promise<boolean>;
  /** Deletes settings, conversations and all else of the shop; false when it was not known. */
  removeShop(domain: string): Promise<boolean>;
}
