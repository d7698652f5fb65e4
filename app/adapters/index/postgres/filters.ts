import type { ProductFilters } from "~/core/knowledge/product-query";
import { fold } from "~/lib/words";
import { betweenBlanks, optionKey } from "./product-keys";

/** The filters as one JSON parameter, so that statements keep their text. Null where nothing is filtered. */
export function encodeFilters(filters: ProductFilters): string | null {
  const { minPrice, maxPrice, availableOnly, vendors, options, measures } = filters;
  const encoded = {
    ...(minPrice === undefined ? {} : { minPrice: Math.ceil(minPrice) }),
    ...(maxPrice === undefined ? {} : { maxPrice: Math.floor(maxPrice) }),
    ...(availableOnly ? { availableOnly } : {}),
    ...(vendors?.length ? { vendors: vendors.map((vendor) => fold(vendor.trim())) } : {}),
    ...(options?.length ? { options: options.map(encodeOption) } : {}),
    ...(measures?.length ? { measures } : {}),
  };
  return Object.keys(encoded).length > 0 ? JSON.stringify(encoded) : null;
}

function encodeOption({ names, values }: { names: string[]; values: string[] }) {
  return {
    names: names.map((name) => fold(name.trim())),
    keys: names.flatMap((name) => values.map((value) => optionKey(name, value))),
    words: values.map(betweenBlanks).filter((words) => words.trim() !== ""),
  };
}

/** A condition on the product `p`, where `f` is what `encodeFilters` gave, as jsonb; true where that is null. */
export const MEETS_FILTERS = `(f IS NULL OR (
  (NOT f ? 'vendors' OR f->'vendors' ? p."vendor")
  AND (NOT f ? 'maxPrice' OR p."minPrice" <= (f->>'maxPrice')::bigint)
  AND (NOT f ? 'minPrice' OR p."maxPrice" >= (f->>'minPrice')::bigint)
  AND (NOT f ? 'availableOnly' OR p."available")
  AND (NOT f ? 'measures' OR NOT EXISTS (
    SELECT FROM jsonb_array_elements(f->'measures') AS wish WHERE NOT EXISTS (
      SELECT FROM unnest(p."measures") AS measure WHERE split_part(measure, ':', 1) = wish->>'unit'
        AND split_part(measure, ':', 2)::float8 BETWEEN (wish->>'min')::float8 AND (wish->>'max')::float8)))
  AND EXISTS (
    SELECT FROM "KnowledgeVariant" v WHERE v."product" = p."number"
      AND (NOT f ? 'maxPrice' OR v."price" <= (f->>'maxPrice')::bigint)
      AND (NOT f ? 'minPrice' OR v."price" >= (f->>'minPrice')::bigint)
      AND (NOT f ? 'availableOnly' OR v."available")
      AND (NOT f ? 'options' OR NOT EXISTS (
        SELECT FROM jsonb_array_elements(f->'options') AS wish WHERE NOT (
          EXISTS (SELECT FROM unnest(v."options") AS own WHERE wish->'keys' ? own)
          OR (NOT EXISTS (SELECT FROM unnest(v."options") AS own WHERE wish->'names' ? split_part(own, '=', 1))
            AND EXISTS (SELECT FROM jsonb_array_elements_text(wish->'words') AS words WHERE strpos(p."named", words) > 0))))))
))`;
