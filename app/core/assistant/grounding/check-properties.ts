import {
  type Claim,
  claimAt,
  clauseStart,
  FALSE,
  isAsked,
  isConditional,
  isNegatedNear,
  type Sentence,
} from "./claim";
import { splitAt } from "./clauses";
import type { KnownProduct } from "./known-products";
import { findMaterials, materialsIn, originsIn } from "./materials";
import { AGAINST, propertiesIn } from "./property-words";
import { deniesRule, type Rule, tellingWords } from "./rules";

/** A thing of another kind, or a likeness: nothing is said of what the product is made of. */
const BESIDES =
  /\b(?:like|looks?|feels?|style|with (?:your|some)|pairs?|goes|match\w*|than|instead of|unlike|wie|statt|als|passt|passen|combina\w*|como|que|comme|avec|va (?:bien|con)|come|invece|anziche)\b/;

/** What products are, of what and whence: false where their own texts say otherwise. Silence proves nothing. */
export function checkProperties(sentence: Sentence): Claim[] {
  const products = spokenProducts(sentence);
  if (products.length === 0 || sentence.isQuestion || sentence.language === null) return [];
  return [
    ...checkMaterials(sentence, products),
    ...checkOrigins(sentence, products),
    ...checkNamedProperties(sentence, products),
    ...checkStatements(sentence, products),
  ];
}

function spokenProducts({ namedProducts, products }: Sentence): KnownProduct[] {
  return namedProducts.length > 0 ? [...new Set(namedProducts.map(({ product }) => product))] : products;
}

function checkMaterials(sentence: Sentence, products: readonly KnownProduct[]): Claim[] {
  const { folded, shopper } = sentence;
  const known = new Set(products.flatMap(({ text }) => [...materialsIn(text)]));
  if (known.size === 0) return [];
  const named = [...sentence.namedProducts, ...boughtItems(sentence)];
  return findMaterials(folded)
    .filter(({ name }) => !known.has(name) && !materialsIn(shopper.folded).has(name))
    .filter(({ start }) => !named.some(({ at, end }) => at <= start && start < end))
    .filter(({ start, end }) => {
      const before = folded.slice(clauseStart(folded, start), start);
      return !BESIDES.test(before) && !isNegatedNear(sentence, start, end) && !isConditional(sentence, start);
    })
    .map(({ start, end }) => ({ kind: "property", start, end, verdict: FALSE }));
}

/** Where items of her orders and their versions are named: "Cotton Yarn (Denim)" is what it is called, whatever it is of. */
function boughtItems({ orders, folded }: Sentence): { at: number; end: number }[] {
  const names = orders.flatMap(({ items }) =>
    items.flatMap(({ title, variant }) => (folded.includes(title) ? [title, ...variant.split(" / ")] : [])),
  );
  return names
    .filter((name) => name !== "")
    .flatMap((name) => {
      const at = folded.indexOf(name);
      return at === -1 ? [] : { at, end: at + name.length };
    });
}

function checkOrigins({ folded, isNegated }: Sentence, products: readonly KnownProduct[]): Claim[] {
  const said = originsIn(folded);
  const known = new Set(products.flatMap(({ text }) => originsIn(text)));
  if (isNegated || known.size === 0 || said.length === 0 || said.every((country) => known.has(country)))
    return [];
  return [{ kind: "property", start: 0, end: folded.trimEnd().length, verdict: FALSE }];
}

/** "Vegan", "waterproof": false where the product's text denies it, or has what excludes it. */
function checkNamedProperties(sentence: Sentence, products: readonly KnownProduct[]): Claim[] {
  const [product] = products;
  if (!product || products.length > 1) return [];
  const stated = splitAt(product.text).flatMap(propertiesIn);
  return splitAt(sentence.folded).flatMap((clause): Claim[] => {
    const start = sentence.folded.indexOf(clause);
    if (isConditional(sentence, start + clause.length) || isAsked(sentence, start + 1)) return [];
    return propertiesIn(clause).flatMap(({ name, isDenied, index, 0: written }): Claim[] => {
      const own = stated.filter((other) => other.name === name);
      const against = stated.filter((other) =>
        AGAINST.some((pair) => pair.includes(name) && pair.includes(other.name) && other.name !== name),
      );
      const isRefuted = isDenied
        ? own.some((other) => !other.isDenied) && !own.some((other) => other.isDenied)
        : (own.some((other) => other.isDenied) && !own.some((other) => !other.isDenied)) ||
          (own.length === 0 && against.some((other) => !other.isDenied));
      return isRefuted ? [claimAt("property", { index: start + index, 0: written }, FALSE)] : [];
    });
  });
}

/** "It can be resoled" of a text that says "cannot be resoled": every telling word of it, and the other way round. */
function checkStatements(sentence: Sentence, products: readonly KnownProduct[]): Claim[] {
  const { folded, language } = sentence;
  const statements: Rule[] = products.flatMap(({ statements }) => statements);
  return splitAt(folded).flatMap((clause): Claim[] => {
    const start = folded.indexOf(clause);
    const words = tellingWords(clause);
    const fits = statements.filter(
      ({ words: own }) => own.size > 0 && [...own].every((word) => words.has(word)),
    );
    if (fits.length === 0 || isConditional(sentence, start + clause.length) || isAsked(sentence, start + 1))
      return [];
    const isDenied = deniesRule(clause, language);
    if (fits.some((fit) => fit.isDenied === isDenied)) return [];
    return [{ kind: "property", start, end: start + clause.length, verdict: FALSE }];
  });
}
