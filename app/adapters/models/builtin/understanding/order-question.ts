import { hasAny } from "./has-any";
import { findHints, type Hint, hasHint } from "./pointing";
import type { Understanding } from "./understand";
import { fold, type Language, splitWords } from "./words";

/** A detail of an order that is asked for by itself. */
export type OrderQuestion = "price" | "shipping-price" | "code" | "placed" | "sent" | "carrier" | "version";

/** The past of what things cost: "how much was the jacket". */
const WAS: Record<Language, RegExp> = {
  en: /\b(?:was|were|did)\b/,
  es: /\b(?:era|eran|fue|fueron|costo|costaron)\b/,
  fr: /\b(?:etait|etaient|a coute|ont coute|coutait)\b/,
  de: /\b(?:war|waren|kostete)\b/,
  it: /\b(?:era|erano|costava|costavano)\b/,
  pt: /\b(?:era|eram|foi|foram|custou|custaram)\b/,
};
/** That something was sent, in words that say nothing of it elsewhere. */
const SENT: Record<Language, RegExp> = {
  en: /\b(?:sent|shipped|dispatched|posted)\b/,
  es: /\b(?:envi\p{L}*|mand\p{L}*|salio)\b/u,
  fr: /\b(?:expedi\p{L}*|envoy\p{L}*|parti\p{L}*)\b/u,
  de: /\b(?:verschickt|versandt|versendet|abgeschickt|losgeschickt|raus)\b/,
  it: /\b(?:spedit\p{L}*|inviat\p{L}*|partit\p{L}*)\b/u,
  pt: /\b(?:envi\p{L}*|despach\p{L}*|expedi\p{L}*|saiu)\b/u,
};

/** "What did I pay for the lamp?", "which carrier has it?", "when was it sent?"; null for all that asks how an order stands. */
export function readOrderQuestion(ask: Understanding): OrderQuestion | null {
  const { concepts, language } = ask;
  const said = fold(ask.text);
  if (hasAny(concepts, ["want", "policy", "return", "cancel", "exchange"]) && !hasHint(ask, "paid"))
    return null;
  if (hasHint(ask, "code")) return "code";
  if (isOfPrice(ask, said)) return concepts.has("delivery") ? "shipping-price" : "price";
  if (hasHint(ask, "carrier") && !hasAny(concepts, ["howmuch", "free", "abroad", "express", "fee"]))
    return "carrier";
  const isWhen = concepts.has("when");
  if (isWhen && hasHint(ask, "bought")) return "placed";
  const isSent = SENT[language].test(said) || (concepts.has("ship") && !concepts.has("arrive"));
  if (isWhen && isSent && !WILL[language].test(said)) return "sent";
  const isBought = hasHint(ask, "bought") || (concepts.has("mine") && concepts.has("order"));
  const isOfVersion =
    hasAny(concepts, ["optionname", "sizeguide", "which"]) &&
    isBought &&
    !hasAny(concepts, ["change", "wrong", "can", "when", "where", "arrive", "status", "time", "all"]);
  return isOfVersion ? "version" : null;
}

/** What is asked of what is to come asks for no day that was. */
const WILL: Record<Language, RegExp> = {
  en: /\b(?:will|be|is|get|do|does)\b/,
  es: /\b(?:van|va|sera|enviareis|enviaran|enviais|envian)\b/,
  fr: /\b(?:sera|va|allez|partira|partent|expediez|envoyez)\b/,
  de: /\b(?:wird|werden|geht|kommt)\b/,
  it: /\b(?:sara|verra|spedirete|spedite|parte|partono)\b/,
  pt: /\b(?:sera|vai|vao|enviam|envia)\b/,
};

function isOfPrice(ask: Understanding, said: string): boolean {
  const { concepts, language } = ask;
  if (hasAny(concepts, ["paymethod", "stock", "search"])) return false;
  const isOfHers = ask.slots.orderNumbers.length > 0 || (concepts.has("order") && concepts.has("mine"));
  if (TOTAL.test(said) && isOfHers) return true;
  const isAmount = concepts.has("howmuch") || AMOUNT.test(said);
  if (hasHint(ask, "paid")) return isAmount;
  const isOfPaying = concepts.has("pay") && isAmount && ask.thingWords.length > 0;
  if (isOfPaying && !hasAny(concepts, ["fee", "can", "delivery"])) return true;
  const isPast = concepts.has("howmuch") && WAS[language].test(said);
  return isPast && (hasAny(concepts, ["it", "mine", "order"]) || ask.thingWords.length > 0);
}

/** "The total of #1044": what it came to, in whatever tense. */
const TOTAL =
  /(?<!\p{L})(?:totale?s?|altogether|all in all|gesamt(?:betrag|summe|preis)?|summe|insgesamt|importe|montant|importo|no total|valor)(?!\p{L})/u;

const AMOUNT = /(?:^|\s)¿?(?:how much|what|wie ?viel|was|combien|cuanto|quanto|quanti|qu['’]est-ce que)\b/;

/** Words of the things that are asked after, without those of the question. */
export function orderedThings(ask: Understanding): string[] {
  const words = splitWords(ask.text, ask.language);
  const asking = new Set(
    findHints(ask)
      .filter(({ concept }) => ASKING.has(concept))
      .flatMap(({ start, end }) => words.slice(start, end).map(({ folded }) => folded)),
  );
  return ask.thingWords.filter((word) => {
    const folded = fold(word);
    if (AUXILIARY.has(folded) || TOTAL.test(folded)) return false;
    return !asking.has(folded) && !SENT[ask.language].test(folded) && !WAS[ask.language].test(folded);
  });
}

/** Participles of "to be", which some languages have for other words as well. */
const AUXILIARY = new Set("ete been gewesen worden stato stata stati state estado sido viene".split(" "));

const ASKING: ReadonlySet<Hint> = new Set<Hint>([
  ...(["paid", "carrier", "bought", "code", "unpaid", "redirect", "reorder", "other"] as const),
]);
