import { searchProductsDataSchema } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct, findListedProducts } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { tellingWords } from "../understanding/pointing";
import { fold } from "../understanding/words";
import { searchCall, tellFound } from "./find-products";
import { findLastWish, readWishArguments, type WishArguments } from "./product-wish";
import { reply, suggest } from "./reply";

/** "Something similar but cheaper": the kind of thing that was spoken of, with what is to be different; never that very one. */
export function findSimilar(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const { ask, earlier } = dialogue;
  const model = findFocusProduct(earlier) ?? findListedProducts(earlier)[0] ?? null;
  const kind = model?.productType || findLastWish(earlier)?.query || model?.title || "";
  const { query: _query, sort: _sort, ...limits } = readWishArguments(dialogue);
  const words = tellingWords(ask).filter((word) => fold(word) !== fold(kind));
  const wish: WishArguments = {
    ...limits,
    ...priceBound(dialogue, model?.variant.price),
    query: [kind, ...words].join(" "),
  };
  const call = searchCall(wish);
  const unseen = { ...call, arguments: { ...call.arguments, hidden: true } };
  return withResults(dialogue, [unseen], ([result]) => {
    const reading = readAs(result, searchProductsDataSchema);
    const products = reading.status === "ok" ? reading.data.products : [];
    const others = products.filter(({ handle }) => handle !== model?.handle);
    if (reading.status !== "ok" || others.length === 0) {
      const isPriced = ask.concepts.has("cheaper") || ask.concepts.has("dearer");
      const key = ask.concepts.has("dearer") ? "product.dearer-none" : "product.cheaper-none";
      return reply(
        [phrases.say(isPriced ? key : "product.no-more")],
        suggest(dialogue, phrases, "suggest.person"),
      );
    }
    const text = tellFound({ ...reading.data, products: others }, phrases);
    const chips = suggest(dialogue, phrases, "suggest.details", "suggest.cart");
    return withResults(dialogue, [call], () => reply([text], chips));
  });
}

function priceBound(
  { ask }: Dialogue,
  price: string | undefined,
): Pick<WishArguments, "minPrice" | "maxPrice"> {
  if (price === undefined || ask.slots.maxPrice !== null) return {};
  if (ask.concepts.has("cheaper")) return { maxPrice: Math.max(0, Number(price) - 0.01) };
  return ask.concepts.has("dearer") ? { minPrice: Number(price) + 0.01 } : {};
}
