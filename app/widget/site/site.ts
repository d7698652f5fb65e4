import source from "virtual:shell-source";
import { contrastingText } from "./contrasting-text";
import { drawShell } from "./draw-shell";

/**
 * The chat by one script tag, for pages that no theme app extension prints it into. The tag's `data-` attributes are those
 * of the block's host; with `data-token` or `data-token-url` the page is a website of its own (docs/other-websites.md),
 * without them a storefront of Shopify's, where the App Proxy says who is there.
 */
interface StorefrontGlobals {
  Shopify?: { shop?: string; locale?: string; routes?: { root?: string } };
}

/** As the block knows them. */
const FROM_RIGHT_TO_LEFT = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

function start(script: HTMLScriptElement): void {
  if (document.querySelector("aisle-chat")) return;
  const { Shopify } = window as StorefrontGlobals;
  const { color, scheme, locale: chosen, ...attributes } = script.dataset;
  const host = document.createElement("aisle-chat");
  const locale = chosen || Shopify?.locale || document.documentElement.lang || "en";
  host.lang = languageOf(locale);
  if (FROM_RIGHT_TO_LEFT.includes(languageIn(locale))) host.dir = "rtl";
  Object.assign(host.dataset, { locale, shop: Shopify?.shop ?? "" }, attributes);
  if (Shopify?.routes?.root) host.dataset.root ??= Shopify.routes.root;
  if (attributes.token || attributes.tokenUrl) host.dataset.proxy = new URL("site", script.src).href;
  if (scheme === "light" || scheme === "dark") host.style.colorScheme = scheme;
  if (color) {
    host.style.setProperty("--accent", color);
    host.style.setProperty("--on-accent", contrastingText(color));
  }
  drawShell(host, source);
  document.body.append(host);
  // The same loader that a theme gets, from which on all is the same.
  import(new URL("widget/launcher.js", script.src).href);
}

const languageIn = (locale: string) => locale.toLowerCase().split(/[-_]/)[0] ?? "";

/** The widget's own words: English where it does not speak the page's language. */
function languageOf(locale: string): string {
  const language = languageIn(locale);
  return language in source.texts ? language : "en";
}

const script = document.currentScript as HTMLScriptElement | null;
if (script && document.body) start(script);
else if (script) document.addEventListener("DOMContentLoaded", () => start(script));
