import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Request, Response } from "express";
import type { DevStoreContext } from "../context";
import type { ProductData } from "../model";
import type { CartRecord } from "../state-store";
import { findSignedInCustomer } from "./account/customer-session";
import { type Assortment, createAssortment, isPublished } from "./assortment/assortment";
import { readCart } from "./cart/cart-session";
import { type AppEmbeds, createAppEmbeds } from "./embed/app-embeds";
import { createThemeEngine } from "./liquid/theme-engine";
import type { Visit } from "./objects/global-objects";
import type { Page } from "./page";
import { createPageRenderer, type PageRenderer } from "./page-renderer";
import { openTheme } from "./theme";

/** The parts that the storefront's routes share. */
export interface Storefront {
  context: DevStoreContext;
  assortment: Assortment;
  /** Published products, best first; nothing for an empty query. */
  search(query: string): ProductData[];
  embeds: AppEmbeds;
  renderer: PageRenderer;
  themeDirectory: string;
  /** An asset that the theme makes of a `.liquid` file, or null for any other. */
  renderAsset(request: Request, file: string): string | null;
  describeVisit(request: Request): Visit;
  sendPage(request: Request, response: Response, page: Page, status?: number): void;
  sendNotFound(request: Request, response: Response): void;
  /** `{sections: {…}}` for a cart that was just changed, or nothing when none is asked for. */
  renderSections(
    names: string[],
    request: Request,
    cart: CartRecord,
  ): { sections?: Record<string, string | null> };
}

const OWN_THEME = fileURLToPath(new URL("../theme", import.meta.url));
const built = new WeakMap<DevStoreContext, Storefront>();

/** One storefront a context, so that the proxy renders Liquid answers in the same theme. */
export function getStorefront(context: DevStoreContext): Storefront {
  const storefront = built.get(context) ?? createStorefront(context);
  built.set(context, storefront);
  return storefront;
}

function createStorefront(context: DevStoreContext): Storefront {
  const themeDirectory = requireTheme(process.env.THEME_DIR || OWN_THEME);
  const theme = openTheme(themeDirectory);
  const assortment = createAssortment(context.data);
  const embeds = createAppEmbeds(context);
  const renderer = createPageRenderer({
    theme,
    engine: createThemeEngine(theme),
    hosted: theme.directory === OWN_THEME ? null : openHostedPages(),
    embeds,
    assortment,
    context,
  });

  function describeVisit(request: Request): Visit {
    return {
      path: request.path,
      query: new URL(request.url, context.config.url).searchParams,
      locale: readLocale(request),
      cart: readCart(request, context.state),
      customer: findSignedInCustomer(request, context),
    };
  }

  function sendPage(request: Request, response: Response, page: Page, status = 200): void {
    const visit = describeVisit(request);
    const sectionId = visit.query.get("section_id");
    response.status(status).set({ "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    const sections = visit.query.get("sections");
    if (sectionId) response.send(renderer.renderSections([sectionId], page, visit)[sectionId] ?? "");
    else if (sections) response.json(renderer.renderSections(sections.split(","), page, visit));
    else response.send(renderer.renderPage(page, visit));
  }

  return {
    context,
    assortment,
    search: (query) =>
      query.trim() === "" ? [] : context.catalogue.searchProducts(query).filter(isPublished),
    embeds,
    renderer,
    themeDirectory,
    renderAsset: (request, file) => renderer.renderAsset(file, describeVisit(request)),
    describeVisit,
    sendPage,
    sendNotFound(request, response) {
      sendPage(request, response, { template: "404", title: "Page not found", objects: {} }, 404);
    },
    renderSections(names, request, cart) {
      if (names.length === 0) return {};
      const page = { template: "cart", title: "", objects: {} };
      return { sections: renderer.renderSections(names, page, { ...describeVisit(request), cart }) };
    },
  };
}

/** Pages that Shopify hosts where a theme has none of its own come from the store's own theme. */
function openHostedPages() {
  const theme = openTheme(OWN_THEME);
  return { theme, engine: createThemeEngine(theme) };
}

function requireTheme(directory: string): string {
  if (existsSync(`${directory}/layout/theme.liquid`)) return directory;
  throw new Error(
    `There is no theme in ${directory}: layout/theme.liquid is missing. THEME_DIR names the folder of one.`,
  );
}

function readLocale(request: Request): string {
  const asked = request.query.locale;
  return typeof asked === "string" && /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(asked) ? asked : "en";
}
