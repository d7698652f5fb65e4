import { comparable, comparableWords } from "../../store/option-words";
import { type Claim, claimAt, FALSE, isAsked, isNegatedNear, productsAt, type Sentence, TRUE } from "./claim";
import { findThings } from "./item-names";
import { OWN_ORDER } from "./phrases";
import { withoutTitles } from "./spoken-variants";
import { isOfStranger } from "./stranger-names";

/** Names of colours, each as the comparable word that its translations share. */
export const COLOURS = new Set(
  (
    "black white grey red blue navy green yellow orange pink purple brown beige gold silver " +
    "turquoise turkis turquesa turchese burgundy bordeaux burdeos bordo teal olive oliva mint menta coral corail koralle corallo khaki kaki ivory elfenbein marfil ivoire avorio cream creme crema charcoal anthrazit antracita anthracite magenta cyan lavender lavendel lavande lavanda crimson maroon indigo tan camel mustard senf mostaza moutarde mostarda senape peach aqua lime"
  )
    .split(" ")
    .map((word) => comparable(word)),
);
const SIZE_WORD =
  /\b(?:size|sizes|grosse|grossen|talla|tallas|taille|tailles|pointure|tamanho|tamanhos|taglia|taglie|misura)\s(?:is |ist |von |de )?["'(]?(\d{1,3}(?:[.,]5)?|x{0,4}[sml]|\dxl)\b/gu;
const LETTER_SIZE =
  /(?<![\p{L}\p{N}'’.-])(?:X{1,4}[SL]|[2-6]XL|[SML](?=\s?[,/&)]|\s(?:and|or|to|und|oder|bis|y|o|et|ou|e)\s(?:X{0,4}[SML]|\dXL)\b))(?![\p{L}\p{N}'’-])/gu;
/** Words that say that something comes in a colour, not that it goes with one. */
const OFFERED =
  /\b(?:comes?|available|in stock|have (?:it|them)|offer\w*|gibt es|erhaltlich|verfugbar|auf lager|haben|disponib\w*|disponiv\w*|viene|existe|esta|sale|hay|tenemos|proposons|vient|avons|vem|temos|esiste|abbiamo|colou?rs?|farben?|colores|couleurs?|cores|colori|options?|variants?)\b/;

/** Colours and sizes that a product is said to come in: only such as it has. */
export function checkOptions(sentence: Sentence): Claim[] {
  const { folded, facts } = sentence;
  const ordered = checkOrdered(sentence);
  if (ordered.length > 0) return ordered;
  if (OWN_ORDER.test(folded) || (facts.products.size === 0 && !OFFERED.test(folded))) return [];
  const plain = withoutTitles(folded, [...facts.products.values()]);
  const colours = hasColours(sentence) || OFFERED.test(folded) ? findColours(plain) : [];
  return [...colours, ...findSizes(sentence, plain)]
    .filter((match) => !isAsked(sentence, match.index))
    .filter((match) => !isNegatedNear(sentence, match.index, match.index + match[0].length))
    .map((match) => claimAt("option", match, isKnown(match, sentence) ? TRUE : FALSE));
}

const MADE_OF =
  /\b(?:contains?|includes?|containing|ordered|items?|size|in your order|with|enthalt|beinhaltet|bestellt|contiene|incluye|pediste|contient|comprend|commande|contem|inclui|pediu|include|ordinat\w+)\b/;

/** "Four mugs in Fern": the variants that an order has, where its item is named beside an option of the shop. */
function checkOrdered(sentence: Sentence): Claim[] {
  const { folded, facts, orders } = sentence;
  if (sentence.isQuestion || orders.length === 0 || facts.orders.size === 0) return [];
  if (sentence.namedOrders.length === 0 && !OWN_ORDER.test(folded) && !MADE_OF.test(folded)) return [];
  return findThings(folded, facts.things).flatMap(({ thing, at }): Claim[] => {
    const items = orders.flatMap(({ items }) => items.filter(({ title }) => title === thing.title));
    const variants = new Set(items.flatMap(({ variant }) => comparableWords(variant)));
    if (variants.size === 0) return [];
    const product = facts.products.get(thing.title);
    const offered = new Set([...(product?.optionWords ?? []), ...COLOURS, ...SIZES]);
    const end = at + thing.title.length + NEARBY;
    return [...folded.slice(0, end).matchAll(/[\p{L}\p{N}.]+/gu)]
      .filter(({ index }) => index >= at - 25 && !folded.slice(index, end).includes(thing.title))
      .filter(({ index }) => !/[,;]/.test(folded.slice(Math.min(at, index), Math.max(at, index))))
      .flatMap((match) => {
        const [word = ""] = comparableWords(match[0]);
        const isOption =
          offered.has(word) &&
          (word.length > 1 ||
            /size|\(|grosse|tall/.test(folded.slice(Math.max(0, match.index - 8), match.index)));
        return isOption && !variants.has(word) ? [claimAt("option", match, FALSE)] : [];
      });
  });
}

const NEARBY = 22;
const SIZES = ["xs", "s", "m", "l", "xl", "xxl"];

/** "A flat white": where nothing comes in colours, a colour may be anything. */
function hasColours({ products, facts }: Sentence): boolean {
  const spoken = products.length > 0 ? products : [...facts.products.values()];
  return spoken.some(({ optionWords }) => [...optionWords].some((word) => COLOURS.has(word)));
}

function findColours(plain: string): RegExpExecArray[] {
  return [...plain.matchAll(/\p{L}{3,}/gu)].filter(
    (match) =>
      COLOURS.has(comparable(match[0])) &&
      !isVerb(match[0], plain.slice(0, match.index)) &&
      !IN_TWO_WORDS.test(plain.slice(match.index)),
  );
}

/** "Bleu marine" is navy: the second word says which. */
const IN_TWO_WORDS = /^(?:bleue?|blau|azul|blu|blue) (?:marine|marino|marinho|navy|nuit)\b/;

/** "Ich weiß" */
const isVerb = (word: string, before: string): boolean =>
  word === "weiss" && /\b(?:ich|man|er|sie|wer|niemand)\s$/.test(before);

function findSizes({ text }: Sentence, plain: string): RegExpExecArray[] {
  const worded = [...plain.matchAll(SIZE_WORD)];
  return [...worded, ...text.matchAll(LETTER_SIZE)];
}

function isKnown(match: RegExpExecArray, sentence: Sentence): boolean {
  const { facts, shopper, folded } = sentence;
  const written = (match[1] ?? match[0]).toLowerCase();
  const [word = written] = comparableWords(written);
  const named = sentence.namedProducts.map(({ product }) => product);
  const spoken = isOfStranger(match.index, sentence) ? [] : [...productsAt(sentence, match.index), ...named];
  const products = spoken.length > 0 ? spoken : [...facts.products.values()];
  if (products.some(({ optionWords }) => optionWords.has(word))) return true;
  const isElsewhere = products.some(({ words }) => words.has(word));
  if (OFFERED.test(folded)) return products.some(({ title }) => comparableWords(title).includes(word));
  return isElsewhere || facts.words.has(word) || shopper.text.includes(written);
}
