import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  specifiedRules,
  type ValidationContext,
  type ValidationRule,
  validate,
} from "graphql";
import type { AdminSchema } from "./admin-schema";

/** Codes that Shopify gives to what graphql-js finds; its sentences stay. */
const CODES: Record<string, string> = {
  KnownArgumentNamesRule: "argumentNotAccepted",
  ProvidedRequiredArgumentsRule: "missingRequiredArguments",
  KnownTypeNamesRule: "undefinedType",
  KnownFragmentNamesRule: "undefinedFragment",
  NoUnusedFragmentsRule: "useAndDefineFragment",
  NoUndefinedVariablesRule: "variableNotDefined",
  NoUnusedVariablesRule: "variableNotUsed",
  ScalarLeafsRule: "selectionMismatch",
  ValuesOfCorrectTypeRule: "argumentLiteralsIncompatible",
  VariablesInAllowedPositionRule: "variableMismatch",
};

/** What Shopify would answer instead of running the document; empty when it would run. */
export function validateDocument({ schema }: AdminSchema, document: DocumentNode): GraphQLError[] {
  const undefinedFields = validate(schema, document, [findUndefinedFields]);
  if (undefinedFields.length > 0) return [...undefinedFields];
  return specifiedRules.flatMap((rule) =>
    validate(schema, document, [rule]).map((error) => withCode(error, CODES[rule.name] ?? "invalidQuery")),
  );
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code } });
}

const findUndefinedFields: ValidationRule = (context: ValidationContext): ASTVisitor => ({
  Field(node, _key, _parent, _path, ancestors) {
    const type = context.getParentType();
    if (!type || context.getFieldDef()) return;
    const error = new GraphQLError(`Field '${node.name.value}' doesn't exist on type '${type.name}'`, {
      nodes: node,
      path: pathTo(node, ancestors),
      extensions: { code: "undefinedField", typeName: type.name, fieldName: node.name.value },
    });
    context.reportError(error);
  },
});

/** Shopify's paths of such errors begin with the operation: `["query Orders", "orders", "nodes", "nme"]`. */
function pathTo(field: FieldNode, ancestors: readonly unknown[]): string[] {
  const path: string[] = [];
  for (const ancestor of [...ancestors, field]) {
    const node = ancestor as {
      kind?: string;
      operation?: string;
      name?: { value: string };
      alias?: { value: string };
    };
    if (node.kind === Kind.OPERATION_DEFINITION)
      path.push([node.operation, node.name?.value].filter(Boolean).join(" "));
    if (node.kind === Kind.FRAGMENT_DEFINITION) path.push(`fragment ${node.name?.value}`);
    if (node.kind === Kind.FIELD) path.push(node.alias?.value ?? node.name?.value ?? "");
  }
  return path;
}
