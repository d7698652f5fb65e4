import { featuresOf } from "../features";
import { lexiconOf } from "../lexicon";
import { readMessage } from "../read-message";
import { TOPICS, type Topic } from "../topic";
import type { Language } from "../words";
import de from "./examples/de.json";
import en from "./examples/en.json";
import es from "./examples/es.json";
import fr from "./examples/fr.json";
import it from "./examples/it.json";
import pt from "./examples/pt.json";
import { expandPattern } from "./expand-pattern";
import type { Example } from "./fit-model";

/** Patterns of our own for each topic; those that begin with ">" follow one of the carriers ("I want to …"). */
interface ExampleFile {
  lists: Record<string, string>;
  carriers: string;
  topics: Record<Topic, string[]>;
}

const FILES: Record<Language, ExampleFile> = { en, es, fr, de, pt, it };

/** Every sentence that the patterns stand for, as the classifier sees it. */
export function readTopicExamples(): Example<Topic>[] {
  return Object.entries(FILES).flatMap(([language, file]) =>
    TOPICS.flatMap((label) =>
      file.topics[label].flatMap((pattern) =>
        sentencesOf(pattern, file).map((sentence) => ({
          label,
          features: featuresOf(
            readMessage(sentence, language as Language, { hasProduct: false }),
            lexiconOf(language as Language),
          ),
        })),
      ),
    ),
  );
}

function sentencesOf(pattern: string, { lists, carriers }: ExampleFile): string[] {
  if (!pattern.startsWith(">")) return expandPattern(pattern, lists);
  const beginnings = carriers.split("|");
  return expandPattern(pattern.slice(1), lists).map(
    (sentence, index) => `${beginnings[index % beginnings.length] ?? ""} ${sentence}`,
  );
}
