import type { Liquid } from "liquidjs";
import { readNamed } from "./filter-arguments";
import { escapeHtml, htmlAttributes } from "./html";
import type { PaginatePart } from "./paged-list";
import { writeJson } from "./text-filters";

/** Filters that write markup of the store: buttons, addresses, pages of a list, and what search engines read. */
export function registerStoreFilters(engine: Liquid): void {
  engine.registerFilter("payment_button", () => PAYMENT_BUTTON);
  // Instalments, Shop Pay and "follow on Shop" are services of Shopify's: a store without them shows nothing.
  engine.registerFilter("payment_terms", () => "");
  engine.registerFilter("login_button", () => "");
  engine.registerFilter("avatar", () => "");
  engine.registerFilter("metafield_tag", (field) => escapeHtml((field as { value?: unknown } | null)?.value));
  engine.registerFilter("metafield_text", (field) => (field as { value?: unknown } | null)?.value ?? "");
  engine.registerFilter("payment_type_svg_tag", (type, ...options) => {
    return `<svg role="img" viewBox="0 0 38 24" width="38" height="24"${htmlAttributes({ "aria-label": type, ...readNamed(options) })}><rect width="38" height="24" rx="3" fill="#ddd"/></svg>`;
  });
  engine.registerFilter("default_errors", writeErrors);
  engine.registerFilter("default_pagination", writePagination);
  engine.registerFilter("format_address", writeAddress);
  engine.registerFilter("structured_data", (value) => writeJson(describeForSearch(value as Thing)));
  engine.registerFilter("standard_event_data", (value) => {
    const { id = null, handle = null } = (value ?? {}) as Thing;
    return writeJson({ id, handle });
  });
  registerCartFilters(engine);
}

const PAYMENT_BUTTON =
  '<div data-shopify="payment-button" class="shopify-payment-button"><button type="button" class="shopify-payment-button__button shopify-payment-button__button--unbranded">Buy it now</button></div>';

interface Line {
  variant_id: number;
  product_id: number;
  quantity: number;
}

function registerCartFilters(engine: Liquid): void {
  const linesOf = (cart: unknown): Line[] => (cart as { items?: Line[] } | null)?.items ?? [];
  engine.registerFilter("item_count_for_variant", (cart, variantId) => {
    const lines = linesOf(cart).filter((line) => line.variant_id === Number(variantId));
    return lines.reduce((sum, line) => sum + line.quantity, 0);
  });
  engine.registerFilter("line_items_for", (cart, thing) => {
    const id = (thing as Thing | null)?.id;
    return linesOf(cart).filter((line) => line.variant_id === id || line.product_id === id);
  });
}

interface Thing {
  id?: number;
  handle?: string;
  title?: string;
  url?: string;
  price?: number;
}

function describeForSearch({ title, url, price }: Thing): object {
  const type = price === undefined ? "Article" : "Product";
  return { "@context": "http://schema.org/", "@type": type, name: title, url };
}

function writeErrors(errors: unknown): string {
  const fields = Array.isArray(errors) ? errors : [];
  if (fields.length === 0) return "";
  return `<div class="errors"><ul>${fields.map((field) => `<li>${escapeHtml(field)}</li>`).join("")}</ul></div>`;
}

interface Pages {
  parts?: PaginatePart[];
  previous?: PaginatePart | null;
  next?: PaginatePart | null;
}

function writePagination(paginate: unknown): string {
  const { previous, next, parts = [] } = (paginate ?? {}) as Pages;
  const link = (css: string, { title, url, is_link }: PaginatePart) =>
    `<span class="${css}">${is_link ? `<a href="${escapeHtml(url)}">${escapeHtml(title)}</a>` : escapeHtml(title)}</span>`;
  const middle = parts.map((part) => link(part.is_link ? "page" : "page current", part));
  return [previous && link("prev", previous), ...middle, next && link("next", next)]
    .filter(Boolean)
    .join(" ");
}

function writeAddress(address: unknown): string {
  const { name, company, address1, address2, zip, city, province, country } = (address ?? {}) as Record<
    string,
    unknown
  >;
  const lines = [name, company, address1, address2, [zip, city].filter(Boolean).join(" "), province, country];
  return `<p>${lines.filter(Boolean).map(escapeHtml).join("<br>")}</p>`;
}
