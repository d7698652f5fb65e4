import { translationsOf } from "~/core/knowledge/product-words/translations";
import { productDetailsDataSchema } from "~/core/tools/results";
import { tellableSentences } from "../answering/excerpt";
import { type Dialogue, findFocusProduct, findListedProducts } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { fold, type Language, splitWords } from "../understanding/words";
import { isAnyOf } from "./chosen-options";
import { kindsOf } from "./material-kinds";
import type { DetailedProduct } from "./product-question";

/** Products that can be in sight at once. */
const MOST = 6;

/** Goes on with all that the shop tells of the products that she has before her, in their order; shows nothing anew. */
export function withShown(dialogue: Dialogue, goOn: (products: DetailedProduct[]) => Step): Step {
  const listed = findListedProducts(dialogue.earlier);
  const focus = findFocusProduct(dialogue.earlier);
  const isListed = focus === null || listed.some(({ handle }) => handle === focus.handle);
  const shown = (isListed ? listed : [focus, ...listed]).slice(0, MOST);
  const onPage = dialogue.facts.page?.productHandle;
  const handles = shown.length > 0 ? shown.map(({ handle }) => handle) : onPage ? [onPage] : [];
  return withResults(dialogue, handles.map(lookUnseen), (results) =>
    goOn(
      results.flatMap((result) => {
        const reading = readAs(result, productDetailsDataSchema);
        return reading.status === "ok" ? reading.data.product : [];
      }),
    ),
  );
}

function lookUnseen(handle: string): PlannedCall {
  return { name: "product_details", arguments: { handle, hidden: true } };
}

/** The words in which the same may be said: other forms, languages, and the kinds of a material. */
function formsOf(word: string, language: Language): string[] {
  const folded = fold(word);
  const translated = translationsOf(word, language, () => true)
    .map(({ words }) => fold(words))
    .filter((one) => !one.includes(" "));
  const names = [folded, ...translated];
  return [...new Set([...names, ...names.flatMap(kindsOf)])];
}

/** Letters that two words share at their beginnings to be forms of one. */
const SHARED = 4;
const SAME_SHARE = 0.75;
/** Letters of a word that is found inside a compound. */
const PART = 4;

function isForm(form: string, word: string): boolean {
  if (form === word) return true;
  if (form.length < SHARED || word.length < SHARED || /\d/.test(form)) return false;
  if (word.length >= form.length + 3 && form.length >= PART && (word.startsWith(form) || word.endsWith(form)))
    return true;
  let shared = 0;
  while (shared < form.length && form[shared] === word[shared]) shared += 1;
  return shared >= SHARED && shared >= SAME_SHARE * Math.max(form.length, word.length);
}

const wordsOf = (text: string) => splitWords(text, "en").map(({ folded }) => folded);

/** What rules out what a sentence names: "gig bag not included". */
const NEGATION =
  /\b(?:not|no|without|non|separately|nicht|kein\p{L}*|ohne|separat|sans|pas|senza|sem|nao|sin|aparte)\b/u;

export function says(text: string, word: string, language: Language): boolean {
  const forms = formsOf(word, language);
  return wordsOf(text).some((one) => forms.some((form) => isForm(form, one)));
}

/** How much of the product the words describe, from 0 to 1: its name and versions more than what its text says. */
export function describedBy(product: DetailedProduct, words: string[], language: Language): number {
  if (words.length === 0) return 0;
  const values = product.options.flatMap((option) => option.values);
  const named = [product.title, ...values].join(" ");
  const filed = [product.productType, product.vendor, ...product.tags].join(" ");
  const told = tellableSentences(product.description).filter((one) => !NEGATION.test(fold(one)));
  const scores = words.map((word): number => {
    if (says(named, word, language) || isAnyOf(values, word)) return NAMED;
    if (says(filed, word, language)) return FILED;
    return told.some((sentence) => says(sentence, word, language)) ? TOLD : 0;
  });
  return scores.reduce((sum, score) => sum + score, 0) / words.length;
}

const NAMED = 1;
const FILED = 0.9;
const TOLD = 0.75;
