import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** No query may cost more, whatever is left in the bucket. */
export const MAX_QUERY_COST = 1_000;
const MUTATION_COST = 10;

/**
 * What a query would cost: a scalar 0, an object 1, a mutation 10, an abstract type its dearest selection. A connection
 * grows with the logarithm of its size, calibrated by what developers measured: `product { variants(first: 250) {
 * nodes { inventoryItem { id } } } }` is 25 (community.shopify.dev/t/23101). The API itself is the only exact source.
 */
export function estimateQueryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): number {
  return computeCost(schema, document, operation, variables, UNKNOWN);
}

/** What it did cost: by the sizes that came back, each connection judged by its first node. */
export function measureQueryCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  data: unknown,
): number {
  return computeCost(schema, document, operation, {}, data);
}

/** Stands for data that is not there yet. */
const UNKNOWN = Symbol("unknown");

function computeCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
  data: unknown,
): number {
  const fragments = new Map(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );

  function costOfSelections(
    selectionSet: SelectionSetNode,
    parent: GraphQLNamedType,
    value: unknown,
  ): number {
    let total = 0;
    let dearestCondition = 0;
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.FIELD) {
        total += costOfField(selection, parent, firstValueOf(selection, value));
        continue;
      }
      const definition =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (!definition) continue;
      const type = definition.typeCondition ? schema.getType(definition.typeCondition.name.value) : parent;
      const cost = costOfSelections(definition.selectionSet, type ?? parent, value);
      if (isAbstractType(parent)) dearestCondition = Math.max(dearestCondition, cost);
      else total += cost;
    }
    return total + dearestCondition;
  }

  function costOfField(field: FieldNode, parent: GraphQLNamedType, value: unknown): number {
    if (value === null || value === undefined) return 0;
    if (!isObjectType(parent) && !isInterfaceType(parent)) return 0;
    const definition = parent.getFields()[field.name.value];
    if (!definition || !field.selectionSet) return 0;
    const type = getNamedType(definition.type);
    if (isLeafType(type)) return 0;
    if (type.name === "PageInfo") return 0;
    if (type.name.endsWith("Edge")) return costOfSelections(field.selectionSet, type, value);
    if (type.name.endsWith("Connection")) return costOfConnection(field, type, value);
    return 1 + costOfSelections(field.selectionSet, type, value);
  }

  function costOfConnection(field: FieldNode, type: GraphQLNamedType, value: unknown): number {
    const size = value === UNKNOWN ? readSize(field, variables) : countNodes(value);
    const perNode = field.selectionSet ? costOfSelections(field.selectionSet, type, value) : 0;
    return Math.ceil(Math.log2(Math.max(2, size))) * (1 + perNode);
  }

  const root = operation.operation === "mutation" ? schema.getMutationType() : schema.getQueryType();
  const base =
    operation.operation === "mutation" ? MUTATION_COST * operation.selectionSet.selections.length : 0;
  return base + (root ? costOfSelections(operation.selectionSet, root, data) : 0);
}

/** What a field came back as: of a list its first entry, `undefined` for none. */
function firstValueOf(field: FieldNode, parent: unknown): unknown {
  if (parent === UNKNOWN) return UNKNOWN;
  const value = (parent as Record<string, unknown> | null | undefined)?.[
    field.alias?.value ?? field.name.value
  ];
  return Array.isArray(value) ? value[0] : value;
}

function countNodes(connection: unknown): number {
  const { nodes, edges } = connection as { nodes?: unknown[]; edges?: unknown[] };
  return (nodes ?? edges ?? []).length;
}

function readSize(field: FieldNode, variables: Record<string, unknown>): number {
  const argument = field.arguments?.find(({ name }) => name.value === "first" || name.value === "last");
  if (argument?.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument?.value.kind === Kind.VARIABLE) return Number(variables[argument.value.name.value] ?? 0);
  return 0;
}
