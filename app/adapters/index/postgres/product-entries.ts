import { type IndexedProduct, indexProduct } from "~/core/knowledge/product-ranking/index-product";
import { termWorth } from "~/core/knowledge/product-ranking/rank-products";
import { readPlaces, type TermPlaces } from "~/core/knowledge/product-ranking/term-places";
import type { Product } from "~/core/store/product";
import { fold } from "~/lib/words";
import { countNew, mainLanguages, type ShopState } from "./shop-lock";
import type { Sql } from "./sql";
import type { Stemmer } from "./stemmer";
import { ensureTerms, type TermIds } from "./terms";
import { textLanguages } from "./text-language";
import { toTitleItems } from "./title-items";

/** Postings keep a share of 1 in thousandths. */
const IMPACT = 1_000;

/** A product as it is to be stored. */
export interface Entry {
  product: Product;
  json: string;
  hash: string;
}

export interface ChangedEntry extends Entry {
  isNew: boolean;
}

/** A product as the tables keep it. */
export interface ReadEntry extends Entry {
  /** Folded. */
  words: string[];
  /** What each of its terms says of it. */
  places: Map<number, TermPlaces>;
  /** The same in one number, in thousandths: what ranking will make of the term alone. */
  impacts: Map<number, number>;
  length: number;
  things: number[];
  brands: number[];
}

type WordedEntry = Omit<ReadEntry, "impacts">;

/** Its terms that tell what it is, or the others. */
export function termsOf({ places }: ReadEntry, isStrong: boolean): number[] {
  return [...places].flatMap(([term, its]) => (its.isStrong === isStrong ? [term] : []));
}

/** Reads the batch into terms, in the languages that it is written in, and makes terms known that are new. */
export async function readEntries(
  sql: Sql,
  stemmer: Stemmer,
  shop: string,
  state: ShopState,
  entries: ChangedEntry[],
): Promise<ReadEntry[]> {
  const [prior = "en"] = mainLanguages(state.languages);
  const { common, languages } = await textLanguages(
    entries.map(({ product }) => `${product.title}. ${product.description}`),
    prior,
    stemmer,
  );
  const indexed = entries.map(({ product }, at) => indexProduct(product, languages[at] ?? common));
  const fresh = languages.filter((_, at) => entries[at]?.isNew);
  await countNew(sql, shop, state.languages, fresh);
  const stems = new Map<string, string[]>();
  for (const language of new Set(languages)) {
    const words = indexed.flatMap((product, at) => (languages[at] === language ? allWords(product) : []));
    const found = await stemmer.stem(words, [...new Set([language, common])]);
    // A word that two languages share gets the stems of both, for all products of the batch.
    for (const [word, its] of found) stems.set(word, [...new Set([...(stems.get(word) ?? []), ...its])]);
  }
  const ids = await ensureTerms(sql, shop, [...new Set([...stems.values()].flat())]);
  const read = entries.map((entry, at) => toReadEntry(entry, indexed[at] as IndexedProduct, stems, ids));
  const all = read.reduce((sum, { length }) => sum + length, Number(state.length));
  const average = Math.max(1, all / (state.products + read.length));
  return read.map((entry) => ({ ...entry, impacts: impactsOf(entry, average) }));
}

/** The average is that of the moment, which is near enough to choose candidates by. */
function impactsOf({ places, length }: WordedEntry, averageLength: number): Map<number, number> {
  const product = { placesOf: (term: number) => places.get(term), length, available: true };
  return new Map(
    [...places.keys()].map((term) => [
      term,
      Math.max(1, Math.round(termWorth(product, term, averageLength) * IMPACT)),
    ]),
  );
}

function allWords({ strong, counts }: IndexedProduct): string[] {
  return [...strong, ...counts.keys()];
}

function toReadEntry(
  entry: Entry,
  indexed: IndexedProduct,
  stems: Map<string, string[]>,
  ids: TermIds,
): WordedEntry {
  const idsOf = (word: string) => (stems.get(word) ?? []).flatMap((stem) => ids.get(stem) ?? []);
  const strong = new Set([...indexed.strong].flatMap(idsOf));
  const counts = new Map<number, number>([...strong].map((id) => [id, 0]));
  for (const [word, count] of indexed.counts)
    for (const id of idsOf(word)) counts.set(id, (counts.get(id) ?? 0) + count);
  const termOf = (word: string) => idsOf(word)[0];
  return {
    ...entry,
    words: [...new Set(allWords(indexed).map((word) => fold(word).slice(0, 40)))],
    places: readPlaces({
      title: toTitleItems(indexed.title, indexed.places, termOf),
      lead: toTitleItems(indexed.lead, indexed.leadPlaces, termOf),
      type: indexed.type.flatMap((word) => idsOf(word).slice(0, 1)),
      isThingFirst: indexed.isThingFirst,
      strong,
      counts,
    }),
    length: [...counts.values()].reduce((sum, count) => sum + count, 0),
    things: [...new Set([...indexed.things].flatMap(idsOf))],
    brands: [...new Set(indexed.vendor.flatMap(idsOf))],
  };
}
