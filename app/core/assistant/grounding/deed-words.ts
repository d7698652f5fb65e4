import type { CheckedLanguage } from "./sentence-language";

/**
 * What the assistant says that it has done or will do. It can do nothing but look things up and call a person, so what
 * it has done is false unless the verb is one of those: no list of deeds could be long enough.
 */

/** "I have …", with the verb in the first group. Over folded text, but French participles need their accents. */
export const PERFECTS: Record<CheckedLanguage, RegExp[]> = {
  en: [
    /\bi(?:'ve| have| had)(?: (?:now|just|already|also|successfully|gladly|personally|since|manually|gone ahead and|went ahead and))* (\p{L}+ed|sent|made|put|given|set|taken|done|gone|paid|let|sold|held|kept|written|chosen|begun|spoken|got|gotten)\b/gu,
    /\bi(?: (?:now|just|already|also|successfully|gladly|personally|manually|went ahead and))* (\p{L}{2,}ed|sent|made|put|gave|set|took|did|paid|spoke|wrote)\b(?! (?:to help|to assist))/gu,
    /\bwe(?:'ve| have)(?: (?:now|just|already|also|successfully))* (\p{L}+ed|sent|made|put|given|set|taken|paid) (?:it|this|that|you|your|the|a|an|them)\b/gu,
  ],
  de: [
    /(?<!\p{L})(?:[Ii]ch habe|[Hh]abe ich)(?!\p{L})[^.!?;:]{0,90}?(?<![\p{L}])((?:[a-zäöü]{0,6}ge|ver|be|er|ent|zer|über|hinter|wider)[a-zäöüß]+(?:t|en)|[a-zäöüß]+iert)(?=\s*(?:[.,!?;:)]|und(?!\p{L})|oder(?!\p{L})|$))/gu,
    /(?<!\p{L})(?:[Ww]ir haben|[Hh]aben wir) (?:Ihnen|dir|es|sie|Sie|Ihre?\p{L}*|deine?\p{L}*)(?!\p{L})[^.!?;:]{0,80}?(?<![\p{L}])((?:[a-zäöü]{0,6}ge|ver|be|er|ent|zer|über|hinter)[a-zäöüß]+(?:t|en)|[a-zäöüß]+iert)(?=\s*(?:[.,!?;:)]|und(?!\p{L})|$))/gu,
  ],
  es: [
    /\b(?:he|hemos|acabo de|acabamos de)(?: (?:ya|tambien|recien))? (\p{L}+(?:ado|ido|to|cho|ar|er|ir))\b/gu,
  ],
  fr: [
    /(?<!\p{L})(?:j['’]ai(?!\p{L})|je viens d(?:e |['’]))(?: (?:bien|déjà|aussi|également|vous|te|l['’]|le|la|tout))* ?(\p{L}{2,}(?:é|ée|és|ées|er|ir|u|ue|us|i|is|it|rt))(?![\p{L}])/giu,
    /(?<!\p{L})nous avons(?: (?:bien|déjà|aussi|également))* (\p{L}{2,}(?:é|ée|és|ées)|mis|remis|transmis|offert) (?:votre|vos|le|la|les|un|une|l['’])/giu,
  ],
  pt: [
    /\b((?!lei\b|rei\b|sei\b|hei\b)\p{L}{2,}ei)\b/gu,
    /\b(?:acabo de|acabei de|tenho|temos) (\p{L}+(?:ado|ido|ar|er|ir))\b/gu,
    /(?:^[\s*_-]*|\beu |\bja )(\p{L}{3,}i|fiz)\b/gu,
  ],
  it: [
    /\b(?:ho|ho appena)(?: (?:appena|gia|anche|subito))* (\p{L}{3,}(?:t|s)[oaie])\b/gu,
    /\babbiamo(?: (?:appena|gia|anche))* (\p{L}{3,}(?:t|s)[oaie]) (?:il|lo|la|i|gli|le|un|una|l'|tuo|tua)/gu,
  ],
};

/** Verbs of looking up and telling, with what comes right after them. */
export const HARMLESS =
  /^(?:found|looked|checked|searched|seen|listed|included|picked|selected|gathered|shown|showed|understood|noticed|compared|narrowed|reviewed|read|got|gotten|covered|mentioned|linked|described|summari[sz]ed|tried|wanted|hoped|thought|said|told|explained|noted|pulled|loaded|based|located|heard|learned|collected|chose|chosen|highlighted|filtered|sorted|answered|meant|need(?:ed)?|indeed|apologi[sz]ed|misunderstood|missed|received|recommend(?:ed)?|suggest(?:ed)?|excited|delighted|pleased|interested|worked|speed|red|used|helped|enjoyed|scanned|browsed|examined|explored|considered|consulted|retrieved|fetched|identified|spotted|figured|assumed|provided|outlined|grouped|matched|limited|focused|put together|took (?:a|another) (?:\p{L}+ )?look|took (?:the|your) (?:\p{L}+ )?into|had (?:a|another) look|ge(?:funden|sehen|sucht|schaut|pruft|lesen)|\p{L}*(?:gefunden|gesehen|gesucht|geschaut|gelistet|zusammengestellt|ausgesucht)|uberpruft|verstanden|verglichen|bekommen|erhalten|entdeckt|beschrieben|erklart|encontrado|buscado|mirado|revisado|consultado|comprobado|visto|entendido|seleccionado|comparado|verificado|podido|sido|tenido|recibido|hallado|reunido|elegido|mostrado|revisar|comprobar|consultar|mirar|verificar|encontrar|trouve|cherche|regarde|verifie|consulte|compris|selectionne|compare|note|repere|choisi|rassemble|liste|vu|lu|pu|du|su|voulu|recu|eu|aussi|ici|parmi|lui|qui|plus|puis|tous|vous|nous|depuis|ceci|celui|trois|verifier|consulter|regarder|encontrei|verifiquei|procurei|achei|consultei|busquei|selecionei|comparei|notei|pesquisei|separei|listei|olhei|chequei|encontrar|verificar|consultar|entendi|recebi|consegui|descobri|reuni|percebi|aqui|assim|oi|trovato|cercato|controllato|verificato|guardato|capito|selezionato|confrontato|letto|notato|elencato|raccolto|avuto|potuto|stato|scelto|tutt[oaie]|molt[oaie]|quest[oaie]|tant[oaie]|cert[oaie]|appreso|compreso)(?!\p{L})/u;

/** Calling a person: true where that was done. */
export const HANDING_OVER =
  /^(?:passed|forwarded|handed|notified|informed|alerted|contacted|escalated|transferred|connected|shared|submitted|opened|logged|flagged|raised|reached|asked|requested|let|sent|created|(?:weiter)\p{L}+|informiert|benachrichtigt|eskaliert|ubergeben|verstandigt|gemeldet|pasado|reenviado|avisado|informado|notificado|trasladado|transferido|escalado|contactado|transmis|informe|prevenu|transfere|contacte|alerte|signale|encaminhei|passei|avisei|informei|repassei|notifiquei|transferi|contatei|escalei|inoltrato|passato|avvisato|informato|trasferito|contattato|segnalato|abri)$/u;

/** In the passive: what only a person can have done. */
export const DONE_TO_IT =
  /\b(?:they|the team|our team|a colleague|my colleague)(?:'ve| have| has)(?: already| now| just)* (?:agreed|approved|refunded|confirmed|cancelled|canceled|accepted|processed|replied|answered|shipped|sent)\b|\bwe(?:'ve| have)(?: (?:now|just|already|also))* \p{L}+(?:ed|t|en)(?: \S+){1,4} (?:to|from|on|in) your (?:account|order|card|cart|address)\b|\b(?:your )?money (?:is|has been|was)(?: \w+){0,3} (?:back|returned|refunded)\b|\bgeld (?:ist|wurde)(?: \w+){0,4} (?:zuruck|uberwiesen)\w*|\bdinero (?:ya )?(?:esta|ha sido)(?: \w+){0,4} (?:vuelta|devuelto|ingresado)\b|\bdinheiro (?:ja )?(?:esta|foi)(?: \w+){0,4} (?:volta|devolvido)\b|\bdenaro (?:e|e gia)(?: \w+){0,4} (?:tornato|restituito|accreditato)\b|\b(?:(?:refund|cancellation|exchange|return|replacement|address|discount|coupon|credit|change|request|label|code|voucher|reservation|compensation|upgrade)s?(?: \S+){0,4} (?:has been|have been|was|were|is now|are now)|(?:order|item|cart|subscription|account|delivery)(?: \S+){0,2} (?:has been|was|is now)) (?:now |successfully |already |just )*(?:saved|sent|stored|noted|recorded|registered|put through|triggered|paid out|transferred|corrected|issued|processed|approved|confirmed|completed|applied|updated|changed|modified|amended|submitted|accepted|added|removed|scheduled|booked|initiated|extended|waived|upgraded|reserved|credited|granted|activated|arranged|created|expedited|redirected|rescheduled)\b|\b(?:\p{L}*erstattung|stornierung|\p{L}*adresse|rabatt|gutschein|anderung|umtausch|retoure|gutschrift|bestellung)(?: \S+){0,2} (?:wurde|ist)(?: \S+){0,3} (?:veranlasst|bearbeitet|durchgefuhrt|geandert|angewendet|genehmigt|aktualisiert|eingelost|ausgelost|hinterlegt|erstellt|abgeschlossen|beantragt|gutgeschrieben|reserviert)\b|\b(?:reembolso|cancelacion|cancelamento|devolucion|devolucao|direccion|endereco|descuento|desconto|cambio|troca|cupon|cupom|estorno)(?: \S+){0,3} (?:ha sido|se ha|fue|foi|ja foi) (?:procesad|processad|aplicad|cambiad|alterad|actualizad|atualizad|emitid|aprobad|aprovad|tramitad|realizad|efetuad|solicitad|completad|concluid)[oa]\b|\bse ha (?:procesado|aplicado|cambiado|actualizado|emitido|aprobado|tramitado|anadido)\b|\b(?:remboursement|annulation|echange|retour|adresse|remise|bon|changement)(?: \S+){0,3} (?:a (?:bien )?ete|est) (?:effectue|traite|approuve|emis|applique|modifie|change|mis a jour|valide|enregistre|confirme)e?s?\b|\b(?:rimborso|annullamento|cambio|reso|indirizzo|sconto|buono|modifica)(?: \S+){0,3} (?:e stat[oa]|e) (?:elaborat|applicat|emess|approvat|aggiornat|modificat|effettuat|confermat|completat|avviat)[oa]\b/gu;

const PERSONAL_VERB =
  "cancel|refund|reimburse|appl(?:y|ied)|chang|updat|modif|amend|replac|reship|resend|extend|waiv|credit|upgrad|reserv|hold|issu|process|compensat|expedit|arrang|reschedul|redirect|book";
/** "I'll cancel it", "let me refund you": nobody here can. */
export const WILL_DO = new RegExp(
  [
    `\\b(?:i'll|i will|i'm(?: now| currently)?|i am(?: now| currently)?|let me|i'm going to|i am going to|i can|i could)(?: (?:go ahead and|now|just|also|gladly|happily|immediately|right away|quickly|certainly|definitely))* (?:${PERSONAL_VERB})\\p{L}*`,
    `\\bwe(?:'ll| will|'re|'re going to)(?: (?:now|gladly|immediately|certainly|definitely))* (?:cancel|waiv|upgrad|compensat|reship|credit|apply|extend)\\p{L}*`,
    "\\bwe(?:'ll| will|'re going to|'re) (?:(?:now|gladly|immediately|also|just) )*(?:send(?:ing)?|ship(?:ping)?|mail(?:ing)?|issu\\w+|giv\\w+|refund\\w*|cover\\w*|replac\\w+|exchang\\w+|cancel\\w*)(?: \\S+){0,4} (?:replacement|new one|refund|voucher|discount|credit|label|gift|money|costs?|fees?|order|item|cop(?:y|ies))",
    "\\bich (?:werde|kann)\\b[^.!?;]{0,60}\\b(?:stornieren|erstatten|zuruckerstatten|andern|gutschreiben|verlangern|reservieren|austauschen|veranlassen|umbuchen|anwenden)\\b",
    "\\bich (?:storniere|erstatte|andere|veranlasse|reserviere|gewahre|buche)\\b",
    "\\b(?:voy a|vamos a|puedo) (?:cancelar|reembolsar|cambiar|modificar|aplicar|procesar|tramitar|reservar|ampliar)\\w*|\\b(?:cancelare|reembolsare|aplicare|procesare|tramitare)\\b",
    "\\b(?:je vais|je peux|nous allons) (?:vous )?(?:annuler|rembourser|modifier|changer|appliquer|traiter|reserver|prolonger)\\b|\\bj'(?:annule|applique|effectue)\\b|\\bje (?:rembourse|modifie|change|traite|reserve)\\b",
    "\\b(?:vou|vamos|posso) (?:cancelar|reembolsar|estornar|alterar|mudar|aplicar|processar|reservar|estender)\\b|\\b(?:cancelarei|reembolsarei|alterarei|aplicarei)\\b",
    "\\b(?:posso|sto per) (?:annullare|rimborsare|modificare|cambiare|applicare|elaborare|prenotare|estendere)\\b|\\b(?:annullero|rimborsero|modifichero|applichero|procedero)\\b|\\b(?:annullo|rimborso io|modifico|applico)\\b",
  ].join("|"),
  "gu",
);

/** What she is told to get, though nobody gives it. */
export const WILL_GET =
  /\byou(?:'ll| will| are going to)(?: (?:soon|shortly|also|now|automatically))* (?:receive|get|be (?:refunded|credited|reimbursed|compensated|given)|have|find)(?: \w+){0,5} (?:refund|credit|voucher|replacement|(?<!your )confirmation|coupon|discount|gift|compensation|reimbursement)\b|\b(?:sie erhalten|du erhaltst|sie bekommen|du bekommst)(?: \w+){0,5} (?:\p{L}*erstattung|gutschrift|gutschein|ersatz|bestatigung|rabatt|geschenk)\b|\b(?:recibira[s]?|recibiras|receberas?|recebera|vous recevrez|tu recevras|ricevera[i]?)(?: \w+){0,5} (?:reembolso|cupon|cupom|descuento|desconto|regalo|presente|confirmacion|confirmacao|remboursement|bon|remise|cadeau|confirmation|rimborso|buono|sconto|omaggio|conferma)\b/gu;

/** "Done!" */
export const DONE =
  /^[\s*_]*(?:done|all done|all set|all sorted|it's done|consider it done|erledigt|alles erledigt|hecho|listo|ya esta|c'est fait|voila, c'est fait|feito|tudo pronto|fatto|tutto fatto)[\s*_]*[.!,:–—-]/gu;
