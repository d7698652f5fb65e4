import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { KnowledgeIndex } from "~/core/knowledge/knowledge-index";
import { sampleProduct, sampleVariant } from "~/core/store/fixtures/sample-products";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createPostgresKnowledgeIndex } from "./knowledge-index";
import { createPostgresKnowledgeWriter } from "./knowledge-writer";

const GERMAN: [string, string][] = [
  ["Stoffpuppe Ida", "Weiche Puppe zum Liebhaben, von Hand genäht und mit Wolle gefüllt."],
  ["Schaukelpferd Max", "Das Pferd ist aus Buche und trägt Kinder bis 30 kg."],
  ["Kirschholz Kette", "Eine Kette für den Kinderwagen, mit einem Clip zum Befestigen."],
  ["Regenhose Tropf", "Hält auch bei starkem Regen trocken, und die Träger sind verstellbar."],
];
const SPANISH: [string, string][] = [
  ["Vela Aromática Azahar", "Cera de soja."],
  ["Crema de Manos", "Con manteca de karité."],
  ["Contorno de Ojos Cafeína", "Para ojeras y bolsas."],
  ["Jabón Sólido de Oliva", "Hecho a mano en Jaén."],
  ["Aceite Corporal", "Deja la piel suave."],
];

const FRENCH: [string, string][] = [
  ["Jeu de 6 tournevis", "Plats et cruciformes, avec des pointes aimantées."],
  ["Détecteur de fumée", "Avec une pile de dix ans, et une alarme très forte."],
  ["Lot de 3 pinceaux", "En soies naturelles, pour la peinture et le vernis."],
  ["Jeu de société Forêt", "Pour toute la famille, de deux à quatre joueurs."],
];

let database: TestDatabase;
let index: KnowledgeIndex;

beforeAll(async () => {
  database = await createTestDatabase();
  index = createPostgresKnowledgeIndex({ pool: database.sql });
  const writer = createPostgresKnowledgeWriter({ pool: database.sql });
  for (const [shop, products] of [
    ["german.myshopify.com", GERMAN],
    ["spanish.myshopify.com", SPANISH],
    ["french.myshopify.com", FRENCH],
  ] as const) {
    await database.prisma.shop.create({ data: { domain: shop } });
    const all = products.map(([title, description], at) =>
      sampleProduct({
        id: `${at + 1}`,
        title,
        description,
        productType: "",
        tags: [],
        vendor: "Ona",
        options: [],
        variants: [sampleVariant({ id: `${at}0`, price: 900, sku: "", options: {} })],
      }),
    );
    await writer.putProducts(shop, all, 1);
    await writer.removeOlder(shop, "products", 1);
  }
});
afterAll(() => database.drop());

async function titles(shop: string, words: string): Promise<string[]> {
  const query = { words, filters: {}, sort: "relevance" as const, limit: 5, offset: 0 };
  const found = await index.findProducts(`${shop}.myshopify.com`, query, new AbortController().signal);
  return found?.matches.map(({ product }) => product.title) ?? [];
}

describe("a shop's language", () => {
  it.each([
    ["Puppe", "Stoffpuppe Ida"],
    ["Puppen", "Stoffpuppe Ida"],
    ["Pferd", "Schaukelpferd Max"],
    ["Hose", "Regenhose Tropf"],
  ])("has things that end in the word: %s", async (words, title) => {
    expect(await titles("german", words)).toEqual([title]);
  });

  it("makes no thing of the word that a compound begins with", async () => {
    expect(await titles("german", "Regen Kette")).toEqual([]);
  });

  it.each([
    ["velas", "Vela Aromática Azahar"],
    ["ojeras", "Contorno de Ojos Cafeína"],
    ["crema manos", "Crema de Manos"],
  ])("is known from short texts together: %s", async (words, title) => {
    expect((await titles("spanish", words))[0]).toBe(title);
  });

  it.each([
    ["tournevis", "Jeu de 6 tournevis"],
    ["pinceau", "Lot de 3 pinceaux"],
    ["detecteur fumee", "Détecteur de fumée"],
  ])("counts things, and is written without accents: %s", async (words, title) => {
    expect((await titles("french", words))[0]).toBe(title);
  });

  it("is the one that its vocabulary is told with", async () => {
    const vocabulary = await index.readVocabulary("spanish.myshopify.com", new AbortController().signal);
    expect(vocabulary?.languages).toEqual(["es"]);
  });
});
