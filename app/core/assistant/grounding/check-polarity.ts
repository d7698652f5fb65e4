import { type Claim, FALSE, isAsked, isConditional, type Sentence } from "./claim";
import { splitClauses } from "./clauses";
import { findAmounts } from "./find-amounts";
import { FREE } from "./phrases";
import { ruleUnits, unitWeights } from "./rule-units";
import { deniesRule, type ShopRule, tellingWords } from "./rules";
import { findWeekdays } from "./weekdays";

/** What may or may not be: without it a clause states no rule. */
const RULING =
  /\b(?:can|cannot|can't|may|must|have to|need to|is|are|isn't|aren't|do|does|don't|doesn't|we|apply|applies|accept|ship|deliver|offer|return\w*|cover\w*|combin\w*|kann|konnen|durfen|sind|ist|wir|gilt|gelten|se pued\w*|pued\w*|son|es|no|peuvent|peut|sont|est|nous|ne|podem|pode|sao|nao|possono|puo|sono|non|accept\w*|acept\w*|akzept\w*|aceit\w*|accett\w*|ship\w*|send\w*|envi\w*|liefer\w*|sped\w*)\b/;
/** How many telling words a clause must share with a rule to be about it, and how much of it they must be. */
const MIN_SHARED = 2;
const MIN_SHARE = 0.5;
/** "As long as they are unworn": what is allowed stands under it. */
const HELD_TO =
  /\b(?:as long as|provided|so long as|solange|vorausgesetzt|sofern|tant que|a condition|pourvu|siempre que|siempre y cuando|mientras|desde que|contanto que|purche|a patto|finche)\b/;
/** Rules that fit this much as well as the best one may be meant, too. */
const AS_WELL = 0.8;

/** A rule turned round: "sale items can be returned" where the shop's texts say that they cannot. */
export function checkPolarity(sentence: Sentence): Claim[] {
  const { folded, language, facts, isQuestion, namedOrders } = sentence;
  if (HELD_TO.test(folded)) return [];
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
    const isDenied = deniesRule(clause, language);
    return !turnsRule(clause, isDenied, sentence)
      ? []
      : [{ kind: "policy", start, end: start + clause.length, verdict: FALSE }];
  });
}

/**
 * Whether all rules that a clause is about say the opposite. What it forbids may be forbidden in words that are not
 * understood; what it allows is held against the matters that it names, whatever their language.
 */
function turnsRule(clause: string, isDenied: boolean, { facts, language }: Sentence): boolean {
  const byWords = fitByWords(tellingWords(clause), facts.rules);
  if (byWords.length > 0) return !byWords.some((rule) => rule.isDenied === isDenied);
  if (isDenied || FREE.test(clause) || /\d/.test(clause) || findWeekdays(clause).length > 0) return false;
  const byMatters = fitByMatters(ruleUnits(clause, language), facts.rules);
  return byMatters.length > 0 && byMatters.every((rule) => rule.isDenied);
}

function fitByWords(words: ReadonlySet<string>, rules: readonly ShopRule[]): ShopRule[] {
  const fits = rules.map((rule) => ({
    rule,
    shared: [...words].filter((word) => rule.words.has(word)).length,
  }));
  const most = Math.max(0, ...fits.map(({ shared }) => shared));
  if (most < MIN_SHARED || most < MIN_SHARE * words.size) return [];
  return fits.filter(({ shared }) => shared >= most - 1).map(({ rule }) => rule);
}

function fitByMatters(units: readonly string[][], rules: readonly ShopRule[]): ShopRule[] {
  const weigh = unitWeights(rules);
  const fits = rules.map((rule) => {
    const shared = units.filter((unit) => unit.some((name) => rule.units.has(name)));
    const weights = shared.map((unit) => Math.max(...unit.filter((name) => rule.units.has(name)).map(weigh)));
    return { rule, count: shared.length, weight: weights.reduce((sum, one) => sum + one, 0) };
  });
  const best = fits.reduce((most, fit) => (fit.weight > most.weight ? fit : most), { count: 0, weight: 0 });
  if (best.count < MIN_SHARED || best.count < MIN_SHARE * units.length) return [];
  return fits.filter(({ weight }) => weight >= AS_WELL * best.weight).map(({ rule }) => rule);
}
