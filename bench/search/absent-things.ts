import { type IndexedShop, plainQuery } from "./index-shop";

/** What nobody buys from a dealer in electronics. */
export const ABSENT = [
  "lawnmower",
  "wedding dress",
  "cat food",
  "toothpaste",
  "garden hose",
  "sofa",
  "running shoes",
  "winter jacket",
  "guitar strings",
  "bicycle",
  "yoga mat",
  "shampoo",
  "engagement ring",
  "baby stroller",
  "fishing rod",
  "chocolate bar",
  "dog leash",
  "camping tent",
  "bag of cement",
  "tulip bulbs",
];

/** Those for which products are presented as matches, with the first of them. */
export async function countPresented({ shop, index }: IndexedShop): Promise<string[]> {
  const lines: string[] = [];
  for (const thing of ABSENT) {
    const found = await index.findProducts(shop, plainQuery(thing), new AbortController().signal);
    const [first] = found?.matches ?? [];
    if (first) lines.push(`${thing}: ${first.product.title}`);
  }
  return lines;
}
