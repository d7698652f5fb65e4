import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import type { AdminSchema } from "../admin-schema";
import { validateDocument } from "../validate-document";

export type BulkQuery =
  | { status: "valid"; document: DocumentNode; operation: OperationDefinitionNode; rootField: FieldNode }
  | { status: "invalid"; messages: string[] };

const MAX_CONNECTIONS = 5;
const MAX_DEPTH = 2;

/**
 * What Shopify takes for a bulk query: one root field, connections read by `edges { node }`, at most five of them and
 * two inside each other, and an `id` wherever something is nested. The sentences are Shopify's own.
 */
export function readBulkQuery(schema: AdminSchema, text: string): BulkQuery {
  let document: DocumentNode;
  try {
    document = parse(text, { maxTokens: 10_000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: "invalid", messages: [`Invalid bulk query: ${reason}`] };
  }
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return { status: "invalid", messages: ["Invalid bulk query: no operation was found"] };
  if (operation.operation !== "query") {
    return {
      status: "invalid",
      messages: ["Invalid operation type. Only `query` operations are supported."],
    };
  }
  const errors = validateDocument(schema, document);
  if (errors.length > 0) {
    return { status: "invalid", messages: errors.map(({ message }) => `Invalid bulk query: ${message}`) };
  }
  const [rootField, ...others] = operation.selectionSet.selections;
  if (rootField?.kind !== Kind.FIELD || others.length > 0) {
    return { status: "invalid", messages: ["Bulk queries must contain a single top level field."] };
  }
  const messages = findFaults(inspect(schema.schema, inlineFragments(document)), rootField.name.value);
  return messages.length > 0
    ? { status: "invalid", messages }
    : { status: "valid", document, operation, rootField };
}

interface Inspection {
  connections: number;
  depth: number;
  readByNodes: string[];
  withoutId: string[];
  insideList: boolean;
}

function findFaults(found: Inspection, rootField: string): string[] {
  const faults: string[] = [];
  if (found.readByNodes.length > 0) {
    faults.push(
      `All connection fields in a bulk query must select their contents using 'edges' > 'node', e.g: 'products { edges { node {'. Selecting via 'nodes' is not supported. Invalid connection fields: '${found.readByNodes.join("', '")}'.`,
    );
  }
  if (rootField === "node" || rootField === "nodes")
    faults.push(`Bulk queries cannot contain a top level \`${rootField}\` field.`);
  if (found.depth > MAX_DEPTH + 1)
    faults.push(`Bulk queries cannot contain connections with a nesting depth greater than ${MAX_DEPTH}.`);
  if (found.connections > MAX_CONNECTIONS)
    faults.push(`Bulk queries cannot contain more than ${MAX_CONNECTIONS} connections.`);
  if (found.withoutId.length > 0) {
    faults.push(
      `The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type. Connection fields without 'id': ${found.withoutId.join(", ")}.`,
    );
  }
  if (found.insideList)
    faults.push("Queries that contain a connection field within a list field are not currently supported.");
  if (found.connections === 0) faults.push("Bulk queries must contain at least one connection.");
  return faults;
}

function inspect(schema: GraphQLSchema, document: DocumentNode): Inspection {
  const found: Inspection = {
    connections: 0,
    depth: 0,
    readByNodes: [],
    withoutId: [],
    insideList: false,
  };
  const open: FieldNode[] = [];
  let lists = 0;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter(field) {
          const type = types.getType();
          if (isConnection(type)) {
            found.connections += 1;
            if (lists > 0) found.insideList = true;
            const parent = open.at(-1);
            if (parent && !selectsId(parent)) found.withoutId.push(parent.name.value);
            if (selectionOf(field, "nodes")) found.readByNodes.push(field.name.value);
            open.push(field);
            found.depth = Math.max(found.depth, open.length);
          } else if (isList(type) && field.name.value !== "edges" && field.name.value !== "nodes") {
            lists += 1;
          }
        },
        leave(field) {
          if (open.at(-1) === field) open.pop();
          else if (isList(types.getType()) && field.name.value !== "edges" && field.name.value !== "nodes")
            lists -= 1;
        },
      },
    }),
  );
  return found;
}

/** So that what a fragment selects counts where it is spread. */
function inlineFragments(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const inlined = visit(document, {
    FragmentSpread(spread) {
      const fragment = fragments.get(spread.name.value);
      return (
        fragment && {
          ...fragment,
          kind: Kind.INLINE_FRAGMENT,
          name: undefined,
          variableDefinitions: undefined,
        }
      );
    },
  }) as DocumentNode;
  return {
    ...inlined,
    definitions: inlined.definitions.filter((node) => node.kind !== Kind.FRAGMENT_DEFINITION),
  };
}

function isConnection(type: GraphQLOutputType | null | undefined): boolean {
  return Boolean(type && getNamedType(type).name.endsWith("Connection"));
}

function isList(type: GraphQLOutputType | null | undefined): boolean {
  return isListType(type) || (isNonNullType(type) && isListType(type.ofType));
}

function selectsId(connection: FieldNode): boolean {
  const node = selectionOf(selectionOf(connection, "edges"), "node");
  return Boolean(node && fieldsOf(node).some(({ name, alias }) => name.value === "id" && !alias));
}

function selectionOf(field: FieldNode | undefined, name: string): FieldNode | undefined {
  return field && fieldsOf(field).find((candidate) => candidate.name.value === name);
}

function fieldsOf({ selectionSet }: FieldNode | { selectionSet?: FieldNode["selectionSet"] }): FieldNode[] {
  return (selectionSet?.selections ?? []).flatMap((selection) =>
    selection.kind === Kind.FIELD
      ? [selection]
      : selection.kind === Kind.INLINE_FRAGMENT
        ? fieldsOf(selection)
        : [],
  );
}
