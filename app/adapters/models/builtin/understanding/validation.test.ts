import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { understand } from "./understand";

const FILE = "../shared/data/intents/validation.csv";
const isThere = existsSync(FILE);

const rowsSchema = z.array(z.object({ utterance: z.string(), intent: z.string(), tags: z.string() }));

/** Nothing here was learnt from this data: it only measures. The data's labels and our topics have the same names. */
describe.skipIf(!isThere)(`recognition, measured on ${FILE} (skipped where it is absent)`, () => {
  const rows = isThere ? rowsSchema.parse(parse(readFileSync(FILE), { columns: true })) : [];
  const share = (some: typeof rows) =>
    some.filter(({ utterance, intent }) => topicOf(utterance) === intent).length / some.length;

  it("tells 27 intents apart in 92 of 100 messages", () => {
    expect(rows.length).toBeGreaterThan(500);
    expect(share(rows)).toBeGreaterThan(0.92);
  });

  it("does so in 85 of 100 that are mistyped", () => {
    const mistyped = rows.filter(({ tags }) => tags.includes("Z"));
    expect(mistyped.length).toBeGreaterThan(100);
    expect(share(mistyped)).toBeGreaterThan(0.85);
  });
});

function topicOf(text: string): string | null {
  return understand(text, "en", { hasProduct: false }).topic;
}
