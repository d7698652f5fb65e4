import type { OrderState } from "../../store/order-state";

const SENT =
  "partially_fulfilled failure not_delivered submitted confirmed fulfilled carrier_picked_up delayed in_transit attempted_delivery out_for_delivery ready_for_pickup picked_up delivered";

/** What is said of an order, and the states of which it is true. */
export interface StateClaim {
  words: RegExp;
  states: ReadonlySet<OrderState>;
  /** True also of an order that has this in its facts. */
  also?: "delivered-parcel" | "refunded-amount" | "overdue" | "any-parcel";
}

const be = String.raw`(?:\b(?:has|have|had|was|were|is|are|been|being|got|gets|get|already|just|now|finally|officially|marked(?: as)?|status|it|order|parcel|package|wurden?|ist|sind|ha|han|fue|fueron|esta|estan|sido|a|ont|est|sont|ete|foi|foram|e|sono|stat[oaie])|'s|'ve|[:–—|-])[*\s"']*(?: ?[\p{L}\d'#-]+){0,3}?`;
/** Given to the carrier, that is, not to the shopper. */
const TO_CARRIER =
  " (?:a|al|au|alla|ao|dem|an den|an die|to|to the|all'|al) ?(?:our |la |the )?(?:transport|carrier|courier|correo|paquet|corriere|vettore|versand|spedit|post)";
/** With a verb before, since the word alone may be said of anything. */
const after = (participles: string) =>
  new RegExp(`${be} ?\\b(?:${participles})(?!\\p{L})(?!${TO_CARRIER})`, "gu");
/** However it is said. */
const plainly = (participles: string) => new RegExp(`\\b(?:${participles})(?!\\p{L})(?!${TO_CARRIER})`, "gu");
const set = (line: string) => new Set(line.split(" ") as OrderState[]);

/** Over folded text. Each claims something in the present or the past; "will be delivered" is a matter of dates. */
export const STATE_CLAIMS: StateClaim[] = [
  {
    words: plainly(
      "delivered|se entrego|zugestellt|geliefert|ausgeliefert|entregad[oa]s?|entregues?|consegnat[oaie]|recapitat[oaie]",
    ),
    states: set("delivered picked_up"),
    also: "delivered-parcel",
  },
  {
    words: after("arrived|angekommen|eingetroffen|livree?s?|llegado|chegado|arrivat[oaie]"),
    states: set("delivered picked_up"),
    also: "delivered-parcel",
  },
  {
    words:
      /\b(?:llego|chegou|e arrivat[oaie]|(?:est|sont) (?:bien )?arrivee?s?|reached (?:you|its destination)|received (?:your|the) (?:order|parcel|package))\b/gu,
    states: set("delivered picked_up"),
    also: "delivered-parcel",
  },
  {
    words:
      /\b(?:out for delivery|with the driver|in zustellung|en reparto|en cours de livraison|saiu para entrega|in consegna)\b/gu,
    states: set("out_for_delivery"),
  },
  {
    words:
      /\b(?:in transit|on (?:its|their|the) way|en route|underway|under way|unterwegs|en camino|en transito|en transit|em transito|a caminho|in viaggio|in transito)\b/gu,
    states: set(
      "in_transit out_for_delivery carrier_picked_up delayed attempted_delivery partially_fulfilled fulfilled confirmed",
    ),
  },
  {
    words: after(
      "sent|left(?: our| the)? warehouse|despachad[oa]s?|envoyee?s?|expediee?s?|parti(?:e|s|es|t[oaie])?|inviat[oaie]|abgeschickt|rausgegangen|enviad[oa]s?",
    ),
    states: set(SENT),
    also: "any-parcel",
  },
  {
    words: plainly("shipped|dispatched|verschickt|versendet|versandt|spedit[oaie]"),
    states: set(SENT),
    also: "any-parcel",
  },
  {
    words:
      /\b(?:(?:lager|haus|werk) verlassen|salio|ha salido|saiu|left (?:our|the) (?:warehouse|facility|building))\b/gu,
    states: set(SENT),
    also: "any-parcel",
  },
  {
    words: plainly("cancell?ed|called off|storniert|cancelad[oa]s?|annullat[oaie]|anulad[oa]s?"),
    states: set("cancelled"),
  },
  {
    words: plainly(
      "refunded|reimbursed|erstattet|zuruckerstattet|reembolsad[oa]s?|rimborsat[oaie]|estornad[oa]s?",
    ),
    states: set("refunded"),
    also: "refunded-amount",
  },
  {
    words: after(
      "returned|sent back|zuruckgeschickt|zuruckgesendet|retourniert|devuelt[oa]s?|retournee?s?|renvoyee?s?|devolvid[oa]s?|restituit[oaie]",
    ),
    states: set("returned return_in_progress"),
  },
  { words: after("annulee?s?"), states: set("cancelled") },
  { words: after("remboursee?s?"), states: set("refunded"), also: "refunded-amount" },
  {
    words:
      /\b(?:delayed|running late|behind schedule|verspatet|verzogert|retrasad[oa]s?|en retard|retardee?s?|atrasad[oa]s?|in ritardo)\b/gu,
    states: set("delayed"),
    also: "overdue",
  },
  {
    words:
      /\b(?:(?:still|currently|being|now) (?:being )?(?:processed|prepared|packed)|(?:is |still )processing|in bearbeitung|in vorbereitung|en preparacion|en proceso|en (?:cours de )?(?:preparation|traitement)|em preparacao|em processamento|in preparazione|in lavorazione)\b/gu,
    states: set(
      "unfulfilled on_hold scheduled partially_fulfilled confirmed label_printed label_purchased submitted",
    ),
  },
  {
    words:
      /\b(?:on hold|zuruckgehalten|angehalten|retenid[oa]|en espera|en attente|em espera|retid[oa]|in sospeso)\b/gu,
    states: set("on_hold payment_pending"),
  },
  {
    words:
      /\b(?:(?:awaiting|waiting for|pending) payment|payment (?:is |has )?(?:pending|failed|declined|not (?:been )?received)|unpaid|zahlung steht (?:noch )?aus|unbezahlt|pago pendiente|pendiente de pago|paiement en attente|impaye|pagamento pendente|in attesa di pagamento)\b/gu,
    states: set("payment_pending"),
  },
  {
    words:
      /\b(?:on (?:schedule|time|track)|as (?:planned|scheduled)|plangemass|planmassig|im zeitplan|punktlich|segun lo previsto|a tiempo|comme prevu|dans les temps|a l'heure|conforme (?:o )?previsto|no prazo|dentro do prazo|come previsto|in orario|puntual\w*)\b/gu,
    states: set(
      "in_transit out_for_delivery carrier_picked_up delivered picked_up confirmed label_printed label_purchased fulfilled ready_for_pickup partially_fulfilled",
    ),
  },
  {
    words:
      /\b(?:payment (?:has |was |is )?(?:gone|went|cleared|come|came|been (?:received|confirmed|accepted)|received|confirmed|complete\w*|successful\w*)(?: through)?|(?:fully |already )?paid (?:in full|for)|(?:has been|is|was) (?:fully |already )?paid|[:–—-]\s(?:paid|pagad[oa]|bezahlt|paye[es]?|pag[oa]|pagat[oa])\b|(?:zahlung|bezahlung) (?:ist |wurde )?(?:eingegangen|erfolgreich|bestatigt)|(?:pago|pagamento|paiement)(?: \S+){0,4} (?:recibido|confirmado|aceptado|recu|confirme|accepte|valide|recebido|aprovado|ricevuto|confermato|andato a buon fine|riuscito|completado|completato))\b/gu,
    states: set(
      `unfulfilled on_hold scheduled cancelled refunded returned return_in_progress return_requested ${SENT}`,
    ),
  },
  {
    words:
      /\b(?:return|ruckgabe|retoure|devolucion|retour|devolucao|reso)(?: \S+){0,4}? (?:is |has been |was |ist |wurde |esta |est |foi |e )(?:now |already |bereits |ya |deja |ja |gia )?(?:complete[d]?|finished|closed|done|processed|abgeschlossen|beendet|completad[oa]|terminad[oa]|finalizad[oa]|termine[e]?|finalise[e]?|concluid[oa]|completat[oa]|conclus[oa])\b/gu,
    states: set("returned refunded"),
  },
  {
    words:
      /\b(?:ready (?:for|to be) (?:pick(?:ed)?[ -]?up|collect\w*)|abholbereit|list[oa] para recoger|pret[e]? a etre retire\w*|pront[oa] para (?:retirada|levantamento)|pront[oa] per il ritiro)\b/gu,
    states: set("ready_for_pickup"),
  },
  {
    words:
      /\b(?:(?:delivery (?:was )?attempt\w*|attempted delivery|tried to deliver|failed delivery|delivery failed|zustellversuch|intento de entrega|tentative de livraison|tentativa de entrega|tentativo di consegna))\b/gu,
    states: set("attempted_delivery failure not_delivered"),
  },
];

/**
 * Where a parcel lies, who took it in, what befell it: no tool tells, so only the shop's own texts or the shopper's can
 * have it.
 */
export const WHEREABOUTS =
  /\b(?:lost(?: in transit)?|went missing|stolen|stuck|damaged|returned to sender|customs|neighbou?rs?|signed (?:for|by)|(?:front|back) door|porch|doorstep|mailbox|letterbox|(?:sorting|distribution|logistics) (?:cent(?:er|re)|facility)|depot|local (?:courier|post office)|hub|verloren|nachbar\w*|zoll|briefkasten|packstation|verteilzentrum|beschadigt|perdid[oa]|extraviad[oa]|vecin[oa]s?|aduana|buzon|danad[oa]|perdue?|voisine?s?|douane|boite aux lettres|endommagee?|vizinh[oa]s?|alfandega|caixa de correio|danificad[oa]|smarrit[oa]|vicin[oa] di casa|dogana|cassetta|danneggiat[oa])\b/gu;

export type DateRole = "placed" | "shipped" | "expected" | "delivered" | "cancelled";

/** Which of an order's dates is spoken of; a later entry wins where both begin at the same place. */
export const DATE_ROLES: [DateRole, RegExp][] = [
  [
    "expected",
    /\b(?:eta\b|expect\w*|estimat\w*|arriv(?:e|es|ing|al)\b|due\b|should|scheduled|deliver(?:y|s|ing)?\b|voraussichtlich\w*|previsao|prevision\w*|estimad\w*|stimat\w*|erwartet\w*|ankommen|ankunft|kommt|zustellung|lieferung|liefertermin|previst\w*|prevu\w*|prevue|llega|llegara|llegar|entrega|arrivera|arrive|livraison|chega|chegara|chegar|arrivera|arriver\w*|arrivare|arriva|dovrebbe|deberia|devrait|deve|sollte|soll\b|consegna|attes[oaie]|esperad[oa]|attendue?s?\b)/gu,
  ],
  [
    "delivered",
    /\b(?:delivered|arrived|received|got|reached|recibi\w*|recu|erhalten|bekommen|ricevut\w*|recebe\w*|recebid\w*|zugestellt|geliefert|angekommen|entregad[oa]s?|llego|livree?s?|entregues?|chegou|consegnat[oaie]|arrivat[oaie])\b/gu,
  ],
  [
    "placed",
    /\b(?:placed|ordered|bought|purchased|order date|bestellt|aufgegeben|bestelldatum|realizad[oa]s?|realizo|realizou|hiciste|hizo|comprad[oa]|passee?s?|commandee?s?|feit[oa]s?|fez|comprou|effettuat[oaie]|ordinat[oaie])\b/gu,
  ],
  [
    "shipped",
    /\b(?:shipped|sent|dispatched|left|picked (?:\w+ )?up|collected|handed|posted|confiee?s?|remise?s?|partie?s?|ubergeben|abgeholt|ubernommen|recogi\w*|recogid[oa]|affidat[oaie]|ritirat[oaie]|recolhid[oa]|verschickt|versendet|versandt|enviad[oa]s?|salio|despachad[oa]s?|expediee?s?|envoyee?s?|spedit[oaie]|partit[oaie])\b/gu,
  ],
  ["cancelled", /\b(?:cancell?ed|storniert|cancelad[oa]s?|annulee?s?|annullat[oaie])\b/gu],
];

/** Before "delivered": then it has not been yet. */
export const FUTURE =
  /\b(?:will|'ll|should|shall|to|going to|can|cannot|can't|could|may|might|must|would|need(?:s)? to|expected|scheduled|due|when|wird|werden|soll|sollte|kann|konnen|konnte|muss|mussen|darf|sera|seran|seront|sara|saranno|va|vai|van|vont|vao|doit|doivent|devrait|peut|peuvent|pourra|debe|deben|deberia|puede|pueden|podria|podra|ser|pode|podem|podera|deve|devem|devera|devono|puo|possono|potra|dovrebbe|essere|etre)(?: (?!(?:and|und|but|was|were|has|wurden?|fue|foi)\b)\w+){0,3}\s*$/;
