import { type RelatedProductsData, relatedProductsDataSchema } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { findProducts } from "./find-products";
import { reply, suggest, tellRefusal } from "./reply";
import { mentionAll } from "./search-replies";
import { lookAtProduct } from "./which-product";

/** Products that the catalogue connects with one, or with what is in her cart, told as no more than that. */
export function findRelatedProducts(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const call = relatedCall(dialogue);
  if (!call) return reply([phrases.say("product.which")]);
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, relatedProductsDataSchema);
    if (reading.status === "ok")
      return reply(
        [tellRelated(reading.data, phrases)],
        suggest(dialogue, phrases, "suggest.details", "suggest.cart"),
      );
    if (reading.status !== "not-found") return reply([tellRefusal(dialogue, phrases, reading)]);
    // "Accessories for hiking" names no product.
    return asksOfCart(call) ? reply([phrases.say("cart.own")]) : findProducts(dialogue);
  });
}

const asksOfCart = ({ arguments: given }: PlannedCall) => Object.keys(given).length === 0;

/** Her cart where she speaks of it, or of nothing else that she has before her. */
function relatedCall(dialogue: Dialogue): PlannedCall | null {
  const { ask, facts, earlier } = dialogue;
  const ofCart: PlannedCall = { name: "related_products", arguments: {} };
  if (ask.concepts.has("cart") || ask.concepts.has("incart")) return ofCart;
  const isPointed = ask.thingWords.length > 0 || findFocusProduct(earlier) || facts.page?.productHandle;
  if (!isPointed && ask.slots.ordinal === null && facts.cart) return ofCart;
  const look = lookAtProduct(dialogue);
  if (!look) return null;
  const { handle, title } = look.arguments;
  return { name: "related_products", arguments: handle ? { handle } : { title } };
}

function tellRelated({ basis, products }: RelatedProductsData, phrases: Phrases): string {
  if (basis.length === 0) return phrases.say("cart.empty");
  const names = phrases.all(basis.slice(0, 3).map(({ title }) => plainName(title)));
  if (products.length === 0) return phrases.say("related.none", { basis: names });
  const shared = [...new Set(products.slice(0, 3).flatMap((product) => product.shared))].slice(0, 3);
  return phrases.say("related.found", {
    basis: names,
    shared: phrases.all(shared.map((word) => `“${plainName(word)}”`)),
    products: mentionAll(products, phrases),
  });
}
