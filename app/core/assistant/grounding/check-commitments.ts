import { countConcepts } from "../../knowledge/concepts";
import { comparableWords } from "../../store/option-words";
import { type Claim, claimAt, FALSE, isAsked, isConditional, isNegatedNear, type Sentence } from "./claim";

/** What binds the shop without a figure: stands only where the shop's texts have it. Each entry is one thing in all languages. */
const COMMITMENTS: RegExp[] = [
  /\b(?:lifetime|for life|lebenslang\w*|de por vida|a vie|vitalici[ao]|a vita)\b/gu,
  /\b(?:warrant(?:y|ies)|guarantee[sd]?|garantie\w*|gewahrleistung|garantia\w*|garanzia|garanzie|garantit\w*|garantizad\w*)\b/gu,
  /\b(?:(?:we|i)(?: can| do)? (?:guarantee|promise)|(?:ich|wir) (?:garantier|versprech)\w+|(?:le |te )?(?:garantizo|garantizamos|prometo|prometemos)|(?:je|nous) (?:vous )?(?:garantis|garantissons|promets|promettons)|(?:garanto|garantimos|prometo|prometemos)|(?:garantiamo|prometto|promettiamo))\b/gu,
  /\b(?:money[- ]back|geld[- ]zuruck|satisfait ou rembourse|devolucion del dinero|dinheiro de volta|soddisfatti o rimborsati)\b/gu,
  /\b(?:price[- ]match\w*|match (?:the|any|their) price|best price|lowest price|tiefpreis\w*|bestpreis\w*|mejor precio|meilleur prix|melhor preco|miglior prezzo)\b/gu,
  /\b(?:same[- ]day|am selben tag|mismo dia|le jour meme|mesmo dia|stesso giorno|in giornata)\b/gu,
  /\b(?:next[- ]day|overnight|over night|24[- ]?(?:h|hour)|am nachsten tag|uber nacht|dia siguiente|lendemain|dia seguinte|giorno dopo|giorno successivo)\b/gu,
  /\b(?:express(?: (?:shipping|delivery))?|expressversand|envio urgente|livraison express|entrega expressa|consegna espressa)\b/gu,
  /\b(?:worldwide|internationally|international (?:shipping|delivery)|every country|all countries|weltweit|todo el mundo|monde entier|mundo inteiro|todo o mundo|tutto il mondo)\b/gu,
  /\b(?:free (?:gift|sample)s?|gift with|gratisgeschenk|regalo gratis|cadeau offert|brinde|omaggio)\b/gu,
  /\b(?:no questions asked|ohne wenn und aber|sin preguntas|sans condition|sem perguntas|senza domande)\b/gu,
  /\b(?:cash on delivery|nachnahme|contra reembolso|contre remboursement|contrassegno|pagamento na entrega)\b/gu,
  /\b(?:in installments|instal?ments|ratenzahlung|a plazos|en plusieurs fois|parcelado|a rate|buy now,? pay later)\b/gu,
  /\b(?:klarna|afterpay|clearpay|affirm|paypal|apple pay|google pay|shop pay|amazon pay|american express|amex|mastercard|visa|maestro|bitcoin|crypto\w*|sofort\w*|giropay|ideal(?= payment)|bancontact|pix|boleto|multibanco|bizum|satispay|bank transfer|uberweisung|transferencia|virement|bonifico|auf rechnung|rechnungskauf)\b/gu,
  /\b(?:back in stock|restock\w*|be available again|wieder (?:verfugbar|auf lager|lieferbar)|nachschub|de nuevo en stock|repondremos|de retour en stock|de volta (?:ao|em) estoque|di nuovo disponibile|riassortimento)\b/gu,
  /\b(?:loyalty points|reward points|bonus points|treuepunkte|puntos (?:de )?(?:fidelidad|recompensa|regalo|club)|points de fidelite|pontos de fidelidade|punti fedelta)\b/gu,
  /\b(?:student discount|studentenrabatt|descuento para estudiantes|remise etudiant\w*|desconto para estudantes|sconto studenti)\b/gu,
  /\b(?:click and collect|store pickup|in-store pickup|abholung im laden|recogida en tienda|retrait en magasin|retirada na loja|ritiro in negozio)\b/gu,
  /\b(?:prepaid (?:return )?label|return label (?:is )?included|rucksendeetikett|etiqueta prepagada|etiquette prepayee|etiqueta pre-paga|etichetta prepagata)\b/gu,
];

/** Promises in the shop's name that its own texts do not make. */
export function checkCommitments(sentence: Sentence): Claim[] {
  const { facts } = sentence;
  return COMMITMENTS.flatMap((words) => {
    const found = [...sentence.folded.matchAll(words)].filter((match) => isStated(match, sentence));
    if (found.length === 0 || new RegExp(words.source, "u").test(facts.folded)) return [];
    return found.map((match) => claimAt("policy", match, FALSE));
  });
}

function isStated(match: RegExpExecArray, sentence: Sentence): boolean {
  const end = match.index + match[0].length;
  return (
    !isAsked(sentence, match.index) &&
    !isConditional(sentence, match.index) &&
    !isNegatedNear(sentence, match.index, end) &&
    !/\b(?:can't|cannot|unable|kann ich nicht|no puedo|ne peux|nao posso|non posso)\b/.test(sentence.folded)
  );
}

const PROMISING =
  /\b(?:will|'ll|guarantee\w*|promise\w*|can (?:offer|give|get|do|have)|we offer|i offer|you (?:get|have|receive)|definitely|certainly|absolutely|sure|werden?|wird|bekommst|bekommen|erhalten|erhaltst|garantier\w*|versprech\w*|verspreche|bieten?|garantiz\w*|promet\w*|ofrec\w*|puedo|podemos|recibir\w*|tendra\w*|garanti\w*|promett\w*|offr\w*|pouvons|peux|recevr\w*|aurez|garant\w*|oferec\w*|posso|podemos|receber\w*|tera\w*|possiamo|ricever\w*|avra\w*|for you)\b/;

/** What the merchant does not want to have promised, in any of the languages. */
export function checkPromises(sentence: Sentence): Claim[] {
  const { folded, forbiddenPromises, isQuestion, facts } = sentence;
  if (forbiddenPromises.length === 0 || isQuestion || !PROMISING.test(folded)) return [];
  const words = new Set(comparableWords(folded));
  const concepts = new Set(countConcepts(folded).keys());
  return forbiddenPromises
    .filter((topic) => speaksOf(topic, words, concepts))
    .filter(() => !isNegatedNear(sentence, 0, folded.length) && !facts.prose.includes(folded.trim()))
    .map(() => ({ kind: "promise", start: 0, end: folded.trimEnd().length, verdict: FALSE }));
}

function speaksOf(topic: string, words: Set<string>, concepts: Set<string>): boolean {
  const wanted = comparableWords(topic).filter((word) => word.length > 2);
  if (wanted.length > 0 && wanted.every((word) => words.has(word))) return true;
  const meant = [...countConcepts(topic).keys()].filter(
    (concept) => concept !== "duration" && concept !== "cost",
  );
  return meant.length > 0 && wanted.length <= meant.length && meant.every((concept) => concepts.has(concept));
}
