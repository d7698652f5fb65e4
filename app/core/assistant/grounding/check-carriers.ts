import {
  type Claim,
  claimAt,
  FALSE,
  isAsked,
  isNegatedNear,
  ordersAt,
  type Sentence,
  TRUE,
  type Verdict,
} from "./claim";
import { OWN_ORDER, speaksOfOrder } from "./phrases";

/** Who carries parcels: names that are no other word, and such as count only in their capitals. */
const NAMES =
  /\b(?:ups|usps|fedex|fed ex|dhl(?: express| paket)?|dpd|gls|evri|royal mail|parcelforce|yodel|correos|seur|mrw|colissimo|chronopost|la poste|mondial relay|deutsche post|postnl|bpost|poste italiane|bartolini|brt|ctt|canada post|canpar|australia post|purolator|ontrac|lasership|amazon logistics|yamato|kuroneko|sagawa|japan post|aramex|tnt|inpost|postnord|posti|an post|swiss post|singpost|china post|yunexpress|cainiao|landmark global|old dominion|spee-dee|gofo|nacex|jadlog|loggi|sedex|zeleris|asendia|hermes(?= (?:versand|paket|parcel|courier|delivery|tracking))|(?<=(?:with|by|via|mit|per|con|avec|par|com|pela|tramite|through) )hermes|united parcel service|united states postal service)\b/gu;

/** Carriers that a reply names: of the order that is spoken of, else of any text. */
export function checkCarriers(sentence: Sentence): Claim[] {
  return [...sentence.folded.matchAll(NAMES)]
    .filter((match) => !isAsked(sentence, match.index))
    .filter((match) => !isNegatedNear(sentence, match.index, match.index))
    .map((match) => claimAt("carrier", match, judge(match, sentence)));
}

function judge(match: RegExpExecArray, sentence: Sentence): Verdict {
  const { facts, shopper, folded, namedOrders } = sentence;
  const name = match[0];
  const isOfHers = speaksOfOrder(sentence) && (namedOrders.length > 0 || OWN_ORDER.test(folded));
  const own = ordersAt(sentence, match.index).flatMap(({ carriers }) => carriers);
  if (own.some((carrier) => isSame(carrier, name))) return TRUE;
  if (!isOfHers && (facts.folded.includes(name) || shopper.folded.includes(name))) return TRUE;
  const [only, ...others] = new Set(own);
  return isOfHers && only !== undefined && others.length === 0
    ? { is: "replace", by: writtenAs(only) }
    : FALSE;
}

const isSame = (a: string, b: string): boolean =>
  a.includes(b) || b.includes(a) || POSTS.some((names) => names.test(a) && names.test(b));

/** One post under its names in several languages. */
const POSTS = [
  /\b(?:swiss post|la poste(?: suisse)?|(?:die )?schweizer\w* post|die post|posta svizzera|postpac)\b/,
  /\b(?:deutsche post|german post|poste allemande)\b/,
  /\b(?:la poste|colissimo|french post)\b/,
  /\b(?:correios|correos|spanish post|ctt)\b/,
  /\b(?:japan post|yubin)\b/,
];

/** A folded name as carriers write theirs: short ones in capitals. */
function writtenAs(carrier: string): string {
  return carrier.length <= 4
    ? carrier.toUpperCase()
    : carrier.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}
