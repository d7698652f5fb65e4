import type { ShopRepository } from "~/core/store/shop-repository";
import type { Database } from "./database";

interface ShopRow {
  domain: string;
  installedAt: Date;
  name: string;
  currency: string;
  contactEmail: string;
  timezone: string;
  storefrontUrl: string | null;
  profileAt: Date | null;
}

/** Installed shops in PostgreSQL. A shop's first origin is its public storefront. */
export function createShopRepository(database: Database): ShopRepository {
  return {
    async ensureShop(domain, at, installationId) {
      await database.query(`DELETE FROM "Shop" WHERE "domain" = $1 AND "installationId" <> $2`, [
        domain,
        installationId,
      ]);
      const [row] = await database.query<{ installedAt: Date }>(
        `INSERT INTO "Shop" AS s ("domain", "installedAt", "installationId") VALUES ($1, $2, $3)
         ON CONFLICT ("domain") DO UPDATE SET "installationId" = coalesce($3, s."installationId")
         RETURNING "installedAt"`,
        [domain, at, installationId],
      );
      return { installedAt: row?.installedAt ?? at };
    },

    async findShop(domain) {
      const [row] = await database.query<ShopRow>(
        `SELECT "domain", "installedAt", "name", "currency", "contactEmail", "timezone", "origins"[1] AS "storefrontUrl",
           "profileAt"
         FROM "Shop" WHERE "domain" = $1`,
        [domain],
      );
      if (!row) return null;
      const { installedAt, profileAt, storefrontUrl, name, currency, contactEmail, timezone } = row;
      const profile =
        profileAt && storefrontUrl ? { domain, name, currency, timezone, contactEmail, storefrontUrl } : null;
      return { installedAt, profile, profileAt };
    },

    async saveProfile(profile, origins, at) {
      const storefront = new URL(profile.storefrontUrl).origin;
      await database.query(
        `UPDATE "Shop" SET "name" = $2, "currency" = $3, "contactEmail" = $4, "timezone" = $5, "origins" = $6,
           "profileAt" = $7
         WHERE "domain" = $1`,
        [
          profile.domain,
          profile.name,
          profile.currency,
          profile.contactEmail,
          profile.timezone,
          [...new Set([storefront, ...origins])],
          at,
        ],
      );
    },

    async isStorefrontOrigin(origin, shop) {
      const rows = await database.query(
        `SELECT 1 FROM "Shop" WHERE "origins" @> ARRAY[$1::text] AND ($2::text IS NULL OR "domain" = $2) LIMIT 1`,
        [origin, shop ?? null],
      );
      return rows.length > 0;
    },

    async removeShop(domain) {
      const rows = await database.query(`DELETE FROM "Shop" WHERE "domain" = $1 RETURNING "domain"`, [
        domain,
      ]);
      return rows.length > 0;
    },
  };
}
