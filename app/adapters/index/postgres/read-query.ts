import { type AskedWord, readAskedWords } from "~/core/knowledge/product-ranking/asked-words";
import type { SoughtWord } from "~/core/knowledge/product-ranking/rank-products";
import { findCompounds } from "./find-compounds";
import { findSpelling } from "./find-spelling";
import { findTerms, readStems } from "./find-terms";
import type { KnownShop, TermStatistics } from "./known-shops";
import type { Sql } from "./sql";
import type { Stemmer } from "./stemmer";

/** A word that so few products have where it tells what they are may be the shop's own slip. */
const RARE = 2;

/** What ends in the word is a kind of it, but rather the word itself is meant. */
const COMPOUND = 0.9;

/** A query in the shop's own terms. */
export interface ReadQuery {
  sought: SoughtWord[];
  repaired: { from: string; to: string }[];
  unknown: string[];
  /** What the shop's titles say of the terms. */
  terms: Map<number, TermStatistics>;
}

/** `prepare` may read ahead what the words are likely to need: most are spelt as they are meant. */
export async function readQuery(
  sql: Sql,
  stemmer: Stemmer,
  shop: KnownShop,
  words: string,
  prepare: (sought: SoughtWord[]) => Promise<unknown>,
): Promise<ReadQuery> {
  const asked = readAskedWords(words, shop.synonyms);
  const first = await lookUp(sql, stemmer, shop, asked);
  const lost = first.sought.filter(({ alternatives }) => alternatives.length === 0).map(({ word }) => word);
  const rare = first.sought.filter((word) => isRare(word, first.terms)).map(({ word }) => word);
  const pieced = first.sought.filter(isPieced).map(({ word }) => word);
  const doubtful = [...lost, ...rare, ...pieced];
  if (doubtful.length === 0) return { ...first, repaired: [], unknown: [] };
  const [repairs] = await Promise.all([findRepairs(sql, shop, doubtful), prepare(first.sought)]);
  if (repairs.size === 0) return { ...first, repaired: [], unknown: lost };
  const spelt = asked.map(({ word }) => repairs.get(word) ?? word).join(" ");
  const second = await lookUp(sql, stemmer, shop, readAskedWords(spelt, shop.synonyms));
  return {
    ...second,
    repaired: [...repairs].map(([from, to]) => ({ from, to })),
    unknown: lost.filter((word) => !repairs.has(word)),
  };
}

function isRare({ alternatives, isCode }: SoughtWord, terms: Map<number, TermStatistics>): boolean {
  const ids = alternatives.flatMap((alternative) => alternative.terms.flat());
  return !isCode && ids.length > 0 && ids.every((id) => (terms.get(id)?.held ?? 0) <= RARE);
}

/** Only put together from other words of the shop, as "keybord" is from "key" and "bord". */
function isPieced({ alternatives, isCode }: SoughtWord): boolean {
  return !isCode && alternatives.length > 0 && alternatives.every(({ terms }) => terms.length > 1);
}

async function lookUp(sql: Sql, stemmer: Stemmer, shop: KnownShop, asked: AskedWord[]) {
  const all = asked.flatMap(({ alternatives }) => alternatives.flatMap(({ words }) => words));
  await readStems(sql, stemmer, shop, [...new Set(all)]);
  const stems = await stemmer.stem(all, shop.languages);
  const rows = await findTerms(sql, shop, [...new Set([...stems.values()].flat())]);
  const byTerm = new Map(rows.map((row) => [row.term, row]));
  const idsOf = (word: string) => (stems.get(word) ?? []).flatMap((stem) => byTerm.get(stem)?.id ?? []);
  const ends = asked.flatMap(({ word }) => (stems.get(word) ?? []).map((stem) => ({ word, stem })));
  const compounds = await findCompounds(sql, shop, ends);
  const compoundsOf = (word: string) => {
    const ids = (stems.get(word) ?? []).flatMap((stem) => compounds.get(stem) ?? []).map(({ id }) => id);
    return ids.length > 0 ? [{ terms: [ids], weight: COMPOUND }] : [];
  };
  const terms = new Map([...rows, ...[...compounds.values()].flat()].map((row) => [row.id, row]));
  const sought = asked
    // Stop words of the shop's languages say nothing.
    .filter(({ word }) => (stems.get(word) ?? []).length > 0 || asked.length === 1)
    .map((word): SoughtWord => {
      const alternatives = word.alternatives
        .map(({ words, weight }) => ({ terms: words.map(idsOf), weight }))
        .filter((alternative) => alternative.terms.every((ids) => ids.length > 0))
        .concat(word.isCode ? [] : compoundsOf(word.word));
      return {
        word: word.word,
        isCode: word.isCode,
        isPurpose: word.isPurpose,
        alternatives,
        rarity: rarity(alternatives, terms, shop.products),
      };
    });
  return { sought, terms };
}

/** As BM25 has it, of all products that any alternative names. */
function rarity(
  alternatives: SoughtWord["alternatives"],
  terms: Map<number, TermStatistics>,
  products: number,
): number {
  const held = alternatives
    .map(({ terms: ids }) =>
      Math.min(...ids.map((any) => Math.max(...any.map((id) => terms.get(id)?.held ?? 0)))),
    )
    .reduce((sum, count) => sum + count, 0);
  const holding = Math.min(held, products);
  return Math.log(1 + (products - holding + 0.5) / (holding + 0.5));
}

/** The unknown words that the shop spells in another way. */
async function findRepairs(sql: Sql, shop: KnownShop, lost: string[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    [...new Set(lost)].map(async (word) => {
      const { to } = shop.repairs.get(word) ?? { to: await findSpelling(sql, shop.shop, word) };
      shop.repairs.set(word, { to });
      return to === null ? [] : [[word, to] as const];
    }),
  );
  return new Map(found.flat());
}
