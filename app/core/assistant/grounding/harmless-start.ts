import { fold } from "~/lib/words";
import { comparableWords } from "../../store/option-words";
import { MONTHS, WEEKDAYS } from "./calendar";
import { COLOURS } from "./check-options";
import { findNumberWords } from "./number-words";
import { RELATIVE_DAYS } from "./relative-days";

/** Words that a claim may follow: a sentence is shown word by word only until one of them comes. */
const TELLING =
  /^(?:i'|i’|we$|let|have$|had$|just$|already$|appl|chang|updat|modif|add|issu|process|ich$|wir$|he$|hemos|j'|j’|je$|nous|ho$|abbiamo|done|erledigt|hecho|listo|fatto|feito|your|the|it|they|its|this|that|we|i've|i’ve|you|order|orders|track|deliver|ship|arriv|expect|cost|price|pay|stock|avail|sold|left|free|code|coupon|discount|sale|off|return|refund|cancel|exchang|day|week|month|hour|minute|year|link|visit|click|email|write|call|phone|http|www|bestell|liefer|versand|verschickt|zugestellt|kost|preis|verfugbar|lager|gratis|rabatt|gutschein|ruckgabe|erstatt|stornier|sendung|ihr|dein|die|das|es|sie|pedido|envio|entreg|llega|cuesta|precio|disponib|agotad|gratu|descuent|codigo|devol|reembols|cancel|tu|su|el|la|commande|livr|expedi|prix|coute|remise|retour|rembours|annul|votre|ta|le|il|encomend|cheg|custa|preco|descont|seu|sua|o|ordin|spedi|consegn|arriv|costa|prezzo|sconto|res[oi]|rimbors|annull|tuo|suo|lo)/;

/**
 * How a courtesy begins. Only such a sentence is shown before it ends: of any other nothing may be left where it turns
 * out to be false.
 */
const COURTESY =
  /^(?:i|i'd|i'm|sure|certainly|absolutely|of|happy|glad|thanks|thank|hello|hi|hey|sorry|good|great|gern\p{L}*|naturlich|klar|hallo|danke|vielen|tut|guten|claro|por|gracias|hola|lo|con|bien|avec|merci|bonjour|desole\p{L}*|je|com|ola|obrigad\p{L}|certo|certamente|volentieri|grazie|ciao|mi)$/u;

/** Fewer words than these are no start worth showing. */
const MIN_WORDS = 3;

/**
 * How much of an unfinished sentence may be shown already: its whole words up to the first that a fact might hang on.
 * What is shown cannot be taken back, so anything out of the ordinary holds the rest.
 * @param names comparable words of what products, options and carriers are called
 */
export function harmlessStart(pending: string, names: ReadonlySet<string>): number {
  const words = [...pending.matchAll(/\S+\s+/g)];
  const [first = ""] = words[0] ?? [];
  if (!COURTESY.test(fold(first).replace(/[^\p{L}']/gu, ""))) return 0;
  let end = 0;
  let count = 0;
  for (const match of words) {
    if (!isHarmless(match[0].trim(), names)) break;
    end = match.index + match[0].length;
    count += 1;
  }
  return count >= MIN_WORDS ? end : 0;
}

function isHarmless(word: string, names: ReadonlySet<string>): boolean {
  if (!/^[\p{L}'’,;:–—-]+$/u.test(word)) return false;
  const folded = fold(word).replace(/[^\p{L}'-]/gu, "");
  return !TELLING.test(folded) && !isFigure(folded) && !isName(folded, names);
}

function isFigure(folded: string): boolean {
  if (MONTHS.has(folded) || WEEKDAYS.has(folded) || RELATIVE_DAYS.has(folded)) return true;
  return (["de", "it", "fr"] as const).some((language) => findNumberWords(folded, language).length > 0);
}

/** A word of a product's title, an option or a carrier: something is about to be said of it. */
function isName(folded: string, names: ReadonlySet<string>): boolean {
  const [word = folded] = comparableWords(folded);
  return COLOURS.has(word) || (folded.length > 2 && names.has(word));
}
