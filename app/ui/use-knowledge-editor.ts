import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import {
  type AnswerDraft,
  type AnswerOutcome,
  type ChangesOutcome,
  changesOf,
  EMPTY_DRAFT,
  type KnowledgeDraft,
  readGroups,
  type StoredAnswer,
  type StoredKnowledge,
  settle,
  writeGroups,
} from "./knowledge-draft";

export type SaveAnswer = ({ status: "heard" } & ChangesOutcome) | { status: "failed" };

/** Why something of the draft is not saved. */
export interface KnowledgeTrouble {
  /** By the key of the answer. */
  answers: ReadonlyMap<string, Exclude<AnswerOutcome, { status: "saved" }>>;
  synonyms: { status: "lines"; lines: number[] } | { status: "too-many" | "stale" | "gone" } | null;
  isUnreachable: boolean;
}
const NO_TROUBLE: KnowledgeTrouble = { answers: new Map(), synonyms: null, isUnreachable: false };

export type KnowledgeEditor = ReturnType<typeof useKnowledgeEditor>;

/** The draft of the shop's own knowledge and its way to the server. Only "saved", or a person, closes what was typed. */
export function useKnowledgeEditor(stored: StoredKnowledge, onSaved: () => void) {
  const saving = useFetcher<SaveAnswer>();
  const [draft, setDraft] = useState<KnowledgeDraft>(EMPTY_DRAFT);
  const [trouble, setTrouble] = useState(NO_TROUBLE);
  const sent = useRef(draft);
  const lastKey = useRef(0);
  const changes = changesOf(draft, stored);
  const outcome = saving.data;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each outcome is heard once, when what is stored is here again
  useEffect(() => {
    if (!outcome || saving.state !== "idle") return;
    const left = troubleOf(outcome, sent.current);
    setTrouble(left);
    if (outcome.status === "failed") return;
    setDraft((current) => settle(current, sent.current, stored, outcome));
    if (left.answers.size === 0 && !left.synonyms) onSaved();
  }, [outcome, saving.state]);

  const changeAnswers = (change: (answers: AnswerDraft[]) => AnswerDraft[]) =>
    setDraft((current) => ({ ...current, answers: change(current.answers) }));
  const forgetTrouble = (key: string) =>
    setTrouble((current) => ({
      ...current,
      answers: new Map([...current.answers].filter(([other]) => other !== key)),
    }));

  return {
    stored,
    draft,
    trouble,
    isDirty: changes !== null,
    isSaving: saving.state !== "idle",
    addAnswer() {
      lastKey.current += 1;
      const key = `new-${lastKey.current}`;
      changeAnswers((answers) => [{ key, id: null, basedOn: null, question: "", answer: "" }, ...answers]);
    },
    openAnswer({ id, question, answer, updatedAt }: StoredAnswer) {
      changeAnswers((answers) => [...answers, { key: id, id, basedOn: updatedAt, question, answer }]);
    },
    typeAnswer(key: string, typed: Partial<Pick<AnswerDraft, "question" | "answer">>) {
      forgetTrouble(key);
      changeAnswers((answers) =>
        answers.map((answer) => (answer.key === key ? { ...answer, ...typed } : answer)),
      );
    },
    closeAnswer(key: string) {
      forgetTrouble(key);
      changeAnswers((answers) => answers.filter((answer) => answer.key !== key));
    },
    removeAnswer(id: string) {
      setDraft((current) => ({ ...current, removed: [...current.removed, id] }));
    },
    keepAnswer(id: string) {
      setDraft((current) => ({ ...current, removed: current.removed.filter((other) => other !== id) }));
    },
    synonymText: draft.synonyms?.text ?? writeGroups(stored.synonyms),
    typeSynonyms(text: string) {
      setTrouble((current) => ({ ...current, synonyms: null }));
      setDraft((current) => ({
        ...current,
        synonyms: { basedOn: current.synonyms?.basedOn ?? stored.synonyms, text },
      }));
    },
    save() {
      sent.current = draft;
      if (changes === null) return;
      const body = JSON.stringify({ intent: "save", ...changes });
      saving.submit(body, { method: "POST", encType: "application/json" });
    },
    discard() {
      setDraft(EMPTY_DRAFT);
      setTrouble(NO_TROUBLE);
    },
  };
}

function troubleOf(outcome: SaveAnswer, sent: KnowledgeDraft): KnowledgeTrouble {
  if (outcome.status === "failed") return { ...NO_TROUBLE, isUnreachable: true };
  const answers = outcome.answers.flatMap((answer) => (answer.status === "saved" ? [] : [answer]));
  return {
    answers: new Map(answers.map((answer) => [answer.key, answer])),
    synonyms: synonymTrouble(outcome.synonyms, sent),
    isUnreachable: false,
  };
}

function synonymTrouble(
  outcome: ChangesOutcome["synonyms"],
  sent: KnowledgeDraft,
): KnowledgeTrouble["synonyms"] {
  if (!outcome || outcome.status === "saved") return null;
  if (outcome.status !== "invalid") return outcome;
  const groups = readGroups(sent.synonyms?.text ?? "");
  const lines = outcome.groups.flatMap((position) => groups[position]?.line ?? []);
  return lines.length > 0 ? { status: "lines", lines } : { status: "too-many" };
}
