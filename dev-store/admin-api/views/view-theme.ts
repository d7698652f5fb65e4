import { createHash } from "node:crypto";
import type { DevStoreContext } from "../../context";
import { deterministicId } from "../../load/fields";
import { type ConnectionArguments, connect } from "../connection";
import { dateTime, globalId } from "./scalars";
import type { View, ViewContext } from "./view-context";

/** The one theme of the store. Of its files the Admin API shows the settings, which say which app embeds are on. */
export function viewTheme({ store }: ViewContext): View {
  return {
    __typename: "OnlineStoreTheme",
    id: globalId("OnlineStoreTheme", themeId(store)),
    name: "Main theme",
    role: "MAIN",
    prefix: "",
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    translations: [],
    createdAt: dateTime(store.data.products[0]?.createdAt ?? "2026-01-01T00:00:00Z"),
    updatedAt: dateTime(store.clock().toISOString()),
    files: ({ filenames, ...args }: ConnectionArguments & { filenames?: string[] | null }) => ({
      ...connect(findFiles(store, filenames ?? ["*"]), { ...args, first: args.first ?? 50 }, (file) =>
        viewFile(file, store),
      ),
      userErrors: [],
    }),
  };
}

export function themeId(store: DevStoreContext): string {
  return deterministicId("theme", store.config.shop);
}

interface ThemeFile {
  id: string;
  content: string;
}

function findFiles(store: DevStoreContext, patterns: string[]): ThemeFile[] {
  const files: ThemeFile[] = [{ id: "config/settings_data.json", content: describeThemeSettings(store) }];
  return files.filter(({ id }) => patterns.some((pattern) => pattern === id || matchesPrefix(pattern, id)));
}

function matchesPrefix(pattern: string, name: string): boolean {
  return pattern.endsWith("*") && name.startsWith(pattern.slice(0, -1));
}

function viewFile({ id, content }: ThemeFile, store: DevStoreContext): View {
  const time = dateTime(store.clock().toISOString());
  return {
    __typename: "OnlineStoreThemeFile",
    filename: id,
    contentType: "application/json",
    size: String(Buffer.byteLength(content)),
    checksumMd5: createHash("md5").update(content).digest("hex"),
    createdAt: time,
    updatedAt: time,
    body: { __typename: "OnlineStoreThemeFileBodyText", content },
  };
}

/**
 * settings_data.json as the theme editor writes it: each app embed that was ever turned on is a block, its type
 * naming app, block and extension; turning it off sets `disabled`. The comment on top is Shopify's habit too.
 */
export function describeThemeSettings({ app, state }: DevStoreContext): string {
  const { on, settings } = state.current.embed;
  const isKnown = on || Object.keys(settings).length > 0;
  const blocks = Object.fromEntries(
    (isKnown ? app.embedBlocks : []).map(({ handle, extensionUid }) => [
      deterministicId("embed-block", extensionUid, handle),
      { type: `shopify://apps/${app.handle}/blocks/${handle}/${extensionUid}`, disabled: !on, settings },
    ]),
  );
  const body = { current: { blocks }, presets: {} };
  return `${SETTINGS_COMMENT}\n${JSON.stringify(body, null, 2)}\n`;
}

const SETTINGS_COMMENT = `/*
 * The contents of this file are auto-generated. It may be updated by the theme editor
 * or related systems. Changes made by hand can be overwritten.
 */`;
