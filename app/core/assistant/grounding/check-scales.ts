import { type Claim, claimAt, FALSE, isAsked, productsAt, type Sentence, TRUE } from "./claim";
import { readNumber } from "./number-text";

const SCALE =
  /(?<![\d.,/])(\d{1,2}(?:[.,]\d)?)\s?(?:of|out of|von|auf|de|sur|su|em|\/)\s?(\d{1,3})(?![\d.,/]\d|\d|\s?(?:\p{Sc}|%))/gu;
const RATED =
  /\b(?:rat(?:ed|ing|ings)|stars?|scor\w+|level|bewert\w+|sterne?n?|stufe|valorad\w+|valoracion|puntuacion|estrellas|nivel|note\w*|etoiles?|niveau|avaliad\w+|avaliacao|nota|estrelas|valutat\w+|valutazione|voto|stelle|livello)\b/;

/** "4.7 out of 5", "level 15 of 20": as a text has it, where any has that scale. */
export function checkScales(sentence: Sentence): Claim[] {
  const { folded, facts } = sentence;
  return [...folded.matchAll(SCALE)].flatMap((match): Claim[] => {
    const [, value = "", most = ""] = match;
    if (isAsked(sentence, match.index)) return [];
    const spoken = productsAt(sentence, match.index).map(({ text }) => text);
    const own = spoken.flatMap((text) => scalesOf(text, most));
    const known = own.length > 0 ? own : scalesOf(facts.folded, most);
    if (known.length === 0 && !RATED.test(folded)) return [];
    const isTrue = known.some((each) => readNumber(value).includes(each));
    return [claimAt("number", match, isTrue ? TRUE : FALSE)];
  });
}

function scalesOf(text: string, most: string): number[] {
  return [...text.matchAll(SCALE)]
    .filter(([, , of]) => of === most)
    .flatMap(([, value = ""]) => readNumber(value));
}
