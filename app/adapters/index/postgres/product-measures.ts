import { findMeasures } from "~/core/knowledge/product-words/measures";
import type { Product } from "~/core/store/product";

const MAX_DESCRIPTION = 3_000;
const MAX_MEASURES = 100;

/** The measures that a product's texts name, as "byte:64000000000". */
export function productMeasures({ title, description, options }: Product): string[] {
  const texts = [title, description.slice(0, MAX_DESCRIPTION), ...options.flatMap(({ values }) => values)];
  const found = texts.flatMap(findMeasures).map(({ unit, value }) => `${unit}:${value}`);
  return [...new Set(found)].slice(0, MAX_MEASURES);
}
