import type { ProductSearch } from "~/core/store/product";

const OPERATORS = new Set(["AND", "OR", "NOT"]);
const MAX_TERMS = 12;

/**
 * Shopify's search syntax for what a shopper may see. Her words become plain terms: everything that the syntax would
 * take for a field, an operator, a wildcard or a group is dropped. https://shopify.dev/docs/api/usage/search-syntax
 */
export function productSearchSyntax(search: ProductSearch, formatAmount: (minor: number) => string): string {
  return [
    ...termSyntax(searchTerms(search.query), search.match ?? "all"),
    "status:active",
    "published_status:published",
    search.minPrice === undefined ? "" : `price:>=${formatAmount(search.minPrice)}`,
    search.maxPrice === undefined ? "" : `price:<=${formatAmount(search.maxPrice)}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function termSyntax(terms: string[], match: "all" | "any"): string[] {
  return match === "any" && terms.length > 1 ? [`(${terms.join(" OR ")})`] : terms;
}

function searchTerms(query: string): string[] {
  const words = query.match(/[\p{L}\p{N}]+(?:[.'’-][\p{L}\p{N}]+)*/gu) ?? [];
  return words.filter((word) => !OPERATORS.has(word)).slice(0, MAX_TERMS);
}

/** An order number as a search term: quoted, without what could end the quotes. */
export function orderNameSyntax(orderNumber: string): string {
  const name = orderNumber.replace(/[^\p{L}\p{N}#._/-]/gu, "").slice(0, 40);
  return `name:"${name}"`;
}
