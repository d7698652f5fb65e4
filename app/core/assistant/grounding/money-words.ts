/** What a sum of money is, by the words beside it: over folded text of any of the languages. */

/** What was asked before a reduction, said before the sum. */
export const FORMER =
  /\b(?:was|were|used to (?:cost|be|sell for)|kostete(?:n)?|costaba|coutait|custava|costava|originally|original price|regular(?:ly)?|usual(?:ly)?|normal(?:ly)?|instead of|reduced from|(?:marked )?down from|from an? original|formerly|previously|rrp|msrp|list price|compare(?:d)? at|statt|vorher|fruher\w*|ursprunglich\w*|uvp|zuvor|reduziert von|antes|en lugar de|en vez de|originalmente|rebajad\w+ de|precio original|au lieu de|auparavant|avant|initial\w*|prix barre|em vez de|de um preco|preco original|anziche|invece d[ei]|prima|originari\w*|ridott\w+ da|prezzo originale|scontat\w+ da)\b[^\d]{0,24}$/;

/** Nearer than that: what is asked today. */
export const NOW =
  /\b(?:now|today|currently|jetzt|nun|heute|aktuell|ahora|hoy|maintenant|aujourd'hui|agora|hoje|ora|adesso|oggi)\b[^\d]{0,24}$/;

/** What a reduction takes off. */
export const SAVING_BEFORE =
  /\b(?:sav(?:e|es|ed|ing|ings)|discount(?:ed)?(?: of| by)?|reduc(?:ed|tion)(?: of| by)|sparen|spart|sparst|ersparnis|rabatt von|nachlass von|gunstiger um|ahorr\w+|descuento de|rebaja de|economis\w+|remise de|reduction de|poupa\w*|economiz\w+|desconto de|risparmi\w*|sconto di)\b[^\d]{0,24}$/;
export const SAVING_AFTER =
  /^\s?(?:\p{L}+\.?\s)?(?:off|less|discount|cheaper|saved|savings|rabatt|nachlass|gunstiger|billiger|weniger|ersparnis|de descuento|menos|mas barat\w+|de remise|de reduction|moins(?: cher\w*)?|d'economie|de desconto|mais barat\w+|a menos|di sconto|in meno|di risparmio|meno)\b/u;
export const COMPARING =
  /\b(?:cheaper|less|more|dearer|difference|than|gunstiger|billiger|teurer|mehr|weniger|unterschied|als|barat\w+|menos|mas|diferencia|que|moins|plus|difference|car[oa]|mais|diferenca|meno|piu|differenza)\b/;

export const TOTAL =
  /=|\s\+\s|\b(?:total\w*|altogether|together|in all|both|sum|combined|each|zusammen|insgesamt|gesamt\w*|summe|beide|junt[oa]s|ensemble|les deux|ambos|ambas|insieme|entramb[ei]|complessiv\w*|two|three|for \d|fur \d|per \d|por \d|pour \d|(?:comes?|adds?|works out|amounts?) (?:up )?(?:to|at)|you're (?:at|looking at)|plus|macht|ergibt|suman?|serian?|(?:los|las|os|as|i|le|les|alle) 2|total de|en tout|ca fait|somma|fa(?:nno)? |dao|fica|\d\s?(?:x|of them|pieces|stuck|unidades|pieces|pezzi))\b/;

/** Sums of an order. */
export const ORDER_SUM =
  /\b(?:paid|order total|order came to|charged|bezahlt|bestellsumme|bestellwert|pagado|pagaste|pago usted|paye|regle|pagou|pagato)\b/g;

/** What the shop's terms set a price for. */
export const FEE =
  /\b(?:shipping|delivery|postage|returns?|labels?|fees?|surcharge|customs|duties|gift[ -]?wrap\w*|express|overnight|threshold|minimum|orders? (?:over|above|from|of)|(?:purchases?|spend|baskets?) (?:over|above|from|of|at least)|\w*versand\w*|\w*liefer\w*|ruckversand\w*|ruckgabe\w*|retour\w*|gebuhr\w*|etikett\w*|mindestbestell\w*|bestellwert|envios?|gastos|devoluci\w+|tarifa\w*|etiqueta\w*|recargo|pedidos? (?:superior\w*|de mas|desde|a partir)|livraison|frais|etiquette|expedition|commandes? (?:superieur\w*|de plus|des|a partir)|frete|entrega|devoluc\w+|taxas?|encomendas? (?:acima|superior\w*|a partir)|pedidos? acima|spedizion\w+|consegna|res[oi]|etichett\w+|ordini (?:superiori|oltre|da|sopra))\b/g;
