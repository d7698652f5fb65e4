import { Drop } from "liquidjs";
import type { SettingDefinition } from "../theme-schema";
import { type Color, parseColor } from "./color";
import { parseFont } from "./font";

/** What settings may refer to: the objects of the page, and Liquid that stands in a value. */
export interface SettingSources {
  globals: object;
  /** The value of one expression, such as `closest.product`. */
  evaluate(expression: string, globals: object): unknown;
  /** A text with Liquid in it. */
  render(source: string, globals: object): string;
}

/** The values of a schema's settings as Liquid sees them: objects for colours, fonts, products, menus and the like. */
export function readSettings(
  definitions: SettingDefinition[],
  values: Record<string, unknown>,
  sources: SettingSources,
): Record<string, unknown> {
  const settings: Record<string, unknown> = { ...values };
  for (const definition of definitions) {
    if (!definition.id) continue;
    const saved = readDynamic(values[definition.id] ?? definition.default ?? null, sources);
    settings[definition.id] = convert(definition.type, saved, sources.globals);
  }
  return settings;
}

/** Theme settings may name each other: those that do are read after the others. */
export function readThemeSettings(
  definitions: SettingDefinition[],
  values: Record<string, unknown>,
  sources: SettingSources,
): Record<string, unknown> {
  const isDynamic = ({ id, default: fallback }: SettingDefinition) =>
    typeof (id && (values[id] ?? fallback)) === "string" &&
    String(id && (values[id] ?? fallback)).includes("{{");
  const plain = definitions.filter((definition) => !isDynamic(definition));
  const first = readSettings(plain, values, sources);
  const globals = { ...sources.globals, settings: first };
  const second = readSettings(definitions.filter(isDynamic), values, { ...sources, globals });
  return { ...second, ...first, ...pick(second, definitions.filter(isDynamic)) };
}

function pick(settings: Record<string, unknown>, definitions: SettingDefinition[]): Record<string, unknown> {
  return Object.fromEntries(definitions.flatMap(({ id }) => (id ? [[id, settings[id]]] : [])));
}

const WHOLE_EXPRESSION = /^\s*\{\{-?\s*([^{}|]+?)\s*-?\}\}\s*$/;

/** A dynamic source: the thing itself where the value is nothing else, text where it stands among other text. */
function readDynamic(value: unknown, { globals, evaluate, render }: SettingSources): unknown {
  if (typeof value !== "string" || !value.includes("{{")) return value;
  const expression = WHOLE_EXPRESSION.exec(value)?.[1];
  return expression ? evaluate(expression, globals) : render(value, globals);
}

function convert(type: string, value: unknown, globals: object): unknown {
  const isHandle = typeof value === "string" && value !== "";
  switch (type) {
    case "color":
      return value ? parseColor(value) : "";
    case "color_palette":
      return createPalette(value);
    case "color_scheme_group":
      return createSchemeGroup(value);
    case "color_scheme":
      return findScheme(value, globals);
    case "font_picker":
      return parseFont(value);
    case "image_picker":
    case "video":
      // Pictures that a theme's presets name are files of somebody else's store.
      return typeof value === "string" ? null : value;
    case "url":
      return isHandle ? (value as string).replace(/^shopify:\//, "") : value;
    case "product":
      return isHandle ? lookUp(globals, "all_products", value) : value;
    case "link_list":
      return isHandle ? lookUp(globals, "linklists", value) : value;
    case "collection":
    case "page":
    case "blog":
      return isHandle ? lookUp(globals, `${type}s`, value) : value;
    case "collection_list":
    case "product_list":
      return Array.isArray(value) ? value.map((handle) => lookUp(globals, LISTS[type] ?? "", handle)) : [];
    default:
      return value;
  }
}

const LISTS: Record<string, string> = { collection_list: "collections", product_list: "all_products" };

function lookUp(globals: object, list: string, handle: unknown): unknown {
  const found = (globals as Record<string, unknown>)[list];
  const key = String(handle).replace(/^shopify:\/\/\w+\//, "");
  if (found instanceof Drop) return found.liquidMethodMissing(key, undefined as never) ?? null;
  return (found as Record<string, unknown> | undefined)?.[key] ?? null;
}

/** A colour scheme: its id where text is wanted, its colours as `settings`. */
class ColorScheme extends Drop {
  constructor(
    readonly id: string,
    readonly settings: Record<string, unknown>,
  ) {
    super();
  }
  override valueOf(): string {
    return this.id;
  }
  override toString(): string {
    return this.id;
  }
}

/** A list that is asked for its schemes by name too. */
function createSchemeGroup(value: unknown): ColorScheme[] {
  const saved = (value ?? {}) as Record<string, { settings?: Record<string, unknown> }>;
  const schemes = Object.entries(saved).map(
    ([id, { settings = {} }]) => new ColorScheme(id, colorsOf(settings)),
  );
  return Object.assign(schemes, Object.fromEntries(schemes.map((scheme) => [scheme.id, scheme])));
}

function colorsOf(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([id, color]) => {
      const isColor = typeof color === "string" && /^(?:#|rgb)/.test(color);
      return [id, isColor ? parseColor(color) : color];
    }),
  );
}

/** A list of colours, each known by name too. */
function createPalette(value: unknown): Color[] {
  const colors = Object.entries((value ?? {}) as Record<string, unknown>).map(
    ([id, color]) => [id, parseColor(color)] as const,
  );
  return Object.assign(
    colors.map(([, color]) => color),
    Object.fromEntries(colors),
  );
}

function findScheme(value: unknown, globals: object): unknown {
  const { settings = {} } = globals as { settings?: Record<string, unknown> };
  const groups = Object.values(settings).filter(
    (group): group is ColorScheme[] => Array.isArray(group) && group[0] instanceof ColorScheme,
  );
  return groups.flat().find(({ id }) => id === value) ?? value ?? "";
}
