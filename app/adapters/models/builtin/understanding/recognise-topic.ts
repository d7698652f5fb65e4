import { featuresOf } from "./features";
import { lexiconOf } from "./lexicon";
import { createClassifier, type Guess, type LinearClassifier } from "./linear-classifier";
import type { MessageReading } from "./read-message";
import { TOPICS, type Topic } from "./topic";
import model from "./topic-model.json";

let classifier: LinearClassifier<Topic> | null = null;

/** The topics that a message may be about, likeliest first, as `npx tsx scripts/train-topics.ts` has learnt them. */
export function recogniseTopic(reading: MessageReading): Guess<Topic>[] {
  classifier ??= createClassifier(model, TOPICS);
  return classifier.rank(featuresOf(reading, lexiconOf(reading.language)));
}
