import { createSectionRanking } from "~/core/knowledge/rank-sections";
import { sectionPassages } from "~/core/knowledge/section-passages";
import { readSections } from "~/core/knowledge/sections";
import type { PolicyCase, PolicyShop } from "./read-shops";

/** The vectors of texts; none where the encoder is not asked for them. */
export type Meanings = (texts: string[]) => Promise<Float32Array[]>;

export interface Judgement {
  shop: string;
  question: string;
  kind: string;
  isFirst: boolean;
  isAmongThree: boolean;
  /** "document#heading", best first. */
  found: string[];
  /** What is named as merely near where nothing is found. */
  near: string[];
  isNear: boolean;
}

const SHOWN = 3;

export async function judgeShop(
  { name, documents, cases }: PolicyShop,
  meanings: Meanings,
): Promise<Judgement[]> {
  const sections = documents.flatMap(readSections);
  const vectors: Float32Array[][] = [];
  for (const section of sections) vectors.push(await meanings(sectionPassages(section)));
  const ranking = createSectionRanking(sections, (index) => vectors[index] ?? []);
  const hasVectors = vectors.some(({ length }) => length > 0);
  const judged: Judgement[] = [];
  for (const one of cases) {
    const [meaning = null] = hasVectors ? await meanings([one.question.toLowerCase()]) : [];
    const found = ranking.rank(one.question, SHOWN, meaning).map(keyOf);
    const near = found.length > 0 ? [] : ranking.nearest(one.question, SHOWN, meaning).map(keyOf);
    judged.push({
      ...{ shop: name, question: one.question, kind: kindOf(one), found, near },
      isFirst: one.absent === null ? one.sections.includes(found[0] ?? "") : found.length === 0,
      isNear: near.some((section) => one.sections.includes(section)),
      isAmongThree: found.some((section) => one.sections.includes(section)),
    });
  }
  return judged;
}

const keyOf = ({ documentId, heading }: { documentId: string; heading: string }) =>
  `${documentId}#${heading}`;

function kindOf({ absent, foreign }: PolicyCase): string {
  if (absent === "matter") return "unanswered: a matter";
  if (absent === "product") return "unanswered: of a product";
  return foreign === null ? "in the shop's language" : "in another language";
}
