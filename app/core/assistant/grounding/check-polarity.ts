import { type Claim, FALSE, isAsked, isConditional, type Sentence } from "./claim";
import { findAmounts } from "./find-amounts";
import { denies } from "./phrases";
import { splitClauses, wordsOf } from "./stated-terms";

/** Words that leave something out as a denial does. */
const EXCLUDING =
  /\b(?:exclud\w*|exempt\w*|final sale|refuse\w*|ausgeschlossen|ausgenommen|excluid[oa]s?|exclu[es]?s?|esclus[oaie])\b/;
/** Denials that deny nothing of the rule. */
const HARMLESS_DENIAL =
  /\b(?:no (?:later|longer|more) than|not only|no problem|no worries|without|ohne|sin|sans|sem|senza|spatestens|nicht (?:nur|spater)|no solo|non solo|pas seulement|nao so|(?:no|nao|non|not|pas) (?:yet )?(?:us|utiliz|utilis|ouver|opened|abert|apert|abiert|port|worn|estren|consum)\w*|nicht (?:benutzt|getragen|geoffnet|gebraucht)\w*|free of charge|no (?:extra )?(?:charge|cost|fee|interest))\b/g;
/** What may or may not be: without it a clause states no rule. */
const RULING =
  /\b(?:can|cannot|can't|may|must|have to|need to|is|are|isn't|aren't|do|does|don't|doesn't|we|apply|applies|accept|ship|deliver|offer|return\w*|cover\w*|combin\w*|kann|konnen|durfen|sind|ist|wir|gilt|gelten|se pued\w*|pued\w*|son|es|no|peuvent|peut|sont|est|nous|ne|podem|pode|sao|nao|possono|puo|sono|non|accept\w*|acept\w*|akzept\w*|aceit\w*|accett\w*|ship\w*|send\w*|envi\w*|liefer\w*|sped\w*)\b/;
/** How many telling words a clause must share with a rule to be about it, and how much of it they must be. */
const MIN_SHARED = 2;
const MIN_SHARE = 0.5;

/** A rule turned round: "sale items can be returned" where the shop's texts say that they cannot. */
export function checkPolarity(sentence: Sentence): Claim[] {
  const { folded, language, facts, isQuestion, namedOrders } = sentence;
  if (language === null || isQuestion || facts.rules.length === 0 || namedOrders.length > 0) return [];
  return splitClauses(folded).flatMap((clause): Claim[] => {
    const start = folded.indexOf(clause);
    if (
      !RULING.test(clause) ||
      findAmounts(clause).length > 0 ||
      isAsked(sentence, start + 1) ||
      isConditional(sentence, start + clause.length)
    )
      return [];
    const words = tellingWords(clause);
    const fits = facts.rules
      .map((rule) => ({ rule, shared: [...words].filter((word) => rule.words.has(word)).length }))
      .sort((a, b) => b.shared - a.shared);
    const [best] = fits;
    if (!best || best.shared < MIN_SHARED || best.shared < MIN_SHARE * words.size) return [];
    const isDenied = deniesRule(clause, language);
    const isSettled = fits.some(
      ({ rule, shared }) => shared >= best.shared - 1 && rule.isDenied === isDenied,
    );
    return isSettled ? [] : [{ kind: "policy", start, end: start + clause.length, verdict: FALSE }];
  });
}

export interface Rule {
  words: Set<string>;
  isDenied: boolean;
}

/** What the shop's texts allow and forbid, sentence by sentence. */
export function readRules(
  prose: Iterable<{ heading: string; text: string }>,
  fold: (text: string) => string,
): Rule[] {
  return [...prose].flatMap(({ text }) =>
    fold(text)
      .split(/[.;!?\n|]\s|[.;|]$/)
      .filter((sentence) => /\S/.test(sentence))
      .map((sentence) => ({ words: tellingWords(sentence), isDenied: deniesRule(sentence, null) })),
  );
}

/** An odd number of denials. */
function deniesRule(folded: string, language: Sentence["language"]): boolean {
  const plain = folded.replace(HARMLESS_DENIAL, " ");
  return denies(plain, language) !== EXCLUDING.test(plain);
}

/** Neither concepts that nearly every rule is about, nor what figures it has. */
function tellingWords(folded: string): Set<string> {
  return new Set([...wordsOf(folded)].filter((word) => !VAGUE.has(word)));
}

const VAGUE = new Set(
  "@free @threshold @working @cost @duration @open @standard @excluded can may must not are also still alre unfortun sorr pleas note keep mind thing one".split(
    " ",
  ),
);
