import { setImmediate as breathe } from "node:timers/promises";
import {
  type DocumentNode,
  type FieldNode,
  getArgumentValues,
  Kind,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Connection } from "../connection";
import { createQueryRoot } from "../query-root";
import { runDocument } from "../run-document";
import type { View, ViewContext } from "../views/view-context";
import { type ExportedPart, flattenRecords, TYPE_MARK } from "./flatten-records";
import type { BulkQuery } from "./read-bulk-query";

/** Root records that are read at once; between two parts the store answers other requests. */
const PART_SIZE = 100;

type ValidQuery = Extract<BulkQuery, { status: "valid" }>;

/**
 * The result of a bulk query, part by part. Grouped, children stand right after their parent; otherwise somewhere after
 * it. Ends with the first part that has errors.
 */
export async function* exportRecords(
  { document, rootField }: ValidQuery,
  isGrouped: boolean,
  context: ViewContext,
): AsyncGenerator<ExportedPart> {
  const marked = markTypes(document);
  const root = createQueryRoot(context);
  const list = openRootConnection(rootField, root, context);
  const size = list?.size ?? 1;
  for (let from = 0; from === 0 || from < size; from += PART_SIZE) {
    const part = list ? { ...root, [rootField.name.value]: list.part(from, from + PART_SIZE) } : root;
    const { data, errors } = await runDocument(
      { document: marked, root: part as View, readsWhole: true },
      context,
    );
    yield {
      lines: data ? flattenRecords(data, isGrouped) : [],
      errors: (errors ?? []).map((error) => error.toJSON()),
    };
    if (errors) return;
    await breathe();
  }
}

/** The whole list that the query reads, in order; null when its root is a single object. */
function openRootConnection(field: FieldNode, root: View, context: ViewContext): Connection<View> | null {
  const definition = context.schema.schema.getQueryType()?.getFields()[field.name.value];
  const read = root[field.name.value];
  if (!definition || typeof read !== "function" || !String(definition.type).includes("Connection"))
    return null;
  return read({ ...getArgumentValues(definition, field, {}), whole: true });
}

/** Asks every object for its type, by which connections are told from other objects in the answer. */
function markTypes(document: DocumentNode): DocumentNode {
  const mark = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: "__typename" },
    alias: { kind: Kind.NAME, value: TYPE_MARK },
  } as const;
  return visit(document, {
    SelectionSet: (node): SelectionSetNode => ({ ...node, selections: [mark, ...node.selections] }),
  });
}
