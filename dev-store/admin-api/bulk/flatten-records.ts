import type { GraphQLFormattedError } from "graphql";

/** The key under which every object of the answer names its type. */
export const TYPE_MARK = "__bulkType";

/** One line of the file. */
export interface ExportLine {
  record: Record<string, unknown>;
  isRoot: boolean;
}

/** A stretch of an export, and what went wrong in it. */
export interface ExportedPart {
  lines: ExportLine[];
  errors: readonly GraphQLFormattedError[];
}

type Answer = Record<string, unknown>;
interface Found {
  record: Answer;
  parentId: unknown;
}

/** Nodes of connections become lines of their own that name their parent, as in Shopify's JSONL. */
export function flattenRecords(data: Answer, isGrouped: boolean): ExportLine[] {
  const roots = splitAnswer(data).children.map((record) => ({ record, parentId: undefined }));
  // The root field may be a single object, which then is the one root.
  const objects = Object.values(data).filter(
    (value): value is Answer => isAnswer(value) && !isConnection(value),
  );
  const found = [
    ...objects.map((record) => ({ record, parentId: undefined })),
    ...(objects.length > 0 ? [] : roots),
  ];
  return isGrouped ? found.flatMap(flattenDepthFirst) : flattenByLevel(found);
}

function flattenDepthFirst(found: Found): ExportLine[] {
  const { line, children } = readRecord(found);
  return [line, ...children.flatMap(flattenDepthFirst)];
}

function flattenByLevel(found: Found[]): ExportLine[] {
  if (found.length === 0) return [];
  const read = found.map(readRecord);
  return [...read.map(({ line }) => line), ...flattenByLevel(read.flatMap(({ children }) => children))];
}

function readRecord({ record, parentId }: Found): { line: ExportLine; children: Found[] } {
  const { own, children } = splitAnswer(record);
  return {
    line: {
      record: parentId === undefined ? own : { ...own, __parentId: parentId },
      isRoot: parentId === undefined,
    },
    children: children.map((child) => ({ record: child, parentId: own.id })),
  };
}

/** An object without its connections, and the nodes of these. */
function splitAnswer(answer: Answer): { own: Answer; children: Answer[] } {
  const own: Answer = {};
  const children: Answer[] = [];
  for (const [key, value] of Object.entries(answer)) {
    if (key === TYPE_MARK) continue;
    if (isConnection(value)) children.push(...nodesOf(value));
    else own[key] = withoutConnections(value, children);
  }
  return { own, children };
}

function withoutConnections(value: unknown, children: Answer[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => withoutConnections(entry, children));
  if (!isAnswer(value)) return value;
  const split = splitAnswer(value);
  children.push(...split.children);
  return split.own;
}

function nodesOf(connection: Answer): Answer[] {
  const { edges = [] } = connection as { edges?: { node: Answer }[] };
  return edges.map(({ node }) => node);
}

function isConnection(value: unknown): value is Answer {
  return isAnswer(value) && String(value[TYPE_MARK]).endsWith("Connection");
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
