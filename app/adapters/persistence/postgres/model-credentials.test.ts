import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTokenCipher } from "~/lib/token-cipher";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createDatabase, type Database } from "./database";
import { createShopModelRepository } from "./model-credentials";
import { createShopRepository } from "./shop-repository";

const [SHOP, OTHER] = ["models-a.myshopify.com", "models-b.myshopify.com"] as const;
const OLD_KEY = randomBytes(32).toString("hex");
const NEW_KEY = randomBytes(32).toString("hex");
const haiku = {
  provider: "anthropic",
  model: "claude-haiku-4-5",
  baseUrl: null,
  apiKey: "sk-ant-secret",
} as const;
const own = {
  provider: "compatible",
  model: "qwen3",
  baseUrl: "https://models.example/v1",
  apiKey: "",
} as const;

let testDatabase: TestDatabase;
let database: Database;
const open = (...keys: string[]) => createShopModelRepository(database, createTokenCipher(keys));

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase(testDatabase.sql);
});
afterAll(() => testDatabase.drop());
beforeEach(async () => {
  const shops = createShopRepository(database);
  for (const shop of [SHOP, OTHER]) {
    await shops.removeShop(shop);
    await shops.ensureShop(shop, new Date(), null);
  }
});
const sealedKeys = () =>
  database.query<{ apiKey: string }>(`SELECT "apiKey" FROM "ModelCredential" ORDER BY "position"`);

describe("a shop's own models", () => {
  it("keep their order and their keys, which lie encrypted and belong to that shop", async () => {
    const models = open(OLD_KEY);
    expect(await models.replace(SHOP, "empty", [own, haiku])).toBe("saved");
    expect((await models.list(SHOP)).models).toMatchObject([own, haiku]);
    expect((await models.list(OTHER)).models).toEqual([]);
    expect(JSON.stringify(await sealedKeys())).not.toContain("sk-ant");
  });

  it("are not overwritten by somebody who saw an older list", async () => {
    const models = open(OLD_KEY);
    await models.replace(SHOP, "empty", [haiku]);
    expect(await models.replace(SHOP, "empty", [own])).toBe("stale");
    const { version, models: listed } = await models.list(SHOP);
    expect(listed).toMatchObject([haiku]);
    expect(
      await Promise.all([models.replace(SHOP, version, [own]), models.replace(SHOP, version, [])]),
    ).toContain("stale");
  });

  it("are sealed anew once the installation's key was changed", async () => {
    await open(OLD_KEY).replace(SHOP, "empty", [haiku]);
    const before = await sealedKeys();
    expect((await open(NEW_KEY, OLD_KEY).list(SHOP)).models[0]?.apiKey).toBe(haiku.apiKey);
    expect(await sealedKeys()).not.toEqual(before);
    expect((await open(NEW_KEY).list(SHOP)).models[0]?.apiKey).toBe(haiku.apiKey);
  });

  it("stay listed when their key cannot be opened, and keep it when the order changes", async () => {
    await open(OLD_KEY).replace(SHOP, "empty", [haiku]);
    const stranger = open(NEW_KEY);
    const { version, models } = await stranger.list(SHOP);
    expect(models).toMatchObject([{ model: haiku.model, apiKey: null }]);
    const [{ sealedKey } = { sealedKey: "" }] = models;
    const { provider, model, baseUrl } = haiku;
    await stranger.replace(SHOP, version, [own, { provider, model, baseUrl, sealedKey }]);
    expect((await open(NEW_KEY, OLD_KEY).list(SHOP)).models).toMatchObject([own, haiku]);
  });

  it("go with the shop", async () => {
    await open(OLD_KEY).replace(SHOP, "empty", [haiku]);
    await createShopRepository(database).removeShop(SHOP);
    expect(await sealedKeys()).toEqual([]);
  });
});
