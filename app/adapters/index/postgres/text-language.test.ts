import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createSql } from "./sql";
import { createStemmer, type Stemmer } from "./stemmer";
import { textLanguages } from "./text-language";

let database: TestDatabase;
let stemmer: Stemmer;
beforeAll(async () => {
  database = await createTestDatabase();
  stemmer = createStemmer(createSql(database.sql));
});
afterAll(() => database.drop());

const PROSE: [string, string][] = [
  ["de", "Teekanne aus Porzellan, 1 Liter. Eine Kanne für vier Tassen, von Hand bemalt und mit Sieb."],
  [
    "es",
    "Collar de cuero para perro, hecho a mano con una hebilla de latón. Para perros de todos los tamaños.",
  ],
  [
    "fr",
    "Collier en cuir pour chien, réglable, avec boucle en laiton. Pour les chiens de toutes les tailles.",
  ],
  ["pl", "Herbata czarna liściasta z Indii, 100 g. Mocna i aromatyczna, świetna na śniadanie, gorąca woda."],
  [
    "ja",
    "緑茶は日本の伝統的な飲み物です。毎日飲むと健康に良いと言われています。静岡県の茶畑で育てられた茶葉です。お湯を注いで一分待つだけ。",
  ],
];

const TECHNICAL = [
  "HERMA Labels A4 70x37 mm white paper matt 2400 pcs. product colour: White label type: Self-adhesive format: A4",
  "DVI to VGA Converter Kit. DVI to VGA Converter Kit product colour: Black,Blue hp segment: Business weight: 110.0",
  "DeskJet 6940DT inkjet printer. Deskjet 6940DT color inkjet, product colour: Black, country of origin: China",
  "Mini SAS 4i Adapter Cable connector 1: Mini-SAS connector 2: Mini-SAS size: 1.0 weight imperial : 0.2 compatibility: HP",
];

describe("textLanguages", () => {
  it.each(PROSE)("knows prose in %s", async (language, text) => {
    expect(await textLanguages([text], "en", stemmer)).toEqual({ common: language, languages: [language] });
  });

  it("takes lists of technical data to be in the language of the shop", async () => {
    const { languages } = await textLanguages([...TECHNICAL, ...TECHNICAL], "en", stemmer);
    expect(new Set(languages)).toEqual(new Set(["en"]));
  });

  it("tells the languages of a mixed batch apart", async () => {
    const texts = PROSE.map(([, text]) => text);
    const { languages } = await textLanguages([...texts, ...texts], "en", stemmer);
    expect(languages.slice(0, 3)).toEqual(["de", "es", "fr"]);
  });
});
