import { words } from "~/lib/words";
import type { ConceptEntry } from "./concept-counter";
import table from "./concept-words/places.json";

const EU = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);
/** In Europe, and in no union. */
const EUROPE = new Set("GB CH NO IS LI MC AD SM AL BA ME MK RS MD UA".split(" "));
/** Names of countries that are words of goods or of everyday life before anything else. */
const AMBIGUOUS = new Set(["jersey", "turkey", "chad", "reunion", "man", "guinea", "georgia"]);
/** How much inflection a name may carry. */
const MAX_INFLECTION = 2;
const SHORT = 5;

/**
 * Places as concepts: a country is itself, abroad, and Europe where it lies there; a city stands for its country, and a
 * part that shops have terms of its own for, such as an island, for itself within it. So who asks for Toronto meets the
 * line about Canada, and who asks for Palermo the one about Sicily.
 */
export function placeEntries(language: string): ConceptEntry[] {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const countries = codes.flatMap((code) => {
    const name = words(names.of(code) ?? "");
    return name.length === 0 || AMBIGUOUS.has(name.join(" ")) ? [] : entries(conceptsOf(code), name);
  });
  const others = listed(table.countries, conceptsOf);
  const parts = listed(table.within, (key) => {
    const [code = "", part] = key.split(" ");
    return [`part-${part}`, ...conceptsOf(code)];
  });
  return [...countries, ...others, ...parts, ...listed(table.regions, (concept) => [concept])];
}

function conceptsOf(code: string): string[] {
  const around = EU.has(code) ? ["eu", "europe"] : EUROPE.has(code) ? ["europe"] : [];
  return [`country-${code.toLowerCase()}`, "abroad", ...around];
}

function listed(lines: Readonly<Record<string, string>>, named: (key: string) => string[]): ConceptEntry[] {
  return Object.entries(lines).flatMap(([key, line]) =>
    line.split(" ").flatMap((name) => entries(named(key), name.split("_"))),
  );
}

function entries(concepts: readonly string[], [first = "", ...rest]: string[]): ConceptEntry[] {
  if (first === "") return [];
  const reach = first.length < SHORT ? 0 : MAX_INFLECTION;
  // "Northern Ireland" is no Ireland.
  const isWhole = rest.length > 0;
  return concepts.map((concept) => ({ concept, first, rest, reach, ...(isWhole && { isWhole }) }));
}
