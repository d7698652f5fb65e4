import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { AdminSchema } from "./admin-schema";
import { apiError } from "./api-error";
import type { ViewContext } from "./views/view-context";

export interface FieldRules {
  schema: AdminSchema;
  scopes: readonly string[];
  protectedDataApproved: boolean;
  /** Told of every field that was asked for and that this store does not know. */
  onMissing: (field: string) => void;
  /** Every connection is read to its end, whatever page was asked for. */
  readsWhole?: boolean;
}

const PROTECTED_DATA_DOCS = "https://shopify.dev/docs/apps/launch/protected-customer-data";

/** Reads a field of a view after asking whether this app may see it; Shopify denies field by field. */
export function createFieldResolver(rules: FieldRules): GraphQLFieldResolver<unknown, ViewContext> {
  const allowed = new Map<GraphQLObjectType, Set<string>>();
  return (source, args, context, info) => {
    const { parentType, fieldName, returnType } = info;
    const known = allowed.get(parentType) ?? new Set();
    if (!known.has(fieldName)) {
      requireAccess(`${parentType.name}.${fieldName}`, fieldName, returnType, rules);
      allowed.set(parentType, known.add(fieldName));
    }
    const value = (source as Record<string, unknown>)[info.fieldName];
    if (value === undefined) return resolveMissing(`${parentType.name}.${fieldName}`, returnType, rules);
    if (typeof value !== "function") return value;
    const isWhole = rules.readsWhole && getNamedType(returnType).name.endsWith("Connection");
    return value(isWhole ? { ...args, whole: true } : args, context, info);
  };
}

function resolveMissing(name: string, type: GraphQLOutputType, { onMissing }: FieldRules): null {
  onMissing(name);
  if (!isNonNullType(type)) return null;
  throw apiError(`Internal error: the simulated store does not know ${name}.`, "INTERNAL_SERVER_ERROR");
}

function requireAccess(name: string, fieldName: string, type: GraphQLOutputType, rules: FieldRules): void {
  const { access, protectedFields } = rules.schema;
  for (const rule of [access[name], access[recordType(type)]]) {
    if (!rule || rule.scopes.some((scope) => rules.scopes.includes(scope))) continue;
    throw apiError(
      `Access denied for ${fieldName} field. Required access: ${rule.sentence}`,
      "ACCESS_DENIED",
      {
        documentation: "https://shopify.dev/api/usage/access-scopes",
        requiredAccess: rule.sentence,
      },
    );
  }
  if (protectedFields.has(name) && !rules.protectedDataApproved) {
    throw apiError(
      `This app is not approved to use the ${fieldName} field. See ${PROTECTED_DATA_DOCS} for more details.`,
      "ACCESS_DENIED",
    );
  }
}

/** The type whose scopes a field needs: of a connection, that of its nodes. */
function recordType(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named) || !isObjectType(named)) return named.name;
  if (!named.name.endsWith("Connection")) return named.name;
  const nodes = named.getFields().nodes;
  return nodes ? getNamedType(nodes.type).name : named.name;
}
