import { createPhraseList, type PhraseList } from "./phrase-list";
import type { Token } from "./tokens";

/** How shoppers bound a figure, in the six shop languages. */

export const AT_MOST = createPhraseList(
  `under, below, less than, cheaper than, up to, max, maximum, a maximum of, maximum of, no more than, not more than,
  at most, within, lower than, not over, nothing over, beneath, tops, not exceeding, that doesn't exceed, no dearer than,
  not more expensive than, no more expensive than, that cost less than, that costs less than,
  unter, bis, bis zu, höchstens, maximal, weniger als, billiger als, günstiger als, nicht mehr als, nicht über, nicht teurer als,
  moins de, à moins de, moins cher que, moins chers que, moins chère que, moins chères que, jusqu'à, jusqu’a, au maximum, au plus, inférieur à,
  pas plus de, en dessous de, en-dessous de, sous, pas plus cher que, pas plus chers que, pas plus chère que, pas plus chères que,
  qui ne dépasse pas, qui ne dépassent pas, sans dépasser, max.,
  menos de, por menos de, hasta, máximo, como máximo, un máximo de, por debajo de, inferior a, no más de, más barato que, más baratos que, debajo de,
  que no pase de, que no pasen de, que no pase los, que no supere, que no superen, que no supere los, sin pasar de, no más caro de, no más caro que,
  até, abaixo de, no máximo, menos que, por menos de, mais barato que, mais baratos que, não mais de, que não passe de, que não passem de, que não ultrapasse, que não ultrapassem, não mais caro que,
  meno di, a meno di, sotto, sotto i, sotto gli, sotto ai, fino a, al massimo, massimo, inferiore a, non più di, entro, entro i,
  non oltre, non oltre i, che non superi, che non superino, che non superi i, che non passi, non più caro di, non più cara di, non più cari di,
  non più care di, più economico di, più economica di, meno caro di`,
);

export const AT_LEAST = createPhraseList(
  `over, above, more than, at least, minimum, min, a minimum of, starting at, starting from, higher than, no less than, not less than, upwards of,
  ab, über, mindestens, mehr als, nicht unter, nicht weniger als,
  plus de, au moins, à partir de, au minimum, au-dessus de, supérieur à, dès,
  más de, al menos, por lo menos, mínimo, como mínimo, a partir de, por encima de, superior a,
  mais de, mais que, pelo menos, no mínimo, acima de,
  più di, almeno, a partire da, minimo, come minimo, oltre, oltre i, sopra i, superiore a`,
);

/** Bounds a price from below only beside a currency: "from" and "da" have other work too. */
export const FROM = createPhraseList("from, von, de, du, desde, da, dai, dal");

export const AROUND = createPhraseList(
  `around, about, roughly, approximately, approx, circa, ca, ca., close to, near,
  etwa, ungefähr, rund, um die,
  environ, autour de, aux alentours de, à peu près,
  alrededor de, aproximadamente, unos, cerca de, por volta de, mais ou menos, más o menos,
  intorno a, intorno ai, attorno a, attorno ai, sui`,
);

export const BETWEEN = createPhraseList("between, zwischen, entre, tra, tra i, fra, fra i");

export const TO = createPhraseList(
  "-, –, —, to, and, till, until, und, bis, et, à, y, hasta, a, e, até, ao, ed",
);

export const OR_LESS = createPhraseList(
  `or less, or under, or below, or cheaper, or lower, budget, and under, and below, max, maximum, at most, tops, or so at most,
  oder weniger, oder günstiger, oder billiger, oder darunter, und weniger, maximal, höchstens,
  ou moins, maximum, au maximum, et moins, grand maximum, o menos, como máximo, ou menos, no máximo, o meno, al massimo, massimo`,
);

export const OR_MORE = createPhraseList(
  `or more, or above, or over, or higher, or larger, or bigger, and up, and above, and over, plus, +, minimum, at least,
  oder mehr, oder größer, und mehr, mindestens, ou plus, et plus, minimum, au moins, o más, y más, como mínimo, ou mais, no mínimo, o più, almeno`,
);

/** What a shopper is ready to pay. */
export const BUDGET = createPhraseList(
  `budget of, budget is, budget, budget:, my budget is, for, spend, can spend, to spend, i have, pay,
  budget von, budget liegt bei, für, pour, budget de, budget max, presupuesto de, presupuesto es de, presupuesto, por,
  orçamento de, orçamento é de, orçamento, budget di, per`,
);

/** How many tokens say "or less" or "or more" of the figure before them; 0 where they lead on to a figure of their own. */
export function trailingLength(phrases: PhraseList, tokens: readonly Token[], index: number): number {
  const length = phrases.lengthAt(tokens, index);
  const next = tokens[index + length];
  return next?.kind === "number" || /^[$€£¥]$/.test(next?.written ?? "") ? 0 : length;
}
