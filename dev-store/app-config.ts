import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "toml";
import { z } from "zod";

/** What an app declares in shopify.app.toml and in its theme app extensions. */
export interface AppConfig {
  name: string;
  handle: string;
  /** Granted at install. `write_x` includes `read_x`, which is listed too. */
  scopes: string[];
  /** Paths below the app's URL. */
  proxy: { url: string; prefix: string; subpath: string };
  webhookApiVersion: string;
  webhooks: { topic: string; uri: string; includeFields: string[] }[];
  embedBlocks: EmbedBlock[];
}

export interface EmbedBlock {
  /** File name of the block without `.liquid`. */
  handle: string;
  extensionHandle: string;
  extensionUid: string;
}

const appToml = z.object({
  name: z.string().default("Aisle"),
  handle: z.string().default("aisle"),
  access_scopes: z
    .object({ scopes: z.string().default(""), optional_scopes: z.array(z.string()).default([]) })
    .default({ scopes: "", optional_scopes: [] }),
  app_proxy: z
    .object({ url: z.string(), prefix: z.string(), subpath: z.string() })
    .default({ url: "/proxy", prefix: "apps", subpath: "aisle" }),
  webhooks: z
    .object({
      api_version: z.string().default("2026-07"),
      subscriptions: z
        .array(
          z.object({
            uri: z.string(),
            topics: z.array(z.string()).default([]),
            compliance_topics: z.array(z.string()).default([]),
            include_fields: z.array(z.string()).default([]),
          }),
        )
        .default([]),
    })
    .default({ api_version: "2026-07", subscriptions: [] }),
});

/**
 * Reads shopify.app.toml and `extensions/` below `projectRoot`. `scopes` (from `SCOPES`) wins over those of the file.
 * `read_all_orders` is granted on top: Shopify gives it after a review, and stores of made-up data are older than 60 days.
 */
export function readAppConfig(projectRoot: string, scopes?: string): AppConfig {
  const path = join(projectRoot, "shopify.app.toml");
  const toml = appToml.parse(existsSync(path) ? parse(readFileSync(path, "utf8")) : {});
  return {
    name: toml.name,
    handle: toml.handle,
    scopes: grantScopes([...(scopes ?? toml.access_scopes.scopes).split(","), "read_all_orders"]),
    proxy: { ...toml.app_proxy, url: pathOf(toml.app_proxy.url) },
    webhookApiVersion: toml.webhooks.api_version,
    webhooks: toml.webhooks.subscriptions.flatMap(({ uri, topics, compliance_topics, include_fields }) =>
      [...topics, ...compliance_topics].map((topic) => ({
        topic,
        uri: pathOf(uri),
        includeFields: include_fields,
      })),
    ),
    embedBlocks: readEmbedBlocks(join(projectRoot, "extensions")),
  };
}

/** The file names the app's production host; here only the path below the app's URL matters. */
function pathOf(uri: string): string {
  return uri.replace(/^https?:\/\/[^/]+/, "") || "/";
}

function grantScopes(requested: string[]): string[] {
  const granted = new Set<string>();
  for (const scope of requested.map((text) => text.trim()).filter(Boolean)) {
    granted.add(scope);
    if (scope.startsWith("write_")) granted.add(scope.replace("write_", "read_"));
  }
  return [...granted].sort();
}

const extensionToml = z.object({
  uid: z.string().optional(),
  handle: z.string().optional(),
  extensions: z.array(z.object({ handle: z.string().optional(), uid: z.string().optional() })).default([]),
});

/** A block whose schema names a target of `head`, `body` or `compliance_head` is an app embed; others are app blocks. */
const EMBED_TARGET = /"target"\s*:\s*"(?:head|body|compliance_head)"/;

function readEmbedBlocks(extensionsDirectory: string): EmbedBlock[] {
  if (!existsSync(extensionsDirectory)) return [];
  return readdirSync(extensionsDirectory).flatMap((name) => {
    const directory = join(extensionsDirectory, name);
    const tomlPath = join(directory, "shopify.extension.toml");
    const blocksDirectory = join(directory, "blocks");
    if (!existsSync(tomlPath) || !existsSync(blocksDirectory)) return [];
    const toml = extensionToml.parse(parse(readFileSync(tomlPath, "utf8")));
    const declared = toml.extensions[0];
    return readdirSync(blocksDirectory)
      .filter((file) => file.endsWith(".liquid"))
      .filter((file) => EMBED_TARGET.test(readFileSync(join(blocksDirectory, file), "utf8")))
      .map((file) => ({
        handle: basename(file, ".liquid"),
        extensionHandle: declared?.handle ?? toml.handle ?? name,
        extensionUid: declared?.uid ?? toml.uid ?? name,
      }));
  });
}
