import { countConcepts } from "../concepts";

type DurationTopic = "return-window" | "refund-time" | "delivery-time" | "warranty";

const TOPICS: Record<string, DurationTopic> = {
  return: "return-window",
  refund: "refund-time",
  shipping: "delivery-time",
  warranty: "warranty",
};
/** "after delivery", "of receipt": from when the days are counted, not what they are of. */
const COUNTED_FROM =
  /(?:^|\s)(?:of|after|from|since|upon|following|nach|ab|seit|apres|suivant|des|desde|tras|despues|dopo|dal|dalla|da|apos|do|de)\s+(?:\p{L}+\s+){0,2}$/u;

/**
 * What a duration in a sentence is said of: the nearest word before it that names a topic, else one after it, else the
 * place where the sentence stands. Null where nothing says so.
 */
export function subjectOf(
  sentence: string,
  { start, end }: { start: number; end: number },
  place: string,
): DurationTopic | null {
  return nearestBefore(sentence.slice(0, start)) ?? firstAfter(sentence.slice(end)) ?? onlyTopic(place);
}

function nearestBefore(text: string): DurationTopic | null {
  for (const { word, before } of wordsOf(text).reverse()) {
    const topic = topicOf(word);
    if (topic && !(topic === "delivery-time" && isCountedFrom(before))) return topic;
  }
  return null;
}

/** Parcels arrive in most sentences about returns, so another topic comes first. */
function firstAfter(text: string): DurationTopic | null {
  const topics = wordsOf(text).flatMap(({ word, before }) => {
    const topic = topicOf(word);
    return topic && !(topic === "delivery-time" && isCountedFrom(before)) ? [topic] : [];
  });
  return topics.find((topic) => topic !== "delivery-time") ?? topics[0] ?? null;
}

function onlyTopic(text: string): DurationTopic | null {
  const topics = [...countConcepts(text).keys()].flatMap((concept) => TOPICS[concept] ?? []);
  return topics.length === 1 ? (topics[0] ?? null) : null;
}

const wordsOf = (text: string) =>
  [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)].map((match) => ({
    word: match[0],
    before: text.slice(0, match.index),
  }));

const topicOf = (word: string): DurationTopic | null =>
  [...countConcepts(word).keys()].flatMap((concept) => TOPICS[concept] ?? [])[0] ?? null;

const isCountedFrom = (before: string) =>
  COUNTED_FROM.test(before.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
