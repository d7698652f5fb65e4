import de from "./locales/de.json";
import en from "./locales/en.json";
import es from "./locales/es.json";
import fr from "./locales/fr.json";
import it from "./locales/it.json";
import pt from "./locales/pt.json";
import type { BehaviourSettings, LANGUAGES, ToolName } from "./settings";

export type Language = (typeof LANGUAGES)[number];

/** What the app itself says to a shopper, in one language. */
export type Phrases = typeof en;

const PHRASES: Record<Language, Phrases> = { en, es, fr, de, pt, it };

/** The language of `locale` (BCP 47) where the merchant has it turned on, else the merchant's first. */
export function chooseLanguage(locale: string, languages: BehaviourSettings["languages"]): Language {
  const wanted = locale.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === wanted) ?? languages[0] ?? "en";
}

export function phrasesFor(locale: string, languages: BehaviourSettings["languages"]): Phrases {
  return PHRASES[chooseLanguage(locale, languages)];
}

/** What the shopper is told while a tool runs. */
export function toolLabel(phrases: Phrases, tool: string): string {
  return phrases.status[tool as ToolName] ?? phrases.status.thinking;
}
