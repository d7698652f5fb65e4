import { neighboursOf } from "./concept-relations";
import type { ReadSection } from "./read-section";
import type { AskedUnit, SectionQuestion } from "./section-question";

/**
 * Matters so much their own that an answer has to speak of them: who asks for a student's discount is not answered by
 * another one. The others are spoken of in many words, and an answer may well do without each of them.
 */
const OWN_MATTERS = new Set(
  (
    "students instalments gift-card jobs wholesale press loyalty referral newsletter price-match invoice parking " +
    "repair rental trade-in events samples personalised wrapping cancel address data-deletion warranty insurance " +
    "signature express pickup po-box cash transfer payment-security payment-failed currency customs donation organic " +
    "vegan pregnancy allergens freezer dishwasher water-resistance power recycling assembly advice subscription " +
    "subscription-cancel account preorder stock age-limit language store-credit caffeine fragrance animal-testing " +
    "watering pests light holidays wedding first-order split missed privacy test-before " +
    "ring-size nutrition alcohol review notify repotting grind recipe temperature " +
    "height count weight wind"
  )
    .split(" ")
    .map((name) => `~${name}`),
);
/** What is asked of one thing is answered by what is said of that thing alone. */
const ATTRIBUTES = new Set(
  "~dishwasher ~water-resistance ~height ~weight ~count ~power ~wind ~nutrition ~alcohol ~taste ~spare".split(
    " ",
  ),
);
/** A neighbour this near speaks of the same. */
const SAME = 0.6;

/** The matters that an answer has to speak of: of those that one word may mean, one. */
export function requiredMatters({ units, concepts: asked }: SectionQuestion): string[][] {
  // "What is your address?" is after the shop's own, not after the one on an order.
  const isRequired = (concept: string) =>
    OWN_MATTERS.has(concept) && !(concept === "~address" && asked.has("~location"));
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
}: {
  question: SectionQuestion;
  read: readonly ReadSection[];
  best: ReadSection;
  score: number;
  /** The share of the question that the best section meets. */
  coverage: number;
  /** How near its meaning is to the question's, from 0 to 1. */
  meant: number;
}): boolean {
  const required = requiredMatters(question);
  if (spokenShare(best, required) === 0 || meetsPlaceAlone(question, best)) return false;
  if (meant >= MEANT) return true;
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

const isPlace = ({ concepts }: AskedUnit) =>
  concepts.some(
    (concept) => concept.startsWith("~country-") || concept === "~abroad" || concept === "~island",
  );

/** "What is the capital of France?" is answered by no line that merely names France. */
function meetsPlaceAlone({ units }: SectionQuestion, { heading, title, text }: ReadSection): boolean {
  const others = units.filter((unit) => !isPlace(unit));
  if (others.length === 0 || others.length === units.length) return false;
  const isMet = (term: string) =>
    [term, ...neighboursOf(term.slice(1)).map(([other]) => `~${other}`)].some(
      (name) => heading.has(name) || title.has(name) || text.has(name),
    );
  return !others.some(({ root, concepts }) => [...(root === null ? [] : [root]), ...concepts].some(isMet));
}
