import de from "../pointing/de.json";
import en from "../pointing/en.json";
import es from "../pointing/es.json";
import fr from "../pointing/fr.json";
import it from "../pointing/it.json";
import pt from "../pointing/pt.json";
import { lexiconOf } from "./lexicon";
import { createPhraseFinder, type FoundPhrase, type PhraseFinder } from "./phrase-finder";
import type { Understanding } from "./understand";
import { fold, type Language, splitWords } from "./words";

/** Ideas with which people come back to what they have before them. */
export type Hint = keyof typeof en;

const SOURCES: Record<Language, Record<Hint, string>> = { en, es, fr, de, pt, it };
const finders = new Map<Language, PhraseFinder<Hint>>();

function finderOf(language: Language): PhraseFinder<Hint> {
  const known = finders.get(language);
  if (known) return known;
  const lexicon = lexiconOf(language);
  const entries = Object.entries(SOURCES[language]) as [Hint, string][];
  const built = createPhraseFinder(language, entries, (word) => lexicon.isStopWord(word));
  finders.set(language, built);
  return built;
}

export function findHints({ text, language }: Pick<Understanding, "text" | "language">): FoundPhrase<Hint>[] {
  return finderOf(language).find(splitWords(text, language));
}

export function hasHint(ask: Pick<Understanding, "text" | "language">, ...hints: Hint[]): boolean {
  return findHints(ask).some(({ concept }) => hints.includes(concept));
}

/** Hints whose words describe nothing themselves. */
const POINTING: ReadonlySet<Hint> = new Set<Hint>([
  "other",
  "take",
  "similar",
  "trait",
  "carrier",
  "bought",
  "paid",
]);

/** Words that say which of them is meant, without those that only point; as written. */
export function tellingWords(ask: Understanding): string[] {
  const lexicon = lexiconOf(ask.language);
  const words = splitWords(ask.text, ask.language);
  const pointing = new Set(
    findHints(ask)
      .filter(({ concept }) => POINTING.has(concept))
      .flatMap(({ start, end }) => words.slice(start, end).map((_, at) => start + at)),
  );
  const wanted = new Set(ask.searchWords.map(fold));
  return words
    .filter((word, at) => !pointing.has(at) && !lexicon.isStopWord(word))
    .filter(({ folded }) => wanted.has(folded))
    .map(({ written }) => written);
}

const DIMENSIONS = [
  ...(["light", "heavy", "big", "small", "long", "short", "high", "low", "warm", "cool"] as const),
  ...(["soft", "hard", "thick", "thin", "quiet", "strong"] as const),
];
export type Dimension = (typeof DIMENSIONS)[number];

function isDimension(hint: Hint): hint is Dimension {
  return (DIMENSIONS as readonly Hint[]).includes(hint);
}

/** "The lighter one", "el más grande". */
export function dimensionOf(ask: Pick<Understanding, "text" | "language">): Dimension | null {
  return findHints(ask).flatMap(({ concept }) => (isDimension(concept) ? concept : []))[0] ?? null;
}

/** What may stand before the words that point: "and", "what about", "I'll take". */
const LEAD: Record<Language, string> = {
  en: "and|but|or|then|ok|okay|no|so|what about|how about|i mean|i meant|show me|tell me about|tell me more about|i want|id like|i prefer|ill take|give me|is|are|add|put",
  es: "y|pero|o|entonces|vale|no|mejor|prefiero|quiero|me llevo|ensename|muestrame|dame|anade|pon|que tal",
  fr: "et|mais|ou|alors|ok|non|plutot|je prefere|je veux|je voudrais|je prends|montrez moi|montre moi|donnez moi|ajoutez|ajoute",
  de: "und|aber|oder|dann|ok|nein|lieber|ich will|ich mochte|ich nehme|ich hatte gern|zeig mir|zeigen sie mir|gib mir|was ist mit|wie ist es mit|ist|sind",
  pt: "e|mas|ou|entao|ok|nao|prefiro|quero|vou levar|levo|mostre me|mostra me|da me|adiciona|poe",
  it: "e|ma|o|allora|ok|no|meglio|preferisco|voglio|vorrei|prendo|mostrami|fammi vedere|dammi|aggiungi|metti",
};
const ARTICLE: Record<Language, string> = {
  en: "the|that|this|those|these",
  es: "el|la|los|las|ese|esa|esos|esas|este|esta|aquel|aquella",
  fr: "le|la|les|l|celui|celle|ceux|celles|ce|cet|cette",
  de: "der|die|das|den|dem|dies\\w*|jene\\w*",
  pt: "o|a|os|as|aquele|aquela|esse|essa|este|esta",
  it: "il|lo|la|i|gli|le|l|quello|quella|quelli|quelle|quel|questo|questa",
};
/** What stands for a thing that was named before, wherever it is said. */
const STAND_IN: Record<Language, RegExp | null> = {
  en: /\b(?:the|that|this|which)(?: [\p{L}\p{N}-]+){0,3} ones?\b/u,
  es: /\b(?:el|la|los|las) (?:de|del|con|sin|en|mas|menos|que)\b/u,
  fr: /\b(?:celui|celle|ceux|celles)\b/u,
  de: /\b(?:der|die|das|den|dem) (?:mit|aus|ohne|in|fur|von)\b/u,
  pt: /\b(?:aquele|aquela|(?:o|a|os|as) (?:de|do|da|com|sem|em|mais|menos|que))\b/u,
  it: /\bquell[oaie]\b/u,
};
/** Words after the article of what is a description and no sentence. */
const LONGEST_DESCRIPTION = 6;

/** "The wooden one", "la de plumas", "und der mit dem langen Stiel": a description of something in sight. */
export function describesOne({ text, language }: Pick<Understanding, "text" | "language">): boolean {
  const said = plain(text, language);
  if (STAND_IN[language]?.test(said)) return true;
  const start = new RegExp(`^(?:(?:${LEAD[language]}) )*(?:${ARTICLE[language]}) (.+)$`, "u").exec(said);
  return start !== null && (start[1] ?? "").split(" ").length <= LONGEST_DESCRIPTION;
}

/** "One" and its likes, which stand for a thing that was named before. */
export function standsIn({ text, language }: Pick<Understanding, "text" | "language">): boolean {
  return STAND_IN[language]?.test(plain(text, language)) ?? false;
}

/** How a question about something in sight begins, where it is not named again. */
const ASKS_OF_IT: Record<Language, RegExp> = {
  en: /^(?:and |but |so |ok |then )*(?:(?:is|are|does|do|has|have|can|could|will|would|was|were|whats|what is|how \p{L}+ (?:is|are|does|do)|how (?:is|are|does|do|many|much)|what \p{L}+ (?:is|are|does|do)|what (?:is|are|does|do)|which|where (?:is|are)|who makes) (?:it|its|they|them|this|that|these|those|the)\b|(?:how|what)\b.*\b(?:it|they|this|that|these|those|one)\b|(?:is|are) .* included$|(?:can|could|do|should|must|will|would) (?:i|you|we|one)\b.*\b(?:it|them|this|that)\b)/u,
  es: /^(?:y |pero )*(?:es|son|trae|traen|lleva|llevan|incluye|incluyen|viene|vienen|tiene|tienen|sirve|sirven|cabe|caben|pesa|pesan|mide|miden|necesita|necesitan|funciona|aguanta|dura|se puede|se pueden|puedo|cuant[oa]s?|que (?:medidas|peso|tamano|altura|material|tamanos)|de que|como se|cual es (?:el|la) (?:peso|altura|tamano|medida|material|composicion))\b/u,
  fr: /^(?:et |mais )*(?:est ce qu (?:il|elle|ils|elles|on)|il |elle |ils |elles |on peut|c est|ca |cela |(?:est|sont|a t|ont|peut|faut) (?:il|elle|ils|elles|on)|combien|quel(?:le)?s? (?:est|sont|poids|taille|hauteur|matiere|dimensions?)|de quoi|en quoi|en quelle|comment)/u,
  de: /^(?:und |aber )*(?:(?:ist|sind|hat|haben|passt|passen|braucht|enthalt|wiegt|geht|kann|lasst|halt|muss|darf) (?:er|sie|es|das|die|der|den|dies\p{L}*|man|ich|da|dabei|sich)|wie (?:schwer|gross|hoch|lang|breit|tief|dick|viel|viele|warm)|was wiegt|woraus|aus (?:was|welchem)|was ist (?:da )?(?:drin|dabei|enthalten)|ist (?:da|noch) |(?:liegt|liegen) .* bei$|(?:ist|sind) .* (?:dabei|enthalten|inklusive|drin)$)/u,
  pt: /^(?:e |mas )*(?:sao|tem|vem|traz|trazem|inclui|incluem|serve|servem|cabe|pesa|pesam|mede|medem|precisa|precisam|funciona|aguenta|dura|da para|pode|posso|quant[oa]s?|de que|como se|qual e o? ?a? (?:peso|altura|tamanho|medida|material)|e \p{L}+(?:vel|ado|ada|ico|ica|ente)\b)/u,
  it: /^(?:e |ma )*(?:e |sono|ha |hanno|contiene|include|comprende|viene|vengono|serve|servono|pesa|pesano|misura|misurano|funziona|si puo|si possono|posso|quant[oiae]|di che|come si|qual e (?:il|la|l) (?:peso|altezza|misura|materiale|composizione))/u,
};

/** "How tall is it?", "does it come with a bag?", "es lavable": asked of something that was named before. */
export function asksOfIt(ask: Pick<Understanding, "text" | "language">): boolean {
  return ASKS_OF_IT[ask.language].test(plain(ask.text, ask.language));
}

/** Folded words with single spaces. */
function plain(text: string, language: Language): string {
  return splitWords(text, language)
    .map(({ folded }) => folded)
    .join(" ");
}
