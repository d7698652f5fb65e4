import { comparableWords } from "../../store/option-words";
import { clauseStart, type Sentence } from "./claim";
import { isCommonWord } from "./sentence-language";

/** Beginnings of words that stand beside prices and name nothing. */
const PRICING =
  /^(?:cost|pric|kost|preis|cuest|preci|cout|prix|cust|prec|prezz|actual|aktuell|current|sale|offer|ofert|angebot|reduz|reduc|rabatt|rebaj|total|together|zusammen|ensemble|insieme|junt|today|heute|aujourd|regular|origin|usual|normal|fruher|vorher|statt|instead|anstatt|lugar|lieu|only|just|solo|seul|apen|availab|verfug|disponib|stock|size|grosse|tall|taill|taman|tagli|colo|farb|coul|from|start|ahora|adesso|mainten|agora|jetzt|nunmehr|antes|avant|aupara|prima|before|former|previous|anterior|ursprung|zuvor|noch|about|around|circa|etwa|ungef|environ|cerca|unos|quasi|almost|nearly|other|leider|unfort|desaf|malheur|purtroppo|infeliz|save|spar|ahorr|econom|risparm|poup|vale|valen|valgon|marked|list|msrp|compare|single|pair|besser|great|good|special|black|friday|week|price|each|piece|stuck|unidad|right|down|they|them|that|this|these|those|comes?$|goes|sells|retail|currently|sind|sold|agotad|epuis|esaur|esgot)/;

/**
 * Whether the clause before a place has a word in it that names a thing which evidence does not know by it, such as a
 * translation: then it is no matter of the product that was named before.
 */
export function isOfStranger(at: number, sentence: Sentence): boolean {
  const { folded, facts, namedProducts } = sentence;
  const start = clauseBefore(folded, at);
  if (namedProducts.some((mention) => mention.at >= start && mention.at < at)) return false;
  const own = folded.slice(start, at).match(/\p{L}{4,}/gu) ?? [];
  // "Sacoche: 74,50 €"
  const words = own.length > 0 ? own : (folded.slice(0, at).match(/\p{L}{4,}/gu) ?? []);
  return words.some((word) => !PRICING.test(word) && !isCommonWord(word) && !isKnown(word, facts.names));
}

function isKnown(word: string, names: ReadonlySet<string>): boolean {
  return comparableWords(word).some((each) => names.has(each));
}

/** "And" begins a clause here too. */
function clauseBefore(folded: string, at: number): number {
  const start = clauseStart(folded, at);
  const and = [...folded.slice(start, at).matchAll(/\s(?:and|und|y|et|e|&|\+)\s/g)].at(-1);
  return and ? start + and.index + and[0].length : start;
}
