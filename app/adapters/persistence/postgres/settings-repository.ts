import { type BehaviourSettings, DEFAULT_SETTINGS, settingsSchema } from "~/core/settings/settings";
import type { SettingsRepository } from "~/core/settings/settings-repository";
import type { Database } from "./database";
import { toStorableJson } from "./storable";

export function createSettingsRepository(database: Database): SettingsRepository {
  async function findVersion(shop: string): Promise<number> {
    const [row] = await database.query<{ version: number | null }>(
      `SELECT max("version") AS "version" FROM "ShopSettings" WHERE "shop" = $1`,
      [shop],
    );
    return row?.version ?? 0;
  }

  return {
    async load(shop) {
      const [row] = await database.query<{ version: number; settings: unknown }>(
        `SELECT "version", "settings" FROM "ShopSettings" WHERE "shop" = $1 ORDER BY "version" DESC LIMIT 1`,
        [shop],
      );
      return row
        ? { version: row.version, settings: parseStoredSettings(row.settings) }
        : { version: 0, settings: DEFAULT_SETTINGS };
    },

    async save(shop, basedOn, settings) {
      const rows = await database.query(
        `INSERT INTO "ShopSettings" ("shop", "version", "settings", "createdAt")
         SELECT $1::text, $2::int + 1, $3::jsonb, $4
         WHERE $2 = (SELECT coalesce(max("version"), 0) FROM "ShopSettings" WHERE "shop" = $1)
         ON CONFLICT DO NOTHING RETURNING "version"`,
        [shop, basedOn, toStorableJson(settings), new Date()],
      );
      return rows.length > 0
        ? { status: "saved", version: basedOn + 1 }
        : { status: "stale", version: await findVersion(shop) };
    },
  };
}

/** A field that another version of the app wrote and this one cannot read falls back to its default; the others stay. */
function parseStoredSettings(stored: unknown): BehaviourSettings {
  const parsed = settingsSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  if (typeof stored !== "object" || stored === null) return DEFAULT_SETTINGS;
  const readable = Object.entries(settingsSchema.shape).filter(
    ([field, schema]) => schema.safeParse((stored as Record<string, unknown>)[field]).success,
  );
  return settingsSchema.parse(
    Object.fromEntries(readable.map(([field]) => [field, (stored as Record<string, unknown>)[field]])),
  );
}
