import { apiError } from "./api-error";

export interface ConnectionArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
  /** Set by bulk operations only, which read connections whole and ignore page sizes. */
  whole?: true;
}

export interface Connection<V> {
  nodes: () => V[];
  edges: () => { cursor: string; node: V }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  /** How many records the page has, and some of them as a connection of their own; neither is part of the API. */
  size: number;
  part(from: number, to: number): Connection<V>;
}

const MAX_PAGE = 250;

/** One page of `records`, which are whole and in order; only those of the page are turned into views. */
export function connect<T extends { id: string }, V>(
  records: readonly T[],
  { first, last, after, before, reverse, whole }: ConnectionArguments,
  view: (record: T) => V,
): Connection<V> {
  const ordered = reverse ? [...records].reverse() : records;
  if (whole) return pageOf(ordered, 0, ordered.length, view);
  requirePageSize(first, last);
  const start = after ? positionOf(ordered, after) + 1 : 0;
  const end = before ? positionOf(ordered, before) : ordered.length;
  const from = first == null && last != null ? Math.max(start, end - last) : start;
  const to = first == null ? end : Math.min(end, start + first);
  return pageOf(ordered, from, to, view);
}

function pageOf<T extends { id: string }, V>(
  ordered: readonly T[],
  from: number,
  to: number,
  view: (record: T) => V,
): Connection<V> {
  const page = ordered.slice(from, to);
  return {
    nodes: () => page.map(view),
    edges: () => page.map((record) => ({ cursor: cursorOf(record), node: view(record) })),
    pageInfo: {
      hasNextPage: to < ordered.length,
      hasPreviousPage: from > 0,
      startCursor: page[0] ? cursorOf(page[0]) : null,
      endCursor: page.length > 0 ? cursorOf(page[page.length - 1] as T) : null,
    },
    size: page.length,
    part: (start, end) => pageOf(ordered, from + start, Math.min(to, from + end), view),
  };
}

export function cursorOf({ id }: { id: string }): string {
  return Buffer.from(JSON.stringify({ last_id: id })).toString("base64");
}

function requirePageSize(first: number | null | undefined, last: number | null | undefined): void {
  if (first == null && last == null) throw apiError("you must provide one of first or last", "BAD_REQUEST");
  if (first != null && last != null)
    throw apiError("providing both first and last is not supported", "BAD_REQUEST");
  const size = first ?? last ?? 0;
  if (size < 0 || size > MAX_PAGE) {
    throw apiError(`${first == null ? "last" : "first"} must be between 0 and ${MAX_PAGE}`, "BAD_REQUEST");
  }
}

function positionOf(records: readonly { id: string }[], cursor: string): number {
  const [, id] = /^\{"last_id":"(.*)"\}$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  const position = id === undefined ? -1 : records.findIndex((record) => record.id === id);
  if (position < 0) throw apiError(`Invalid cursor for current pagination sort.`, "BAD_REQUEST");
  return position;
}
