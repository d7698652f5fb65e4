import { fold } from "~/lib/words";
import { colourOf } from "../../store/colours";
import type { Product } from "../../store/product";
import { isThingFirst, nameThings } from "./name-things";
import { readText, readWords, type TextToken } from "./searchable-words";

/** A product as it is searched: its words, and how much each says of what the product is. */
export interface IndexedProduct {
  /** In order. */
  title: TextToken[];
  type: string[];
  /** Whether the type begins with the thing rather than ends with it. */
  isThingFirst: boolean;
  vendor: string[];
  /** Words that stand where a product tells what it is: title, type, vendor, tags, options, SKU, lead. */
  strong: Set<string>;
  /** Places in the title of words that name the thing itself. */
  places: Set<number>;
  /** How the description begins, which is often the name that the maker gave the thing. */
  lead: TextToken[];
  leadPlaces: Set<number>;
  /** Words that name the thing itself: where the title says what it is, or the type does. */
  things: Set<string>;
  /** All words of title, type and description, with how often they come up. */
  counts: Map<string, number>;
}

/** Characters of a description; further down are instructions and warranties. */
const MAX_DESCRIPTION = 6_000;
const MAX_TITLE = 60;
const MAX_LEAD = 14;
const MAX_LEAD_CHARACTERS = 160;
const MAX_VARIANTS = 250;

export function indexProduct(product: Product, language: string): IndexedProduct {
  const { tokens, alternatives } = readText(product.title);
  const title = tokens.slice(0, MAX_TITLE);
  const type = readWords(product.productType);
  const vendor = unique(readWords(product.vendor));
  const lead = readLead(product.description);
  const strong = new Set([
    ...wordsOf(title),
    ...alternatives,
    ...type,
    ...vendor,
    ...product.tags.flatMap(readWords),
    ...optionTexts(product).flatMap(readWords),
    ...product.variants.slice(0, MAX_VARIANTS).flatMap(({ sku }) => skuWords(sku)),
    ...wordsOf(lead),
  ]);
  const counts = countWords(
    [product.title, product.productType, product.description.slice(0, MAX_DESCRIPTION)].join("\n"),
  );
  const places = nameThings(title, describes(product), language);
  const named = title.flatMap((token, at) => (token.kind === "word" && places.has(at) ? [token.word] : []));
  const leadPlaces = nameThings(lead, describes(product), language);
  return {
    title,
    type,
    isThingFirst: isThingFirst(language),
    vendor,
    strong,
    places,
    lead,
    leadPlaces,
    things: new Set([...named, ...typeThings(type)]),
    counts,
  };
}

/** The first sentence of a description, or as much of it as a name may be long. */
function readLead(description: string): TextToken[] {
  const [sentence = ""] = description.slice(0, MAX_LEAD_CHARACTERS).split(/[.!?](?=\s|$)|\n/);
  return readText(sentence).tokens.slice(0, MAX_LEAD);
}

const wordsOf = (tokens: TextToken[]) => tokens.flatMap((token) => ("word" in token ? [token.word] : []));

function skuWords(sku: string): string[] {
  const whole = sku.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return [...readWords(sku), whole].filter((word) => word !== "");
}

function optionTexts({ options }: Product): string[] {
  return options.flatMap(({ values }) => values);
}

/** Whether a word is a colour, the vendor's name, or what the product can be chosen in. */
function describes(product: Product): (word: string) => boolean {
  const offered = new Set([product.vendor, ...optionTexts(product)].flatMap(readWords).map(fold));
  return (word) => offered.has(fold(word)) || colourOf(fold(word)) !== null;
}

const typeThings = (type: string[]) => type.filter((word) => !/\p{N}/u.test(word));
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of readWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const unique = (words: string[]) => [...new Set(words)];
