import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { ToolCall } from "~/core/assistant/language-model";

type Delta = NonNullable<ChatCompletionChunk.Choice.Delta["tool_calls"]>[number] & {
  extra_content?: { google?: { thought_signature?: string } };
};

type CallInPieces = ToolCall & { index: number | undefined };

export interface ToolCallAssembly {
  add(deltas: readonly Partial<Delta>[]): void;
  /** The calls in the order in which they began. */
  finish(): ToolCall[];
}

/**
 * Puts tool calls together from the pieces in which they come. By the book each piece has its call's index, and the first
 * one id and name; some endpoints send calls whole, without index or id, or with the same index and different ids.
 */
export function createToolCallAssembly(provider: string): ToolCallAssembly {
  const calls: CallInPieces[] = [];

  function callOf({ index, id, function: called }: Partial<Delta>) {
    const last = calls.at(-1);
    const isSameId = (call: ToolCall) => !id || call.id === "" || call.id === id;
    const known =
      index === undefined
        ? id || called?.name
          ? calls.find((call) => Boolean(id) && call.id === id)
          : last
        : calls.findLast((call) => call.index === index);
    if (known && isSameId(known)) return known;
    const begun: CallInPieces = { id: "", name: "", arguments: "", index };
    calls.push(begun);
    return begun;
  }

  return {
    add(deltas) {
      for (const delta of deltas) {
        const call = callOf(delta);
        call.id ||= delta.id ?? "";
        call.name ||= delta.function?.name ?? "";
        call.arguments += textOf(delta.function?.arguments);
        const signature = delta.extra_content?.google?.thought_signature;
        if (signature) call.signature = { provider, value: signature };
      }
    },
    finish: () =>
      calls
        .filter(({ name }) => name !== "")
        .map(({ id, name, arguments: written, signature }, position) => ({
          id: id || `call_${position}`,
          name,
          arguments: written,
          ...(signature && { signature }),
        })),
  };
}

/** Endpoints that send calls whole sometimes send their arguments as an object. */
function textOf(written: unknown): string {
  if (written === undefined || written === null) return "";
  return typeof written === "string" ? written : JSON.stringify(written);
}
