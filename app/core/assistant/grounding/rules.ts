import { denies } from "./phrases";
import { ruleUnits } from "./rule-units";
import { type CheckedLanguage, languageOf } from "./sentence-language";
import { wordsOf } from "./term-context";

/** Words that leave something out as a denial does. */
const EXCLUDING =
  /\b(?:exclud\w*|exempt\w*|final sale|refuse\w*|ausgeschlossen|ausgenommen|excluid[oa]s?|exclu[es]?s?|esclus[oaie])\b/;
/** Denials that deny nothing of the rule. */
const HARMLESS_DENIAL =
  /\b(?:no (?:later|longer|more) than|not only|no problem|no worries|without|ohne|sin|sans|sem|senza|spatestens|nicht (?:nur|spater)|no solo|non solo|pas seulement|nao so|(?:no|nao|non|not|pas) (?:yet )?(?:us|utiliz|utilis|ouver|opened|abert|apert|abiert|port|worn|estren|consum)\w*|nicht (?:benutzt|getragen|geoffnet|gebraucht)\w*|free of charge|no (?:extra )?(?:charge|cost|fee|interest))\b/g;

export interface Rule {
  words: Set<string>;
  isDenied: boolean;
}

/** A rule of the shop's texts. */
export interface ShopRule extends Rule {
  /** What it is about (see ruleUnits), its heading left out. */
  units: Set<string>;
}

/** What the shop's texts allow and forbid, sentence by sentence. */
export function readRules(
  prose: Iterable<{ heading: string; text: string }>,
  fold: (text: string) => string,
  expected: CheckedLanguage,
): ShopRule[] {
  return [...prose].flatMap(({ text }) => {
    const language = languageOf(text, expected);
    return fold(text)
      .split(/[.;!?\n|]\s|[.;|]$|,\s(?:but|aber|pero|mais|mas|ma)\s/)
      .filter((sentence) => /\S/.test(sentence))
      .map((sentence) => ({
        words: tellingWords(sentence),
        units: new Set(ruleUnits(sentence, language).flat()),
        isDenied: deniesRule(sentence, language),
      }));
  });
}

/** Whether there is an odd number of denials. */
export function deniesRule(folded: string, language: CheckedLanguage | null): boolean {
  const plain = folded.replace(HARMLESS_DENIAL, " ");
  return denies(plain, language) !== EXCLUDING.test(plain);
}

/** Neither concepts that nearly every rule is about, nor what figures it has. */
export function tellingWords(folded: string): Set<string> {
  return new Set([...wordsOf(folded)].filter((word) => !VAGUE.has(word)));
}

const VAGUE = new Set(
  "@free @threshold @working @cost @duration @open @standard @excluded can may must not are also still alre unfortun sorr pleas note keep mind thing one".split(
    " ",
  ),
);
