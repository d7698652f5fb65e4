import { afterAll, beforeAll } from "vitest";
import { describeKnowledgeWriter } from "~/core/knowledge/knowledge-writer.contract";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createPostgresKnowledgeIndex } from "./knowledge-index";
import { createPostgresKnowledgeWriter } from "./knowledge-writer";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describeKnowledgeWriter("the knowledge of shops in PostgreSQL", async () => {
  await database.prisma.shop.deleteMany();
  return {
    writer: createPostgresKnowledgeWriter({ pool: database.sql }),
    index: createPostgresKnowledgeIndex({ pool: database.sql }),
    addShop: async (domain) => void (await database.prisma.shop.create({ data: { domain } })),
    removeShop: async (domain) => void (await database.prisma.shop.delete({ where: { domain } })),
  };
});
