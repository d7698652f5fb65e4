import { keyOf } from "./option-values";
import { createPhraseList } from "./phrase-list";
import type { Reading } from "./reading";

/** A brand alone stays a word: "Apple watch strap" is for an Apple watch, not from Apple. */
const MADE_BY = createPhraseList(
  `from, by, made by, brand, from the brand, of the brand, von, von der Marke, Marke, der Marke, de la marque, de marque, marque, de, chez,
  de la marca, marca, da marca, di, della marca, di marca`,
);
const MAX_WORDS = 4;

/** The vendors that are asked for by name, in the merchant's writing, read and claimed. */
export function readVendors(reading: Reading, vendors: readonly string[]): string[] {
  if (vendors.length < 2) return [];
  const { tokens } = reading;
  const byKey = new Map<string, string[]>();
  for (const vendor of vendors) byKey.set(keyOf(vendor), [...(byKey.get(keyOf(vendor)) ?? []), vendor]);
  const found: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const lead = MADE_BY.lengthAt(tokens, index);
    if (lead === 0) continue;
    for (let length = MAX_WORDS; length > 0; length -= 1) {
      if (!reading.isFree(index, lead + length)) continue;
      const words = tokens.slice(index + lead, index + lead + length);
      const named = byKey.get(keyOf(words.map(({ written }) => written).join(" ")));
      if (!named || words[0]?.kind === "sign") continue;
      reading.claim(index, lead + length, "selling");
      found.push(...named);
      break;
    }
  }
  return [...new Set(found)];
}
