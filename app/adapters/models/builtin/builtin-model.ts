import type { LanguageModel, ModelPart, ModelRequest } from "~/core/assistant/language-model";
import { answerWishes } from "./answer-wishes";
import { readDialogue } from "./dialogue";
import type { Step } from "./step";

/**
 * A model without a model: it recognises what is asked, calls the same tools as the others and answers from phrases in
 * the persona's tone. No network, no key, no randomness: the same request always gives the same parts.
 */
export function createBuiltinModel(): LanguageModel {
  return {
    name: "builtin",
    async *stream(request, signal) {
      if (signal.aborted) return;
      const step = answerWishes(readDialogue(request));
      for (const part of toParts(step, request)) {
        if (signal.aborted) return;
        yield part;
      }
    },
  };
}

/** Tools that answer nothing new end the turn after so many rounds; the turn loop has a bound of its own. */
function* toParts(step: Step, request: ModelRequest): Generator<ModelPart> {
  const inputTokens = estimateTokens(request.messages.map((message) => JSON.stringify(message)).join(""));
  if (step.type === "call") {
    const written = request.messages.length;
    for (const [index, call] of step.calls.entries()) {
      const callArguments = JSON.stringify(call.arguments);
      yield {
        type: "tool-call",
        call: { id: `builtin_${written}_${index}`, name: call.name, arguments: callArguments },
      };
    }
    yield {
      type: "finish",
      reason: "tool-calls",
      usage: { inputTokens, cachedInputTokens: 0, outputTokens: 0 },
    };
    return;
  }
  for (const text of chunk(step.text)) yield { type: "text-delta", text };
  if (step.suggestions.length > 0) yield { type: "suggestions", items: step.suggestions };
  yield {
    type: "finish",
    reason: "stop",
    usage: { inputTokens, cachedInputTokens: 0, outputTokens: estimateTokens(step.text) },
  };
}

/** A few words at a time, as a model would write them; the pieces add up to the text. */
function chunk(text: string): string[] {
  return text.match(/(?:\S+\s*){1,3}/g) ?? [];
}

function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
