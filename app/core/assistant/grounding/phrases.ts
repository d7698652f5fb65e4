import { fold } from "~/lib/words";

/**
 * What words mean for checking, over folded text (lower case, no accents) of any of the languages. They need not know a
 * language whole: what they miss is left to the checks of figures.
 */

/** "Once it has been delivered", "if it was refunded": nothing is claimed. */
export const CONDITION =
  /\b(?:if|once|when|whenever|after|until|till|unless|whether|as soon as|before|in case|should you|wenn|sobald|falls|nachdem|bis|bevor|ob|sofern|si|cuando|una vez|despues de|hasta|antes de|en cuanto|apres|une fois|lorsque|quand|des que|avant|jusqu|quando|se|uma vez|assim que|depois de|ate|dopo|una volta|finche|prima|non appena)\b/;

export const NEGATION =
  /\b(?:not|no|never|neither|nor|none|without|cannot|unable|unfortunately|nothing|nicht|kein\w*|nie|leider|nichts|noch nicht|ni|nunca|ningun\w*|sin|todavia no|aun no|ne|pas|jamais|aucun\w*|sans|malheureusement|nao|nenhum\w*|sem|infelizmente|ainda nao|non|nessun\w*|senza|mai|purtroppo|lamentablemente)\b|n't\b|n’t\b/;

/** A shopper's own limit or wish repeated: "under $50". */
export const LIMIT =
  /\b(?:under|below|less than|up to|at most|over|above|more than|at least|between|budget|max\w*|cheaper|within|unter|bis zu|weniger|hochstens|uber|mehr als|zwischen|menos de|hasta|bajo|por debajo|mas de|entre|presupuesto|moins de|jusqu|sous|plus de|au plus|inferieur|abaixo|ate|mais de|meno di|sotto|fino a|oltre|piu di|tra|you (?:said|asked|mentioned|wanted))\b/;

export const ROUGHLY =
  /\b(?:about|around|roughly|approximately|nearly|almost|circa|ca|etwa|ungefahr|rund|unos|unas|alrededor|aproximadamente|casi|environ|a peu pres|presque|cerca de|quase|intorno|quasi)\b/;

export const FREE =
  /\b(?:free(?! of(?! charge)|ze|dom)|complimentary|no (?:extra )?(?:charge|cost|fee)|gratis|gratuit\w*|kostenlos\w*|kostenfrei\w*|versandkostenfrei\w*|sin coste|sin costo|sem custo|offert\w*|gratuita\w*)\b/;
export const NOT_REALLY_FREE = /\bfeel free\b|[a-z]-free\b|\bfree to\b/;

export const STOCK_COUNT =
  /\b(?:left|in stock|available|units?|pieces?|remaining|auf lager|verfugbar\w*|stuck|ubrig|en stock|disponib\w*|unidades|restant\w*|quedan|em estoque|unidade|rimast\w*|disponibil\w*|pezzi|en existencias)\b/;

/** Claims that something can be had, or cannot. */
export const AVAILABLE =
  /\b(?:(?:is|are|it's|they're|we have (?:it|them|this))(?: \w+){0,3} (?:in stock|available)|ist(?: \w+){0,3} (?:auf lager|verfugbar|lieferbar)|sind(?: \w+){0,3} (?:auf lager|verfugbar)|esta(?: \w+){0,3} (?:disponible|en stock)|est(?: \w+){0,3} (?:disponible|en stock)|esta(?: \w+){0,3} (?:disponivel|em estoque)|e(?: \w+){0,3} disponibile)\b/;
export const UNAVAILABLE =
  /\b(?:sold out|out of stock|unavailable|not available|not in stock|ausverkauft|nicht (?:verfugbar|auf lager|lieferbar)|agotad\w*|no esta disponible|epuise\w*|en rupture|indisponible|esgotad\w*|indisponivel|esaurit\w*|non (?:e )?disponibile)\b/;

/** What the assistant cannot have done, in the first person. */
export const DONE_BY_ASSISTANT =
  /\b(?:i|we)(?:'ve|’ve| have| just|'ll go ahead and)?(?: now| just| already| successfully| gone ahead and)* (?:cancel\w*|refund\w*|issued|process(?:ed)?|credit\w*|appl(?:y|ied)|change[dr]?|updated?|modif\w+|replaced?|reship\w*|resent|extended|waived?|scheduled|booked|placed (?:the|your|an) order|added? (?:it|this|that|them|the \w+|\d+).{0,60}(?:cart|basket|bag))\b|\b(?:your|the) (?:refund|cancellation|exchange|return) (?:has been|was|is) (?:issued|processed|approved|confirmed|completed)\b|\b(?:ich|wir) (?:habe|haben)\b.{0,60}\b(?:storniert|erstattet|geandert|hinzugefugt|veranlasst|in den warenkorb gelegt)\b|\b(?:he|hemos) (?:cancelado|reembolsado|cambiado|anadido|agregado|aplicado|procesado)\b|\b(?:j'ai|j’ai|nous avons) (?:annule|rembourse|modifie|ajoute|applique|effectue)\b|\b(?:eu )?(?:cancelei|reembolsei|alterei|adicionei|apliquei)\b|\b(?:ho|abbiamo) (?:annullato|rimborsato|modificato|aggiunto|applicato)\b/;

export const HANDED_OVER =
  /\b(?:i|we)(?:'ve|’ve| have)(?: now| just| already)* (?:passed|forwarded|handed|notified|informed|alerted|contacted|escalated)\b|\b(?:ich|wir) (?:habe|haben)\b.{0,60}\b(?:weitergeleitet|weitergegeben|informiert|benachrichtigt)\b|\b(?:he|hemos) (?:pasado|reenviado|avisado|informado|notificado)\b|\b(?:j'ai|j’ai|nous avons) (?:transmis|informe|prevenu|transfere)\b|\b(?:encaminhei|avisei|informei|repassei)\b|\b(?:ho|abbiamo) (?:inoltrato|passato|avvisato|informato)\b/;

export const CODE_WORD =
  /\b(?:code|coupon|promo(?:tion)?(?:al)?|voucher|gutschein\w*|rabattcode|codigo|cupon|codice|cupom|buono)\b/;

export const TRACKING_WORD =
  /\b(?:track\w*|sendung\w*|seguimiento|rastreo|suivi|rastreamento|rastreio|tracciamento|spedizione)\b/;

/** Something of the shopper's own, not orders as such. */
export const OWN_ORDER =
  /\b(?:your|the|this|that|ihre?\w*|deine?\w*|die|tu|su|el|la|votre|ta|cette|le|seu|sua|o|il|tuo|suo|vostro) (?:\w+ ){0,2}(?:orders?|packages?|parcels?|shipments?|items?|delivery|purchase|bestellung\w*|paket\w*|sendung\w*|lieferung\w*|pedidos?|paquetes?|envios?|commandes?|colis|livraison|encomendas?|pacote|entrega|ordin[ei]|pacco|spedizione|consegna)\b/;

/** One parcel of several. */
export const PART =
  /\b(?:parcels?|packages?|part|partly|partially|one of|some of|first|rest|paket\w*|teil\w*|paquetes?|parte|parcialmente|colis|partie|partiellement|pacotes?|pacc[oh]\w*|parzialmente)\b/;

export const plain = (text: string) => fold(text).replaceAll("’", "'");
