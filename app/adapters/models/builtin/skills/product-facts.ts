import type { ProductFacts, VariantFacts } from "~/core/tools/results";
import { link, type Phrases, plainName } from "../answering/phrases";

/** "[Trail Runner](…) for $89.00"; of the variant on the card where the words picked it, else the range's start. */
export function productMention(product: ProductFacts, phrases: Phrases, isPicked = false): string {
  const title = link(isPicked ? variantName(product, product.variant) : product.title, product.url);
  const isRange = !isPicked && product.priceFrom !== product.priceTo;
  const price = phrases.money(isRange ? product.priceFrom : product.variant.price, product.currency);
  const mention = phrases.say(isRange ? "product.priced-from" : "product.priced", { title, price });
  const isAvailable = isPicked ? product.variant.available : product.available;
  return isAvailable ? mention : `${mention} (${phrases.say("product.sold-out-tag")})`;
}

/** The product's title with the variant's, such as "T-Shirt (Blue / M)". */
export function variantName(product: ProductFacts, variant: VariantFacts): string {
  const isOnly = variant.title === "" || variant.title === "Default Title";
  return isOnly ? plainName(product.title) : `${plainName(product.title)} (${plainName(variant.title)})`;
}

/** "Size: S, M and L." for every option that leaves a choice. */
export function optionSentences(product: Pick<ProductFacts, "options">, phrases: Phrases): string {
  return product.options
    .filter(({ name, values }) => values.length > 1 && name !== "Title")
    .map(({ name, values }) =>
      phrases.say("product.options", {
        name: plainName(name),
        values: phrases.all(values.slice(0, 12).map(plainName)),
      }),
    )
    .join(" ");
}

export function priceSentence(product: ProductFacts, isPicked: boolean, phrases: Phrases): string {
  const money = (amount: string) => phrases.money(amount, product.currency);
  const title = plainName(product.title);
  if (!isPicked && product.priceFrom !== product.priceTo) {
    return phrases.say("product.costs-range", {
      title,
      from: money(product.priceFrom),
      to: money(product.priceTo),
    });
  }
  const { variant } = product;
  const costs = phrases.say("product.costs", {
    title: isPicked ? variantName(product, variant) : title,
    price: money(variant.price),
  });
  return variant.compareAtPrice === null
    ? costs
    : `${costs} ${phrases.say("product.was", { price: money(variant.compareAtPrice) })}`;
}
