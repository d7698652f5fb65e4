import type { Liquid } from "liquidjs";
import { IMAGES_PATH } from "../images";
import { type FilterThis, readNamed } from "./filter-arguments";
import { escapeHtml, htmlAttributes } from "./html";
import { registersOf } from "./registers";

/** Addresses of files, and elements that name them. */
export function registerUrlFilters(engine: Liquid): void {
  registerAssetFilters(engine);
  registerLinkFilters(engine);
  engine.registerFilter("stylesheet_tag", (url, ...options) => {
    const { preload: _preload, ...shown } = readNamed(options);
    return `<link href="${escapeHtml(url)}" rel="stylesheet" type="text/css"${htmlAttributes({ media: "all", ...shown })}>`;
  });
  engine.registerFilter("script_tag", (url) => `<script src="${escapeHtml(url)}"></script>`);
  engine.registerFilter("preload_tag", (url, ...options) => {
    if (!url) return "";
    return `<link href="${escapeHtml(url)}" rel="preload"${htmlAttributes(readNamed(options))}>`;
  });
}

function registerAssetFilters(engine: Liquid): void {
  for (const name of ["asset_url", "asset_img_url"]) {
    engine.registerFilter(name, function (this: FilterThis, file) {
      return registersOf(this.context).assetUrl(String(file));
    });
  }
  engine.registerFilter("inline_asset_content", function (this: FilterThis, file) {
    return registersOf(this.context).readAsset(String(file)) ?? "";
  });
  for (const name of ["file_url", "file_img_url"]) {
    engine.registerFilter(name, (file) => IMAGES_PATH + encodeURIComponent(String(file)));
  }
  // Files that Shopify itself gives to every theme; the store has none of them.
  for (const name of ["shopify_asset_url", "global_asset_url", "payment_type_img_url"]) {
    engine.registerFilter(name, (file) => `/cdn/shopify/${encodeURIComponent(String(file))}`);
  }
}

function registerLinkFilters(engine: Liquid): void {
  engine.registerFilter("link_to", (text, url, ...options) => {
    const title = options.find((option) => typeof option === "string") ?? "";
    return `<a${htmlAttributes({ href: url, title, ...readNamed(options) })}>${text}</a>`;
  });
  engine.registerFilter("within", (url, collection) => {
    return `/collections/${(collection as { handle?: string } | null)?.handle ?? "all"}${url}`;
  });
  for (const kind of ["type", "vendor"]) {
    const urlOf = (name: unknown) => `/collections/${kind}s?q=${encodeURIComponent(String(name))}`;
    engine.registerFilter(`url_for_${kind}`, urlOf);
    engine.registerFilter(`link_to_${kind}`, (name) => `<a href="${urlOf(name)}">${escapeHtml(name)}</a>`);
  }
  for (const name of ["url_param_escape", "url_escape"]) {
    engine.registerFilter(name, (text) => encodeURIComponent(String(text)));
  }
}
