import { type DocumentNode, type ExecutionResult, execute } from "graphql";
import { createFieldResolver } from "./resolve-field";
import type { View, ViewContext } from "./views/view-context";

export interface DocumentRun {
  document: DocumentNode;
  /** What stands for the schema's Query or Mutation. */
  root: View;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  /** Reads every connection to its end, as bulk operations do. */
  readsWhole?: boolean;
}

/** Runs a valid document with the rights of `context`. */
export async function runDocument(
  { document, root, operationName, variables, readsWhole = false }: DocumentRun,
  context: ViewContext,
): Promise<ExecutionResult> {
  return execute({
    schema: context.schema.schema,
    document,
    rootValue: root,
    contextValue: context,
    variableValues: variables,
    operationName,
    fieldResolver: createFieldResolver({
      schema: context.schema,
      scopes: context.scopes,
      protectedDataApproved: context.store.state.current.protectedDataApproved,
      onMissing: context.onMissing,
      readsWhole,
    }),
    typeResolver: (value) => (value as { __typename?: string }).__typename,
  });
}
