import { type Comparator, parseSearchQuery, type SearchNode } from "./parse-search-query";

/** What can be searched of a kind of record, and how. */
export interface SearchSchema<T> {
  /** How well a word (lower case, or a prefix that ends with `*`) or phrase fits; 0 when it does not. */
  text: (term: string, isPhrase: boolean) => (record: T) => number;
  fields: Record<string, FieldMatcher<T>>;
}

export type FieldMatcher<T> = (
  value: string,
  comparator: Comparator,
  isPhrase: boolean,
) => (record: T) => boolean;

export interface CompiledSearch<T> {
  /** 0 when the record is not found; the higher the more relevant. */
  score: (record: T) => number;
  /** Fields of the query that these records do not have: Shopify ignores them and says so. */
  unknownFields: string[];
}

export function compileSearch<T>(query: string, schema: SearchSchema<T>): CompiledSearch<T> {
  const unknownFields: string[] = [];
  const score = compile(parseSearchQuery(query), schema, unknownFields);
  return { score, unknownFields };
}

function compile<T>(
  node: SearchNode,
  schema: SearchSchema<T>,
  unknownFields: string[],
): (record: T) => number {
  switch (node.kind) {
    case "everything":
      return () => 1;
    case "text":
      return schema.text(node.value.toLowerCase(), node.isPhrase);
    case "field": {
      const matcher = schema.fields[node.name.toLowerCase()];
      if (!matcher) {
        unknownFields.push(node.name);
        return () => 1;
      }
      const matches = matcher(node.value, node.comparator, node.isPhrase);
      return (record) => (matches(record) ? 1 : 0);
    }
    case "not": {
      const score = compile(node.node, schema, unknownFields);
      return (record) => (score(record) > 0 ? 0 : 1);
    }
    case "and": {
      const scores = node.nodes.map((child) => compile(child, schema, unknownFields));
      return (record) => sumIfAll(scores, record);
    }
    case "or": {
      const scores = node.nodes.map((child) => compile(child, schema, unknownFields));
      return (record) => scores.reduce((total, score) => total + score(record), 0);
    }
  }
}

function sumIfAll<T>(scores: ((record: T) => number)[], record: T): number {
  let total = 0;
  for (const score of scores) {
    const one = score(record);
    if (one === 0) return 0;
    total += one;
  }
  return total;
}

/** The whole value, whatever its case; `*` at the end matches a prefix; values separated by commas are alternatives. */
export function keyword<T>(read: (record: T) => readonly (string | null)[]): FieldMatcher<T> {
  return (value, _comparator, isPhrase) => {
    const alternatives = (isPhrase ? [value] : value.split(",")).map((text) => text.trim().toLowerCase());
    return (record) =>
      read(record).some((candidate) =>
        alternatives.some((wanted) => fits(candidate?.toLowerCase() ?? "", wanted)),
      );
  };
}

function fits(candidate: string, wanted: string): boolean {
  if (wanted === "*") return candidate !== "";
  return wanted.endsWith("*") ? candidate.startsWith(wanted.slice(0, -1)) : candidate === wanted;
}

/** Each word of the value is a word of the field, or begins one. */
export function words<T>(read: (record: T) => string): FieldMatcher<T> {
  return (value) => {
    const wanted = value
      .toLowerCase()
      .replace(/\*$/, "")
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    return (record) => {
      const found = read(record)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u);
      return wanted.every((word) => found.some((candidate) => candidate.startsWith(word)));
    };
  };
}

export function numeric<T>(read: (record: T) => readonly number[]): FieldMatcher<T> {
  return (value, comparator) => {
    const limit = Number(value);
    return (record) => read(record).some((number) => compare(number, limit, comparator));
  };
}

/** A day without time, compared for equality, is the whole day. */
export function date<T>(read: (record: T) => string | null): FieldMatcher<T> {
  return (value, comparator) => {
    const limit = Date.parse(value);
    const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
    return (record) => {
      const text = read(record);
      if (!text) return false;
      const time = isDay && comparator === "=" ? Date.parse(text.slice(0, 10)) : Date.parse(text);
      return compare(time, limit, comparator);
    };
  };
}

function compare(number: number, limit: number, comparator: Comparator): boolean {
  if (comparator === ">") return number > limit;
  if (comparator === ">=") return number >= limit;
  if (comparator === "<") return number < limit;
  if (comparator === "<=") return number <= limit;
  return number === limit;
}
