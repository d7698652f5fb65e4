import { findMeasures, type Measure } from "../../knowledge/product-words/measures";
import { type Claim, FALSE, isAsked, productsAt, type Sentence, TRUE } from "./claim";
import type { KnownProduct } from "./known-products";
import { isOfStranger } from "./stranger-names";

/** How far a figure may be off that was put from one unit into another, as inches into centimetres. */
const CONVERTED = 0.03;
/** A wish or an order, not what the thing is. */
const WISHED =
  /\b(?:looking for|you (?:need|want|asked|said|mentioned)|need|suchst|brauchst|busca\w*|necesita\w*|cherche\w*|procura\w*|precisa\w*|cerchi|cerca|serve)\b/;

/** Weights, lengths, volumes and the like: of the product that is spoken of, where its texts have any of that kind. */
export function checkMeasures(sentence: Sentence): Claim[] {
  const { folded, facts, shopper } = sentence;
  if (!/\d/.test(folded)) return [];
  if (facts.products.size === 0) return [...checkAdvice(sentence), ...checkOrdered(sentence)];
  const wished = findMeasures(shopper.folded);
  return findMeasures(folded)
    .filter(
      ({ unit, start, end }) =>
        unit !== "piece" && !isAsked(sentence, start) && !IN.test(folded.slice(start, end)),
    )
    .flatMap((measure): Claim[] => {
      const known = knownMeasures(measure, sentence);
      if (known.length === 0) return [];
      const isTrue =
        isAmong(measure, known) ||
        isAmong(measure, wished) ||
        WISHED.test(folded) ||
        (APART.test(folded) && isAmong(measure, differences([...sentence.facts.products.values()], measure)));
      return [{ kind: "number", start: measure.start, end: measure.end, verdict: isTrue ? TRUE : FALSE }];
    });
}

/** "About 60 g a litre", where nothing is known of anything: general advice. */
function checkAdvice(sentence: Sentence): Claim[] {
  const { folded, facts } = sentence;
  if (facts.orders.size > 0 || facts.terms.length > 0) return [];
  return findMeasures(folded).map(({ start, end }) => ({ kind: "number", start, end, verdict: TRUE }));
}

/** "A 500 g piece" of what was ordered. */
function checkOrdered({ folded, facts }: Sentence): Claim[] {
  const items = [...facts.orders.values()].flatMap((order) => order.items);
  const known = items.flatMap(({ title, variant }) => findMeasures(`${title} ${variant}`));
  return findMeasures(folded)
    .filter(({ unit }) => known.some((other) => isSameKind(other.unit, unit)))
    .map((measure) => ({
      kind: "number",
      start: measure.start,
      end: measure.end,
      verdict: isAmong(measure, known) ? TRUE : FALSE,
    }));
}

/** "72 in for $68" may be no inches. */
const IN = /\sin$/;

/** Those of the same kind that the product that is spoken of has; of any product where it has none. */
function knownMeasures({ unit, start }: Measure, sentence: Sentence): Measure[] {
  const spoken = [...productsAt(sentence, start), ...productAfter(start, sentence)];
  const own = isOfStranger(start, sentence) ? [] : measuresOf(spoken, unit);
  return own.length > 0 ? own : measuresOf([...sentence.facts.products.values()], unit);
}

/** "The 80 cm belt" */
function productAfter(start: number, { namedProducts, folded }: Sentence): KnownProduct[] {
  const next = namedProducts.find(({ at }) => at > start);
  return next && /^[^,;:()]{0,14}$/.test(folded.slice(start, next.at)) ? [next.product] : [];
}

const APART =
  /\b(?:leaves?|left over|spare|(?:either|each|both|every) side|difference|longer|shorter|wider|narrower|taller|heavier|lighter|deeper|seite|unterschied|langer|kurzer|breiter|schmaler|hoher|schwerer|leichter|diferencia|lado|cote|difference|diferenca|lato|differenza)\b/;

/** How far two measures of the products lie apart, and half of it for each side. */
function differences(products: readonly KnownProduct[], { unit }: Measure): Measure[] {
  const all = measuresOf(products, unit);
  return all.flatMap((a) =>
    all.flatMap((b) => [a.value - b.value, (a.value - b.value) / 2].map((value) => ({ ...a, value }))),
  );
}

function measuresOf(products: readonly KnownProduct[], unit: string): Measure[] {
  return products.flatMap(({ measures }) => measures.filter((measure) => isSameKind(measure.unit, unit)));
}

const isSameKind = (a: string, b: string) => a === b || (LENGTHS.has(a) && LENGTHS.has(b));
const LENGTHS = new Set(["inch", "metre"]);
const METRES_AN_INCH = 0.0254;

function isAmong(measure: Measure, known: readonly Measure[]): boolean {
  return known.some((other) => {
    const a = plain(measure);
    const b = plain(other);
    const isConverted = measure.unit !== other.unit;
    return Math.abs(a - b) <= b * (isConverted ? CONVERTED : 0.0001);
  });
}

const plain = ({ unit, value }: Measure) => (unit === "inch" ? value * METRES_AN_INCH : value);
