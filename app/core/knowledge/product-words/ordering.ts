import type { ProductQuery } from "../product-query";
import { createPhraseList, type PhraseList } from "./phrase-list";
import type { Reading } from "./reading";

/** "New" alone is in many a name ("New Balance"); so is "best". */
const SORTS: [sort: ProductQuery["sort"], phrases: PhraseList][] = [
  [
    "price-ascending",
    createPhraseList(
      `cheapest, the cheapest, lowest price, lowest priced, least expensive, most affordable, inexpensive, cheap, affordable, cheaply,
      billigste, billigster, billigstes, billigsten, am billigsten, günstigste, günstigster, günstigstes, günstigsten, am günstigsten, preiswert, preiswerte, preiswerten, billig, billige, billigen, günstig, günstige, günstigen,
      le moins cher, la moins chère, les moins chers, les moins chères, moins cher, moins chers, moins chère, pas cher, pas chère, pas chers, bon marché,
      más barato, más barata, más baratos, más baratas, el más barato, la más barata, barato, barata, baratos, baratas, económico, económica, más económico,
      mais barato, mais barata, mais baratos, o mais barato, a mais barata, mais em conta,
      più economico, più economica, più economici, economico, economica, economici, meno caro, meno costoso, più conveniente, a buon mercato`,
    ),
  ],
  [
    "price-descending",
    createPhraseList(
      `most expensive, the most expensive, priciest, dearest, highest price, teuerste, teuerster, teuerstes, teuersten,
      le plus cher, la plus chère, les plus chers, plus cher, más caro, más cara, más caros, mais caro, mais cara, più caro, più cara, più costoso`,
    ),
  ],
  [
    "newest",
    createPhraseList(
      `newest, the newest, latest, new arrivals, newest arrivals, just in, neueste, neuester, neuestes, neuesten, neuheiten,
      nouveautés, le plus récent, la plus récente, les plus récents, dernières nouveautés, novedades, lo más nuevo, más nuevo, más reciente, más recientes,
      novidades, mais recente, mais recentes, mais novo, ultimi arrivi, novità, più recente, più recenti, più nuovo`,
    ),
  ],
];
const IN_STOCK = createPhraseList(
  `in stock, on stock, available now, available right now, immediately available, available immediately, currently available, available today, available, that you have now, not sold out,
  auf Lager, vorrätig, lieferbar, sofort lieferbar, verfügbar, sofort verfügbar, nicht ausverkauft,
  en stock, disponible, disponibles, disponible immédiatement, disponible maintenant, disponibles maintenant, en existencia, en existencias, disponible ahora, disponibles ahora,
  em estoque, em stock, disponível, disponíveis, disponível agora, disponibile, disponibili, disponibile subito, in magazzino, pronta consegna`,
);
/** Before a superlative, which takes it along. */
const ARTICLES = createPhraseList(
  "the, der, die, das, den, le, la, les, el, lo, los, las, o, a, os, as, il, gli, i",
);

/** The order that is asked for, read and claimed; null where none is. */
export function readSort(reading: Reading): ProductQuery["sort"] | null {
  let wanted: ProductQuery["sort"] | null = null;
  for (const [sort, phrases] of SORTS) {
    if (claimAll(reading, phrases)) wanted ??= sort;
  }
  return wanted;
}

export function readStock(reading: Reading): boolean {
  return claimAll(reading, IN_STOCK);
}

function claimAll(reading: Reading, phrases: PhraseList): boolean {
  let isFound = false;
  for (let index = 0; index < reading.tokens.length; index += 1) {
    const length = phrases.lengthAt(reading.tokens, index);
    if (length === 0 || !reading.isFree(index, length)) continue;
    const hasArticle =
      index > 0 && ARTICLES.lengthAt(reading.tokens, index - 1) === 1 && reading.isFree(index - 1);
    reading.claim(index - (hasArticle ? 1 : 0), length + (hasArticle ? 1 : 0), "selling");
    isFound = true;
  }
  return isFound;
}
