import type { DevStoreContext } from "../context";
import type { Assortment } from "./assortment/assortment";
import { contentForHeader } from "./content-for-header";
import type { AppEmbeds } from "./embed/app-embeds";
import { findRegisters, withRegisters } from "./liquid/registers";
import { readThemeSettings } from "./liquid/setting-values";
import type { PlacedSection, ThemeEngine } from "./liquid/theme-engine";
import { createGlobalObjects, type Visit } from "./objects/global-objects";
import type { Page } from "./page";
import type { Theme } from "./theme";
import type { JsonTemplate } from "./theme-schema";

export interface PageRenderer {
  renderPage(page: Page, visit: Visit): string;
  /** Markup that is put into the theme's layout as it stands, such as a Liquid answer of an app proxy. */
  renderInLayout(content: string, page: Page, visit: Visit): string;
  /** Liquid that is not of the theme, such as an answer of an app proxy, with the objects of a page. */
  renderLiquid(source: string, page: Page, visit: Visit): string;
  /** Shopify's section rendering, by id or name: each section's markup, or null for one that the theme does not have. */
  renderSections(names: string[], page: Page, visit: Visit): Record<string, string | null>;
  /** An asset that is made of a `.liquid` file, or null for any other. */
  renderAsset(file: string, visit: Visit): string | null;
}

interface ThemeParts {
  theme: Theme;
  engine: ThemeEngine;
}

export interface PageRendererParts extends ThemeParts {
  /** Gives the templates that the theme does not have. */
  hosted: ThemeParts | null;
  embeds: AppEmbeds;
  assortment: Assortment;
  context: DevStoreContext;
}

const NO_PAGE: Page = { template: "index", title: "", objects: {} };

export function createPageRenderer(parts: PageRendererParts): PageRenderer {
  const { theme, engine, hosted, embeds, assortment, context } = parts;

  function globalsOf(page: Page, visit: Visit, { theme, engine }: ThemeParts = parts): object {
    theme.refresh();
    const common = createGlobalObjects(visit, assortment, context);
    const [pageType = "", suffix = null] = page.template.split(".");
    const globals = {
      ...common,
      ...page.objects,
      closest: page.objects,
      request: { ...common.request, page_type: pageType },
      template: describeTemplate(page.template, suffix),
      page_title: page.title,
      page_description: "",
      canonical_url: context.config.url + visit.path,
    };
    const withThem = withRegisters(globals, registersFor(theme, visit));
    return { ...withThem, settings: settingsOf({ theme, engine }, withThem) };
  }

  function registersFor(theme: Theme, visit: Visit) {
    const texts = theme.translations(visit.locale);
    return {
      currency: context.data.shop.currency,
      assetUrl: (file: string) => `/cdn/shop/assets/${file}?v=${theme.assetVersion(file) ?? "0"}`,
      readAsset: (file: string) => theme.readAsset(file)?.source ?? null,
      findText: (key: string) => texts[key] ?? null,
      query: visit.query,
      path: visit.path,
      written: new Set<string>(),
    };
  }

  function settingsOf({ theme, engine }: ThemeParts, globals: object): Record<string, unknown> {
    const { definitions, values } = theme.settings();
    return readThemeSettings(definitions, values, {
      globals,
      evaluate: engine.evaluate,
      render: (source, within) => engine.render(source, {}, within),
    });
  }

  function renderTemplate(
    page: Page,
    visit: Visit,
    globals: object,
  ): { content: string; layout: string | false } {
    const source = theme.findTemplate(page.template) ? parts : hosted;
    const template = source?.theme.findTemplate(page.template);
    if (!source || !template) throw new Error(`The theme has no template "${page.template}".`);
    const objects = source === parts ? globals : globalsOf(page, visit, source);
    if (template.kind === "json") {
      const content = renderPlaced(sectionsOf(template.template), objects, source.engine);
      return { content, layout: template.template.layout ?? "theme" };
    }
    const content = source.engine.render(template.source, {}, objects);
    return { content, layout: findRegisters(objects)?.layout ?? "theme" };
  }

  const renderPlaced = (sections: PlacedSection[], globals: object, engine: ThemeEngine) =>
    sections.map((section) => engine.renderSection(section, globals)).join("");

  function wrap(content: string, layout: string | false, globals: object, page: Page, visit: Visit): string {
    if (layout === false) return content;
    const source = theme.findLayout(layout);
    if (source === null) throw new Error(`The theme has no layout "${layout}".`);
    const embedded = embeds.render(globals, page.template, visit);
    const header = contentForHeader(context, page, visit) + embedded.head;
    const html = engine.render(source, { content_for_header: header, content_for_layout: content }, globals);
    return html.replace(/<\/body>(?![\s\S]*<\/body>)/i, () => `${embedded.body}</body>`);
  }

  /** A section of this page or of a group by its id, else one by the name of its file. */
  function renderSectionById(id: string, page: Page, globals: object): string | null {
    const template = theme.findTemplate(page.template);
    const ofPage = template?.kind === "json" ? sectionsOf(template.template) : [];
    const [, group = "", key = ""] = /^sections--(.+?)__(.+)$/.exec(id) ?? [];
    const instance = theme.findSectionGroup(group)?.sections[key];
    const ofGroup: PlacedSection[] = instance
      ? [{ id, instance, location: group.replace(/-group$/, "") }]
      : [];
    const placed = [...ofPage, ...ofGroup].find((section) => section.id === id);
    if (placed) return engine.renderSection(placed, globals);
    return theme.findSection(id) ? engine.renderStaticSection(id, globals) : null;
  }

  return {
    renderPage(page, visit) {
      const globals = globalsOf(page, visit);
      const { content, layout } = renderTemplate(page, visit, globals);
      return wrap(content, layout, globals, page, visit);
    },
    renderInLayout: (content, page, visit) => wrap(content, "theme", globalsOf(page, visit), page, visit),
    renderLiquid: (source, page, visit) => engine.render(source, {}, globalsOf(page, visit)),
    renderSections(names, page, visit) {
      const globals = globalsOf(page, visit);
      return Object.fromEntries(names.map((name) => [name, renderSectionById(name, page, globals)]));
    },
    renderAsset(file, visit) {
      const asset = theme.readAsset(file);
      return asset?.isLiquid ? engine.render(asset.source, {}, globalsOf(NO_PAGE, visit)) : null;
    },
  };
}

function sectionsOf({ order, sections }: JsonTemplate): PlacedSection[] {
  return order.flatMap((key, at) => {
    const instance = sections[key];
    return instance ? [{ id: `template--${key}`, instance, location: "template", index: at + 1 }] : [];
  });
}

/** `template`: its name where text is wanted. */
function describeTemplate(name: string, suffix: string | null) {
  const [directory, file = name] = name.includes("/") ? name.split("/") : [null, name];
  return { name: file.split(".")[0], directory, suffix, toString: () => name };
}
