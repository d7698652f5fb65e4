import type { DevStoreContext } from "../../context";
import { escapeHtml } from "../liquid/html";
import { withRegisters } from "../liquid/registers";
import { createThemeEngine, type ThemeEngine } from "../liquid/theme-engine";
import type { Visit } from "../objects/global-objects";
import type { Theme } from "../theme";
import { defaultSettings } from "../theme-schema";
import { createExtensionReader, type EmbedFile } from "./extension-folders";

/** App embed blocks: off until the merchant turns them on in the theme editor. */
export interface AppEmbeds {
  list(): EmbedFile[];
  /** Values of the block's settings: what was saved, over the defaults of its schema. */
  settingsOf(embed: EmbedFile): Record<string, unknown>;
  /** Markup for the end of the head and of the body; empty strings while the embed is off. */
  render(globals: object, template: string, visit: Visit): { head: string; body: string };
}

export function createAppEmbeds(context: DevStoreContext): AppEmbeds {
  const list = createExtensionReader(context.config.projectRoot);
  const engines = new Map<Theme, ThemeEngine>();

  function settingsOf(embed: EmbedFile): Record<string, unknown> {
    return { ...defaultSettings(embed.schema.settings ?? []), ...context.state.current.embed.settings };
  }

  function engineOf(files: Theme): ThemeEngine {
    const engine = engines.get(files) ?? createThemeEngine(files);
    engines.set(files, engine);
    return engine;
  }

  function renderBlock(embed: EmbedFile, globals: object, visit: Visit): string {
    const id = `aisle_${embed.handle.replace(/\W/g, "_")}`;
    const texts = embed.files.translations(visit.locale);
    const assetUrl = (file: string) => extensionAssetUrl(embed, file);
    const block = {
      id,
      type: `shopify://apps/${context.app.handle}/blocks/${embed.handle}/${embed.extension}`,
      settings: settingsOf(embed),
      shopify_attributes: "",
    };
    const html = engineOf(embed.files).render(
      embed.source,
      { block },
      withRegisters(globals, {
        currency: context.data.shop.currency,
        assetUrl,
        readAsset: (file) => embed.files.readAsset(file)?.source ?? null,
        findText: (key) => texts[key] ?? null,
        query: visit.query,
        path: visit.path,
        written: new Set(),
      }),
    );
    const { javascript, stylesheet } = embed.schema;
    const links = [
      stylesheet && `<link rel="stylesheet" href="${escapeHtml(assetUrl(stylesheet))}">`,
      javascript && `<script src="${escapeHtml(assetUrl(javascript))}" defer></script>`,
    ].filter(Boolean);
    if (embed.schema.target !== "body") return links.join("") + html;
    return `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${links.join("")}${html}</div>`;
  }

  function render(globals: object, template: string, visit: Visit) {
    const { installation, embed } = context.state.current;
    const shown = installation && embed.on ? list().filter(({ schema }) => isShownOn(schema, template)) : [];
    const markup = (isBody: boolean) =>
      shown
        .filter(({ schema }) => (schema.target === "body") === isBody)
        .map((file) => renderBlock(file, globals, visit))
        .join("");
    return { head: markup(false), body: markup(true) };
  }

  return { list, settingsOf, render };
}

export function extensionAssetUrl(embed: Pick<EmbedFile, "extension" | "files">, file: string): string {
  const version = embed.files.assetVersion(file) ?? "0";
  return `/extensions/${embed.extension}/assets/${encodeURIComponent(file)}?v=${version}`;
}

function isShownOn({ enabled_on, disabled_on }: EmbedFile["schema"], template: string): boolean {
  const matches = (names: string[] = []) => names.includes("*") || names.includes(template);
  if (enabled_on?.templates) return matches(enabled_on.templates);
  return !matches(disabled_on?.templates);
}
