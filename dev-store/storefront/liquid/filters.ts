import { createHash, createHmac } from "node:crypto";
import type { Context, Liquid } from "liquidjs";
import { IMAGES_PATH, placeholderUrl, resolveImageUrl } from "../images";
import { formatMoney } from "../money";
import { registerColorFilters } from "./color-filters";
import { type Registers, registersOf } from "./registers";

type Named = Record<string, unknown>;
interface FilterThis {
  context: Context;
}

/** Shopify's filters that liquidjs does not bring. */
export function registerFilters(engine: Liquid): void {
  registerMoneyFilters(engine);
  registerUrlFilters(engine);
  registerTextFilters(engine);
  registerColorFilters(engine);
}

function registerMoneyFilters(engine: Liquid): void {
  const currency = (self: FilterThis) => registersOf(self.context).currency;
  engine.registerFilter("money", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currency(this));
  });
  engine.registerFilter("money_with_currency", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currency(this), true);
  });
  engine.registerFilter("money_without_trailing_zeros", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currency(this)).replace(/[.,]00$/, "");
  });
  engine.registerFilter("money_without_currency", function (this: FilterThis, amount) {
    return formatMoney(Number(amount ?? 0), currency(this)).replace(/[^\d.,-]/g, "");
  });
}

function registerUrlFilters(engine: Liquid): void {
  engine.registerFilter("asset_url", function (this: FilterThis, file) {
    return registersOf(this.context).assetUrl(String(file));
  });
  engine.registerFilter("file_url", (file) => IMAGES_PATH + encodeURIComponent(String(file)));
  for (const name of ["image_url", "img_url"]) {
    engine.registerFilter(name, (image, ...options) => imageUrl(image, readNamed(options)));
  }
  engine.registerFilter("image_tag", (url, ...options) => imageTag(String(url ?? ""), readNamed(options)));
  engine.registerFilter("img_tag", (url, alt = "") => imageTag(imageUrl(url, {}), { alt }));
  engine.registerFilter(
    "stylesheet_tag",
    (url) => `<link href="${escapeHtml(url)}" rel="stylesheet" media="all">`,
  );
  engine.registerFilter("script_tag", (url) => `<script src="${escapeHtml(url)}"></script>`);
  engine.registerFilter("preload_tag", (url, ...options) => {
    return `<link href="${escapeHtml(url)}" rel="preload"${attributes(readNamed(options))}>`;
  });
  engine.registerFilter("link_to", (text, url, title = "") => {
    return `<a href="${escapeHtml(url)}" title="${escapeHtml(title)}">${text}</a>`;
  });
  engine.registerFilter(
    "within",
    (url, collection) => `/collections/${(collection as Named)?.handle ?? "all"}${url}`,
  );
  engine.registerFilter("url_for_type", (type) => `/collections/types?q=${encodeURIComponent(String(type))}`);
  engine.registerFilter(
    "url_for_vendor",
    (vendor) => `/collections/vendors?q=${encodeURIComponent(String(vendor))}`,
  );
  engine.registerFilter("url_param_escape", (text) => encodeURIComponent(String(text)));
  engine.registerFilter("placeholder_svg_tag", (name, css = "") => {
    return `<img src="${placeholderUrl(String(name))}" alt="" class="${escapeHtml(css)}">`;
  });
}

function registerTextFilters(engine: Liquid): void {
  for (const name of ["t", "translate"]) {
    engine.registerFilter(name, function (this: FilterThis, key, ...options) {
      return translate(registersOf(this.context), String(key), readNamed(options));
    });
  }
  engine.registerFilter("json", (value) => {
    return (JSON.stringify(value ?? null) ?? "null").replace(/[<>&\u2028\u2029]/g, (letter) => {
      return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
  });
  for (const name of ["handleize", "handle"]) engine.registerFilter(name, handleize);
  engine.registerFilter("camelcase", (text) => {
    return String(text).replace(/(?:^|[-_\s]+)(\w)/g, (_, letter: string) => letter.toUpperCase());
  });
  engine.registerFilter("pluralize", (count, one, other) => (Number(count) === 1 ? one : other));
  engine.registerFilter("highlight", (text, words) => highlight(String(text), String(words ?? "")));
  for (const algorithm of ["md5", "sha1", "sha256"]) {
    engine.registerFilter(algorithm, (text) => createHash(algorithm).update(String(text)).digest("hex"));
  }
  engine.registerFilter("hmac_sha256", (text, key) => {
    return createHmac("sha256", String(key)).update(String(text)).digest("hex");
  });
}

function imageUrl(image: unknown, options: Named): string {
  const source = typeof image === "string" ? image : ((image as { src?: string } | null)?.src ?? "");
  if (!source) return placeholderUrl("");
  const url = resolveImageUrl(source);
  const isOurs = url.startsWith("/cdn/");
  return isOurs && options.width
    ? `${url}${url.includes("?") ? "&" : "?"}width=${Number(options.width)}`
    : url;
}

function imageTag(url: string, options: Named): string {
  const { widths: _widths, sizes: _sizes, preload: _preload, ...shown } = options;
  return `<img src="${escapeHtml(url)}"${attributes({ alt: "", loading: "lazy", ...shown })}>`;
}

function attributes(values: Named): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
    .join("");
}

/** Values are escaped where they are put in; the texts themselves belong to the theme. `count` picks `.one` or `.other`. */
function translate(registers: Registers, key: string, values: Named): string {
  const plural = values.count === undefined ? null : Number(values.count) === 1 ? "one" : "other";
  const text = (plural && registers.findText(`${key}.${plural}`)) ?? registers.findText(key);
  if (text === null) return `Translation missing: ${escapeHtml(key)}`;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => escapeHtml(values[name] ?? ""));
}

function highlight(text: string, words: string): string {
  const escaped = escapeHtml(text);
  if (!words.trim()) return escaped;
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => escapeHtml(word).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.replace(
    new RegExp(`(${pattern.join("|")})`, "giu"),
    '<strong class="highlight">$1</strong>',
  );
}

export function handleize(text: unknown): string {
  return String(text ?? "")
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

export function escapeHtml(value: unknown): string {
  return String(value ?? "").replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** liquidjs hands `name: value` arguments over as pairs. */
function readNamed(options: unknown[]): Named {
  return Object.fromEntries(options.filter((option): option is [string, unknown] => Array.isArray(option)));
}
