import type { ViewContext } from "./views/view-context";

/** Shopify ignores fields that it does not know, and says so in `extensions.search`. */
export function warnOfUnknownFields(
  context: ViewContext,
  path: string[],
  query: string,
  fields: string[],
): void {
  if (fields.length === 0) return;
  context.searchWarnings.push({
    path,
    query,
    warnings: fields.map((field) => ({
      field,
      message: "Invalid search field for this query.",
      code: "invalid_field",
    })),
  });
}
