import en from "./locales/en.json";

/** What the admin says, in one language: text comes from locales/ and nowhere else. */
export type Texts = typeof en;

const LANGUAGES: Record<string, Texts> = { en };

/** The texts for a locale (BCP 47); English where the language is missing. */
export function textsFor(locale: string): Texts {
  const language = locale.toLowerCase().split("-")[0] ?? "";
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? en) : en;
}

/** Puts values into `{name}` places; a place without a value stays as it is. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
