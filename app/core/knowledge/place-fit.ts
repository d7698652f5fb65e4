import { countPolicyConcepts } from "./policy-concepts";
import type { ReadSection, TermCounts } from "./read-section";
import type { SectionQuestion } from "./section-question";

/** How a section stands to the place that a question names, the best first. */
const STANDINGS = [
  /** It is headed by it. */
  "headed",
  /** It is headed by the country that it lies in, or by the union or continent that holds it. */
  "headed-by-country",
  "headed-by-union",
  /** It has a row with figures for it, or for the union that holds it. */
  "listed",
  /** Its text speaks of it; of what holds it. */
  "named",
  "around",
  /** It tells what holds everywhere else. */
  "elsewhere",
  /** It speaks of no place. */
  "open",
  /** It is headed by a part of it, such as an island, that was not asked for. */
  "part",
  /** It speaks of other places alone, or is headed by one. */
  "other",
  "headed-by-other",
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a section gains by it in the order. */
const WORTH: Record<Standing, number> = {
  headed: 5,
  "headed-by-country": 4,
  "headed-by-union": 3.5,
  listed: 2.75,
  named: 2,
  around: 1.5,
  elsewhere: 1,
  open: 0,
  part: -3,
  other: -2,
  "headed-by-other": Number.NEGATIVE_INFINITY,
};
/** What is told of the rest holds only where no section is headed by the place or what it lies in. */
const OVERRULED = -4;

const UNION =
  /\b(?:EU|UE)\b|\bunion europ|europe\w* union|europäische\w* union|uni[oó]ne? europea|união europeia/i;
const CONTINENT = /europ/i;
const REST =
  /(?<!\p{L})(?:elsewhere|anywhere else|rest of (?:the )?\p{L}+|other (?:countr|place|destination)\w+|worldwide|international\w*|overseas|outside|only|übrige\w*|andere\w* länder\w*|rest der welt|ausland|weltweit|nur|außerhalb|ausschließlich|ailleurs|autres (?:pays|destinations)|reste d[eu] \p{L}+|monde entier|hors|uniquement|seulement|otros (?:países|destinos)|resto de[l ] ?\p{L}+|todo el mundo|fuera|s[oó]lo|únicamente|altri paesi|resto d[ei]l? \p{L}+|tutto il mondo|estero|fuori|soltanto|outros (?:países|destinos)|resto d[ao] \p{L}+|todo o mundo|fora|s[oó]|apenas|somente|exterior)(?!\p{L})/iu;

const COUNTRY = "~country-";
const PART = "~part-";
const MAINLAND = new Set(["~part-peninsula", "~part-mainland", "~part-contiguous"]);

/** How a section stands to the place that is asked for; null where none is. `home` is the shop's own country. */
export function standingOf(
  { section, heading, title, text }: ReadSection,
  { concepts }: SectionQuestion,
  home: string | null,
): Standing | null {
  const parts = beginning(concepts, PART);
  const countries = beginning(concepts, COUNTRY);
  if (parts.length + countries.length === 0) return null;
  const said = `${section.heading}. ${section.text}`;
  const headedParts = beginning(heading.keys(), PART);
  const isElse = REST.test(said);
  if (parts.some((part) => heading.has(part))) return "headed";
  const isOwnCountry = countries.some((country) => heading.has(country));
  if (headedParts.length > 0 && isOwnCountry) {
    // Another island is none of hers; and whoever names a country, or a town of it, mostly means its mainland.
    if (parts.length > 0) return "headed-by-other";
    return headedParts.some((part) => MAINLAND.has(part)) ? "headed" : "part";
  }
  if (isOwnCountry) return parts.length > 0 ? "headed-by-country" : "headed";
  const isHeadedAround =
    isAround(section.heading, concepts) || (concepts.has("~island") && heading.has("~island"));
  if (isHeadedAround && !REST.test(section.heading)) return "headed-by-union";
  // "Other countries: nothing outside Europe" tells nothing of Europe.
  const tellsOfOthers = REST.test(section.heading) && !isAround(section.heading, concepts);
  const isNamed = (parts.length > 0 ? parts : countries).some((place) => title.has(place) || text.has(place));
  // "We ship nowhere else" is not said of home.
  if (isElse && home !== null && countries.includes(home) && (tellsOfOthers || !isNamed))
    return "headed-by-other";
  if (isListed(section.text, parts.length > 0 ? parts : countries, concepts)) return "listed";
  if (isNamed) return isElse ? "around" : "named";
  if (isAround(said, concepts) && !tellsOfOthers) return "around";
  if (isElse) return "elsewhere";
  if (namesPlace(heading) || CONTINENT.test(section.heading)) return "headed-by-other";
  return namesPlace(title) || namesPlace(text) ? "other" : "open";
}

export const isHeadedByPlace = (standing: Standing | null): boolean =>
  (standing?.startsWith("headed") ?? false) && standing !== "headed-by-other";

/**
 * In Leeds, delivery to Manchester is delivery: no matter of what holds abroad, or for an island of the same country. A
 * name that the shop's texts have themselves still counts as a word.
 */
export function withoutHome(
  question: SectionQuestion,
  home: string | null,
  isKnown: (root: string) => boolean,
): SectionQuestion {
  if (home === null || !question.concepts.has(home)) return question;
  const units = question.units.flatMap((unit) => {
    const isHome = unit.concepts.includes(home) && beginning(unit.concepts, PART).length === 0;
    if (!isHome) return unit;
    const concepts = unit.concepts.filter((concept) => !OF_PLACES.test(concept));
    const root = unit.root !== null && isKnown(unit.root) ? unit.root : null;
    return root === null && concepts.length === 0 ? [] : { root, concepts };
  });
  return units.length > 0 ? { ...question, units } : question;
}
const OF_PLACES = /^~(?:country-|abroad$|eu$|europe$)/;

/** What the sections gain, or lose, by how they stand; null for what stands under another place. */
export function placeWorths(standings: readonly (Standing | null)[]): (number | null)[] {
  const isHeaded = standings.some(isHeadedByPlace);
  return standings.map((standing) => {
    if (standing === null) return 0;
    if (standing === "headed-by-other") return null;
    return standing === "elsewhere" && isHeaded ? OVERRULED : WORTH[standing];
  });
}

/** "To: European Union; Cost: $19": a line that begins with the place and gives a figure. */
function isListed(text: string, places: readonly string[], concepts: ReadonlySet<string>): boolean {
  return text.split("\n").some((line) => {
    const beginning = line.slice(0, LONGEST_CELL).split(";")[0] ?? "";
    if (!/\d/.test(line.slice(beginning.length)) || beginning.length === LONGEST_CELL) return false;
    const named = countPolicyConcepts(beginning);
    return places.some((place) => named.has(place.slice(1))) || isAround(beginning, concepts);
  });
}

/** Characters of a row's first cell, with its column's name. */
const LONGEST_CELL = 60;

function isAround(said: string, concepts: ReadonlySet<string>): boolean {
  if (concepts.has("~eu") && UNION.test(said)) return true;
  return concepts.has("~europe") && CONTINENT.test(said.replace(UNION, " "));
}

const beginning = (names: Iterable<string>, by: string): string[] =>
  [...names].filter((name) => name.startsWith(by));

const namesPlace = (terms: TermCounts) => beginning(terms.keys(), COUNTRY).length > 0;

/** The country that a shop's texts are at home in: where most of the places that they name lie. */
export function homeOf(read: readonly Pick<ReadSection, "heading" | "text">[]): string | null {
  const counts = new Map<string, number>();
  for (const { heading, text } of read)
    for (const country of new Set([
      ...beginning(heading.keys(), COUNTRY),
      ...beginning(text.keys(), COUNTRY),
    ]))
      counts.set(country, (counts.get(country) ?? 0) + 1);
  const [first, second] = [...counts].sort((one, other) => other[1] - one[1]);
  if (!first || first[1] < 2 || first[1] === second?.[1]) return null;
  return first[0];
}
