import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseJsonWithComments } from "./theme-files";

/**
 * The texts of `locale` (`pt-BR`, else `pt`) laid over those of the default locale, flat: `cart.title`.
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
