import type { TurnRecord } from "../../conversation/conversation";
import type { Language } from "../../settings/phrases";
import { findLanguage, findMentions, type Idea } from "./lexicon";

/** What an answer came to, as far as code can tell. What was stopped, and what is no shop's business, says nothing either way. */
export type Attempt =
  | { kind: "helped" | "stopped" | "declined" | "handed-off" }
  /** Not understood, nothing found, or a thumb down. */
  | { kind: "failed"; language: Language | null }
  /** Something was said, but not for certain. */
  | { kind: "unsure"; language: Language | null };

export type AttemptRecord = Pick<TurnRecord, "outcome" | "text" | "evidence" | "corrections" | "feedback">;

/** The kind of correction that marks where a model's whole answer was given up: what came before it says nothing of the reply. */
export const WITHHELD = "withheld";
/** Sentences taken out of a reply that make what is left of it doubtful. */
const DOUBTFUL_REMOVALS = 2;

export function readAttempt(record: AttemptRecord, likely: Language): Attempt {
  const { outcome, text, feedback } = record;
  if (outcome === "handed-off" || outcome === "stopped") return { kind: outcome };
  if (feedback?.rating === "up") return { kind: "helped" };
  if (feedback?.rating === "down" || outcome === "failed") return { kind: "failed", language: null };
  const speaks = (idea: Idea) =>
    findLanguage(text, likely, (words, language) => findMentions(words, language, idea).length);
  if (speaks("declined")) return { kind: "declined" };
  const unclear = speaks("unclear");
  if (unclear) return { kind: "failed", language: unclear };
  const doubt = speaks("doubtful");
  if (doubt || isMostlyTakenOut(record)) return { kind: "unsure", language: doubt };
  const emptyHanded = speaks("empty-handed");
  if (emptyHanded || foundNothing(record)) return { kind: "failed", language: emptyHanded };
  return { kind: "helped" };
}

/** Calls were made, and each of them came back with nothing. Being asked to sign in is an answer, and so is a search of the shop. */
function foundNothing({ evidence }: AttemptRecord): boolean {
  const looked = evidence.filter(({ tool }) => tool !== "hand_over");
  return looked.length > 0 && looked.every(isEmpty);
}

function isEmpty({ tool, ok, data, call }: AttemptRecord["evidence"][number]): boolean {
  if (!ok) return call?.message.status !== "refused";
  const sections = (data as { sections?: unknown } | null)?.sections;
  return tool === "search_policies" && Array.isArray(sections) && sections.length === 0;
}

/** Grounding took out more than it left. */
export function isMostlyTakenOut({
  corrections: all,
  text,
}: Pick<AttemptRecord, "corrections" | "text">): boolean {
  const corrections = all.slice(all.findLastIndex(({ kind }) => kind === WITHHELD) + 1);
  const removed = corrections.filter(({ became }) => became === "").length;
  const left = text.split(/[.!?…]+(?:\s|$)/).filter((sentence) => /\p{L}/u.test(sentence)).length;
  return removed >= DOUBTFUL_REMOVALS && removed > left;
}
