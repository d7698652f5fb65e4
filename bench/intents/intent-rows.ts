import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const rowsSchema = z.array(z.object({ utterance: z.string(), intent: z.string(), tags: z.string() }));

/** The labelled utterances of a file of the intents data; null where it is absent. */
export function readIntentRows(file: string): z.infer<typeof rowsSchema> | null {
  if (!existsSync(file)) return null;
  return rowsSchema.parse(parse(readFileSync(file), { columns: true }));
}

/** In the order in which the keys first come up. */
export function groupBy<Item>(items: Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
