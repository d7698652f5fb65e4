import type { Sentence } from "./claim";
import type { KnownOrder } from "./known-orders";
import type { StateClaim } from "./order-words";

const ALL =
  /\b(?:both|all|every\w*|alle[sr]?|beide[ns]?|samtliche|ambos|ambas|tod[oa]s?|toutes?|tous|tout|les (?:deux|trois|quatre|\d{1,2}(?= \p{L}))|tud[oi]|tutt[eioa]|entramb[ei])\b/u;
/** "All the best", "after all", "tout de suite", "not all": nothing is counted. */
const NOT_COUNTED =
  /\b(?:at all|after all|all the best|all right|tout (?:de suite|a fait)|not all|nicht alle[sr]?|no tod[oa]s|pas tou\w+|nem tod[oa]s|non tutt\w+)\b/g;

export const isOfAll = ({ folded }: Sentence): boolean => ALL.test(folded.replace(NOT_COUNTED, " "));

/** "All three items": of as many as an order has, not of items in general. */
export const isOfEach = ({ folded }: Sentence): boolean => EACH.test(folded);
const EACH =
  /\b(?:both|beide[ns]?|ambos|ambas|entramb[ei]|les deux|(?:all|alle|les|todos los|todas las|tutt[ei] e|tutt[ei] [ig]l?i?|os|as) \d{1,2}) /;

/** "Everything has been delivered", of one order: of each thing in it. Null where nothing says where its things are. */
export function allHold({ states, also }: StateClaim, { items }: KnownOrder): boolean | null {
  const all = items.flatMap((item) => item.states);
  if (!all.includes("unfulfilled") && new Set(all).size < 2) return null;
  return all.every((state) => states.has(state) || (also === "any-parcel" && state !== "unfulfilled"));
}
