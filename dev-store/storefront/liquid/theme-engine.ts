import { type Context, Liquid } from "liquidjs";
import { defaultSettings, type SectionInstance, type Theme } from "../theme";
import { registerFilters } from "./filters";
import { registerTags } from "./tags";

/** Renders the files of one theme. `globals` are the objects of the page, with its registers. */
export interface ThemeEngine {
  render(source: string, scope: object, globals: object): string;
  renderSection(id: string, instance: SectionInstance, globals: object): string;
  /** A section by the name of its file, with the settings that the theme keeps for it. */
  renderStaticSection(type: string, globals: object): string;
}

/** Old versions of files that were changed while the store ran are let go beyond this. */
const MOST_PARSED_TEMPLATES = 500;

export function createThemeEngine(theme: Theme): ThemeEngine {
  const engine = new Liquid({
    fs: snippetFiles(theme),
    relativeReference: false,
    extname: "",
    lenientIf: true,
    timezoneOffset: "UTC",
    renderLimit: 10_000,
    ownPropertyOnly: true,
  });
  const parsed = new Map<string, ReturnType<Liquid["parse"]>>();
  registerFilters(engine);
  registerTags(engine, {
    section: (type, context) => renderStaticSection(type, context.globals),
    group: (name, context) => renderGroup(name, context),
  });

  function render(source: string, scope: object, globals: object): string {
    if (parsed.size > MOST_PARSED_TEMPLATES) parsed.clear();
    const templates = parsed.get(source) ?? engine.parse(source);
    parsed.set(source, templates);
    return engine.renderSync(templates, scope, { globals }) as string;
  }

  function renderSection(id: string, instance: SectionInstance, globals: object): string {
    const file = theme.findSection(instance.type);
    if (!file || instance.disabled) return "";
    const { schema, source } = file;
    const tag = schema.tag === null ? null : (schema.tag ?? "div");
    const html = render(source, { section: describeSection(id, instance, schema.settings ?? []) }, globals);
    if (tag === null) return html;
    return `<${tag} id="shopify-section-${id}" class="${["shopify-section", schema.class].filter(Boolean).join(" ")}">${html}</${tag}>`;
  }

  function renderStaticSection(type: string, globals: object): string {
    return renderSection(type, { ...theme.staticSection(type), type }, globals);
  }

  function renderGroup(name: string, context: Context): string {
    const group = theme.findSectionGroup(name);
    if (!group) return "";
    return group.order
      .map((id) => renderSection(`${name}__${id}`, group.sections[id] as SectionInstance, context.globals))
      .join("");
  }

  return { render, renderSection, renderStaticSection };
}

function describeSection(
  id: string,
  instance: SectionInstance,
  definitions: Parameters<typeof defaultSettings>[0],
) {
  const blocks = instance.blocks ?? {};
  return {
    id,
    settings: { ...defaultSettings(definitions), ...instance.settings },
    blocks: (instance.block_order ?? Object.keys(blocks))
      .filter((key) => blocks[key] && !blocks[key].disabled)
      .map((key) => ({ id: key, shopify_attributes: "", settings: {}, ...blocks[key] })),
  };
}

/** `{% render 'card' %}` finds snippets/card.liquid, and nothing outside that folder. */
function snippetFiles(theme: Theme) {
  const read = (name: string) => {
    const source = /^[\w.-]+$/.test(name) ? theme.findSnippet(name) : null;
    if (source === null) throw new Error(`The theme has no snippet "${name}".`);
    return source;
  };
  const exists = (name: string) => /^[\w.-]+$/.test(name) && theme.findSnippet(name) !== null;
  return {
    readFileSync: read,
    readFile: async (name: string) => read(name),
    existsSync: exists,
    exists: async (name: string) => exists(name),
    resolve: (_root: string, name: string) => name,
    containsSync: () => true,
    contains: async () => true,
    sep: "/",
    dirname: () => "",
  };
}
