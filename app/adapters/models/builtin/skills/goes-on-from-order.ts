import { type Dialogue, findShownOrders } from "../dialogue";

/** "Can I still change the address?" right after one of her orders: nothing else is named, so that one is meant. */
export function goesOnFromOrder({ ask, facts, earlier }: Dialogue): boolean {
  const isOfRules = ["policy", "howlong", "fee", "free", "howmuch"].some((one) =>
    ask.concepts.has(one as "policy"),
  );
  return facts.signedIn && ask.thingWords.length === 0 && !isOfRules && findShownOrders(earlier).length > 0;
}
