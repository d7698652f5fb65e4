import type { OrderState } from "../../store/order-state";

/** What is said of an order, and the states of which it is true. */
export interface StateClaim {
  words: RegExp;
  states: ReadonlySet<OrderState>;
  /** True also of an order that has this in its facts. */
  also?: "delivered-parcel" | "refunded-amount" | "overdue" | "any-parcel";
}

const be = String.raw`(?:\b(?:has|have|had|was|were|is|are|been|being|got|already|just|now|wurden?|ist|sind|ha|han|fue|fueron|esta|estan|sido|a|ont|est|sont|ete|foi|foram|e|sono|stat[oaie])|'s|'ve)\b(?: [\p{L}']+){0,3}`;
/** Given to the carrier, that is, not to the shopper. */
const TO_CARRIER =
  " (?:a|al|au|alla|ao|dem|an den|an die|to|to the|all'|al) ?(?:our |la |the )?(?:transport|carrier|courier|correo|paquet|corriere|vettore|versand|spedit|post)";
const after = (participles: string) =>
  new RegExp(`${be} (?:${participles})(?!\\p{L})(?!${TO_CARRIER})`, "gu");
const set = (line: string) => new Set(line.split(" ") as OrderState[]);

/** Over folded text. Each claims something in the present or the past; "will be delivered" is a matter of dates. */
export const STATE_CLAIMS: StateClaim[] = [
  {
    words: after(
      "delivered|arrived|zugestellt|geliefert|angekommen|entregad[oa]s?|llegado|livree?s?|entregues?|chegado|consegnat[oaie]|arrivat[oaie]",
    ),
    states: set("delivered picked_up"),
    also: "delivered-parcel",
  },
  {
    words: /\b(?:llego|chegou|(?:est|sont) (?:bien )?arrivee?s?)\b/gu,
    states: set("delivered picked_up"),
    also: "delivered-parcel",
  },
  {
    words:
      /\b(?:out for delivery|in zustellung|en reparto|en cours de livraison|saiu para entrega|in consegna)\b/gu,
    states: set("out_for_delivery"),
  },
  {
    words:
      /\b(?:in transit|on (?:its|their|the) way|en route|unterwegs|en camino|en transito|en transit|em transito|a caminho|in viaggio|in transito)\b/gu,
    states: set(
      "in_transit out_for_delivery carrier_picked_up delayed attempted_delivery partially_fulfilled fulfilled confirmed",
    ),
  },
  {
    words: after(
      "shipped|sent|dispatched|left(?: our| the)? warehouse|verschickt|versendet|versandt|enviad[oa]s?|despachad[oa]s?|expediee?s?|envoyee?s?|spedit[oaie]",
    ),
    states: set(
      "partially_fulfilled failure not_delivered submitted confirmed fulfilled carrier_picked_up delayed in_transit attempted_delivery out_for_delivery ready_for_pickup picked_up delivered",
    ),
    also: "any-parcel",
  },
  {
    words: after("cancell?ed|storniert|cancelad[oa]s?|annulee?s?|annullat[oaie]"),
    states: set("cancelled"),
  },
  {
    words: after("refunded|erstattet|zuruckerstattet|reembolsad[oa]s?|remboursee?s?|rimborsat[oaie]"),
    states: set("refunded"),
    also: "refunded-amount",
  },
  {
    words: after(
      "returned|zuruckgeschickt|zuruckgesendet|devuelt[oa]s?|retournee?s?|devolvid[oa]s?|restituit[oaie]",
    ),
    states: set("returned return_in_progress"),
  },
  {
    words: /\b(?:delayed|verspatet|retrasad[oa]s?|en retard|atrasad[oa]s?|in ritardo)\b/gu,
    states: set("delayed"),
    also: "overdue",
  },
  {
    words:
      /\b(?:(?:still|currently|being|now) (?:being )?(?:processed|prepared|packed)|in bearbeitung|in vorbereitung|en preparacion|en cours de preparation|em preparacao|in preparazione)\b/gu,
    states: set(
      "unfulfilled payment_pending on_hold scheduled partially_fulfilled confirmed label_printed label_purchased submitted",
    ),
  },
];

export type DateRole = "placed" | "shipped" | "expected" | "delivered" | "cancelled";

/** Which of an order's dates is spoken of; a later entry wins where both begin at the same place. */
export const DATE_ROLES: [DateRole, RegExp][] = [
  [
    "expected",
    /\b(?:expect\w*|estimat\w*|arriv(?:e|es|ing|al)\b|due\b|should|scheduled|deliver(?:y|s|ing)?\b|voraussichtlich\w*|erwartet\w*|ankommen|ankunft|kommt|zustellung|lieferung|liefertermin|previst\w*|prevu\w*|prevue|llega|llegara|llegar|entrega|arrivera|arrive|livraison|chega|chegara|chegar|arrivera|arriver\w*|consegna|attes[oaie]|esperad[oa])/gu,
  ],
  [
    "delivered",
    /\b(?:delivered|arrived|zugestellt|geliefert|angekommen|entregad[oa]s?|llego|livree?s?|entregues?|chegou|consegnat[oaie]|arrivat[oaie])\b/gu,
  ],
  [
    "placed",
    /\b(?:placed|ordered|bought|purchased|order date|bestellt|aufgegeben|bestelldatum|realizad[oa]s?|hiciste|hizo|comprad[oa]|passee?s?|commandee?s?|feit[oa]s?|fez|comprou|effettuat[oaie]|ordinat[oaie])\b/gu,
  ],
  [
    "shipped",
    /\b(?:shipped|sent|dispatched|left|verschickt|versendet|versandt|enviad[oa]s?|salio|despachad[oa]s?|expediee?s?|envoyee?s?|spedit[oaie]|partit[oaie])\b/gu,
  ],
  ["cancelled", /\b(?:cancell?ed|storniert|cancelad[oa]s?|annulee?s?|annullat[oaie])\b/gu],
];

/** Before "delivered": then it has not been yet. */
export const FUTURE =
  /\b(?:will|should|shall|to|going to|can|may|might|expected|scheduled|wird|werden|soll|sollte|sera|seran|sara|saranno|va|vai|doit|devrait|debe|deberia|deve|dovrebbe)(?: \w+){0,2}\s*$/;
