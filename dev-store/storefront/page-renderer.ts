import type { DevStoreContext } from "../context";
import type { Assortment } from "./assortment/assortment";
import { contentForHeader } from "./content-for-header";
import type { AppEmbeds } from "./embed/app-embeds";
import { withRegisters } from "./liquid/registers";
import type { ThemeEngine } from "./liquid/theme-engine";
import { createGlobalObjects, type Visit } from "./objects/global-objects";
import type { Page } from "./page";
import type { JsonTemplate, Theme } from "./theme";

export interface PageRenderer {
  renderPage(page: Page, visit: Visit): string;
  /** Markup that is put into the theme's layout as it stands, such as a Liquid answer of an app proxy. */
  renderInLayout(content: string, page: Page, visit: Visit): string;
  /** Liquid that is not of the theme, such as an answer of an app proxy, with the objects of a page. */
  renderLiquid(source: string, page: Page, visit: Visit): string;
  /** Shopify's section rendering: each section's markup, or null for one that the theme does not have. */
  renderSections(names: string[], page: Page, visit: Visit): Record<string, string | null>;
}

export interface PageRendererParts {
  theme: Theme;
  engine: ThemeEngine;
  embeds: AppEmbeds;
  assortment: Assortment;
  context: DevStoreContext;
}

export function createPageRenderer({
  theme,
  engine,
  embeds,
  assortment,
  context,
}: PageRendererParts): PageRenderer {
  function globalsOf(page: Page, visit: Visit): object {
    theme.refresh();
    const texts = theme.translations(visit.locale);
    const common = createGlobalObjects(visit, assortment, context);
    const pageType = page.template.split(".")[0];
    const globals = {
      ...common,
      ...page.objects,
      request: { ...common.request, page_type: pageType },
      settings: theme.settings(),
      template: { name: pageType, directory: null, suffix: null, toString: () => page.template },
      page_title: page.title,
      canonical_url: context.config.url + visit.path,
    };
    return withRegisters(globals, {
      currency: context.data.shop.currency,
      assetUrl: (file) => `/cdn/shop/assets/${file}?v=${theme.assetVersion(file) ?? "0"}`,
      findText: (key) => texts[key] ?? null,
      query: visit.query,
      path: visit.path,
    });
  }

  function renderTemplate(page: Page, globals: object): { content: string; layout: string | false } {
    const template = theme.findTemplate(page.template);
    if (!template) throw new Error(`The theme has no template "${page.template}".`);
    if (template.kind === "liquid")
      return { content: engine.render(template.source, {}, globals), layout: "theme" };
    return {
      content: renderSectionsOf(template.template, globals),
      layout: template.template.layout ?? "theme",
    };
  }

  function renderSectionsOf(template: JsonTemplate, globals: object): string {
    return template.order
      .map((id) => {
        const instance = template.sections[id];
        return instance ? engine.renderSection(`template--${id}`, instance, globals) : "";
      })
      .join("");
  }

  function wrap(content: string, layout: string | false, globals: object, page: Page, visit: Visit): string {
    if (layout === false) return content;
    const source = theme.findLayout(layout);
    if (source === null) throw new Error(`The theme has no layout "${layout}".`);
    const embedded = embeds.render(globals, page.template, visit);
    const header = contentForHeader(context, page, visit) + embedded.head;
    const html = engine.render(source, { content_for_header: header, content_for_layout: content }, globals);
    return html.replace(/<\/body>(?![\s\S]*<\/body>)/i, () => `${embedded.body}</body>`);
  }

  return {
    renderPage(page, visit) {
      const globals = globalsOf(page, visit);
      const { content, layout } = renderTemplate(page, globals);
      return wrap(content, layout, globals, page, visit);
    },
    renderInLayout: (content, page, visit) => wrap(content, "theme", globalsOf(page, visit), page, visit),
    renderLiquid: (source, page, visit) => engine.render(source, {}, globalsOf(page, visit)),
    renderSections(names, page, visit) {
      const globals = globalsOf(page, visit);
      return Object.fromEntries(
        names.map((name) => [
          name,
          theme.findSection(name) ? engine.renderStaticSection(name, globals) : null,
        ]),
      );
    },
  };
}
