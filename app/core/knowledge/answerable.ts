import { neighboursOf } from "./concept-relations";
import type { ReadSection } from "./read-section";
import type { AskedUnit, SectionQuestion } from "./section-question";

/**
 * Matters so much their own that an answer has to speak of them: who asks for a student's discount is not answered by
 * another one. The others are spoken of in many words, and an answer may well do without each of them.
 */
const OWN_MATTERS = named(
  "students instalments gift-card jobs wholesale press loyalty referral newsletter price-match parking " +
    "repair rental trade-in events samples personalised wrapping cancel data-deletion warranty insurance " +
    "signature express pickup po-box cash transfer payment-security payment-failed currency customs organic " +
    "vegan pregnancy allergens freezer dishwasher water-resistance recycling assembly subscription " +
    "subscription-cancel preorder stock age-limit store-credit caffeine fragrance animal-testing " +
    "watering pests first-order missed privacy " +
    "ring-size nutrition alcohol review notify repotting grind recipe " +
    "height count weight wind",
);
/**
 * The same of words that are said of much else as well ("my account" is a bank's, "reçu" what has come): a section that
 * is headed by another thing that was asked answers without them.
 */
const OFTEN_BESIDE = named(
  "address invoice donation power light wedding account advice language holidays split test-before temperature stock",
);
/** What is asked of one thing is answered by what is said of that thing alone. */
const ATTRIBUTES = new Set(
  "~dishwasher ~water-resistance ~height ~weight ~count ~power ~wind ~nutrition ~alcohol ~taste ~spare".split(
    " ",
  ),
);
function named(list: string): ReadonlySet<string> {
  return new Set(list.split(" ").map((name) => `~${name}`));
}
/** A neighbour this near speaks of the same. */
const SAME = 0.6;

/** The matters that an answer has to speak of: of those that one word may mean, one. */
export function requiredMatters({ units, concepts: asked }: SectionQuestion): string[][] {
  // "What is your address?" is after the shop's own, not after the one on an order.
  const isRequired = (concept: string) =>
    (OWN_MATTERS.has(concept) || OFTEN_BESIDE.has(concept)) &&
    !(concept === "~address" && asked.has("~location"));
  const isOfThing = units.some(({ concepts }) => concepts.some((concept) => ATTRIBUTES.has(concept)));
  return units
    .map(({ concepts }) =>
      concepts.filter((concept) => isRequired(concept) || (isOfThing && concept.startsWith("~thing "))),
    )
    .filter((matters) => matters.length > 0);
}

/** The share of the required matters that a section speaks of, by this name or another; 1 where none is required. */
export function spokenShare(section: ReadSection, required: readonly string[][]): number {
  if (required.length === 0) return 1;
  return (
    required.filter((matters) => matters.some((matter) => speaksOf(section, matter))).length / required.length
  );
}

function speaksOf({ heading, title, text }: ReadSection, matter: string): boolean {
  const names = [
    matter,
    ...neighboursOf(matter.slice(1)).flatMap(([other, nearness]) => (nearness >= SAME ? [`~${other}`] : [])),
  ];
  return names.some((name) => heading.has(name) || title.has(name) || text.has(name));
}

/** Fitted with the ranking's weights; the sum is the logit of the shop's saying something about it. */
const LOGIT = {
  base: -1.14,
  score: 0.45,
  length: 1.73,
  coverage: 2.55,
  unspokenByShop: -2.5,
  unspokenByBest: -2.47,
};
/** From so many telling words on a question says all that it can. */
const LONG = 6;
/** More of a question need not be met. */
const COVERED = 0.5;
/** Chosen so that about one in twenty of the questions that a shop answers is lost. */
const THRESHOLD = 0.25;

/** From this nearness in meaning on a section answers without a word in common. */
const MEANT = 0.7;

/** Whether the best section answers a question, or is merely the nearest one of a shop that says nothing about it. */
export function isAnswered({
  question,
  read,
  best,
  score,
  coverage,
  meant,
  isOfPlace,
}: {
  question: SectionQuestion;
  read: readonly ReadSection[];
  best: ReadSection;
  score: number;
  /** The share of the question that the best section meets. */
  coverage: number;
  /** How near its meaning is to the question's, from 0 to 1. */
  meant: number;
  /** Whether the best section is headed by the place that is asked for. */
  isOfPlace: boolean;
}): boolean {
  const required = requiredMatters(question);
  const isUnspoken = spokenShare(best, required) === 0 && !isHeadedByAnother(best, question, required);
  if (isUnspoken || meetsPlaceAlone(question, best)) return false;
  if (meant >= MEANT || (isOfPlace && asksOfSending(question))) return true;
  const byShop = required.filter((matters) => read.some((section) => spokenShare(section, [matters]) > 0));
  const logit =
    LOGIT.base +
    LOGIT.score * score +
    LOGIT.length * Math.min(1, question.units.length / LONG) +
    LOGIT.coverage * Math.min(COVERED, coverage) +
    LOGIT.unspokenByShop * (byShop.length < required.length ? 1 : 0) +
    LOGIT.unspokenByBest * (1 - spokenShare(best, required));
  return logit >= THRESHOLD;
}

/** Whether nothing but words of many meanings is unspoken, and the heading has something else that was asked. */
function isHeadedByAnother(
  { heading }: ReadSection,
  { concepts }: SectionQuestion,
  required: readonly string[][],
): boolean {
  const isLoose = required.every((matters) => matters.some((matter) => OFTEN_BESIDE.has(matter)));
  return isLoose && [...concepts].some((concept) => heading.has(concept) && !SAYS_LITTLE.has(concept));
}
/** Headings have these whatever they are about. */
const SAYS_LITTLE = named("order-word product-word policy-word arrive procedure duration cost price");

const isPlace = ({ concepts }: AskedUnit) =>
  concepts.some(
    (concept) => concept.startsWith("~country-") || concept === "~abroad" || concept === "~island",
  );

/** What is asked of a place where a shop is asked after one: whether, when and for how much it sends there. */
const OF_SENDING = named(
  "shipping shipping-cost delivery-time arrive order-word when-receive zones carrier free-shipping express duration",
);

const isOfSending = ({ concepts }: AskedUnit) => concepts.some((concept) => OF_SENDING.has(concept));
const asksOfSending = ({ units }: SectionQuestion) => units.some(isOfSending);

/** "What is the capital of France?" is answered by no line that merely names France. */
function meetsPlaceAlone({ units }: SectionQuestion, { heading, title, text }: ReadSection): boolean {
  const others = units.filter((unit) => !isPlace(unit));
  if (others.length === 0 || others.length === units.length) return false;
  if (others.some(isOfSending)) return false;
  const isMet = (term: string) =>
    [term, ...neighboursOf(term.slice(1)).map(([other]) => `~${other}`)].some(
      (name) => heading.has(name) || title.has(name) || text.has(name),
    );
  return !others.some(({ root, concepts }) => [...(root === null ? [] : [root]), ...concepts].some(isMet));
}
