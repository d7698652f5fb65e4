import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database";

describe("test databases", () => {
  const databases: TestDatabase[] = [];
  beforeAll(async () => {
    databases.push(...(await Promise.all([createTestDatabase(), createTestDatabase()])));
  }, 30_000);
  afterAll(async () => {
    await Promise.all(databases.map((database) => database.drop()));
  });

  it("are migrated and apart from each other", async () => {
    const [mine, other] = databases as [TestDatabase, TestDatabase];
    await mine.prisma.shop.create({ data: { domain: "aisle-dev.myshopify.com" } });
    expect(await mine.prisma.shop.count()).toBe(1);
    expect(await other.prisma.shop.count()).toBe(0);
  });

  it("have Prisma and SQL on the same data", async () => {
    const { sql } = databases[0] as TestDatabase;
    const { rows } = await sql.query('SELECT domain FROM "Shop"');
    expect(rows).toEqual([{ domain: "aisle-dev.myshopify.com" }]);
  });
});
