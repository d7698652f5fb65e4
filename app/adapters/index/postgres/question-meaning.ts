import { LRUCache } from "lru-cache";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import { plausibleLanguages } from "~/core/knowledge/plausible-languages";

const CACHED_QUESTIONS = 1_000;
/** A question that takes longer is answered by its words alone. */
const DEADLINE_MS = 250;
const MAX_CHARACTERS = 300;

/** The vector of a question; null where the model cannot read it, or not in time. */
export type QuestionMeaning = (question: string, signal: AbortSignal) => Promise<Float32Array | null>;

export function createQuestionMeaning(
  model: EmbeddingModel,
  onProblem: (error: unknown) => void,
): QuestionMeaning {
  const known = new LRUCache<string, Float32Array>({ max: CACHED_QUESTIONS });

  async function embed(text: string): Promise<Float32Array | null> {
    const [vector] = await model.embed([text], new AbortController().signal);
    if (vector) known.set(text, vector);
    return vector ?? null;
  }

  return async (question, signal) => {
    const text = question.slice(0, MAX_CHARACTERS).trim().toLowerCase();
    const found = known.get(text);
    if (found || text === "") return found ?? null;
    if (!canRead(model, text)) return null;
    const embedding = embed(text).catch((error: unknown) => {
      onProblem(error);
      return null;
    });
    return Promise.race([embedding, afterDeadline(signal)]);
  };
}

function canRead({ languages }: EmbeddingModel, text: string): boolean {
  return languages === null || plausibleLanguages(text).some((language) => languages.includes(language));
}

function afterDeadline(signal: AbortSignal): Promise<null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), DEADLINE_MS);
    timer.unref();
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
