import { words } from "~/lib/words";
import { type ConceptEntry, createConceptCounter, readEntries } from "./concept-counter";

/**
 * What shop policies speak about, as whole words or (from four letters on) beginnings of words, folded, in English, Spanish, French, German, Portuguese and
 * Italian; "a_b" is b soon after a. A question and a section that share no word, or no language, still meet in a concept.
 */
const VOCABULARY: Record<string, string> = {
  return:
    "return send_back sent_back sending_back bring_back give_back take_back devol devuel regres retour renvoy renvoi ruckgab rucksend ruckversand zuruckgeb zuruckgib zuruckschick zuruckgeschick zurucksend widerruf widerrufen go_back come_back dont_like dont_want no_longer_want drop_off change_my_mind changed_my_mind zuruckgeb reso resi restitui rinvi rimand rend_indietro send_it_back",
  refund:
    "refund money_back reimburs reembols rembours erstatt zuruckerstatt ruckerstatt geld_zuruck rimbors geld_wieder get_money_back dinero_de_vuelta money_return get_paid_back",
  exchange:
    "exchang swap umtausch tausch echang cambiar cambio troca trocar scambi sostitu replacement wrong_size another_size different_size",
  shipping:
    "ship deliver dispatch postage courier envio envia envian entreg livr expedi versand versend verschick liefer zustell spediz spedi consegn frete remessa send_to envoy",
  cost: "cost price fee fees charge how_much free gratis kostenlos gratuit gratuito gratuita coste cuesta precio cuanto_cuesta prix frais combien kost gebuhr preis wieviel wie_viel custo custa preco taxa quanto_custa quanto_costa costo costa prezzo spese porte",
  duration:
    "how_long day days when time week hour cuanto_tiempo cuanto_tarda cuando dia dias plazo window period deadline until_when zeitraum delai quand combien_de_temps jour wie_lange wann dauer tag tage frist lange prazo quanto_tempo quando demora tempo giorni giorno entro",
  cancel:
    "cancel annul stornier storno abbestell disdi call_off stop_my stop_it stop_the_order no_longer_need dont_need ordered_by_mistake order_by_mistake by_mistake changed_my_mind",
  payment:
    "pay paying payment credit_card debit_card visa mastercard paypal klarna afterpay apple_pay google_pay installment invoice pago pagar tarjeta paiement payer carte_ban zahl bezahl kreditkart rechnung ratenzahl pagamento cartao carta_di pagare bonifico bank_transfer uberweis transferencia virement",
  privacy:
    "privac personal_data personal_info my_data your_data gdpr cookie datos_personales proteccion_de_datos donnees confidentialit datenschutz meine_daten personenbezogen dados dati_personali delete_my_data share_my sell_my personal_detail my_detail my_information information_about about_me everything_about know_about_me stored_about erase third_part who_sees who_else_sees third-party datenlosch meine_angaben",
  contact:
    "contact email e-mail phone telephone call_you reach_you get_in_touch speak talk_to customer_service support contacta telefon appel joindre kontakt anruf erreich ligar contatt chiamar assistenza",
  hours:
    "opening open hours closed closing horario orari orario abren abierto horaires ouvert ouvr offnungszeit geoffnet oeffnungszeit aberto abre aprono aperti orari monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miercoles jueves viernes sabado domingo lundi mardi mercredi jeudi vendredi samedi dimanche lunedi martedi mercoledi giovedi venerdi domenica",
  location:
    "visit physical shop_in store_in brick address_of located location where_are_you where_is_your in_person come_by try_things_on euer_geschaft tienda_fisica magasin boutique ladengeschaft geschaft filiale laden loja_fisica negozio",
  warranty: "warrant guarante garant gewahrleist",
  abroad:
    "international abroad overseas worldwide countr foreign outside_the extranjero internacional paises pais etranger pays international ausland lander exterior estero paesi paese",
  damage:
    "damag defect broken broke faulty fault shatter crack roto rota danad defectuos abime casse defectueu endommag beschadig kaputt defekt danific quebrad estragad dannegg rotto difett zerbroch bruch smash shattered arrived_broken came_broken doesnt_work not_working stopped_working doa wrong_item wrong_thing wrong_product falsch erron",
  gift: "gift_card giftcard gift_voucher voucher tarjeta_regalo tarjeta_de_regalo carte_cadeau gutschein geschenkkarte cartao_presente vale_presente buono_regalo carta_regalo",
  wrapping:
    "wrap gift_wrap giftwrap envolver regalo emball geschenk verpack presente_embrulh embrulh confezione_regalo pacchetto_regalo",
  size: "size sizing measure measurement fit_guide talla medida taille mesure grosse grossen massen tamanho taglia misur",
  care: "wash clean care_for take_care look_after iron tumble maintain lavar lavado cuidad laver entretien lavage wasch reinig pfleg limpar cuidar lavare pulire cura",
  discount:
    "discount coupon promo voucher_code student sale_code reduction first_order first-time first_time student new_customer descuento cupon remise rabais rabatt gutscheincode desconto cupom sconto newsletter",
  sale: "sale reduced clearance on_offer discounted rebaja rebajad oferta solde reduziert angebot ausverkauf promocao saldi scontat",
  tax: "tax taxes duty duties customs vat aduana impuesto arancel douane taxe tva zoll mehrwertsteuer steuer alfandeg imposto dogan dazi imposte iva",
  address:
    "change_address change_the_address shipping_address delivery_address wrong_address new_address wrong_street street new_place moved_to moved_can i_moved strasse calle direccion adresse lieferadresse endereco indirizzo moved_house",
  lost: "lost late delayed delay missing never_arriv not_arriv not_received hasnt_arriv stolen disappear vanish hasnt_moved not_moved stuck never_came never_got still_waiting perdid retras no_ha_llegado perdu retard pas_recu verloren verspat nicht_angekommen extraviad atras nao_cheg smarrit ritard non_arriv",
  tracking: "track tracking rastre seguimiento suivi suivre sendungs verfolg tracciat rastreio",
  about:
    "who_are_you about_you your_story company founded founder began history made_by quienes_sois quienes_son historia qui_etes uber_euch uber_sie wer_seid wer_sind gegrundet quem_sao chi_siete sobre_ustedes sobre_vosotros storia",
  sustainability:
    "sustainab ecolog environment recycl ethic planet carbon sostenib durable nachhaltig umwelt sustentav",
  repair: "repair mend fix_my reparar reparacion repar reparatur reparier consert ripar",
  terms:
    "terms conditions liab law legal contract condiciones terminos conditions_generales agb haftung rechtlich termos condizioni",
  wholesale: "wholesale trade_account bulk_order resell mayorista revendeur grosshandel atacado ingrosso",
  change:
    "change_my_order change_an_order edit_order modify amend change_order cambiar_mi_pedido modificar modifier andern bestellung_ander alterar modific",
  uk: "uk united_kingdom great_britain britain england scotland wales reino_unido royaume_uni vereinigtes_konigreich grossbritannien regno_unito",
  us: "us usa united_states america estados_unidos etats_unis vereinigte_staaten stati_uniti",
  eu: "eu european_union europe germany deutschland allemagne alemania alemanha germania france frankreich francia franca spain espana espagne spanien espanha spagna italy italia italie italien portugal austria osterreich belgium netherlands holland ireland poland polen sweden denmark finland greece czech europa ue union_europea",
  split:
    "several_parcel several_package separate_parcel separate_package split half_of_my part_of_my only_half only_part partial mehrere_paket teillieferung varios_paquet plusieurs_colis piu_pacchi varios_pacotes",
  oversized:
    "oversize bulky heavy_item large_item big_thing big_item surcharge additional_charge extra_charge freight sperrgut aufpreis voluminos encombrant ingombrant suplemento supplement",
  excluded:
    "excluded exclusion exempt exception non-returnable final_sale cant_be_returned cannot_be_returned cant_return cannot_return cannot_come_back cant_come_back not_returnable ausgenommen ausgeschlossen excluid esclus no_se_puede_devolver",
  procedure:
    "how_to how_do_i_send how_can_i_send steps step_by procedure instruction so_geht wie_schick wie_sende pasos etapes passos procedura label lieferschein",
  error:
    "error mistake mispric wrong_price price_was_wrong plainly_wrong typo irrtum fehler equivoc erreur errore",
  organic: "organic bio biolog ecologic_cert oko_zert okolog biologic biologique siegel certified",
  chemicals: "chemical toxic pfas harmful substance schadstoff quimic chimique chimic bpa",
  use: "run_small run_large true_to_size between_two_sizes fit_small fallen_klein",
  pickup:
    "pick_up pickup collect_in click_and_collect recoger retirer abhol retirar ritir missed_delivery not_at_home",
};

/** Shorter names begin too many other words. */
const MIN_COUNTRY = 5;
/** So short that only the whole word counts: "us" is not the beginning of "use". */
const MIN_BEGINNING = 4;

/** What a beginning may be followed by: anything, unless it is short. */
const reachOf = (beginning: string) => (beginning.length < MIN_BEGINNING ? 0 : Infinity);

export const CONCEPT_ENTRIES: readonly ConceptEntry[] = withCountries(readEntries(VOCABULARY, reachOf));

/** The concepts that a text speaks of, with how often each comes up. */
export const countConcepts = createConceptCounter(CONCEPT_ENTRIES);

/** A country that no line names asks for shipping abroad. */
function withCountries(entries: ConceptEntry[]): ConceptEntry[] {
  const known = new Set(entries.filter(({ rest }) => rest.length === 0).map(({ first }) => first));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const language of ["en", "es", "fr", "de", "pt", "it"]) {
    const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of codes) {
      const [name = "", ...more] = words(names.of(code) ?? "");
      if (more.length > 0 || name.length < MIN_COUNTRY || known.has(name)) continue;
      known.add(name);
      entries.push({ concept: "abroad", first: name, rest: [], reach: Infinity });
    }
  }
  return entries;
}
