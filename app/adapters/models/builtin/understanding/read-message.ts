import { countPolicyConcepts } from "~/core/knowledge/policy-concepts";
import { readFigures, withoutUnits } from "./figures";
import { type Clue, type Recognition, recogniseIntent } from "./intents";
import { type Concept, type Lexicon, lexiconOf, type Mention } from "./lexicon";
import { findEmail, findOrderNumbers, findOrdinal, findPriceLimits, findQuantity, type Slots } from "./slots";
import { fold, type Language, splitWords, type Word } from "./words";

/** A message as far as lexicon and rules can tell. */
export interface MessageReading {
  text: string;
  language: Language;
  words: Word[];
  mentions: Mention[];
  concepts: ReadonlySet<Concept>;
  slots: Slots;
  /** Words for the things that are talked about, as written and in their order; colours and sizes included. */
  itemWords: string[];
  /** The same without colours, sizes and features: what is left names a thing. */
  thingWords: string[];
  /** What to search the shop's products for: like itemWords, but with the words that only a product's text explains. */
  searchWords: string[];
  clues: ReadonlySet<Clue>;
  recognition: Recognition;
}

/** Concepts that name or describe things rather than ask for something. */
const DESCRIBING: ReadonlySet<Concept> = new Set<Concept>(["colour", "size", "feature"]);
/** Concepts that frame a request for products; a search must not look for their words. */
const FRAMING: ReadonlySet<Concept> = new Set<Concept>([
  ...([
    "where",
    "when",
    "howlong",
    "howmuch",
    "which",
    "how",
    "why",
    "can",
    "want",
    "it",
    "mine",
    "item",
  ] as const),
  ...([
    "search",
    "buy",
    "cart",
    "incart",
    "goeswith",
    "more",
    "cheaper",
    "cheapest",
    "dearer",
    "dearest",
    "gift",
    "time",
    "newest",
    "popular",
    "compare",
  ] as const),
  ...([
    "stock",
    "details",
    "under",
    "over",
    "between",
    "greeting",
    "thanks",
    "yes",
    "no",
    "capability",
  ] as const),
  ...([
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "final",
    "quantity",
    "addto",
    "all",
    "optionname",
    "ifordered",
    "waiting",
  ] as const),
]);
/** A figure or a size's letter describes a thing and names none. */
const MEASURE = /^(?:\d[\d.,]*|[smlx]+)$/i;
const CURRENCY = /^(?:eur|euros?|usd|dollars?|bucks|gbp|pounds?|dolares|reais|libras|franken|chf)$/;
const SHORT = 5;

/** What the shopper has before her. */
export interface Before {
  /** Products were shown, or one is on the page. */
  hasProduct: boolean;
  /** Orders were shown, and no products since. */
  hasOrder?: boolean;
}

export function readMessage(text: string, language: Language, context: Before): MessageReading {
  const lexicon = lexiconOf(language);
  const email = findEmail(text);
  const words = lexicon.mend(splitWords(email ? text.replace(email, " ") : text, language));
  const figures = readFigures(text);
  const mentions = withoutUnits(settleTimes(lexicon.findMentions(words), words), words, figures);
  const concepts = new Set(mentions.map(({ concept }) => concept));
  const slots = readSlots(text, email, { words, mentions, concepts, lexicon });
  const things = uncoveredWords(words, mentions, lexicon, slots);
  const isUnit = (word: string) => figures.isMeasured && figures.units.has(fold(word));
  const thingWords = things(() => false).filter((word) => !MEASURE.test(word) && !isUnit(word));

  const clues = new Set<Clue>(concepts);
  if (slots.orderNumbers.length > 0) clues.add("number");
  if (email) clues.add("email");
  if (thingWords.length > 0) clues.add("items");
  if (slots.ordinal !== null) clues.add("ordinal");
  if (slots.minPrice !== null || slots.maxPrice !== null) clues.add("priced");
  if (figures.isSummed) clues.add("summed");
  if (figures.isMeasured) clues.add("measured");
  if (namesPlace(text)) clues.add("place");
  if (words.length <= SHORT) clues.add("short");
  if (context.hasProduct) clues.add("product");
  if (context.hasOrder) clues.add("shown");
  return {
    text,
    language,
    words,
    mentions,
    concepts,
    slots,
    itemWords: things((concept) => DESCRIBING.has(concept)),
    thingWords,
    searchWords: things((concept) => !FRAMING.has(concept)),
    clues,
    recognition: recogniseIntent(clues),
  };
}

function namesPlace(text: string): boolean {
  return [...countPolicyConcepts(text).keys()].some((concept) => concept.startsWith("country-"));
}

interface Found {
  words: Word[];
  mentions: Mention[];
  concepts: ReadonlySet<Concept>;
  lexicon: Lexicon;
}

function readSlots(text: string, email: string | null, { words, mentions, concepts, lexicon }: Found): Slots {
  const isOrderish = ORDERISH.some((concept) => concepts.has(concept));
  const orderNumbers = findOrderNumbers(text, isOrderish || words.length <= SHORT || !concepts.has("under"));
  const amounts = findPriceLimits(text, mentions, words);
  return {
    orderNumbers: orderNumbers.filter(
      (number) => ![amounts.minPrice, amounts.maxPrice].includes(Number(number)),
    ),
    email,
    ...amounts,
    ordinal: findOrdinal(mentions, text),
    quantity: findQuantity(words, lexicon),
  };
}

const ORDERISH: Concept[] = ["order", "parcel", "ship", "track"];

/** "2 weeks ago" is one time with its figure, and "last month" no wish for what is latest. */
function settleTimes(mentions: Mention[], words: Word[]): Mention[] {
  const times = mentions.filter(({ concept }) => concept === "time");
  const isInTime = ({ start, end }: Mention) =>
    times.some((time) => time.start <= start && end <= time.end && time.end - time.start > 1);
  return mentions
    .filter((mention) => mention.concept !== "latest" || !isInTime(mention))
    .map((mention) => {
      const before = words[mention.start - 1];
      const hasFigure = mention.concept === "time" && before !== undefined && /^\d+$/.test(before.folded);
      return hasFigure ? { ...mention, start: mention.start - 1 } : mention;
    });
}

/** Lists the words that are neither stop words nor part of a mention, except of concepts that `keep` lets pass. */
function uncoveredWords(words: Word[], mentions: Mention[], lexicon: Lexicon, slots: Slots) {
  const numbers = new Set(
    [...slots.orderNumbers, slots.minPrice, slots.maxPrice].map((one) => String(one).toLowerCase()),
  );
  return (keep: (concept: Concept) => boolean): string[] => {
    const covered = new Set(
      mentions
        .filter(({ concept }) => !keep(concept))
        .flatMap(({ start, end }) => words.slice(start, end).map((_, offset) => start + offset)),
    );
    return words
      .filter((word, index) => !covered.has(index) && !lexicon.isStopWord(word) && !numbers.has(word.folded))
      .filter((word) => !CURRENCY.test(word.folded))
      .map(({ written }) => written);
  };
}
