import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Liquid } from "liquidjs";

export const EXTENSION = fileURLToPath(new URL("../../extensions/chat-widget", import.meta.url));

export interface EmbedPage {
  locale: string;
  pageType: string;
  settings: Record<string, unknown>;
  searchTerms?: string;
  /** Of the store's own search, where the page is one. */
  resultsCount?: number;
  cart?: "empty" | "one-item";
}

/** The page's app embed block, rendered as Shopify renders it: settings' defaults, the locale's texts, asset URLs. */
export async function renderEmbed({
  locale,
  pageType,
  settings,
  searchTerms,
  resultsCount = 3,
  cart = "one-item",
}: EmbedPage): Promise<string> {
  const source = await readFile(join(EXTENSION, "blocks/chat.liquid"), "utf8");
  const [template = "", schemaText = "{}"] = source.split(/{% (?:end)?schema %}/);
  const schema = JSON.parse(schemaText) as { settings: { id?: string; default?: unknown }[] };
  const defaults = Object.fromEntries(schema.settings.flatMap((it) => (it.id ? [[it.id, it.default]] : [])));
  const texts = await readTexts(locale);

  const liquid = new Liquid({ strictFilters: true });
  liquid.registerFilter("t", (key: string) => key.split(".").reduce<unknown>(lookUp, texts));
  liquid.registerFilter("asset_url", (name: string) => `/assets/${name}`);
  liquid.registerFilter("color_extract", () => 1);
  liquid.registerFilter("color_contrast", (one: string, other: string) => contrast(one, other).toFixed(1));
  return liquid.parseAndRender(template, {
    request: { locale: { iso_code: locale }, page_type: pageType },
    block: { settings: { ...defaults, ...settings }, shopify_attributes: "" },
    shop: { permanent_domain: "example.myshopify.com" },
    routes: {
      root_url: "/",
      cart_url: "/cart",
      cart_add_url: "/cart/add",
      account_login_url: "/account/login",
    },
    cart:
      cart === "empty"
        ? { item_count: 0, total_price: 0, currency: { iso_code: "EUR" } }
        : { item_count: 1, total_price: 4200, currency: { iso_code: "EUR" } },
    product: pageType === "product" ? { handle: "linen-shirt" } : null,
    search:
      searchTerms === undefined ? null : { terms: searchTerms, performed: true, results_count: resultsCount },
  });
}

async function readTexts(locale: string): Promise<unknown> {
  const candidates = [locale, locale.split("-")[0], "en.default"];
  for (const name of candidates) {
    const text = await readFile(join(EXTENSION, `locales/${name}.json`), "utf8").catch(() => null);
    if (text) return JSON.parse(text);
  }
  throw new Error("The extension has no default locale.");
}

function lookUp(node: unknown, key: string): unknown {
  return (node as Record<string, unknown> | undefined)?.[key];
}

/** WCAG's contrast ratio of two #rrggbb colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
