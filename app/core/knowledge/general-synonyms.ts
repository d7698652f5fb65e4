import type { SynonymGroup } from "./product-ranking/asked-words";
import de from "./synonyms/de.json";
import en from "./synonyms/en.json";
import es from "./synonyms/es.json";
import fr from "./synonyms/fr.json";
import it from "./synonyms/it.json";
import pt from "./synonyms/pt.json";

const GROUPS: Record<string, string[][]> = { de, en, es, fr, it, pt };
/** What shops in general mean by the same word is less sure than the word itself. */
const GENERAL_WEIGHT = 0.9;
/** What the merchant says is as good as the word itself. */
const OWN_WEIGHT = 1;

/** The shop's own groups, and those that commerce has in its languages. */
export function synonymGroups(
  own: readonly (readonly string[])[],
  languages: readonly string[],
): SynonymGroup[] {
  const general = languages.flatMap((language) => GROUPS[language] ?? []);
  return [
    ...own.map((members) => toGroup(members, OWN_WEIGHT)),
    ...general.map((members) => toGroup(members, GENERAL_WEIGHT)),
  ];
}

function toGroup(members: readonly string[], weight: number): SynonymGroup {
  return { members: members.map((member) => member.toLowerCase()), weight };
}
