import en from "../locales/en.json";

/** The widget's own words; en.json has every key, and each other locale the same. */
export type Texts = typeof en;

const LOCALES = new Map<string, () => Promise<{ default: Texts }>>(
  Object.entries({
    ar: () => import("../locales/ar.json"),
    de: () => import("../locales/de.json"),
    es: () => import("../locales/es.json"),
    fr: () => import("../locales/fr.json"),
    it: () => import("../locales/it.json"),
    pt: () => import("../locales/pt.json"),
  }),
);

/** English where the language is not spoken or its file does not arrive. */
export async function loadTexts(locale: string): Promise<Texts> {
  const load = LOCALES.get(locale.toLowerCase().split("-")[0] ?? "");
  return load
    ? load()
        .then((module) => module.default)
        .catch(() => en)
    : en;
}

/** Puts values where the text has {name}. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
