import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";

/** What the topic model follows from: the examples, the lexicon, and the code that reads and fits them. */
const SOURCES = [
  "./examples/",
  "../../lexicon/",
  "../../fields/",
  "./expand-pattern.ts",
  "./fit-model.ts",
  "../features.ts",
  "../fields.ts",
  "../intent-rules.ts",
  "../intents.ts",
  "../lexicon.ts",
  "../mend-words.ts",
  "../phrase-finder.ts",
  "../read-message.ts",
  "../topic.ts",
  "../words.ts",
];

/** Changes whenever one of the sources does. */
export function fingerprintOfSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap(filesOf)) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

function filesOf(path: string): URL[] {
  const url = new URL(path, import.meta.url);
  return path.endsWith("/")
    ? readdirSync(url)
        .sort()
        .map((name) => new URL(name, url))
    : [url];
}
