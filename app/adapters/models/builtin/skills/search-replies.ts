import type { ProductFacts, SearchProductsData } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { productMention } from "./product-facts";
import { paragraph } from "./reply";

/** What a search came to, in words. Says plainly what was given up, searched for in other words, or not applied. */
export function tellFound(data: SearchProductsData, phrases: Phrases, isPicked = false): string {
  return paragraph(...tellNotes(data, phrases), tellProducts(data, phrases, isPicked));
}

/** What has to be said of the words before any product is. */
export function tellNotes(
  { repaired, foreignPrice, products }: SearchProductsData,
  phrases: Phrases,
): string[] {
  const currency = products[0]?.currency;
  const words = repaired.map(({ to }) => quote(to));
  return [
    ...(words.length > 0 ? [phrases.say("product.repaired", { words: phrases.all(words) })] : []),
    ...(foreignPrice !== null && currency
      ? [phrases.say("product.foreign-price", { currency, words: quote(foreignPrice) })]
      : []),
  ];
}

function tellProducts(data: SearchProductsData, phrases: Phrases, isPicked: boolean): string {
  const products = mentionAll(data.products, phrases);
  if (data.unmet.includes("thing"))
    return phrases.say("product.not-carried", { query: quote(data.query), products });
  if (data.unmet.length > 0)
    return phrases.say("product.near-wishes", { wishes: tellUnmet(data, phrases), products });
  if (data.query.trim() === "") return phrases.say("product.newest", { products });
  if (data.unmatched.length > 0) {
    return phrases.say("product.near", { missing: phrases.all(data.unmatched.map(quote)), products });
  }
  if (!data.exact) return phrases.say("product.near-plain", { products });
  const fitting = data.products.filter((product) => product.missing.length === 0);
  const shown = fitting.length > 0 ? fitting : data.products;
  return phrases.say(shown.length === 1 ? "product.found-one" : "product.found", {
    products: mentionAll(shown, phrases, isPicked && shown.length === 1),
  });
}

/** "“red” and “size M”", "that price range". */
export function tellUnmet({ wishes, unmet }: SearchProductsData, phrases: Phrases): string {
  const told = wishes
    .filter(({ met }) => !met)
    .map(({ kind, words }) => {
      if (kind === "price") return phrases.say("product.wish-price");
      if (kind === "stock") return phrases.say("product.wish-stock");
      return kind === "excluded" ? phrases.say("product.wish-without", { word: quote(words) }) : quote(words);
    });
  const named = told.length > 0 ? told : unmet.includes("price") ? [phrases.say("product.wish-price")] : [];
  return phrases.all([...new Set(named)]);
}

/** Three at most: the cards show the rest. */
export function mentionAll(products: ProductFacts[], phrases: Phrases, isPicked = false): string {
  return phrases.all(
    products
      .slice(0, 3)
      .map((product) => productMention(product, phrases, isPicked || isWantedSoldOut(product))),
  );
}

/** The version that her words come nearest to is sold out while others are not: that very one is named, and said to be. */
function isWantedSoldOut({ available, variant, missing }: ProductFacts): boolean {
  return available && !variant.available && missing.length === 0;
}

function quote(words: string): string {
  return `“${plainName(words)}”`;
}
