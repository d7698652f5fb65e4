import { type Claim, FALSE, isAsked, isConditional, type Sentence } from "./claim";
import { splitClauses } from "./clauses";
import { findAmounts } from "./find-amounts";
import { deniesRule, tellingWords } from "./rules";

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
