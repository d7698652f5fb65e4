import type { ReadSection, TermCounts } from "./read-section";
import type { SectionQuestion } from "./section-question";

/** What a section that speaks of the asked place gains, more where its heading does. */
const NAMED = 2;
const HEADED = 2;
/** The same for one that speaks of a region around it, and for one that tells what holds elsewhere. */
const AROUND = 1.5;
const ELSEWHERE = 1;
/** What one loses that names other places alone. */
const OTHER_PLACE = -2;

const EUROPE = /\b(?:EU|UE)\b|europ/i;
const REST =
  /(?<!\p{L})(?:elsewhere|anywhere else|rest of (?:the )?world|other countr\w+|worldwide|international\w*|overseas|outside|only|übrige\w*|andere\w* länder\w*|ausland|weltweit|nur|außerhalb|ausschließlich|ailleurs|autres pays|reste du monde|monde entier|hors|uniquement|seulement|otros países|resto del mundo|todo el mundo|fuera|s[oó]lo|únicamente|altri paesi|resto del mondo|tutto il mondo|estero|fuori|soltanto|outros países|resto do mundo|todo o mundo|fora|s[oó]|apenas|somente|exterior)(?!\p{L})/iu;

const COUNTRY = "~country-";

/**
 * How a section stands to the country that a question names: the terms for one country are no answer for another, and
 * where no section names it, the one that tells of the rest of the world is. Null for what stands under another country.
 */
export function placeFit(
  { section, heading, title, text }: ReadSection,
  { concepts }: SectionQuestion,
): number | null {
  const asked = [...concepts].filter((concept) => concept.startsWith(COUNTRY));
  if (asked.length === 0) return 0;
  const said = `${section.heading}. ${section.text}`;
  const tellsOfRest = REST.test(said);
  if (asked.some((country) => heading.has(country))) return NAMED + HEADED;
  if (asked.some((country) => title.has(country) || text.has(country)))
    return tellsOfRest ? ELSEWHERE : NAMED;
  if (concepts.has("~eu") && EUROPE.test(said)) return AROUND;
  if (tellsOfRest) return ELSEWHERE;
  if (namesCountry(heading)) return null;
  return namesCountry(title) || namesCountry(text) ? OTHER_PLACE : 0;
}

const namesCountry = (terms: TermCounts) => [...terms.keys()].some((name) => name.startsWith(COUNTRY));
