import {
  addToCartDataSchema,
  productDetailsDataSchema,
  productNotFoundDataSchema,
  type VariantFacts,
} from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { canUse, type Dialogue } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { splitWords } from "../understanding/words";
import { chosenWords, narrow, openOptions } from "./chosen-options";
import { optionSentences, variantName } from "./product-facts";
import { type DetailedProduct, tellProductMissing } from "./product-question";
import { reply, suggest, tellRefusal } from "./reply";
import { chosenOnPage, lookAtProduct } from "./which-product";

/** Prepares the card whose button puts the product in the shopper's own cart; asks which variant where that is open. */
export function addToCart(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  if (!canUse(dialogue, "add_to_cart")) return reply([phrases.say("cart.own")]);
  const look = lookAtProduct(dialogue);
  if (!look)
    return reply([phrases.say(dialogue.ask.concepts.has("mine") ? "cart.own" : "cart.which-product")]);
  return withResults(dialogue, [look], ([looked]) => {
    const reading = readAs(looked, productDetailsDataSchema);
    if (reading.status !== "ok") return reply([tellProductMissing(dialogue, phrases, looked)]);
    const { product } = reading.data;
    const choice = chooseVariant(dialogue, product);
    switch (choice.status) {
      case "chosen":
        return put(dialogue, phrases, product, choice.variant);
      case "sold-out":
        return reply([phrases.say("cart.sold-out", { title: plainName(product.title) })]);
      case "open":
        return reply([askWhich(product, choice.left, phrases)], suggestVariants(choice.left));
    }
  });
}

type Choice =
  | { status: "chosen"; variant: VariantFacts }
  | { status: "sold-out" }
  | { status: "open"; left: VariantFacts[] };

/** The one variant that the words of this message and those before it leave. */
function chooseVariant(dialogue: Dialogue, product: DetailedProduct): Choice {
  const available = product.variants.filter((variant) => variant.available);
  if (available.length === 0) return { status: "sold-out" };
  if (product.variantCount === 1) return { status: "chosen", variant: available[0] ?? product.variant };
  const left = narrow(available, chosenWords(dialogue, product));
  const onPage = chosenOnPage(dialogue, left, product.handle);
  if (onPage) return { status: "chosen", variant: onPage };
  const [only] = left;
  return left.length === 1 && only ? { status: "chosen", variant: only } : { status: "open", left };
}

function put(dialogue: Dialogue, phrases: Phrases, product: DetailedProduct, variant: VariantFacts): Step {
  const quantity = quantityOf(dialogue, product);
  const call = {
    name: "add_to_cart" as const,
    arguments: { variantId: variant.variantId, productId: product.productId, quantity },
  };
  return withResults(dialogue, [call], ([result]) => {
    const reading = readAs(result, addToCartDataSchema);
    const title = variantName(product, variant);
    if (reading.status === "ok") {
      const { quantity: count } = reading.data;
      const said =
        count > 1
          ? phrases.say("cart.confirm-many", { title, count })
          : phrases.say("cart.confirm", { title });
      return reply([said], suggest(dialogue, phrases, "suggest.shipping", "suggest.returns"));
    }
    if (reading.status !== "not-found") return reply([tellRefusal(dialogue, phrases, reading)]);
    const missing = productNotFoundDataSchema.safeParse(reading.data);
    const left = missing.data?.quantity;
    return reply([
      missing.data?.reason === "not-enough-stock" && left !== undefined
        ? phrases.say("cart.not-enough", { title, count: left })
        : phrases.say("cart.sold-out", { title }),
    ]);
  });
}

/** "Walnut / 40" and "in size 40" name a size, not forty of them. */
function quantityOf({ ask, language }: Dialogue, { options }: DetailedProduct): number {
  const { quantity } = ask.slots;
  if (quantity === null) return 1;
  const values = options.flatMap((option) => option.values).flatMap((value) => splitWords(value, language));
  const isSize = values.some(({ folded }) => folded === String(quantity));
  const isSaidTwice = ask.text.split(/\D+/).filter((figure) => figure === String(quantity)).length > 1;
  return isSize && !isSaidTwice ? 1 : quantity;
}

/** Asks for what the words have left open, and for no more. */
function askWhich(product: DetailedProduct, left: VariantFacts[], phrases: Phrases): string {
  const options = openOptions(product, left);
  return phrases.say("cart.which-variant", { options: optionSentences({ options }, phrases) });
}

function suggestVariants(left: VariantFacts[]): string[] {
  return left.slice(0, 4).map(({ title }) => plainName(title));
}
