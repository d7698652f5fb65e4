import type pg from "pg";
import { createLocalEmbeddings } from "../../app/adapters/embeddings/local/local-embeddings";
import { createPostgresKnowledgeIndex } from "../../app/adapters/index/postgres/knowledge-index";
import { createPostgresKnowledgeWriter } from "../../app/adapters/index/postgres/knowledge-writer";
import { type PolicyQuestion, type QuestionedShop, readQuestionedShops } from "./questions";

export const QUESTION_HEADINGS = ["questions about texts", "by", "half", "judged", "first", "among three"];

type Find = (question: string) => Promise<string[]>;

/** Concepts and weights were tuned on the tuned half alone. */
export async function measureQuestions(pool: pg.Pool): Promise<(string | number)[][]> {
  const embeddings = createLocalEmbeddings();
  const rows: (string | number)[][] = [];
  for (const shop of readQuestionedShops()) {
    const domain = `${shop.name}.example`;
    await pool.query(`INSERT INTO "Shop" ("domain", "origins") VALUES ($1, '{}')`, [domain]);
    await createPostgresKnowledgeWriter({ pool }).putDocuments(domain, shop.documents, 1);
    const byWords = createPostgresKnowledgeIndex({ pool });
    const byMeaning = createPostgresKnowledgeIndex({ pool, embeddings });
    await byMeaning.search(domain, "anything", 1, new AbortController().signal);
    await untilVectors(pool, domain);
    for (const [name, index] of [["words", byWords] as const, ["words and meaning", byMeaning] as const]) {
      const find: Find = async (question) =>
        (await index.search(domain, question, 3, new AbortController().signal)).map(
          ({ documentId, heading }) => `${documentId}#${heading}`,
        );
      rows.push(...(await measureShop(shop, name, find)));
    }
  }
  await embeddings.close();
  return rows;
}

async function measureShop(shop: QuestionedShop, by: string, find: Find): Promise<(string | number)[][]> {
  const halves: [string, PolicyQuestion[]][] = [
    ["tuned", shop.questions.filter((_, at) => at % 2 === 0)],
    ["held out", shop.questions.filter((_, at) => at % 2 === 1)],
  ];
  const rows = [];
  for (const [half, questions] of halves) {
    let first = 0;
    let three = 0;
    for (const { question, sections } of questions) {
      const found = await find(question);
      if (found[0] !== undefined && sections.includes(found[0])) first += 1;
      if (found.some((section) => sections.includes(section))) three += 1;
    }
    const share = (count: number) => `${((100 * count) / questions.length).toFixed(0)} %`;
    rows.push([shop.name, by, half, questions.length, share(first), share(three)]);
  }
  return rows;
}

/** Vectors are made in the background; a shop in another language than the encoder's gets none. */
async function untilVectors(pool: pg.Pool, shop: string): Promise<void> {
  const lacking = `SELECT count(*)::int AS "lacking" FROM "KnowledgeSection" s JOIN "KnowledgeDocument" d
    ON d."shop" = s."shop" AND d."id" = s."document" WHERE s."shop" = $1 AND d."language" = 'en' AND s."vector" IS NULL`;
  for (;;) {
    const { rows } = await pool.query<{ lacking: number }>(lacking, [shop]);
    if (rows[0]?.lacking === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
