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
    /\b(?:ich habe|habe ich)\b[^.!?;:]{0,90}?\b((?:\p{L}{0,6}ge\p{L}+(?:t|en)|\p{L}+iert|(?:ver|be|er|ent|zer|uber|hinter)\p{L}+(?:t|en)))\b(?! (?:haben|werden|konnen))/gu,
    /\b(?:wir haben|haben wir) (?:ihnen|dir|es|sie|ihre?\w*|deine?\w*|fur sie|fur dich)\b[^.!?;:]{0,80}?\b((?:\p{L}{0,6}ge\p{L}+(?:t|en)|\p{L}+iert|(?:ver|be|er|ent|zer|uber|hinter)\p{L}+t))\b/gu,
  ],
  es: [
    /\b(?:he|hemos|acabo de|acabamos de)(?: (?:ya|tambien|recien))? (\p{L}+(?:ado|ido|to|cho|ar|er|ir))\b/gu,
  ],
  fr: [
    /\b(?:j'ai|j’ai|nous avons|je viens de|je viens d')(?: (?:bien|deja|aussi|egalement|vous|te|l'|le|la))* ?(\p{L}+(?:é|ée|és|ées|er|ir)|mis|fait|transmis|remis|émis|offert|réduit|rendu|inscrit)(?![\p{L}])/giu,
  ],
  pt: [
    /\b((?!lei\b|rei\b|sei\b|hei\b)\p{L}{2,}ei)\b|\b(?:acabo de|acabei de|tenho|temos) (\p{L}+(?:ado|ido|ar|er|ir))\b|\b(fiz|abri|inclui|estendi|resolvi)\b/gu,
  ],
  it: [
    /\b(?:ho|abbiamo|ho appena|abbiamo gia)(?: (?:appena|gia|anche))? (\p{L}+(?:at[oaie]|ut[oaie]|it[oaie]|ess[oaie]|st[oaie]|tt[oaie]))\b/gu,
  ],
};

/** Verbs of looking up and telling. */
export const HARMLESS =
  /^(?:found|looked|checked|searched|seen|listed|included|picked|selected|gathered|shown|showed|understood|noticed|compared|narrowed|reviewed|read|got|gotten|covered|mentioned|linked|described|summari[sz]ed|tried|wanted|hoped|thought|said|told|explained|noted|pulled|loaded|based|located|heard|learned|collected|chosen|highlighted|filtered|sorted|answered|meant|need(?:ed)?|indeed|apologi[sz]ed|misunderstood|missed|received|recommend(?:ed)?|suggest(?:ed)?|excited|delighted|pleased|interested|worked|speed|red|used|put|added(?= (?:links|details))|ge(?:funden|sehen|sucht|schaut|pruft|lesen)|\p{L}*(?:gefunden|gesehen|gesucht|geschaut|gelistet|gestellt)|uberpruft|verstanden|verglichen|bekommen|erhalten|entdeckt|beschrieben|erklart|gepruft|encontrado|buscado|mirado|revisado|consultado|comprobado|visto|entendido|seleccionado|comparado|verificado|podido|sido|tenido|recibido|hallado|reunido|elegido|mostrado|revisar|comprobar|consultar|mirar|verificar|encontrar|trouve|cherche|regarde|verifie|consulte|compris|selectionne|compare|note|repere|choisi|rassemble|liste|verifier|consulter|regarder|encontrei|verifiquei|procurei|achei|consultei|busquei|selecionei|comparei|notei|pesquisei|separei|listei|olhei|chequei|verificado|encontrado|verificar|consultar|trovato|cercato|controllato|verificato|guardato|visto|capito|selezionato|confrontato|letto|notato|elencato|raccolto|avuto|potuto|stato|scelto)$/u;

/** Calling a person: true where that was done. */
export const HANDING_OVER =
  /^(?:passed|forwarded|handed|notified|informed|alerted|contacted|escalated|transferred|connected|shared|submitted|opened|logged|flagged|raised|reached|asked|requested|let|sent|created|(?:weiter)\p{L}+|informiert|benachrichtigt|eskaliert|ubergeben|verstandigt|gemeldet|pasado|reenviado|avisado|informado|notificado|trasladado|transferido|escalado|contactado|transmis|informe|prevenu|transfere|contacte|alerte|signale|encaminhei|avisei|informei|repassei|notifiquei|transferi|contatei|escalei|inoltrato|passato|avvisato|informato|trasferito|contattato|segnalato|abri)$/u;

/** In the passive: what only a person can have done. */
export const DONE_TO_IT =
  /\b(?:(?:refund|cancellation|exchange|return|replacement|address|discount|coupon|credit|change|request|label|code|voucher|reservation|compensation|upgrade)s?(?: \w+){0,3} (?:has been|have been|was|were|is now|are now)|(?:order|item|cart|subscription|account|delivery)(?: \S+){0,2} (?:has been|was|is now)) (?:now |successfully |already |just )*(?:issued|processed|approved|confirmed|completed|applied|updated|changed|modified|amended|submitted|accepted|added|removed|scheduled|booked|initiated|extended|waived|upgraded|reserved|credited|granted|activated|arranged|created|expedited|redirected|rescheduled)\b|\b(?:\p{L}*erstattung|stornierung|\p{L}*adresse|rabatt|gutschein|anderung|umtausch|retoure|gutschrift|bestellung)(?: \S+){0,2} (?:wurde|ist)(?: \S+){0,3} (?:veranlasst|bearbeitet|durchgefuhrt|geandert|angewendet|genehmigt|aktualisiert|eingelost|ausgelost|hinterlegt|erstellt|abgeschlossen|beantragt|gutgeschrieben|reserviert)\b|\b(?:reembolso|cancelacion|cancelamento|devolucion|devolucao|direccion|endereco|descuento|desconto|cambio|troca|cupon|cupom|estorno)(?: \S+){0,3} (?:ha sido|se ha|fue|foi|ja foi) (?:procesad|processad|aplicad|cambiad|alterad|actualizad|atualizad|emitid|aprobad|aprovad|tramitad|realizad|efetuad|solicitad|completad|concluid)[oa]\b|\bse ha (?:procesado|aplicado|cambiado|actualizado|emitido|aprobado|tramitado|anadido)\b|\b(?:remboursement|annulation|echange|retour|adresse|remise|bon|changement)(?: \S+){0,3} (?:a (?:bien )?ete|est) (?:effectue|traite|approuve|emis|applique|modifie|change|mis a jour|valide|enregistre|confirme)e?s?\b|\b(?:rimborso|annullamento|cambio|reso|indirizzo|sconto|buono|modifica)(?: \S+){0,3} (?:e stat[oa]|e) (?:elaborat|applicat|emess|approvat|aggiornat|modificat|effettuat|confermat|completat|avviat)[oa]\b/gu;

const PERSONAL_VERB =
  "cancel|refund|reimburse|appl(?:y|ied)|chang|updat|modif|amend|replac|reship|resend|extend|waiv|credit|upgrad|reserv|hold|issu|process|compensat|expedit|arrang|reschedul|redirect|book";
/** "I'll cancel it", "let me refund you": nobody here can. */
export const WILL_DO = new RegExp(
  [
    `\\b(?:i'll|i will|i'm(?: now| currently)?|i am(?: now| currently)?|let me|i'm going to|i am going to|i can|i could)(?: (?:go ahead and|now|just|also|gladly|happily|immediately|right away|quickly|certainly|definitely))* (?:${PERSONAL_VERB})\\p{L}*`,
    `\\bwe(?:'ll| will|'re|'re going to)(?: (?:now|gladly|immediately|certainly|definitely))* (?:cancel|waiv|upgrad|compensat|reship|credit|apply|extend)\\p{L}*`,
    "\\bich (?:werde|kann)\\b[^.!?;]{0,60}\\b(?:stornieren|erstatten|zuruckerstatten|andern|gutschreiben|verlangern|reservieren|austauschen|veranlassen|umbuchen|anwenden)\\b",
    "\\bich (?:storniere|erstatte|andere|veranlasse|reserviere|gewahre|buche)\\b",
    "\\b(?:voy a|vamos a|puedo) (?:cancelar|reembolsar|cambiar|modificar|aplicar|procesar|tramitar|reservar|ampliar)\\w*|\\b(?:cancelare|reembolsare|cambiare|aplicare|procesare|tramitare)\\b",
    "\\b(?:je vais|je peux|nous allons) (?:vous )?(?:annuler|rembourser|modifier|changer|appliquer|traiter|reserver|prolonger)\\b|\\bj'(?:annule|applique|effectue)\\b|\\bje (?:rembourse|modifie|change|traite|reserve)\\b",
    "\\b(?:vou|vamos|posso) (?:cancelar|reembolsar|estornar|alterar|mudar|aplicar|processar|reservar|estender)\\b|\\b(?:cancelarei|reembolsarei|alterarei|aplicarei)\\b",
    "\\b(?:posso|sto per) (?:annullare|rimborsare|modificare|cambiare|applicare|elaborare|prenotare|estendere)\\b|\\b(?:annullero|rimborsero|modifichero|applichero|procedero)\\b|\\b(?:annullo|rimborso io|modifico|applico)\\b",
  ].join("|"),
  "gu",
);

/** What she is told to get, though nobody gives it. */
export const WILL_GET =
  /\byou(?:'ll| will| are going to)(?: (?:soon|shortly|also|now|automatically))* (?:receive|get|be (?:refunded|credited|reimbursed|compensated|given)|have|find)(?: \w+){0,5} (?:refund|credit|voucher|replacement|confirmation|coupon|discount|gift|compensation|reimbursement)\b|\b(?:sie erhalten|du erhaltst|sie bekommen|du bekommst)(?: \w+){0,5} (?:\p{L}*erstattung|gutschrift|gutschein|ersatz|bestatigung|rabatt|geschenk)\b|\b(?:recibira[s]?|recibiras|receberas?|recebera|vous recevrez|tu recevras|ricevera[i]?)(?: \w+){0,5} (?:reembolso|cupon|cupom|descuento|desconto|regalo|presente|confirmacion|confirmacao|remboursement|bon|remise|cadeau|confirmation|rimborso|buono|sconto|omaggio|conferma)\b/gu;

/** "Done!" */
export const DONE =
  /^[\s*_]*(?:done|all done|all set|all sorted|it's done|consider it done|erledigt|alles erledigt|hecho|listo|ya esta|c'est fait|voila, c'est fait|feito|tudo pronto|fatto|tutto fatto)[\s*_]*[.!,:–—-]/gu;
