import type { DevStoreContext } from "../context";
import { getStorefront } from "../storefront/storefront";

const LIVE_THEME = "gid://shopify/OnlineStoreTheme/1";

/** What `shopify.app.extensions()` of App Bridge gives: theme app extensions with their embeds and whether they are on. */
export function describeExtensions(context: DevStoreContext) {
  const { state, app } = context;
  const isOn = state.current.embed.on;
  const files = getStorefront(context).embeds.list();
  return [...new Set(files.map((file) => file.extension))].map((extension) => ({
    handle:
      app.embedBlocks.find((block) => files.some((file) => file.handle === block.handle))?.extensionHandle ??
      extension,
    type: "theme_app_extension",
    activations: files
      .filter((file) => file.extension === extension)
      .map((file) => ({
        handle: file.handle,
        name: file.schema.name,
        target: file.schema.target,
        status: isOn ? "active" : "available",
        activations: isOn ? [{ target: file.schema.target, themeId: LIVE_THEME }] : [],
      })),
  }));
}
