/** A refusal that comes back with HTTP 200 beside a null, as Shopify refuses input. */
export function userError(field: string[] | null, message: string, code: string | null = null) {
  return { __typename: "UserError", field, message, code };
}
