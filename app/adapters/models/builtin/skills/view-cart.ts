import { type CartFacts, cartFactsSchema } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { reply, suggest, tellRefusal } from "./reply";

/** Lines of a cart that are told; the card shows them all. */
const MOST = 5;

/** What is in her cart, at the store's own prices; that it cannot be seen, where the page does not tell. */
export function viewCart(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [{ name: "view_cart", arguments: {} }], ([result]) => {
    const reading = readAs(result, cartFactsSchema);
    if (reading.status === "not-found") return reply([phrases.say("cart.own")]);
    if (reading.status !== "ok") return reply([tellRefusal(dialogue, phrases, reading)]);
    return reply(
      [tellCart(reading.data, phrases)],
      suggest(dialogue, phrases, "suggest.goes-with", "suggest.shipping"),
    );
  });
}

function tellCart(cart: CartFacts, phrases: Phrases): string {
  const { items, unknownItems, total, currency } = cart;
  if (items.length === 0) return phrases.say(unknownItems > 0 ? "cart.unseen" : "cart.empty");
  const lines = items.slice(0, MOST).map((item) => lineOf(item, phrases));
  const told = phrases.all(lines);
  if (unknownItems > 0 || items.length > MOST) return phrases.say("cart.contents-part", { items: told });
  return phrases.say("cart.contents", { items: told, total: phrases.money(total, currency) });
}

function lineOf(item: CartFacts["items"][number], phrases: Phrases): string {
  const { title, variantTitle, quantity, total, currency, soldOut } = item;
  const name = variantTitle === null ? plainName(title) : `${plainName(title)} (${plainName(variantTitle)})`;
  const priced = phrases.say("product.priced", {
    title: quantity > 1 ? `${quantity} × ${name}` : name,
    price: phrases.money(total, currency),
  });
  return soldOut ? `${priced} (${phrases.say("product.sold-out-tag")})` : priced;
}
