import type { Sentence } from "./claim";
import { itemsNamed } from "./item-names";
import type { KnownOrder, KnownParcel } from "./known-orders";
import { PART } from "./phrases";
import { bare } from "./text-facts";

const PARCEL_NUMBER =
  /\b(?:parcel|package|shipment|paket|sendung|paquete|envio|colis|pacote|encomenda|pacco|spedizione)\s(?:no\.? |nr\.? |n\.? ?)?(\d{1,2})\b/gu;
/** What is said of one parcel ends where the next is spoken of, or another thing begins. */
const NEXT =
  /[;\n]|\.\s|\b(?:while|whereas|but|wahrend|aber|mientras|pero|tandis|mais|enquanto|mas|mentre|ma)\b/g;

/**
 * The parcels of an order that something at a place of a sentence is said of: the one that is named by its number or by
 * what it is tracked with, else those that hold the items that are named, else any where the sentence is about a part.
 * Null where it is about the order.
 */
export function parcelsSpokenOf(sentence: Sentence, order: KnownOrder, at: number): KnownParcel[] | null {
  const { parcels } = order;
  if (parcels.length === 0) return null;
  const part = partAround(sentence.folded, at);
  const number = [...part.matchAll(PARCEL_NUMBER)].at(-1)?.[1];
  const numbered = number === undefined ? undefined : parcels[Number(number) - 1];
  if (numbered) return [numbered];
  const plain = bare(part);
  const tracked = parcels.filter((parcel) => parcel.number !== null && plain.includes(bare(parcel.number)));
  if (tracked.length > 0 && parcels.length > 1) return tracked;
  const named = itemsNamed(part, order, sentence.facts.things).map(({ title }) => title);
  const holding = parcels.filter(({ titles }) => titles.some((title) => named.includes(title)));
  if (holding.length > 0) return parcels.length > 1 ? holding : null;
  return PART.test(sentence.folded) && named.length === 0 ? parcels : null;
}

function partAround(folded: string, at: number): string {
  const breaks = [...folded.matchAll(NEXT)].map(({ index }) => index);
  return folded.slice(
    breaks.filter((place) => place < at).at(-1) ?? 0,
    breaks.find((place) => place >= at) ?? folded.length,
  );
}
