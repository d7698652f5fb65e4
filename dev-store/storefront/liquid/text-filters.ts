import { createHash, createHmac } from "node:crypto";
import type { Liquid } from "liquidjs";
import { type FilterThis, type NamedArguments, readNamed } from "./filter-arguments";
import { escapeHtml } from "./html";
import { type Registers, registersOf } from "./registers";

export function registerTextFilters(engine: Liquid): void {
  for (const name of ["t", "translate"]) {
    engine.registerFilter(name, function (this: FilterThis, key, ...options) {
      return translate(registersOf(this.context), String(key), readNamed(options));
    });
  }
  engine.registerFilter("json", writeJson);
  for (const name of ["handleize", "handle"]) engine.registerFilter(name, handleize);
  for (const name of ["camelcase", "camelize"]) {
    engine.registerFilter(name, (text) => {
      return String(text).replace(/(?:^|[-_\s]+)(\w)/g, (_, letter: string) => letter.toUpperCase());
    });
  }
  engine.registerFilter("pluralize", (count, one, other) => (Number(count) === 1 ? one : other));
  engine.registerFilter("highlight", (text, words) => highlight(String(text), String(words ?? "")));
  engine.registerFilter("format_code", (code) => String(code ?? "").replace(/(.{4})(?=.)/g, "$1 "));
  for (const algorithm of ["md5", "sha1", "sha256"]) {
    engine.registerFilter(algorithm, (text) => createHash(algorithm).update(String(text)).digest("hex"));
    engine.registerFilter(`hmac_${algorithm}`, (text, key) => {
      return createHmac(algorithm, String(key)).update(String(text)).digest("hex");
    });
  }
}

/** JSON that can stand inside of a script element. */
export function writeJson(value: unknown): string {
  return (JSON.stringify(value ?? null) ?? "null").replace(/[<>&\u2028\u2029]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/**
 * Values are escaped where they are put in, but for keys that end in `_html`; the texts themselves belong to the theme.
 * `count` picks `.one` or `.other`.
 */
function translate(registers: Registers, key: string, values: NamedArguments): string {
  const plural = values.count === undefined ? null : Number(values.count) === 1 ? "one" : "other";
  const text = (plural && registers.findText(`${key}.${plural}`)) ?? registers.findText(key);
  if (text === null) return `Translation missing: ${escapeHtml(key)}`;
  const write = key.endsWith("_html") ? (value: unknown) => String(value ?? "") : escapeHtml;
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => write(values[name]));
}

function highlight(text: string, words: string): string {
  const escaped = escapeHtml(text);
  if (!words.trim()) return escaped;
  const pattern = words
    .trim()
    .split(/\s+/)
    .map((word) => escapeHtml(word).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return escaped.replace(
    new RegExp(`(${pattern.join("|")})`, "giu"),
    '<strong class="highlight">$1</strong>',
  );
}

export function handleize(text: unknown): string {
  return String(text ?? "")
    .normalize("NFKD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
