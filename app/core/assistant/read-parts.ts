import { VendorError } from "~/lib/errors";
import type { LanguageModel, ModelPart, ModelRequest } from "./language-model";

/**
 * The model's parts, as long as they keep coming: rejects with VendorError when the first takes longer than `firstToken`
 * milliseconds, or another one longer than `silence`, and ends at once when `signal` aborts, whatever the model does then.
 */
export async function* readParts(
  model: LanguageModel,
  request: ModelRequest,
  { firstToken, silence }: { firstToken: number; silence: number },
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  let patience = Math.min(firstToken, silence);
  const call = new AbortController();
  const parts = model.stream(request, call.signal)[Symbol.asyncIterator]();
  try {
    while (!signal.aborted) {
      const next = parts.next();
      // When the wait ends first, nobody else hears of it.
      next.catch(() => undefined);
      const result = await waitFor(next, patience, signal);
      if (result === "aborted") return;
      if (result === "silent") throw new VendorError(model.name, "The model fell silent.", { status: 408 });
      if (result.done) return;
      patience = silence;
      yield result.value;
    }
  } finally {
    call.abort();
    parts.return?.()?.then(undefined, () => undefined);
  }
}

async function waitFor<Value>(
  next: Promise<Value>,
  silence: number,
  signal: AbortSignal,
): Promise<Value | "aborted" | "silent"> {
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const ended = new Promise<"aborted" | "silent">((resolve) => {
    timer = setTimeout(() => resolve("silent"), silence);
    stop = () => resolve("aborted");
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([next, ended]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
