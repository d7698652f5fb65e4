import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseJsonWithComments, splitSchema } from "./theme-files";

export interface SectionFile {
  source: string;
  schema: SectionSchema;
}

export interface SectionSchema {
  name?: string;
  tag?: string | null;
  class?: string;
  settings?: SettingDefinition[];
}

/** An input setting of a section, a block or a theme. `header` and `paragraph` have no id. */
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

export interface BlockInstance {
  type: string;
  disabled?: boolean;
  settings?: Record<string, unknown>;
}

export interface JsonTemplate {
  layout?: string | false;
  sections: Record<string, SectionInstance>;
  order: string[];
}

export type Template = { kind: "liquid"; source: string } | { kind: "json"; template: JsonTemplate };

/** An Online Store 2.0 theme in a folder. What is read is kept until a file of the folder changes. */
export interface Theme {
  directory: string;
  /** Changes with every change of a file. Call it once a request. */
  refresh(): string;
  findTemplate(name: string): Template | null;
  findSection(type: string): SectionFile | null;
  findSectionGroup(name: string): JsonTemplate | null;
  findSnippet(name: string): string | null;
  findLayout(name: string): string | null;
  /** Theme settings: the defaults of the schema with what settings_data.json says. */
  settings(): Record<string, unknown>;
  /** Static sections as `settings_data.json` keeps them. */
  staticSection(type: string): SectionInstance;
  /** Texts of a locale over those of the default locale, flat: `cart.title`. */
  translations(locale: string): Record<string, string>;
  assetVersion(file: string): string | null;
}

export function openTheme(directory: string): Theme {
  let fingerprint = "";
  const cache = new Map<string, unknown>();

  function remember<T>(key: string, read: () => T): T {
    if (!cache.has(key)) cache.set(key, read());
    return cache.get(key) as T;
  }
  function readText(path: string): string | null {
    return remember(`file:${path}`, () => {
      const file = join(directory, path);
      return existsSync(file) ? readFileSync(file, "utf8") : null;
    });
  }
  function readJson<T>(path: string): T | null {
    const text = readText(path);
    return text === null ? null : remember(`json:${path}`, () => parseJsonWithComments<T>(text, path));
  }
  function currentSettings(): SettingsData["current"] & object {
    const data = readJson<SettingsData>("config/settings_data.json");
    const current = data?.current ?? {};
    return typeof current === "string" ? (data?.presets?.[current] ?? {}) : current;
  }

  return {
    directory,
    refresh() {
      const now = fingerprintOf(directory);
      if (now !== fingerprint) cache.clear();
      fingerprint = now;
      return now;
    },
    findTemplate(name) {
      const template = readJson<JsonTemplate>(`templates/${name}.json`);
      if (template) return { kind: "json", template };
      const source = readText(`templates/${name}.liquid`);
      return source === null ? null : { kind: "liquid", source };
    },
    findSection(type) {
      const text = readText(`sections/${type}.liquid`);
      return text === null ? null : remember(`section:${type}`, () => splitSchema<SectionSchema>(text, type));
    },
    findSectionGroup: (name) => readJson<JsonTemplate>(`sections/${name}.json`),
    findSnippet: (name) => readText(`snippets/${name}.liquid`),
    findLayout: (name) => readText(`layout/${name}.liquid`),
    settings() {
      const groups = readJson<{ settings?: SettingDefinition[] }[]>("config/settings_schema.json") ?? [];
      const { sections: _sections, blocks: _blocks, ...saved } = currentSettings() as Record<string, unknown>;
      return { ...defaultSettings(groups.flatMap((group) => group.settings ?? [])), ...saved };
    },
    staticSection: (type) => currentSettings().sections?.[type] ?? { type },
    translations: (locale) =>
      remember(`locale:${locale}`, () => readTranslations(join(directory, "locales"), locale)),
    assetVersion(file) {
      const path = join(directory, "assets", file);
      if (!existsSync(path)) return null;
      return remember(`asset:${file}`, () =>
        createHash("sha1").update(readFileSync(path)).digest("hex").slice(0, 12),
      );
    },
  };
}

interface SettingsData {
  current: string | (Record<string, unknown> & { sections?: Record<string, SectionInstance> });
  presets?: Record<string, Record<string, unknown> & { sections?: Record<string, SectionInstance> }>;
}

export function defaultSettings(definitions: SettingDefinition[]): Record<string, unknown> {
  return Object.fromEntries(
    definitions.flatMap((setting) => (setting.id ? [[setting.id, setting.default ?? null]] : [])),
  );
}

/**
 * The texts of `locale` (`pt-BR`, else `pt`) laid over those of the default locale.
 * Without `pt` one of its regions serves. `ending` is `.schema.json` for schemas.
 */
export function readTranslations(
  directory: string,
  locale: string,
  ending = ".json",
): Record<string, string> {
  if (!existsSync(directory)) return {};
  const files = readdirSync(directory);
  const isDefault = (file: string) => file.endsWith(`.default${ending}`);
  const language = locale.split("-")[0] ?? locale;
  const isRegional = (file: string) => file.startsWith(`${language}-`) && file.endsWith(ending);
  const ofLanguage = files.find((file) => file === language + ending) ?? files.find(isRegional);
  const wanted = [files.find(isDefault), ofLanguage, files.find((file) => file === locale + ending)];
  return Object.assign(
    {},
    ...wanted.flatMap((file) => (file ? [flatten(readLocale(join(directory, file)))] : [])),
  );
}

function readLocale(path: string): object {
  return parseJsonWithComments<object>(readFileSync(path, "utf8"), path);
}

function flatten(tree: object, prefix = ""): Record<string, string> {
  return Object.entries(tree).reduce<Record<string, string>>((flat, [key, value]) => {
    if (value && typeof value === "object") Object.assign(flat, flatten(value, `${prefix}${key}.`));
    else flat[prefix + key] = String(value);
    return flat;
  }, {});
}

function fingerprintOf(directory: string): string {
  return readdirSync(directory, { withFileTypes: true })
    .map((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return fingerprintOf(path);
      return `${entry.name}:${statSync(path).mtimeMs}`;
    })
    .join("|");
}
