import { fold, stem, words } from "~/lib/words";
import type { StoreDocument } from "../../store/store-platform";
import { countConcepts } from "../concepts";
import { amountAt } from "../product-words/amounts";
import { tokenize } from "../product-words/tokens";
import { type IndexedSection, readSections } from "../sections";
import type { ContradictionTopic, Quote } from "./finding";
import { type Duration, isSameDuration, readDurations } from "./read-durations";
import { type OpeningHours, readOpeningHours } from "./read-opening-hours";
import { splitSentences } from "./split-sentences";
import { subjectOf } from "./subject-of";

export type Figure =
  | { kind: "duration"; duration: Duration }
  | { kind: "money"; value: number; codes: readonly string[] | null }
  | { kind: "hours"; hours: OpeningHours };

/** One figure that a shop states for one thing. */
export interface Statement {
  topic: ContradictionTopic;
  /** What it holds for, such as "uk" or "express sale"; empty for all. Figures of other scopes may differ. */
  scope: string;
  figure: Figure;
  quote: Quote;
}

/** Figures of these are rules of their own. */
const SCOPE_CONCEPTS = new Set(
  "sale damage gift wrapping abroad uk us eu pickup wholesale repair lost size cancel discount address tax".split(
    " ",
  ),
);
/** What has no concept: ways of shipping, seasons, groups of customers, and steps before the parcel leaves. */
const SCOPE_WORDS =
  /\b(?:express|expres|expreso|next day|overnight|same day|econom\w*|priority|premium|saver|tracked|black friday|christmas|xmas|weihnacht\w*|noel|navidad|natal|natale|holiday\w*|festiv\w*|easter|ostern|members?|mitglied\w*|vip|club|loyalty|students?|oversized?|bulky|freight|sperrgut|volumino\w*|remote|islands?|process\w*|dispatch\w*|handling|prepar\w*|bearbeit\w*|made to order|custom\w*|personali\w*|preorder\w*|pre-order\w*|backorder\w*|second|refurbish\w*|used|outlet|subscription\w*|abo|exchange\w*|umtausch\w*|online|in-store|in store)\b/g;
const THRESHOLD =
  /\b(?:over|above|from|more than|or more|minimum|at least|spend|exceed\w*|ab|uber|mindest\w*|a partir|superior\w*|superieur\w*|plus de|des|mas de|oltre|sopra|superiori|acima)\b/;
const FREE =
  /\b(?:free|kostenlos\w*|kostenfrei\w*|versandkostenfrei\w*|gratis|gratuit\w*|gratuita\w*|offerte?s?)\b/;
/** Amounts of a part, which add to others. */
const PARTIAL =
  /\b(?:surcharge|additional|extra|plus|per|each|every|zuschlag|zusatzlich|pro|je|supplement\w*|adicional|par|por|cada|ogni|insured|value|worth|items?|refund\w*)\b/;

/** The figures that a text states, of topics about which texts should agree. `productWords`: stems of what the shop sells. */
export function readStatements(document: StoreDocument, productWords: ReadonlySet<string>): Statement[] {
  return readSections(document).flatMap((section) =>
    splitSentences(section.text).flatMap((sentence) => readSentence(section, sentence, productWords)),
  );
}

function readSentence(
  section: IndexedSection,
  sentence: string,
  productWords: ReadonlySet<string>,
): Statement[] {
  const place = [section.documentTitle, ...section.context, section.heading].join(" ");
  const quote = quoteOf(section, sentence);
  const scope = scopeOf(`${section.heading} ${sentence}`, productWords);
  const state = (topic: ContradictionTopic, figure: Figure, more = ""): Statement => ({
    topic,
    scope: [scope, more].filter(Boolean).join(" "),
    figure,
    quote,
  });
  const durations = readDurations(sentence).flatMap((duration) => {
    const topic = durationTopic(sentence, duration, place);
    return topic ? [state(topic, { kind: "duration", duration })] : [];
  });
  const hours = readOpeningHours(sentence).map((hours) =>
    state(
      "opening-hours",
      { kind: "hours", hours },
      `${hours.day} ${isSupport(place, sentence) ? "support" : ""}`,
    ),
  );
  return [
    ...durations,
    ...readMoney(sentence, place).map(({ topic, ...figure }) => state(topic, figure)),
    ...hours,
  ];
}

/** Shorter and longer ones are something else: a label that is sent within two days, records that are kept for seven years. */
const BOUNDS: Record<"return-window" | "refund-time" | "delivery-time" | "warranty", [number, number]> = {
  "return-window": [7, 400],
  "refund-time": [1, 60],
  "delivery-time": [1, 90],
  warranty: [28, 40_000],
};

function durationTopic(sentence: string, duration: Duration, place: string): ContradictionTopic | null {
  const subject = subjectOf(sentence, duration, place);
  if (!subject) return null;
  const [least, most] = BOUNDS[subject];
  return duration.max >= least && duration.max <= most ? subject : null;
}

function readMoney(sentence: string, place: string) {
  const concepts = countConcepts(`${place} ${sentence}`);
  const folded = fold(sentence);
  if (!concepts.has("shipping") || countConcepts(sentence).has("return")) return [];
  const tokens = tokenize(sentence);
  const amounts = tokens.flatMap((_, index) => {
    const amount = amountAt(tokens, index);
    return amount?.codes ? [amount] : [];
  });
  const [amount] = amounts;
  if (!amount || amounts.length > 1) return [];
  const figure = { kind: "money" as const, value: amount.value, codes: amount.codes };
  if (FREE.test(folded))
    return THRESHOLD.test(folded) ? [{ topic: "free-shipping" as const, ...figure }] : [];
  if (THRESHOLD.test(folded) || PARTIAL.test(folded)) return [];
  const isPrice = countConcepts(sentence).has("cost") || /:/.test(sentence);
  return isPrice ? [{ topic: "shipping-fee" as const, ...figure }] : [];
}

function isSupport(place: string, sentence: string): boolean {
  const concepts = countConcepts(`${place} ${sentence}`);
  return concepts.has("contact") && !concepts.has("location");
}

function scopeOf(text: string, productWords: ReadonlySet<string>): string {
  const folded = fold(text);
  const named = words(text).flatMap((word) => {
    if (productWords.has(stem(word))) return [stem(word)];
    const concept = [...countConcepts(word).keys()].find((name) => SCOPE_CONCEPTS.has(name));
    if (!concept) return [];
    return concept === "eu" || concept === "abroad" ? [word] : [concept];
  });
  const phrases = [...countConcepts(text).keys()].filter((name) => name === "uk" || name === "us");
  const others = folded.match(SCOPE_WORDS) ?? [];
  return [...new Set([...named, ...phrases, ...others])].sort().join(" ");
}

const MAX_QUOTE = 300;

export function quoteOf(section: IndexedSection, text: string): Quote {
  const { documentId, kind, documentTitle, url, heading } = section;
  return { documentId, kind, title: documentTitle, url, heading, text: text.slice(0, MAX_QUOTE) };
}

/** False where the two are of different measures: then nothing can be said. */
export function differs(a: Figure, b: Figure): boolean {
  if (a.kind === "duration" && b.kind === "duration")
    return a.duration.unit === b.duration.unit && !isSameDuration(a.duration, b.duration);
  if (a.kind === "money" && b.kind === "money") {
    const shares = !a.codes || !b.codes || a.codes.some((code) => b.codes?.includes(code));
    return shares && Math.abs(a.value - b.value) >= 0.005;
  }
  if (a.kind === "hours" && b.kind === "hours")
    return a.hours.from !== b.hours.from || a.hours.to !== b.hours.to;
  return false;
}
