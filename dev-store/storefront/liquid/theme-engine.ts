import { Context, Liquid } from "liquidjs";
import type { Theme } from "../theme";
import type { BlockInstance, SectionInstance, SectionSchema } from "../theme-schema";
import { registerFilters } from "./filters";
import { escapeHtml } from "./html";
import { findPlace, orderedBlocks, type Place, withPlace } from "./placed-blocks";
import { readSettings, type SettingSources } from "./setting-values";
import { createSnippetCache, snippetFiles } from "./snippet-files";
import { registerTags } from "./tags";

/** Renders the files of one theme. `globals` are the objects of the page, with its registers. */
export interface ThemeEngine {
  render(source: string, scope: object, globals: object): string;
  /** The value of one expression. */
  evaluate(expression: string, globals: object): unknown;
  renderSection(placed: PlacedSection, globals: object): string;
  /** A section by the name of its file, with the settings that the theme keeps for it. */
  renderStaticSection(type: string, globals: object): string;
}

export interface PlacedSection {
  id: string;
  instance: SectionInstance;
  /** `template`, `header`, `footer`, or `static` for one that a layout names. */
  location: string;
  /** Counted from 1 within its location; themes let the first ones load early. */
  index?: number;
}

/** Old versions of files that were changed while the store ran are let go beyond this. */
const MOST_PARSED_TEMPLATES = 1000;
/** Themes nest blocks; one that holds itself would never end. */
const DEEPEST_BLOCK = 12;

export function createThemeEngine(theme: Theme): ThemeEngine {
  const engine = new Liquid({
    fs: snippetFiles(theme),
    cache: createSnippetCache(theme),
    relativeReference: false,
    extname: "",
    lenientIf: true,
    timezoneOffset: "UTC",
    renderLimit: 10_000,
    ownPropertyOnly: true,
    strictFilters: true,
  });
  const parsed = new Map<string, ReturnType<Liquid["parse"]>>();
  registerFilters(engine);
  registerTags(engine, {
    section: (type, context) => renderStaticSection(type, context.globals),
    group: (name, context) => renderGroup(name, context.globals),
    blocks(context, scope) {
      const place = findPlace(context);
      if (!place) return "";
      const placed = orderedBlocks(place.instance).filter(([, block]) => !block.static);
      return placed.map(([key, block]) => renderBlock(key, block, place, scope, context.globals)).join("");
    },
    block(context, type, id, scope) {
      const place = findPlace(context);
      if (!place) return "";
      return renderBlock(id, { ...place.instance.blocks?.[id], type }, place, scope, context.globals);
    },
  });

  function render(source: string, scope: object, globals: object): string {
    if (parsed.size > MOST_PARSED_TEMPLATES) parsed.clear();
    const templates = parsed.get(source) ?? engine.parse(source);
    parsed.set(source, templates);
    return engine.renderSync(templates, scope, { globals }) as string;
  }

  function evaluate(expression: string, globals: object): unknown {
    return engine.evalValueSync(expression, new Context({}, engine.options, { globals, sync: true }));
  }

  const sourcesOf = (globals: object): SettingSources => ({
    globals,
    evaluate,
    render: (source, within) => render(source, {}, within),
  });

  function renderSection({ id, instance, location, index }: PlacedSection, globals: object): string {
    const file = theme.findSection(instance.type);
    if (!file || instance.disabled) return "";
    const { schema, source } = file;
    const section = {
      id,
      location,
      index,
      index0: index === undefined ? undefined : index - 1,
      settings: readSettings(schema.settings ?? [], instance.settings ?? {}, sourcesOf(globals)),
      blocks: describeBlocks(id, instance, schema, globals),
    };
    const html = render(source, {}, withPlace({ ...globals, section }, { id, instance }));
    const css = ["shopify-section", schema.class].filter(Boolean).join(" ");
    return wrap(html, schema, `shopify-section-${id}`, css);
  }

  /** The blocks that a section loops over. Their settings are the theme block's, or those that the section defines. */
  function describeBlocks(id: string, instance: SectionInstance, schema: SectionSchema, globals: object) {
    return orderedBlocks(instance).map(([key, block]) => {
      const own = schema.blocks?.find(({ type }) => type === block.type)?.settings;
      const definitions = own ?? theme.findBlock(block.type)?.schema.settings ?? [];
      const settings = readSettings(definitions, block.settings ?? {}, sourcesOf(globals));
      return { id: `${id}__${key}`, type: block.type, name: block.name, shopify_attributes: "", settings };
    });
  }

  function renderBlock(
    key: string,
    instance: BlockInstance,
    place: Place,
    scope: Record<string, unknown>,
    outer: object,
  ): string {
    const file = theme.findBlock(instance.type);
    const id = `${place.id}__${key}`;
    if (!file || instance.disabled || id.split("__").length > DEEPEST_BLOCK) return "";
    const { schema, source } = file;
    const globals = handDown(outer, scope);
    const settings = readSettings(schema.settings ?? [], instance.settings ?? {}, sourcesOf(globals));
    const block = { id, type: instance.type, name: instance.name, shopify_attributes: "", settings };
    const html = render(source, scope, withPlace({ ...globals, block }, { id, instance }));
    const css = ["shopify-block", schema.class].filter(Boolean).join(" ");
    return wrap(html, schema, `shopify-block-${id}`, css);
  }

  function renderStaticSection(type: string, globals: object): string {
    const instance = { ...theme.staticSection(type), type };
    return renderSection({ id: type, instance, location: "static" }, globals);
  }

  function renderGroup(name: string, globals: object): string {
    const group = theme.findSectionGroup(name);
    if (!group) return "";
    const location = name.replace(/-group$/, "");
    return group.order
      .map((key, at) => {
        const instance = group.sections[key] as SectionInstance;
        const id = `sections--${name}__${key}`;
        return renderSection({ id, instance, location, index: at + 1 }, globals);
      })
      .join("");
  }

  return { render, evaluate, renderSection, renderStaticSection };
}

function wrap(html: string, { tag = "div" }: { tag?: string | null }, id: string, css: string): string {
  if (tag === null) return html;
  return `<${tag} id="${escapeHtml(id)}" class="${escapeHtml(css)}">${html}</${tag}>`;
}

/** `closest.product: product` is the closest product of a block and of everything inside of it. */
function handDown(globals: object, scope: Record<string, unknown>): object {
  const named = Object.entries(scope).filter(([name]) => name.startsWith("closest."));
  if (named.length === 0) return globals;
  const { closest = {} } = globals as { closest?: object };
  const nearer = Object.fromEntries(named.map(([name, thing]) => [name.slice("closest.".length), thing]));
  return { ...globals, closest: { ...closest, ...nearer } };
}
