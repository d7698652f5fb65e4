import { words } from "~/lib/words";
import type { ConceptEntry } from "./concept-counter";
import table from "./concept-words/places.json";

const EU = new Set(
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "),
);
/** Names of countries that are words of goods or of everyday life before anything else. */
const AMBIGUOUS = new Set(["jersey", "turkey", "chad", "reunion", "man", "guinea", "georgia"]);
/** How much inflection a name may carry. */
const MAX_INFLECTION = 2;
const SHORT = 5;

/**
 * Places as concepts: a country is itself, abroad, and Europe where it is a member of the Union; a city stands for its
 * country. So who asks for Toronto meets the line about Canada.
 */
export function placeEntries(language: string): ConceptEntry[] {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const countries = codes.flatMap((code) => {
    const name = words(names.of(code) ?? "");
    return name.length === 0 || AMBIGUOUS.has(name.join(" ")) ? [] : countryEntries(name, code);
  });
  const others = Object.entries(table.countries).flatMap(([code, line]) =>
    line.split(" ").flatMap((name) => countryEntries(name.split("_"), code)),
  );
  const regions = Object.entries(table.regions).flatMap(([concept, line]) =>
    line.split(" ").flatMap((name) => entry(concept, name.split("_"))),
  );
  return [...countries, ...others, ...regions];
}

function countryEntries(name: string[], code: string): ConceptEntry[] {
  const concepts = [`country-${code.toLowerCase()}`, "abroad", ...(EU.has(code) ? ["eu"] : [])];
  return concepts.flatMap((concept) => entry(concept, name));
}

function entry(concept: string, [first = "", ...rest]: string[]): ConceptEntry[] {
  if (first === "") return [];
  const reach = first.length < SHORT ? 0 : MAX_INFLECTION;
  // "Northern Ireland" is no Ireland.
  return [{ concept, first, rest, reach, ...(rest.length > 0 && { isWhole: true }) }];
}
