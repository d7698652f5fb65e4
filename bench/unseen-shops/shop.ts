import type { Product, Variant } from "../../app/core/store/product";

/** One line of an invented catalogue: `title | type | vendor | price | tags | options | description`. An option's value that is sold out has a "!". */
export function readProducts(lines: string, currency: string): Product[] {
  return lines
    .trim()
    .split("\n")
    .map((line, at) => toProduct(line, `${at + 1}`, currency));
}

function toProduct(line: string, id: string, currency: string): Product {
  const [title = "", productType = "", vendor = "", price = "", tags = "", options = "", description = ""] =
    line.split("|").map((part) => part.trim());
  const [name = "", values = ""] = options.split(":");
  const offered = values === "" ? [""] : values.split(",").map((value) => value.trim());
  return {
    id,
    handle: `p${id}`,
    title: title.replace("!", ""),
    description,
    vendor,
    productType,
    tags: tags.split(",").filter(Boolean),
    url: `https://shop.example/products/p${id}`,
    image: null,
    currency,
    options: values === "" ? [] : [{ name, values: offered.map((value) => value.replace("!", "")) }],
    variants: offered.map(
      (value, at): Variant => ({
        id: `${id}0${at}`,
        title: value.replace("!", "") || "Default Title",
        sku: `U-${id}-${at}`,
        price: Math.round(Number(price) * 100),
        compareAtPrice: null,
        available: !value.endsWith("!") && !title.endsWith("!"),
        quantity: value.endsWith("!") || title.endsWith("!") ? 0 : 7,
        options: value === "" ? {} : { [name]: value.replace("!", "") },
      }),
    ),
  };
}

export interface UnseenShop {
  name: string;
  /** ISO 639-1. */
  language: string;
  currency: string;
  products: Product[];
  /** By the shopper's language: `words -> titles that answer, by a pattern, or nothing where the shop has no such thing`. */
  wishes: { locale: string; words: string; wanted: RegExp | null }[];
}

/** Lines of `language: words -> pattern of "title / version"`; "-> none" where the shop has nothing of the kind, or not so. */
export function readWishes(lines: string): UnseenShop["wishes"] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [, locale = "en", words = "", pattern = ""] = /^(\w\w): (.*) -> (.*)$/.exec(line) ?? [];
      return { locale, words, wanted: pattern === "none" ? null : new RegExp(pattern, "i") };
    });
}
