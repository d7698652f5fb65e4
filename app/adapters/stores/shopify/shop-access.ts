import type { Shopify } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { z } from "zod";
import type { ShopAccess } from "~/core/store/shop-access";
import { VendorError } from "~/lib/errors";
import type { AdminClient } from "./admin-client";
import type { OfflineSessions } from "./offline-sessions";
import {
  SCRIPT_TAG_CREATE_MUTATION,
  SCRIPT_TAG_DELETE_MUTATION,
  SCRIPT_TAGS_QUERY,
} from "./operations/script-tags";
import { INSTALLATION_QUERY, THEME_SETTINGS_QUERY } from "./operations/shop";

const installationSchema = z.object({ currentAppInstallation: z.object({ id: z.string() }) });

const scriptTagsSchema = z.object({
  scriptTags: z
    .object({ nodes: z.array(z.object({ id: z.string(), src: z.string(), createdAt: z.string() })) })
    .nullable(),
});

const userErrorsSchema = z.object({ userErrors: z.array(z.object({ message: z.string() })) });
const createdSchema = z.object({ scriptTagCreate: userErrorsSchema.nullable() });
const deletedSchema = z.object({ scriptTagDelete: userErrorsSchema.nullable() });

const themeSettingsSchema = z.object({
  themes: z
    .object({
      nodes: z.array(
        z.object({
          files: z
            .object({ nodes: z.array(z.object({ body: z.object({ content: z.string().optional() }) })) })
            .nullable(),
        }),
      ),
    })
    .nullable(),
});

/** The part of config/settings_data.json that lists app embeds, by keys that the theme editor makes up. */
const settingsDataSchema = z.object({
  current: z.union([
    z.string(),
    z.object({
      blocks: z
        .record(z.string(), z.object({ type: z.string(), disabled: z.boolean().optional() }))
        .optional(),
    }),
  ]),
});

/** `embed`: the block's file name without its ending, as shopify://apps/<app>/blocks/<block>/<uuid> carries it. */
export function createShopAccess(options: {
  api: Shopify;
  client: AdminClient;
  sessions: OfflineSessions;
  storage: SessionStorage;
  embed: string;
}): ShopAccess {
  const { api, client, sessions, storage, embed } = options;

  async function findInstallationId(shop: string): Promise<string | null> {
    const data = await client.query({ shop, operation: INSTALLATION_QUERY, schema: installationSchema });
    return data.currentAppInstallation.id;
  }

  return {
    findInstallationId,

    async isInstalled(shop) {
      try {
        return (await findInstallationId(shop)) !== "";
      } catch (error) {
        // A refresh token of an uninstalled shop is answered with 400, an access token with 401 or 403.
        if (error instanceof VendorError && !error.isRetryable) return false;
        throw error;
      }
    },

    async listScriptTags(shop) {
      const data = await client.query({ shop, operation: SCRIPT_TAGS_QUERY, schema: scriptTagsSchema });
      return data.scriptTags?.nodes ?? [];
    },

    async createScriptTag(shop, src) {
      const data = await client.query({
        shop,
        operation: SCRIPT_TAG_CREATE_MUTATION,
        variables: { src },
        schema: createdSchema,
      });
      const refusal = firstError(data.scriptTagCreate);
      return refusal === null ? { status: "created" } : { status: "refused", reason: refusal };
    },

    async deleteScriptTag(shop, id) {
      const data = await client.query({
        shop,
        operation: SCRIPT_TAG_DELETE_MUTATION,
        variables: { id },
        schema: deletedSchema,
      });
      const refusal = firstError(data.scriptTagDelete);
      return refusal === null ? { status: "deleted" } : { status: "refused", reason: refusal };
    },

    async findEmbedState(shop) {
      const data = await client.query({ shop, operation: THEME_SETTINGS_QUERY, schema: themeSettingsSchema });
      const content = data.themes?.nodes[0]?.files?.nodes[0]?.body.content;
      return content === undefined ? null : isEmbedOn(content, embed);
    },

    async updateScopes(shop, scopes) {
      const session = await storage.loadSession(api.session.getOfflineId(shop));
      if (!session) return;
      session.scope = scopes.join(",");
      await storage.storeSession(session);
      sessions.forget(shop);
    },

    async removeSessions(shop) {
      const offlineId = api.session.getOfflineId(shop);
      const found = (await storage.findSessionsByShop?.(shop)) ?? [];
      await storage.deleteSessions([offlineId, ...found.map((session) => session.id)]);
      sessions.forget(shop);
    },
  };
}

function firstError(payload: z.infer<typeof userErrorsSchema> | null): string | null {
  if (!payload) return "Shopify denied access to script tags.";
  return payload.userErrors[0]?.message ?? null;
}

/** Shopify puts a comment in front of the JSON. */
function isEmbedOn(content: string, embed: string): boolean | null {
  const parsed = settingsDataSchema.safeParse(parseJson(content.replace(/^\s*\/\*[\s\S]*?\*\//, "")));
  if (!parsed.success || typeof parsed.data.current === "string") return null;
  const blocks = Object.values(parsed.data.current.blocks ?? {});
  return blocks.some((block) => block.type.includes(`/blocks/${embed}/`) && !block.disabled);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
