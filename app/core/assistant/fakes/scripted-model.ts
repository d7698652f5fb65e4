import { VendorError } from "~/lib/errors";
import type { LanguageModel, ModelPart, ModelRequest, ToolCall } from "../language-model";

/** What a scripted model does in one step, in this order. */
export type ScriptedPart =
  | string
  | { call: string; arguments?: unknown }
  | { wait: Promise<unknown> | number }
  | { fail: Error }
  | { suggestions: string[] }
  | { finish: "length" | "content-filter" }
  /** Ends the stream without a finish. */
  | { cut: true };

export interface ScriptedModel extends LanguageModel {
  readonly requests: ModelRequest[];
  /** Calls whose signal aborted before they ended. */
  readonly aborted: number;
}

/** A LanguageModel for tests: does one step after the other, and fails when it is asked for more than it was given. */
export function createScriptedModel(name: string, ...steps: ScriptedPart[][]): ScriptedModel {
  const requests: ModelRequest[] = [];
  let aborted = 0;

  async function* play(script: ScriptedPart[], step: number, signal: AbortSignal): AsyncGenerator<ModelPart> {
    const calls: ToolCall[] = [];
    let reason: "stop" | "length" | "content-filter" = "stop";
    for (const part of script) {
      if (signal.aborted) {
        aborted += 1;
        return;
      }
      if (typeof part === "string") yield { type: "text-delta", text: part };
      else if ("call" in part) {
        const id = `${name}-${step}-${calls.length}`;
        const args = part.arguments;
        calls.push({
          id,
          name: part.call,
          arguments: typeof args === "string" ? args : JSON.stringify(args ?? {}),
        });
        yield { type: "tool-call", call: calls.at(-1) as ToolCall };
      } else if ("wait" in part) await pause(part.wait, signal);
      else if ("fail" in part) throw part.fail;
      else if ("suggestions" in part) yield { type: "suggestions", items: part.suggestions };
      else if ("finish" in part) reason = part.finish;
      else return;
    }
    if (signal.aborted) {
      aborted += 1;
      return;
    }
    yield {
      type: "finish",
      reason: calls.length > 0 ? "tool-calls" : reason,
      usage: { inputTokens: 100, cachedInputTokens: 0, outputTokens: 10 },
    };
  }

  return {
    name,
    requests,
    get aborted() {
      return aborted;
    },
    stream(request, signal) {
      requests.push(structuredClone(request));
      const script = steps[requests.length - 1] ?? [{ fail: new VendorError(name, "Nothing is scripted.") }];
      return play(script, requests.length, signal);
    },
  };
}

async function pause(wait: Promise<unknown> | number, signal: AbortSignal): Promise<void> {
  const waited = typeof wait === "number" ? new Promise((resolve) => setTimeout(resolve, wait)) : wait;
  await Promise.race([waited, new Promise((resolve) => signal.addEventListener("abort", resolve))]);
}
