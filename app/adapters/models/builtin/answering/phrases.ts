import type { BehaviourSettings } from "~/core/settings/settings";
import de from "../locales/de.json";
import en from "../locales/en.json";
import es from "../locales/es.json";
import fr from "../locales/fr.json";
import it from "../locales/it.json";
import pt from "../locales/pt.json";
import type { Language } from "../understanding/words";

/** A text, or one per tone; a tone that is not there uses "default". */
type Entry = string | ({ default: string } & Partial<Record<Tone, string>>);
type Tone = BehaviourSettings["tone"];
type Catalogue = Record<keyof typeof en, Entry>;

export type PhraseKey = keyof typeof en;

const CATALOGUES: Record<Language, Catalogue> = { en, es, fr, de, pt, it };

export interface Phrases {
  language: Language;
  /** The phrase with its {placeholders} filled in. Untrusted values must have gone through `plainName`. */
  say(key: PhraseKey, values?: Record<string, string | number>): string;
  isPhrase(key: string): key is PhraseKey;
  /** "a, b and c" */
  all(items: string[]): string;
  /** "a, b or c" */
  any(items: string[]): string;
  /** `amount` in major units, as tools give it. */
  money(amount: string | number, currency: string): string;
  /** A day as the shop counts days: "Tuesday, 24 November"; with the year unless it is this one. */
  day(iso: string): string;
}

export function createPhrases(
  language: Language,
  tone: Tone,
  clock: { now: string; timezone: string },
  region: string,
): Phrases {
  const catalogue = CATALOGUES[language];
  const locale = region.toLowerCase().split(/[-_]/)[0] === language ? region : language;
  const list = (type: "conjunction" | "disjunction") => new Intl.ListFormat(language, { type });
  return {
    language,
    isPhrase: (key): key is PhraseKey => key in catalogue,
    say(key, values = {}) {
      const entry = catalogue[key];
      const text = typeof entry === "string" ? entry : (entry[tone] ?? entry.default);
      return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
    },
    all: (items) => list("conjunction").format(items),
    any: (items) => list("disjunction").format(items),
    money: (amount, currency) =>
      new Intl.NumberFormat(safeLocale(locale), { style: "currency", currency }).format(Number(amount)),
    day(iso) {
      const year = (date: string) =>
        new Intl.DateTimeFormat("en", { year: "numeric", timeZone: clock.timezone }).format(new Date(date));
      return new Intl.DateTimeFormat(safeLocale(locale), {
        // "on Monday" changes the preposition in Portuguese, the bare date does not.
        ...(language === "pt" ? {} : { weekday: "long" }),
        day: "numeric",
        month: "long",
        timeZone: clock.timezone,
        ...(year(iso) === year(clock.now) ? {} : { year: "numeric" }),
      }).format(new Date(iso));
    },
  };
}

function safeLocale(locale: string): string {
  return Intl.DateTimeFormat.supportedLocalesOf([locale.replaceAll("_", "-")])[0] ?? "en";
}

/** A name from the store's data made fit for a sentence: one line, no markup, no links, bounded. */
export function plainName(text: string): string {
  const flat = text
    .replace(/<[^>]*>/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\/\/\S+/gi, "")
    .replace(/[[\]<>*_`~|\\{}\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return flat.length > 120 ? `${flat.slice(0, 119)}…` : flat;
}

/** A Markdown link where the address is a plain web address, else just its text. */
export function link(text: string, url: string | null): string {
  return url !== null && /^https?:\/\/[^\s()<>"]+$/.test(url)
    ? `[${plainName(text)}](${url})`
    : plainName(text);
}
