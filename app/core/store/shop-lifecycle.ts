import type { PersonalDataRepository } from "../conversation/personal-data";
import type { ShopAccess } from "./shop-access";
import { isShopChange, type ShopChange, type ShopJob } from "./shop-job";
import type { ShopRepository } from "./shop-repository";
import type { ShopProfile } from "./store-platform";

export interface ShopLifecycleDependencies {
  shops: ShopRepository;
  access: ShopAccess;
  personalData: PersonalDataRepository;
  loadProfile(shop: string): Promise<ShopProfile>;
  /** Whatever remembers something of a shop in this process. */
  caches: { forget(shop: string): void }[];
  removeQueuedJobs(shop: string): Promise<void>;
  /** Has the shop's products and texts read, which goes on in the background. */
  beginReading(shop: string): Promise<void>;
  /** Follows changes of one shop, as many as came. */
  followChanges(shop: string, changes: ShopChange[]): Promise<void>;
  createId(): string;
  now(): Date;
  /** Told about what went wrong without stopping the work: a code, never personal data. */
  onProblem(problem: { shop: string; step: string; error: unknown }): void;
}

export interface ShopLifecycle {
  /** After the platform handed out a token: the shop is known, and its storefront's origins are. */
  install(shop: string): Promise<void>;
  run(job: ShopJob): Promise<void>;
}

export function createShopLifecycle(deps: ShopLifecycleDependencies): ShopLifecycle {
  const { shops, access, personalData } = deps;

  const forget = (shop: string) => {
    for (const cache of deps.caches) cache.forget(shop);
  };

  async function attempt(shop: string, step: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      deps.onProblem({ shop, step, error });
    }
  }

  async function install(shop: string): Promise<void> {
    forget(shop);
    const installationId = await access.findInstallationId(shop).catch(() => null);
    await shops.ensureShop(shop, deps.now(), installationId);
    await attempt(shop, "profile", async () => {
      const profile = await deps.loadProfile(shop);
      await shops.saveProfile(profile, storefrontOrigins(profile), deps.now());
    });
    await attempt(shop, "knowledge", () => deps.beginReading(shop));
  }

  /** The platform has usually revoked the token by now, so script tags are removed as far as it still allows. */
  async function uninstall(shop: string, at: Date): Promise<void> {
    const known = await shops.findShop(shop);
    if (known && known.installedAt > at) return;

    await attempt(shop, "script-tags", () => removeScriptTags(shop));
    await access.removeSessions(shop);
    await shops.removeShop(shop);
    await deps.removeQueuedJobs(shop);
    forget(shop);
  }

  async function removeScriptTags(shop: string): Promise<void> {
    for (const tag of await access.listScriptTags(shop)) await access.deleteScriptTag(shop, tag.id);
  }

  /**
   * Comes 48 hours after an uninstall, when nothing is left. A shop whose token works has been installed again since:
   * its merchant keeps her settings, and what shoppers said is erased.
   */
  async function redactShop(shop: string, at: Date): Promise<void> {
    if (await access.isInstalled(shop)) await personalData.eraseShoppers(shop);
    else await uninstall(shop, at);
  }

  async function exportCustomer(shop: string, customerId: string, at: Date): Promise<void> {
    if (!(await shops.findShop(shop))) return;
    await personalData.addDataRequest(shop, {
      id: deps.createId(),
      customerId,
      requestedAt: at,
      exportedAt: null,
    });
  }

  async function run(job: ShopJob): Promise<void> {
    if (isShopChange(job)) return deps.followChanges(job.shop, [job]);
    const at = new Date(job.at);
    switch (job.kind) {
      case "uninstalled":
        return uninstall(job.shop, at);
      case "redact-shop":
        return redactShop(job.shop, at);
      case "redact-customer":
        await personalData.eraseCustomer(job.shop, job);
        return forget(job.shop);
      case "export-customer":
        return exportCustomer(job.shop, job.customerId, at);
      case "scopes-updated":
        await access.updateScopes(job.shop, job.scopes);
        return forget(job.shop);
      case "store-changed":
        forget(job.shop);
        return deps.followChanges(job.shop, [{ kind: "texts-changed", shop: job.shop, at: job.at }]);
    }
  }

  return { install, run };
}

/** The addresses from which that shop's pages may call the app. */
export function storefrontOrigins(profile: ShopProfile): string[] {
  return [...new Set([new URL(profile.storefrontUrl).origin, `https://${profile.domain}`])];
}
