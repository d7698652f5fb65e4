/** What a section's, a block's or a theme's `{% schema %}` says. */
export interface SectionSchema {
  name?: string;
  /** The element around it; `null` for none. */
  tag?: string | null;
  class?: string;
  settings?: SettingDefinition[];
  /** Kinds of blocks that the section itself draws. */
  blocks?: { type: string; settings?: SettingDefinition[] }[];
}

export interface SectionFile {
  source: string;
  schema: SectionSchema;
}

/** An input setting. `header` and `paragraph` have no id. */
export interface SettingDefinition {
  type: string;
  id?: string;
  label?: string;
  info?: string;
  content?: string;
  default?: unknown;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  options?: { value: string; label: string }[];
}

/** One section as a JSON template or `settings_data.json` places it on a page. */
export interface SectionInstance {
  type: string;
  disabled?: boolean;
  settings?: Record<string, unknown>;
  blocks?: Record<string, BlockInstance>;
  block_order?: string[];
}

/** A block of a section, or, in themes with theme blocks, of a block. */
export interface BlockInstance extends SectionInstance {
  name?: string;
  /** Placed by the section's own markup, not by the order of its blocks. */
  static?: boolean;
}

export interface JsonTemplate {
  layout?: string | false;
  sections: Record<string, SectionInstance>;
  order: string[];
}

export type Template = { kind: "liquid"; source: string } | { kind: "json"; template: JsonTemplate };

export function defaultSettings(definitions: SettingDefinition[]): Record<string, unknown> {
  return Object.fromEntries(
    definitions.flatMap((setting) => (setting.id ? [[setting.id, setting.default ?? null]] : [])),
  );
}

/** Puts the texts of a schema locale in place of `t:settings.colour.label`. */
export function translateSchema<T>(value: T, texts: Record<string, string>): T {
  if (typeof value === "string")
    return (value.startsWith("t:") ? (texts[value.slice(2)] ?? value) : value) as T;
  if (Array.isArray(value)) return value.map((entry) => translateSchema(entry, texts)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, translateSchema(entry, texts)]),
  ) as T;
}
