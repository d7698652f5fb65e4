/**
 * Learns what messages are about from the project's own example patterns: `npx tsx scripts/train-topics.ts`. To be run,
 * and its result committed, when the examples, the lexicon or the rules have changed.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TOPICS } from "../app/adapters/models/builtin/understanding/topic";
import { fingerprintOfSources } from "../app/adapters/models/builtin/understanding/training/fingerprint";
import { fitModel } from "../app/adapters/models/builtin/understanding/training/fit-model";
import { readTopicExamples } from "../app/adapters/models/builtin/understanding/training/topic-examples";

const FILE = new URL("../app/adapters/models/builtin/understanding/topic-model.json", import.meta.url);

const examples = readTopicExamples();
const model = fitModel(examples, TOPICS);
const fingerprint = fingerprintOfSources();
writeFileSync(fileURLToPath(FILE), `${JSON.stringify({ fingerprint, ...model }, null, 2)}\n`);
console.log(`${examples.length} examples of ${TOPICS.length} topics -> ${fileURLToPath(FILE)}`);
