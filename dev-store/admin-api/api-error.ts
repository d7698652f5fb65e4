import { GraphQLError } from "graphql";

/** An error as Shopify codes it; thrown by a view, it leaves the rest of the answer whole. */
export function apiError(
  message: string,
  code: string,
  extensions: Record<string, unknown> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...extensions } });
}
