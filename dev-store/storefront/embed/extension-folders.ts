import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openTheme, type Theme } from "../theme";
import { splitSchema } from "../theme-files";
import { type SettingDefinition, translateSchema } from "../theme-schema";
import { readTranslations } from "../theme-translations";

export interface EmbedSchema {
  name: string;
  target: "head" | "body" | "compliance_head" | "section";
  settings?: SettingDefinition[];
  javascript?: string;
  stylesheet?: string;
  available_if?: string;
  enabled_on?: { templates?: string[] };
  disabled_on?: { templates?: string[] };
}

/** An app embed block of a theme app extension, as its file stands now. */
export interface EmbedFile {
  /** File name without `.liquid`. */
  handle: string;
  /** Name of the extension's folder. */
  extension: string;
  /** The extension's folder; its snippets, locales and assets are laid out like a theme's. */
  files: Theme;
  source: string;
  schema: EmbedSchema;
}

/** Reads every extension's blocks below `projectRoot` anew at each call, so that edits show at once. */
export function createExtensionReader(projectRoot: string): () => EmbedFile[] {
  const folders = new Map<string, Theme>();
  const root = join(projectRoot, "extensions");

  function openFolder(name: string): Theme {
    const known = folders.get(name) ?? openTheme(join(root, name));
    folders.set(name, known);
    known.refresh();
    return known;
  }

  return () => {
    if (!existsSync(root)) return [];
    return readdirSync(root).flatMap((extension) => {
      const blocks = join(root, extension, "blocks");
      if (!existsSync(blocks)) return [];
      return readdirSync(blocks)
        .filter((file) => file.endsWith(".liquid"))
        .map((file) => readBlock(join(blocks, file), file, extension, openFolder(extension)))
        .filter((embed) => embed.schema.target !== "section");
    });
  };
}

function readBlock(path: string, file: string, extension: string, files: Theme): EmbedFile {
  const { source, schema } = splitSchema<EmbedSchema>(readFileSync(path, "utf8"), path);
  const texts = readSchemaTexts(join(files.directory, "locales"));
  return {
    handle: file.replace(/\.liquid$/, ""),
    extension,
    files,
    source,
    schema: translateSchema({ ...schema, target: schema.target ?? "section" }, texts),
  };
}

/** `t:settings.colour.label` in a schema is a key of `locales/*.default.schema.json`. */
function readSchemaTexts(directory: string): Record<string, string> {
  return readTranslations(directory, "en", ".schema.json");
}
