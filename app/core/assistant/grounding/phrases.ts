import type { CheckedLanguage } from "./sentence-language";

/**
 * What words mean for checking, over folded text (lower case, no accents) of any of the languages. They need not know a
 * language whole: what they miss is left to the checks of figures.
 */

/** "Once it has been delivered", "if it was refunded": nothing is claimed. */
export const CONDITION =
  /\b(?:if|once|when(?! i\b)|whenever|after|until|till|unless|whether|as soon as|before|in case|should you|wenn|sobald|falls|nachdem|bevor|sofern|cuando|una vez|despues de|hasta que|antes de|en cuanto|apres|une fois|lorsque|quand|des que|avant|jusqu|quando|uma vez|assim que|depois de|ate que|dopo|una volta|finche|prima|non appena)\b|^\s*(?:what|whatever|anything|was|alles was|ce qui|ce que|tout ce|o que|tudo o que|lo que|todo lo que|cio che|quello che|tutto cio)\b|^\s*(?:[\p{L}]+ ){0,3}(?:s'|ob|bis|si|se)\b/u;

/** How a clause begins that asks. */
export const INTERROGATIVE =
  /^[\s"'*_-]*(?:[¿]|(?:and|or|but|so|und|oder|y|et|e|o|ou|ed) )?[¿]?\s*(?:is|are|was|were|has|have|had|do|does|did(?! you know)|would|could|can|shall|should|may|will|what|when|where|which|who|whose|how|why|any|anything|ist|sind|war|hat|haben|wurden?|mochte\w*|soll\w*|kann\w*|darf|konnen|was|wann|wo|wohin|welche\w*|wer|wie|warum|noch|quiere\w*|desea\w*|puedo|podria|te gustaria|le gustaria|que|cual\w*|donde|cuando|como|quien|est-ce|avez|voulez|souhaitez|puis-je|dois-je|aimeriez|quel\w*|qu'|ou|quand|comment|pourquoi|qui|gostaria|quer|deseja|posso|qual|quais|onde|quem|vuoi|vuole|desidera|ti va|quale|quali|dove|chi|che|cosa|e stat[oa]|foi|ha|es)\b|[¿]/u;

const NEGATIONS =
  "not no never neither nor none without cannot unable nothing nobody nicht kein\\w* nie niemals nichts weder nem ni nunca ningun\\w* nada sin ne n' pas jamais aucun\\w* sans nao nenhum\\w* sem non nessun\\w* senza mai";
/** Words of a language that deny in another: "no" is "in the" in Portuguese, "ne" is "of it" in Italian. */
const OTHERWISE: Partial<Record<CheckedLanguage, string>> = {
  pt: "no nada",
  it: "ne n' ni",
  fr: "mai no ni",
  de: "no sin mai",
  en: "sin mai pas ne non",
};

function negationIn(language: CheckedLanguage | "any"): RegExp {
  const others = new Set((language === "any" ? "" : (OTHERWISE[language] ?? "")).split(" "));
  const words = NEGATIONS.split(" ").filter((word) => !others.has(word));
  return new RegExp(`\\b(?:${words.join("|")})\\b|n't\\b|n’t\\b|\\bn'(?:a|est|ont|y)\\b`);
}

const NEGATION_IN = new Map(
  (["en", "es", "fr", "de", "pt", "it", "any"] as const).map((each) => [each, negationIn(each)]),
);

/** Whether folded words of a language deny; of any where it is not known. */
export function denies(folded: string, language: CheckedLanguage | null): boolean {
  return NEGATION_IN.get(language ?? "any")?.test(folded) ?? false;
}

/** A shopper's own limit or wish repeated: "under $50". */
export const LIMIT =
  /\b(?:under|below|less than|up to|at most|over|above|more than|at least|between|budget|max\w*|cheaper|within|unter|bis zu|weniger|hochstens|uber|mehr als|zwischen|menos de|hasta|bajo|por debajo|mas de|entre|presupuesto|moins de|jusqu|sous|plus de|au plus|inferieur|abaixo|ate|mais de|meno di|sotto|fino a|oltre|piu di|tra|you (?:said|asked|mentioned|wanted))\b/;

export const ROUGHLY =
  /\b(?:about|around|roughly|approximately|nearly|almost|circa|ca|etwa|ungefahr|rund|unos|unas|alrededor|aproximadamente|casi|environ|a peu pres|presque|cerca de|quase|intorno|quasi)\b/;

export const FREE =
  /\b(?:free(?! of(?! charge)|ze|dom)(?!\w)|complimentary|no (?:extra )?(?:charge|cost|fee)|gratis|gratuit\w*|kostenlos\w*|kostenfrei\w*|versandkostenfrei\w*|without charge|sans (?:frais|supplement)|ohne (?:aufpreis|kosten)|umsonst|sin (?:coste|costo|gastos|cargo)|sem (?:custos?|encargos)|senza (?:spese|costi)|offert(?:e?s?)|gratuita\w*|(?:costs?|kostet|cuesta|coute|custa|costa)(?: \w+)? (?:nothing|nichts|nada|rien|nulla|niente)|on the house)\b/;
export const NOT_REALLY_FREE =
  /\bfeel free\b|[a-z]-free\b|\bfree[- ](?:to|range|standing|weight|form|time|hand)\b|\b(?:gluten|lactose|sugar|dairy|nut|alcohol|cruelty|caffeine|fragrance|plastic|hands|stress|worry) free\b/;

export const STOCK_COUNT =
  /\b(?:left|in stock|available|units?|pieces?|remaining|auf lager|verfugbar\w*|stuck|ubrig|en stock|disponib\w*|unidades|restant\w*|quedan|em estoque|unidade|rimast\w*|disponibil\w*|pezzi|en existencias)\b/;

/** Claims that something can be had, or cannot. */
export const AVAILABLE =
  /\b(?:in stock|(?<!un)available|have (?:it|them|this|that|one|some)(?: \w+){0,2} (?:here|ready|in)|auf lager|vorratig|verfugbar|lieferbar|erhaltlich|disponibles?|disponivel|disponiveis|disponibili?|en stock|em estoque|en existencias|hay existencias|in magazzino)\b/gu;
export const UNAVAILABLE =
  /\b(?:sold[ -]out|out of stock|none (?:are )?left|kein\w*(?: mehr)? (?:da|vorhanden|ubrig)|no quedan?|no queda ningun\w*|il n'en reste plus|nao restam?|non ne restano|unavailable|(?:not|isn't|aren't|no longer)(?: currently| yet)? (?:available|in stock)|discontinued|ausverkauft|vergriffen|nicht(?: mehr)? (?:verfugbar|auf lager|lieferbar|erhaltlich|vorratig)|agotad\w*|sin (?:stock|existencias)|no esta disponible|epuise\w*|en rupture|indisponible\w*|esgotad\w*|indisponivel|indisponiveis|sem estoque|fora de estoque|esaurit\w*|terminat[oaie]|non (?:e |sono )?disponibil[ei])\b/gu;

export const CODE_WORD =
  /\b(?:codes?|coupons?|promo(?:tion)?(?:al)?|vouchers?|gutschein\w*|(?:rabatt|aktions)?code|codigos?|cupon(?:es)?|codic[ei]|cupo(?:m|ns)|buono|bon)\b/;

export const TRACKING_WORD =
  /\b(?:track\w*|sendung\w*|seguimiento|rastreo|suivi|rastreamento|rastreio|tracciamento|spedizione)\b/;

/** Something of the shopper's own, not orders as such. */
export const OWN_ORDER =
  /\b(?:your|this|that|ihre?\w*|deine?\w*|tus?|sus?|votre|vos|ta|tes|cette|seus?|suas?|tuoi|tuo|suo|suoi|vostro|vostri) (?:\w+ ){0,2}(?:orders?|packages?|parcels?|shipments?|items?|delivery|purchase|bestellung\w*|paket\w*|sendung\w*|lieferung\w*|pedidos?|paquetes?|envios?|commandes?|colis|livraison|encomendas?|pacote|entrega|ordin[ei]|pacco|spedizione|consegna)\b/;

/** One parcel of several. */
export const PART =
  /\b(?:parcels?|packages?|part|partly|partially|one of|some of|first|rest|paket\w*|teil\w*|paquetes?|parte|parcialmente|colis|partie|partiellement|pacotes?|pacc[oh]\w*|parzialmente)\b/;

/** Of orders as such, not of hers. */
const GENERIC =
  /\b(?:orders|parcels|packages|shipments|items|deliveries|we (?:ship|deliver|send|dispatch|refund)|bestellungen|lieferungen|artikel|wir (?:versenden|liefern|verschicken|erstatten)|los pedidos|los articulos|enviamos|les commandes|les articles|nous (?:expedions|livrons|remboursons)|as encomendas|os pedidos|os artigos|gli ordini|gli articoli|spediamo|any order|every order|jede bestellung|cada pedido|chaque commande|ogni ordine)\b/;

/** Whether a sentence is about an order that is known, not about orders in general. */
export function speaksOfOrder({
  folded,
  orders,
  namedOrders,
}: {
  folded: string;
  orders: readonly unknown[];
  namedOrders: readonly unknown[];
}): boolean {
  if (orders.length === 0) return false;
  return namedOrders.length > 0 || OWN_ORDER.test(folded) || !GENERIC.test(folded);
}
