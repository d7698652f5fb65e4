import {
  appendStrong,
  appendWeak,
  blockOf,
  decodeStrong,
  decodeWeak,
  encodeStrong,
  encodeWeak,
  lastOf,
  localOf,
  type Posting,
} from "./posting-list";
import type { Sql } from "./sql";

export interface NewPosting {
  isStrong: boolean;
  impact: number;
  /** Made by `encodePlaces`. */
  places: Uint8Array;
}

/** A product whose postings become others. */
export interface PostingChange {
  number: number;
  /** The terms that it had. */
  before: readonly number[];
  /** By term. */
  after: ReadonlyMap<number, NewPosting>;
}

interface BlockRow {
  term: number;
  block: number;
  strong: Uint8Array;
  weak: Uint8Array;
}

interface BlockChange {
  term: number;
  block: number;
  /** By the product's local number; null where it has the term no more. */
  postings: Map<number, NewPosting | null>;
}

/** The terms of products by their numbers. */
export async function findTerms(sql: Sql, numbers: readonly number[]): Promise<Map<number, number[]>> {
  const rows = await sql.query<{ number: number; terms: number[] }>(
    `SELECT "number", "strong" || "weak" AS "terms" FROM "KnowledgeProductText" WHERE "number" = ANY($1::int[])`,
    [numbers],
  );
  return new Map(rows.map(({ number, terms }) => [number, terms]));
}

/** Leaves the rows alone that stay as they are. The shop must be locked. */
export async function writePostings(sql: Sql, changes: readonly PostingChange[]): Promise<void> {
  const wanted = [...changesByBlock(changes).values()];
  const known = await readBlocks(sql, wanted);
  const rows = wanted.flatMap((change) => {
    const old = known.get(keyOf(change));
    const row = mergeBlock(change, old);
    return old && isSame(row.strong, old.strong) && isSame(row.weak, old.weak) ? [] : [row];
  });
  const isEmpty = ({ strong, weak }: BlockRow) => strong.length === 0 && weak.length === 0;
  await dropBlocks(sql, rows.filter(isEmpty));
  await putBlocks(
    sql,
    rows.filter((row) => !isEmpty(row)),
  );
}

const keyOf = ({ term, block }: { term: number; block: number }) => `${term} ${block}`;

function changesByBlock(changes: readonly PostingChange[]): Map<string, BlockChange> {
  const blocks = new Map<string, BlockChange>();
  for (const { number, before, after } of changes) {
    const block = blockOf(number);
    for (const term of new Set([...before, ...after.keys()])) {
      const key = keyOf({ term, block });
      const known = blocks.get(key) ?? { term, block, postings: new Map() };
      known.postings.set(localOf(number), after.get(term) ?? null);
      blocks.set(key, known);
    }
  }
  return blocks;
}

async function readBlocks(sql: Sql, wanted: readonly BlockChange[]): Promise<Map<string, BlockRow>> {
  const rows = await sql.query<BlockRow>(
    `SELECT "term", "block", "strong", "weak" FROM "KnowledgePostings"
     JOIN unnest($1::int[], $2::int[]) AS wanted ("term", "block") USING ("term", "block")`,
    [wanted.map(({ term }) => term), wanted.map(({ block }) => block)],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function mergeBlock(change: BlockChange, old: BlockRow | undefined): BlockRow {
  if (old && isBehind(change, old)) return appendTo(old, change);
  const { term, block, postings } = change;
  const strong = old ? decodeStrong(old.strong) : [];
  const weak = old ? decodeWeak(old.weak) : [];
  return {
    term,
    block,
    strong: encodeIfAny(merge(strong, postings, true), encodeStrong),
    weak: encodeIfAny(merge(weak, postings, false), encodeWeak),
  };
}

/** While a catalogue is read, each product comes behind all those before: nothing of them need be read then. */
function isBehind({ postings }: BlockChange, { strong, weak }: BlockRow): boolean {
  const last = Math.max(lastOf(strong), lastOf(weak));
  return [...postings.keys()].every((local) => local > last);
}

function appendTo({ term, block, strong, weak }: BlockRow, { postings }: BlockChange): BlockRow {
  const fresh = [...postings]
    .flatMap(([local, posting]) => (posting ? [{ ...posting, local }] : []))
    .sort((a, b) => a.local - b.local);
  const told = fresh.filter(({ isStrong }) => isStrong);
  const described = fresh.filter(({ isStrong }) => !isStrong);
  return {
    term,
    block,
    strong: told.length > 0 ? appendStrong(strong, told) : strong,
    weak: described.length > 0 ? appendWeak(weak, described) : weak,
  };
}

const encodeIfAny = (postings: Posting[], encode: (postings: Posting[]) => Uint8Array) =>
  postings.length > 0 ? encode(postings) : new Uint8Array(0);

/** What a product says the same as before keeps its impact, which the length of other products may have moved a little. */
function merge(old: readonly Posting[], changes: BlockChange["postings"], isStrong: boolean): Posting[] {
  const before = new Map(old.map((posting) => [posting.local, posting]));
  const fresh = [...changes].flatMap(([local, posting]): Posting[] => {
    if (posting?.isStrong !== isStrong) return [];
    const known = before.get(local);
    return [known && isSame(known.places, posting.places) ? known : { ...posting, local }];
  });
  return [...old.filter(({ local }) => !changes.has(local)), ...fresh].sort((a, b) => a.local - b.local);
}

const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

async function dropBlocks(sql: Sql, rows: readonly BlockRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(
    `DELETE FROM "KnowledgePostings" USING unnest($1::int[], $2::int[]) AS gone ("goneTerm", "goneBlock")
     WHERE "term" = "goneTerm" AND "block" = "goneBlock"`,
    [rows.map(({ term }) => term), rows.map(({ block }) => block)],
  );
}

async function putBlocks(sql: Sql, rows: readonly BlockRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.query(
    `INSERT INTO "KnowledgePostings" ("term", "block", "strong", "weak")
     SELECT * FROM unnest($1::int[], $2::int[], $3::bytea[], $4::bytea[])
     ON CONFLICT ("term", "block") DO UPDATE SET "strong" = excluded."strong", "weak" = excluded."weak"`,
    [
      rows.map(({ term }) => term),
      rows.map(({ block }) => block),
      byteArrays(rows.map(({ strong }) => strong)),
      byteArrays(rows.map(({ weak }) => weak)),
    ],
  );
}

/** As PostgreSQL reads an array of bytea. */
const byteArrays = (all: readonly Uint8Array[]) =>
  `{${all.map((bytes) => `"\\\\x${Buffer.from(bytes).toString("hex")}"`).join(",")}}`;
