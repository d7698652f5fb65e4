import { type IndexedProduct, indexProduct } from "~/core/knowledge/product-ranking/index-product";
import type { Product } from "~/core/store/product";
import { fold } from "~/lib/words";
import { countNew, mainLanguages, type ShopState } from "./shop-lock";
import type { Sql } from "./sql";
import type { Stemmer } from "./stemmer";
import { ensureTerms, type TermIds } from "./terms";
import { textLanguages } from "./text-language";
import { encodeTitle, LEAD } from "./title-code";

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
  title: number[];
  type: number[];
  terms: number[];
  counts: number[];
  length: number;
  strong: number[];
  impacts: number[];
  things: number[];
  brands: number[];
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
  return entries.map((entry, at) => toReadEntry(entry, indexed[at] as IndexedProduct, stems, ids));
}

function allWords({ strong, counts }: IndexedProduct): string[] {
  return [...strong.keys(), ...counts.keys()];
}

function toReadEntry(
  entry: Entry,
  indexed: IndexedProduct,
  stems: Map<string, string[]>,
  ids: TermIds,
): ReadEntry {
  const idsOf = (word: string) => (stems.get(word) ?? []).flatMap((stem) => ids.get(stem) ?? []);
  const impacts = new Map<number, number>();
  for (const [word, worth] of indexed.strong)
    for (const id of idsOf(word)) impacts.set(id, Math.max(impacts.get(id) ?? 0, worth));
  const counts = new Map<number, number>([...impacts.keys()].map((id) => [id, 0]));
  for (const [word, count] of indexed.counts)
    for (const id of idsOf(word)) counts.set(id, (counts.get(id) ?? 0) + count);
  return {
    ...entry,
    words: [...new Set(allWords(indexed).map((word) => fold(word).slice(0, 40)))],
    title: [
      ...encodeTitle(indexed.title, indexed.places, (word) => idsOf(word)[0]),
      LEAD,
      ...encodeTitle(indexed.lead, indexed.leadPlaces, (word) => idsOf(word)[0]),
    ],
    type: indexed.type.flatMap((word) => idsOf(word).slice(0, 1)),
    terms: [...counts.keys()],
    counts: [...counts.values()],
    length: [...counts.values()].reduce((sum, count) => sum + count, 0),
    strong: [...impacts.keys()],
    impacts: [...impacts.values()].map((worth) => Math.round(worth * IMPACT)),
    things: [...new Set([...indexed.things].flatMap(idsOf))],
    brands: [...new Set(indexed.vendor.flatMap(idsOf))],
  };
}
