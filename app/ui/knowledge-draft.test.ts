import { describe, expect, test } from "vitest";
import {
  type AnswerDraft,
  type ChangesOutcome,
  changesOf,
  EMPTY_DRAFT,
  type KnowledgeDraft,
  readGroups,
  type StoredKnowledge,
  settle,
  writeGroups,
} from "./knowledge-draft";

const stored: StoredKnowledge = {
  answers: [{ id: "a", question: "Do you engrave?", answer: "Yes.", updatedAt: "2026-11-01T00:00:00.000Z" }],
  synonyms: [
    ["sofa", "couch"],
    ["rug", "carpet"],
  ],
};
const opened: AnswerDraft = {
  key: "a",
  id: "a",
  basedOn: "2026-11-01T00:00:00.000Z",
  question: "Do you engrave?",
  answer: "Yes.",
};
const fresh: AnswerDraft = { key: "new-1", id: null, basedOn: null, question: "", answer: "" };
const draftOf = (changed: Partial<KnowledgeDraft>): KnowledgeDraft => ({ ...EMPTY_DRAFT, ...changed });
const typeSynonyms = (text: string) => ({ text, basedOn: stored.synonyms });

describe("what is unsaved", () => {
  test.each<[string, Partial<KnowledgeDraft>]>([
    ["nothing was touched", {}],
    ["an answer was only opened", { answers: [opened] }],
    ["spaces were typed around it", { answers: [{ ...opened, answer: "Yes. \n" }] }],
    ["a new one is still empty", { answers: [fresh] }],
    ["the same groups stand with other spaces", { synonyms: typeSynonyms(" sofa,couch \n\nrug ,carpet,") }],
    ["somebody else deleted it already", { removed: ["elsewhere"] }],
  ])("is nothing when %s", (_name, draft) => {
    expect(changesOf(draftOf(draft), stored)).toBeNull();
  });

  test("is what differs, and no more", () => {
    const typed = { ...fresh, question: "Do you repair?" };
    const draft = draftOf({ answers: [typed, opened], synonyms: typeSynonyms("sofa, couch, settee") });
    expect(changesOf(draft, stored)).toEqual({
      answers: [typed],
      removed: [],
      synonyms: { basedOn: stored.synonyms, groups: [["sofa", "couch", "settee"]] },
    });
  });

  test("is every group when all of them were wiped out", () => {
    expect(changesOf(draftOf({ synonyms: typeSynonyms("\n") }), stored)?.synonyms?.groups).toEqual([]);
  });
});

describe("after saving", () => {
  const typed = { ...fresh, question: "Do you repair?", answer: "Yes" };
  const now: StoredKnowledge = {
    ...stored,
    answers: [
      ...stored.answers,
      { id: "b", question: "Do you repair?", answer: "Yes", updatedAt: "2026-11-02T00:00:00.000Z" },
    ],
  };
  const saved = { answers: [{ key: "new-1", status: "saved", id: "b" } as const], synonyms: null };

  test("what is stored is closed", () => {
    const sent = draftOf({ answers: [typed], removed: ["a"] });
    expect(settle(sent, sent, now, saved)).toEqual(EMPTY_DRAFT);
  });

  test("what was typed meanwhile stays, and becomes a change of what is stored now", () => {
    const later = draftOf({ answers: [{ ...typed, answer: "Yes, we do" }], removed: ["c"] });
    expect(settle(later, draftOf({ answers: [typed] }), now, saved)).toEqual({
      answers: [{ ...typed, answer: "Yes, we do", id: "b", basedOn: "2026-11-02T00:00:00.000Z" }],
      removed: ["c"],
      synonyms: null,
    });
  });

  test("what could not be stored stays as it was typed", () => {
    const sent = draftOf({ answers: [{ ...typed, answer: "" }], synonyms: typeSynonyms("alone") });
    const refused: ChangesOutcome = {
      answers: [{ key: "new-1", status: "invalid", problems: [{ field: "answer", problem: "missing" }] }],
      synonyms: { status: "invalid", groups: [0] },
    };
    expect(settle(sent, sent, stored, refused)).toEqual(sent);
  });

  test("what somebody else deleted in between can be saved anew", () => {
    const sent = draftOf({ answers: [{ ...opened, answer: "No." }] });
    const gone = { answers: [{ key: "a", status: "gone" } as const], synonyms: null };
    expect(settle(sent, sent, { ...stored, answers: [] }, gone).answers).toEqual([
      { ...opened, answer: "No.", id: null, basedOn: null },
    ]);
  });

  test("what somebody else changed in between can be saved over the change, once it was told", () => {
    const sent = draftOf({ answers: [{ ...opened, answer: "No." }], synonyms: typeSynonyms("rug, mat") });
    const changed: StoredKnowledge = {
      answers: [{ id: "a", question: "Do you engrave?", answer: "Maybe.", updatedAt: "2026-11-03" }],
      synonyms: [["rug", "runner"]],
    };
    const stale = {
      answers: [{ key: "a", status: "stale" } as const],
      synonyms: { status: "stale" } as const,
    };
    const left = settle(sent, sent, changed, stale);
    expect(left.answers[0]?.basedOn).toBe("2026-11-03");
    expect(left.synonyms).toEqual({ text: "rug, mat", basedOn: [["rug", "runner"]] });
  });
});

describe("synonyms as text", () => {
  test("keep the numbers of their lines", () => {
    expect(readGroups("sofa, couch\n\n , \nrug; mat、carpet")).toEqual([
      { line: 1, words: ["sofa", "couch"] },
      { line: 4, words: ["rug", "mat", "carpet"] },
    ]);
  });

  test("are written as they are read", () => {
    expect(readGroups(writeGroups(stored.synonyms)).map(({ words }) => words)).toEqual(stored.synonyms);
  });
});
