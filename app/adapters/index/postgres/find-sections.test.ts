import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import type { StoreDocument } from "~/core/store/store-platform";
import { VendorError } from "~/lib/errors";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createPostgresKnowledgeIndex } from "./knowledge-index";
import { createPostgresKnowledgeWriter } from "./knowledge-writer";

const SHOP = "fernway.myshopify.com";
const signal = new AbortController().signal;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.prisma.shop.deleteMany();
  await database.prisma.shop.create({ data: { domain: SHOP } });
});

/** Knows two meanings: of animals, and of everything else. */
function animalModel(name = "animals"): EmbeddingModel & { texts: string[] } {
  const texts: string[] = [];
  return {
    name,
    dimensions: 2,
    languages: null,
    texts,
    async embed(given) {
      texts.push(...given);
      return given.map((text) => Float32Array.from(/dog|poodle|pet/i.test(text) ? [1, 0] : [0, 1]));
    },
  };
}

const rules: StoreDocument = {
  id: "p1",
  kind: "page",
  title: "House rules",
  url: "https://fernway.example/pages/rules",
  html: "<h2>Parking</h2><p>In the yard.</p><h2>Dogs</h2><p>Welcome.</p>",
  updatedAt: null,
};

async function fill(document = rules) {
  const writer = createPostgresKnowledgeWriter({ pool: database.sql });
  await writer.putDocuments(SHOP, [document], 1);
}

describe("searching texts by their meaning", () => {
  it("finds what shares no word with the question once the vectors are made", async () => {
    await fill();
    const index = createPostgresKnowledgeIndex({ pool: database.sql, embeddings: animalModel() });
    const ask = () => index.search(SHOP, "may my poodle come along", 1, signal);
    await vi.waitFor(async () => expect((await ask())[0]?.heading).toBe("Dogs"), 10_000);
  });

  it("answers by words while the model fails, and says so", async () => {
    await fill();
    const onProblem = vi.fn();
    const broken: EmbeddingModel = {
      ...animalModel(),
      embed: () => Promise.reject(new VendorError("embeddings", "down")),
    };
    const index = createPostgresKnowledgeIndex({ pool: database.sql, embeddings: broken, onProblem });
    expect((await index.search(SHOP, "what about dogs", 1, signal))[0]?.heading).toBe("Dogs");
    await vi.waitFor(() => expect(onProblem).toHaveBeenCalled(), 10_000);
    expect((await index.search(SHOP, "what about dogs", 1, signal))[0]?.heading).toBe("Dogs");
  });

  it("reads a text again only where it changed, or by another model", async () => {
    await fill();
    const count = async (model: ReturnType<typeof animalModel>) => {
      const index = createPostgresKnowledgeIndex({ pool: database.sql, embeddings: model });
      await index.search(SHOP, "dogs", 1, signal);
      await vi.waitFor(async () => {
        const [row] = (
          await database.sql.query(
            `SELECT count(*)::int AS n FROM "KnowledgeSection" WHERE "vectorModel" IS DISTINCT FROM $1`,
            [model.name],
          )
        ).rows;
        expect(row.n).toBe(0);
      }, 10_000);
      return model.texts.filter((text) => text.startsWith("House rules:")).length;
    };
    expect(await count(animalModel())).toBe(2);
    expect(await count(animalModel())).toBe(0);
    await fill({ ...rules, html: rules.html.replace("yard", "street") });
    expect(await count(animalModel())).toBe(1);
    expect(await count(animalModel("other"))).toBe(2);
  });

  it("leaves texts alone that the model cannot read", async () => {
    await fill({
      ...rules,
      html: "<h2>Hunde</h2><p>Hunde sind in unserem Laden herzlich willkommen, wenn sie an der Leine bleiben.</p>",
    });
    const model = { ...animalModel(), languages: ["en"] };
    const index = createPostgresKnowledgeIndex({ pool: database.sql, embeddings: model });
    expect((await index.search(SHOP, "Darf mein Hund mit?", 1, signal))[0]?.heading).toBe("Hunde");
    expect(model.texts).toEqual([]);
  });
});
