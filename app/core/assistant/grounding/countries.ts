import { fold } from "~/lib/words";

const LANGUAGES = ["en", "es", "fr", "de", "pt", "it"] as const;
/** What people call countries besides, and names that have more words than one. */
const OTHERS: Record<string, string> = {
  GB: "uk|united kingdom|great britain|britain|england|reino unido|royaume-uni|vereinigtes konigreich|vereinigten konigreich|grossbritannien|regno unito|gran bretagna|wales|scotland|schottland|escocia|ecosse|escocia|scozia",
  US: "usa|united states|estados unidos|eua|etats-unis|vereinigte staaten|vereinigten staaten|stati uniti",
  KR: "korea|corea|coree|coreia",
  NL: "netherlands|holland|holanda|hollande|olanda|paises bajos|pays-bas|paesi bassi|paises baixos",
};

const byName = new Map<string, string>();
for (const language of LANGUAGES) {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = fold(names.of(code) ?? "");
    if (/^\p{L}{4,}$/u.test(name) && !byName.has(name)) byName.set(name, code);
  }
}
for (const [code, names] of Object.entries(OTHERS))
  for (const name of names.split("|")) byName.set(name, code);

const LONG = new RegExp(
  `\\b(?:${[...byName.keys()].filter((name) => !/^\p{L}{4,}$/u.test(name)).join("|")})\\b`,
  "g",
);

/** Codes (ISO 3166) of the countries that folded text names, in any of the languages. */
export function countriesIn(folded: string): string[] {
  const words = folded.match(/\p{L}{4,}/gu) ?? [];
  const found = [...words, ...(folded.match(LONG) ?? [])].flatMap((name) => byName.get(name) ?? []);
  return [...new Set(found)];
}
