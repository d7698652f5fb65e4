import { findMeasures } from "../../knowledge/product-words/measures";
import { comparableWords } from "../../store/option-words";
import {
  type Claim,
  claimAt,
  clauseStart,
  FALSE,
  isAsked,
  isConditional,
  isNegatedNear,
  productsAt,
  type Sentence,
  TRUE,
  type Verdict,
} from "./claim";
import type { KnownProduct, KnownVariant } from "./known-products";
import { AVAILABLE, OWN_ORDER, STOCK_COUNT, UNAVAILABLE } from "./phrases";
import { tellingWords } from "./rules";
import { variantsSpokenOf } from "./spoken-variants";

const COUNT = new RegExp(
  `(?<![\\d.,#$€£])(\\d{1,5})\\s(?:(?!days?|tag|dias?|jours?|colou?rs?|sizes?|options?|variants?|farben|grossen|colores|tallas|couleurs|tailles|cores|colori|taglie|products?|produkte|items? (?:that|which))\\p{L}+\\s){0,5}?(?:${STOCK_COUNT.source})`,
  "gu",
);
const COUNT_BEFORE =
  /\b(?:(?:stock|inventory|lagerbestand|bestand|existencias|estoque|giacenza)(?: \p{L}+)?:?\s|quedan? (?:solo |aun )?|reste(?:nt)?(?: plus)?(?: que)? |restam? (?:apenas )?|rimangono (?:solo )?|restano (?:solo )?|(?:nur )?noch |only )(\d{1,5})(?!\s?(?:weitere|mehr|more|mas|autres|outr\w+|altr\w+|orders?|bestellung\w*|%|[.,]\d|days?|tag|dias|jours|giorni|\p{Sc}|euros?|dollars?))/gu;

/** "We have 24 of them." */
const COUNT_OF_THEM =
  /\b(?:we(?:'ve got| have|'ve)|there are|wir haben|haben wir|tenemos|nous avons|nous en avons|temos|abbiamo|ne abbiamo)\s(?:(?:just|only|still|currently|about|noch|nur|derzeit|aun|todavia|solo|encore|ainda|apenas|ancora)\s){0,2}(\d{1,4})(?=\s(?:of (?:them|those|these)|pairs?|(?:tickets?|seats?|bags?|boxes|bottles|packs?)\b|paar|davon|entradas|ingressos|places|pares|paires|paia)|\s*[.,;!)]|\s*$)/gu;

/** "Only 3 left": as many as a variant that is spoken of has. */
export function checkStockCounts(sentence: Sentence): Claim[] {
  const { folded } = sentence;
  if (sentence.facts.products.size === 0 || OWN_ORDER.test(folded)) return [];
  const matches = [COUNT, COUNT_BEFORE, COUNT_OF_THEM].flatMap((words) => [...folded.matchAll(words)]);
  return matches
    .filter((match) => !isMeasured(match, folded) && !isMinimum(match, folded))
    .map((match): Claim => {
      const number = match[1] ?? "";
      const start = match.index + match[0].indexOf(number);
      return {
        kind: "stock",
        start,
        end: start + number.length,
        verdict: judgeCount(Number(number), start, sentence),
      };
    });
}

/** "Only 112 g": a figure with a unit is no count. */
function isMeasured({ index, 0: whole, 1: number = "" }: RegExpExecArray, folded: string): boolean {
  const from = index + whole.indexOf(number);
  return findMeasures(folded.slice(from, from + number.length + 20)).some(
    ({ start, unit }) => start === 0 && unit !== "piece",
  );
}

/** "From 12 pieces", "at least 6 units": of a rule. */
function isMinimum({ index }: RegExpExecArray, folded: string): boolean {
  return /\b(?:from|at least|minimum(?: of)?|ab|mindestens|desde|a partir de|minimo(?: de)?|des|partir de|au moins|a partire da|almeno|da)\s$/.test(
    folded.slice(0, index),
  );
}

function judgeCount(said: number, at: number, sentence: Sentence): Verdict {
  const counts = variantsSpokenOf(sentence, productsOf(sentence, at), at).flatMap(
    ({ quantity }) => quantity ?? [],
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.includes(said) || said === total || sentence.shopper.numbers.has(said)) return TRUE;
  const [only, ...others] = new Set(counts);
  return only !== undefined && others.length === 0 ? { is: "replace", by: String(only) } : FALSE;
}

const FEW =
  /\b(?:(?:only )?a few left|few (?:left|remaining)|low (?:in|on) stock|low stock|almost (?:gone|sold out)|nearly (?:gone|sold out)|selling (?:out )?fast|fast ausverkauft|nur noch wenige|pocas unidades|casi agotad\w*|plus que quelques|presque epuise\w*|poucas unidades|quase esgotad\w*|pochi pezzi|quasi esaurit\w*)\b/gu;
const LAST =
  /\b(?:(?:the |our )?last (?:one|piece|item|unit|pair)|only one left|letzte[sn]? (?:stuck|exemplar)|ultima unidad|dernier (?:exemplaire|article)|ultima unidade|ultimo pezzo)\b/gu;
const PLENTY =
  /\b(?:(?:dozens|hundreds|thousands|loads|tons|lots|plenty|many|dutzende|hunderte|decenas|docenas|dizaines|centaines|dezenas|decine|centinaia) [^.!?]{0,50}(?:in stock|left|available|auf lager|verfugbar|en stock|disponib\w*|em estoque)|plenty (?:left|in stock|available|of stock)|(?:jede menge|eine ganze menge|viele|reichlich)(?: \p{L}+)? (?:da|ubrig|vorhanden|auf lager)|quedan (?:muchas|muchos|bastantes)|(?:restam|rimangono|restano) (?:muit[oa]s|molt[ie])|il en reste beaucoup|lots (?:left|in stock|of stock)|well stocked|fully stocked|reichlich|jede menge|de sobra|en abundancia|largement en stock|em abundancia|in abbondanza)\b/gu;
const FEW_AT_MOST = 10;

/** "Almost sold out", "the last one", "plenty left". */
export function checkStockWords(sentence: Sentence): Claim[] {
  const known = (at: number) =>
    variantsSpokenOf(sentence, productsOf(sentence, at), at).flatMap(({ quantity }) => quantity ?? []);
  const rules: [RegExp, (count: number) => boolean][] = [
    [FEW, (count) => count > 0 && count <= FEW_AT_MOST],
    [LAST, (count) => count === 1],
    [PLENTY, (count) => count > FEW_AT_MOST],
  ];
  return rules.flatMap(([words, fits]) =>
    [...sentence.folded.matchAll(words)]
      .filter((match) => !isAsked(sentence, match.index))
      .map((match) => claimAt("stock", match, known(match.index).some(fits) ? TRUE : FALSE)),
  );
}

/** "Is sold out", "is in stock": true of one of the variants that are spoken of. */
export function checkAvailability(sentence: Sentence): Claim[] {
  const { folded, facts } = sentence;
  const unavailable = [...folded.matchAll(UNAVAILABLE)];
  const available = [...folded.matchAll(AVAILABLE)].filter(
    (match) =>
      !unavailable.some((other) => other.index <= match.index && match.index < other.index + other[0].length),
  );
  const claims = [
    ...unavailable.map((match) => ({ match, wanted: false })),
    ...available.map((match) => ({ match, wanted: true })),
  ];
  return claims
    .filter(({ match }) => !isConditional(sentence, match.index) && !isAsked(sentence, match.index))
    .filter(({ match }) => !isOther(folded, match) && !facts.prose.includes(match[0]))
    .filter(({ match }) => !isOfRule(match.index, sentence))
    .map(({ match, wanted }) => {
      const isNegated = wanted && isNegatedNear(sentence, match.index, match.index + match[0].length);
      return claimAt("stock", match, isKnown(wanted && !isNegated, match.index, sentence) ? TRUE : FALSE);
    });
}

/** "Available in blue" is a matter of options; "available by phone", "from 9 to 5" of the shop. */
function isOther(folded: string, match: RegExpExecArray): boolean {
  return (
    /^ (?:by |per |via |on |from \d|to (?:help|answer|chat)|24|for (?:you|orders|returns)|\d)/.test(
      folded.slice(match.index + match[0].length),
    ) ||
    /\b(?:we are|we're|i'm|team is)(?: \w+){0,2} $|\b(?:tracking|information|option is|colou?rs|sizes|farben|tallas|tailles)\b[^,;]*$/.test(
      folded.slice(0, match.index),
    )
  );
}

/** "Cash on delivery is not available": of what the shop's rules speak of, where no product is known. */
function isOfRule(at: number, { folded, facts }: Sentence): boolean {
  if (facts.products.size > 0) return false;
  const words = tellingWords(folded.slice(clauseStart(folded, at), at));
  return facts.rules.some((rule) => [...words].some((word) => rule.words.has(word)));
}

function isKnown(wanted: boolean, at: number, sentence: Sentence): boolean {
  const products = productsOf(sentence, at);
  if (products.length === 0) return false;
  const known = [
    ...variantsSpokenOf(sentence, products, at).map(({ available }) => available),
    ...products.filter(({ variants }) => variants.length === 0).map(({ available }) => available),
  ].filter((has) => has !== null);
  const spoken = variantsSpokenOf(sentence, products, at);
  if (wanted && !eachOptionCanBeHad(sentence, products, spoken, at)) return false;
  // "The shirt is sold out" needs all of it to be, where no variant is named.
  if (!wanted && sentence.facts.isSoldOut) return true;
  const isPart = spoken.length < products.flatMap(({ variants }) => variants).length;
  const isWhole = !wanted && !isPart && known.length > 1 && products.length === 1;
  return isWhole ? known.every((has) => !has) : known.includes(wanted);
}

/** "In stock in Moss and Slate" says it of both. */
function eachOptionCanBeHad(
  { folded }: Sentence,
  products: readonly KnownProduct[],
  spoken: readonly KnownVariant[],
  at: number,
): boolean {
  const all = products.flatMap(({ variants }) => variants);
  if (spoken.length === all.length || products.length > 1) return true;
  const words = new Set(comparableWords(listAround(folded, at)));
  const named = new Set(spoken.flatMap(({ options }) => options.map((option) => option.join(" "))));
  return [...named]
    .filter((option) => option.length > 1 && option.split(" ").every((word) => words.has(word)))
    .every((option) =>
      spoken.some(
        (variant) => variant.available !== false && variant.options.some((each) => each.join(" ") === option),
      ),
    );
}

/** The part of a sentence between what sets its parts against each other. */
function listAround(folded: string, at: number): string {
  const breaks = [
    ...folded.matchAll(
      /[;:!?]|\.\s|,\s(?:and|und|y|et|e)\s|\b(?:but|while|whereas|aber|wahrend|pero|mientras|mais|tandis|mas|ma|mentre|not|nicht|no|only)\b/g,
    ),
  ].map(({ index }) => index);
  return folded.slice(
    breaks.filter((place) => place <= at).at(-1) ?? 0,
    breaks.find((place) => place > at) ?? folded.length,
  );
}

function productsOf(sentence: Sentence, at: number): KnownProduct[] {
  const spoken = productsAt(sentence, at);
  return spoken.length > 0 ? spoken : [...sentence.facts.products.values()];
}
