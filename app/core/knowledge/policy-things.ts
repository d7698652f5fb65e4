import { words } from "~/lib/words";
import type { ConceptEntry } from "./concept-counter";
import traits from "./product-words/traits.json";
import table from "./product-words/translations.json";

/** The order of the table's columns. */
const COLUMNS = ["en", "de", "fr", "es", "it", "pt"];
const MAX_INFLECTION = 2;
const SHORT = 4;

/** The things that shops sell as concepts, so that "leather" and "cuero" meet. */
export function thingEntries(language: string): ConceptEntry[] {
  const column = COLUMNS.indexOf(language);
  return [...table, ...traits].flatMap((row) => {
    const [name = ""] = (row[0] ?? "").split("|");
    return (row[column] ?? "").split("|").flatMap((phrase): ConceptEntry[] => {
      const [first, ...rest] = words(phrase);
      if (first === undefined) return [];
      return [{ concept: `thing ${name}`, first, rest, reach: first.length < SHORT ? 1 : MAX_INFLECTION }];
    });
  });
}
