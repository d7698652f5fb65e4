/** What is stored of a shop's own knowledge, as the page last heard it. */
export interface StoredKnowledge {
  answers: StoredAnswer[];
  /** Each group of words once; all of a group mean the same. */
  synonyms: string[][];
}

export interface StoredAnswer {
  id: string;
  question: string;
  answer: string;
  /** ISO. */
  updatedAt: string;
}

/** An answer that is being written. */
export interface AnswerDraft {
  /** Stays the same when the answer is stored for the first time. */
  key: string;
  /** Null: not stored yet. */
  id: string | null;
  /** When the stored one that it replaces was changed last. */
  basedOn: string | null;
  question: string;
  answer: string;
}

/** What was typed and is not stored. Answers that nobody touched are not in it. */
export interface KnowledgeDraft {
  answers: AnswerDraft[];
  /** Ids of stored answers that are deleted when the draft is saved. */
  removed: string[];
  /** One group a line, its words between commas; null where nobody typed. */
  synonyms: { text: string; basedOn: string[][] } | null;
}

export const EMPTY_DRAFT: KnowledgeDraft = { answers: [], removed: [], synonyms: null };

/** What the server is asked to change. */
export interface KnowledgeChanges {
  answers: AnswerDraft[];
  removed: string[];
  synonyms: { basedOn: string[][]; groups: string[][] } | null;
}

export interface AnswerProblem {
  field: "question" | "answer";
  problem: "missing" | "too-long";
}

/** What became of one answer. */
export type AnswerOutcome =
  | { key: string; status: "saved"; id: string }
  | { key: string; status: "invalid"; problems: AnswerProblem[] }
  | { key: string; status: "full" | "gone" | "stale" };

export type SynonymsOutcome =
  /** `groups`: positions of the groups that cannot be used; none: too many groups. */
  { status: "invalid"; groups: number[] } | { status: "saved" } | { status: "stale" | "gone" };

export interface ChangesOutcome {
  answers: AnswerOutcome[];
  synonyms: SynonymsOutcome | null;
}

const BETWEEN_WORDS = /[,;，、]/;

/** The groups of a text, with the number of the line where each stands, counted from 1. */
export function readGroups(text: string): { line: number; words: string[] }[] {
  return text.split("\n").flatMap((line, position) => {
    const words = line.split(BETWEEN_WORDS).flatMap((word) => word.trim() || []);
    return words.length > 0 ? [{ line: position + 1, words }] : [];
  });
}

export const writeGroups = (groups: string[][]): string => groups.map((words) => words.join(", ")).join("\n");

/** Null when there is nothing to save. */
export function changesOf(draft: KnowledgeDraft, stored: StoredKnowledge): KnowledgeChanges | null {
  const removed = draft.removed.filter((id) => stored.answers.some((answer) => answer.id === id));
  const answers = draft.answers.filter((answer) => isChanged(answer, stored));
  const groups = draft.synonyms && readGroups(draft.synonyms.text).map(({ words }) => words);
  const isSame = JSON.stringify(groups) === JSON.stringify(stored.synonyms);
  const synonyms = draft.synonyms && groups && !isSame ? { basedOn: draft.synonyms.basedOn, groups } : null;
  return answers.length + removed.length === 0 && !synonyms ? null : { answers, removed, synonyms };
}

function isChanged(draft: AnswerDraft, stored: StoredKnowledge): boolean {
  const known = stored.answers.find(({ id }) => id === draft.id);
  return !isSameText(draft, known ?? { question: "", answer: "" });
}

type Text = Pick<AnswerDraft, "question" | "answer">;
const isSameText = (one: Text, other: Text): boolean =>
  one.question.trim() === other.question.trim() && one.answer.trim() === other.answer.trim();

/**
 * What is left of the draft after the server's word on `sent`. `stored` is what the server keeps now. Whatever was typed
 * meanwhile, or could not be saved, stays.
 */
export function settle(
  draft: KnowledgeDraft,
  sent: KnowledgeDraft,
  stored: StoredKnowledge,
  outcome: ChangesOutcome,
): KnowledgeDraft {
  const changedAt = (id: string) => stored.answers.find((answer) => answer.id === id)?.updatedAt ?? null;
  const answers = draft.answers.flatMap((answer): AnswerDraft[] => {
    const result = outcome.answers.find(({ key }) => key === answer.key);
    const before = sent.answers.find(({ key }) => key === answer.key);
    switch (result?.status) {
      case "saved":
        if (before && isSameText(answer, before)) return [];
        return [{ ...answer, id: result.id, basedOn: changedAt(result.id) }];
      case "gone":
        return [{ ...answer, id: null, basedOn: null }];
      case "stale":
        return [{ ...answer, basedOn: answer.id && changedAt(answer.id) }];
      default:
        return [answer];
    }
  });
  const removed = draft.removed.filter((id) => !sent.removed.includes(id));
  return { answers, removed, synonyms: settleSynonyms(draft, sent, stored, outcome) };
}

function settleSynonyms(
  { synonyms }: KnowledgeDraft,
  sent: KnowledgeDraft,
  stored: StoredKnowledge,
  outcome: ChangesOutcome,
): KnowledgeDraft["synonyms"] {
  const status = outcome.synonyms?.status;
  if (!synonyms || (status !== "saved" && status !== "stale")) return synonyms;
  if (status === "saved" && synonyms.text === sent.synonyms?.text) return null;
  return { ...synonyms, basedOn: stored.synonyms };
}
