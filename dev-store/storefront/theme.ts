import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseJsonWithComments, splitSchema } from "./theme-files";
import {
  type JsonTemplate,
  type SectionFile,
  type SectionInstance,
  type SectionSchema,
  type SettingDefinition,
  type Template,
  translateSchema,
} from "./theme-schema";
import { readTranslations } from "./theme-translations";

/** An Online Store 2.0 theme in a folder. What is read is kept until a file of the folder changes. */
export interface Theme {
  directory: string;
  /** Changes with every change of a file. Call it once a request. */
  refresh(): string;
  findTemplate(name: string): Template | null;
  findSection(type: string): SectionFile | null;
  /** A theme block, of `blocks/`. */
  findBlock(type: string): SectionFile | null;
  findSectionGroup(name: string): JsonTemplate | null;
  findSnippet(name: string): string | null;
  findLayout(name: string): string | null;
  /** Theme settings: their definitions, and what settings_data.json says. */
  settings(): { definitions: SettingDefinition[]; values: Record<string, unknown> };
  /** Static sections as `settings_data.json` keeps them. */
  staticSection(type: string): SectionInstance;
  /** Texts of a locale over those of the default locale, flat: `cart.title`. */
  translations(locale: string): Record<string, string>;
  assetVersion(file: string): string | null;
  /** The text of an asset, or of the `.liquid` file that it is made of. */
  readAsset(file: string): { source: string; isLiquid: boolean } | null;
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
  function readSection(path: string): SectionFile | null {
    const text = readText(path);
    if (text === null) return null;
    return remember(`section:${path}`, () => {
      const { source, schema } = splitSchema<SectionSchema>(text, path);
      return { source, schema: translateSchema(schema, schemaTexts()) };
    });
  }
  const schemaTexts = () =>
    remember("schema-texts", () => readTranslations(join(directory, "locales"), "en", ".schema.json"));
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
    findSection: (type) => readSection(`sections/${type}.liquid`),
    findBlock: (type) => readSection(`blocks/${type}.liquid`),
    findSectionGroup: (name) => readJson<JsonTemplate>(`sections/${name}.json`),
    findSnippet: (name) => readText(`snippets/${name}.liquid`),
    findLayout: (name) => readText(`layout/${name}.liquid`),
    settings() {
      const groups = readJson<{ settings?: SettingDefinition[] }[]>("config/settings_schema.json") ?? [];
      const { sections: _sections, blocks: _blocks, ...saved } = currentSettings() as Record<string, unknown>;
      return { definitions: groups.flatMap((group) => group.settings ?? []), values: saved };
    },
    staticSection: (type) => currentSettings().sections?.[type] ?? { type },
    translations: (locale) =>
      remember(`locale:${locale}`, () => readTranslations(join(directory, "locales"), locale)),
    assetVersion(file) {
      const path = join(directory, "assets", file);
      const made = existsSync(path) ? path : `${path}.liquid`;
      if (!existsSync(made)) return null;
      return remember(`asset:${file}`, () =>
        createHash("sha1").update(readFileSync(made)).digest("hex").slice(0, 12),
      );
    },
    readAsset(file) {
      if (!/^[\w][\w .@-]*$/.test(file)) return null;
      const source = readText(`assets/${file}`);
      if (source !== null) return { source, isLiquid: false };
      const liquid = readText(`assets/${file}.liquid`);
      return liquid === null ? null : { source: liquid, isLiquid: true };
    },
  };
}

interface SettingsData {
  current: string | (Record<string, unknown> & { sections?: Record<string, SectionInstance> });
  presets?: Record<string, Record<string, unknown> & { sections?: Record<string, SectionInstance> }>;
}

function fingerprintOf(directory: string): string {
  return readdirSync(directory, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .map((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return fingerprintOf(path);
      return `${entry.name}:${statSync(path).mtimeMs}`;
    })
    .join("|");
}
