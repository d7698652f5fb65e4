import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import type { PersonalDataRepository } from "../conversation/personal-data";
import type { ShopAccess } from "./shop-access";
import { createShopLifecycle, storefrontOrigins } from "./shop-lifecycle";
import type { ShopRepository } from "./shop-repository";

const shop = "a.myshopify.com";
const profile = {
  domain: shop,
  name: "A",
  currency: "EUR",
  timezone: "UTC",
  contactEmail: "a@example.com",
  storefrontUrl: "https://a.example",
};

function setUp(options: { installedAt?: string; tokenWorks?: boolean } = {}) {
  const steps: string[] = [];
  const record =
    <T>(step: string, result: T) =>
    async (): Promise<T> => {
      steps.push(step);
      return result;
    };
  const revoked = async () => {
    if (!options.tokenWorks) throw new VendorError("shopify", "revoked", { status: 401 });
  };
  const lifecycle = createShopLifecycle({
    shops: {
      ensureShop: async (_domain: string, at: Date, id: string | null) => {
        steps.push(`ensure ${id}`);
        return { installedAt: at };
      },
      findShop: async () =>
        options.installedAt
          ? { installedAt: new Date(options.installedAt), profile: null, profileAt: null }
          : null,
      saveProfile: async (_profile, origins) => void steps.push(`origins ${origins.join(" ")}`),
      isStorefrontOrigin: async () => false,
      removeShop: record("remove shop", true),
    } satisfies ShopRepository,
    access: {
      findInstallationId: async () => "gid://shopify/AppInstallation/1",
      isInstalled: async () => options.tokenWorks ?? false,
      listScriptTags: async () => {
        await revoked();
        return [{ id: "t1", src: "https://x.example/a.js", createdAt: "" }];
      },
      deleteScriptTag: async (_shop, id) => {
        steps.push(`delete tag ${id}`);
        return { status: "deleted" };
      },
      createScriptTag: async () => ({ status: "created" }),
      findEmbedState: async () => null,
      updateScopes: async (_shop, scopes) => void steps.push(`scopes ${scopes.join(" ")}`),
      removeSessions: async () => void steps.push("remove sessions"),
    } satisfies ShopAccess,
    personalData: {
      exportCustomer: async (_shop, customerId) => ({ customerId, conversations: [] }),
      eraseCustomer: async (_shop, customer) => {
        steps.push(`erase ${customer.customerId}`);
        return 1;
      },
      eraseShoppers: async () => void steps.push("erase shoppers"),
      addDataRequest: async (_shop, request) => void steps.push(`request ${request.customerId}`),
      listDataRequests: async () => [],
      markExported: async () => undefined,
    } satisfies PersonalDataRepository,
    loadProfile: async () => profile,
    caches: [{ forget: () => void steps.push("forget") }],
    removeQueuedJobs: async () => void steps.push("remove jobs"),
    beginReading: async () => void steps.push("begin reading"),
    followChanges: async (_shop, changes) => void steps.push(...changes.map(({ kind }) => `follow ${kind}`)),
    createId: () => "id",
    now: () => new Date("2026-11-10T00:00:00Z"),
    onProblem: ({ step }) => void steps.push(`problem ${step}`),
  });
  return { lifecycle, steps };
}

const everything = ["remove sessions", "remove shop", "remove jobs", "forget"];

describe("shop lifecycle", () => {
  it("removes every trace of an uninstalled shop although its token is revoked", async () => {
    const { lifecycle, steps } = setUp({ installedAt: "2026-11-01T00:00:00Z" });
    await lifecycle.run({ kind: "uninstalled", shop, at: "2026-11-05T00:00:00.000Z" });
    expect(steps).toEqual(["problem script-tags", ...everything]);
  });

  it("deletes script tags while the token still works", async () => {
    const { lifecycle, steps } = setUp({ installedAt: "2026-11-01T00:00:00Z", tokenWorks: true });
    await lifecycle.run({ kind: "uninstalled", shop, at: "2026-11-05T00:00:00.000Z" });
    expect(steps).toEqual(["delete tag t1", ...everything]);
  });

  it("leaves a shop alone that was installed again after the uninstall was sent", async () => {
    const { lifecycle, steps } = setUp({ installedAt: "2026-11-06T00:00:00Z" });
    await lifecycle.run({ kind: "uninstalled", shop, at: "2026-11-05T00:00:00.000Z" });
    expect(steps).toEqual([]);
  });

  it("erases what shoppers said when a shop that is installed again is redacted", async () => {
    const { lifecycle, steps } = setUp({ installedAt: "2026-11-01T00:00:00Z", tokenWorks: true });
    await lifecycle.run({ kind: "redact-shop", shop, at: "2026-11-05T00:00:00.000Z" });
    expect(steps).toEqual(["erase shoppers"]);
  });

  it("removes everything when a shop that is gone is redacted", async () => {
    const { lifecycle, steps } = setUp();
    await lifecycle.run({ kind: "redact-shop", shop, at: "2026-11-05T00:00:00.000Z" });
    expect(steps).toEqual(["problem script-tags", ...everything]);
  });

  it("keeps no data request for a shop that it does not know", async () => {
    const { lifecycle, steps } = setUp();
    await lifecycle.run({ kind: "export-customer", shop, at: "2026-11-05T00:00:00.000Z", customerId: "7" });
    expect(steps).toEqual([]);
  });

  it("learns a shop's origins at install", async () => {
    const { lifecycle, steps } = setUp();
    await lifecycle.install(shop);
    expect(steps).toEqual([
      "forget",
      "ensure gid://shopify/AppInstallation/1",
      "origins https://a.example https://a.myshopify.com",
      "begin reading",
    ]);
  });

  it("forgets a changed store and has its texts looked at", async () => {
    const { lifecycle, steps } = setUp();
    await lifecycle.run({ kind: "store-changed", shop, at: "2026-11-05T00:00:00.000Z" });
    expect(steps).toEqual(["forget", "follow texts-changed"]);
  });
});

describe("storefront origins", () => {
  it("are scheme, host and port, each once", () => {
    expect(storefrontOrigins({ ...profile, storefrontUrl: "http://localhost:4000/" })).toEqual([
      "http://localhost:4000",
      "https://a.myshopify.com",
    ]);
    expect(storefrontOrigins({ ...profile, storefrontUrl: "https://a.myshopify.com" })).toHaveLength(1);
  });
});
