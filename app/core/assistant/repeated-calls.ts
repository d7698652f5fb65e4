import type { ModelMessage, ToolCall } from "./language-model";
import { parseLenientJson } from "./parse-lenient-json";
import type { OpenTurn } from "./turn";

type ToolMessage = Extract<ModelMessage, { role: "tool" }>;

/**
 * Answers calls that were already answered in this turn, by whichever model, with the same result, and returns the
 * others. A call that failed may be made once more: models that loop get no further, and tools are not run for nothing.
 */
export function answerRepeated(turn: Pick<OpenTurn, "messages">, calls: readonly ToolCall[]): ToolCall[] {
  const answered = answeredCalls(turn.messages);
  const fresh: ToolCall[] = [];
  for (const call of calls) {
    const former = answered.get(identityOf(call)) ?? [];
    const result =
      former.find(({ content }) => isOk(content)) ?? (former.length > 1 ? former.at(-1) : undefined);
    if (result)
      turn.messages.push({ role: "tool", callId: call.id, name: call.name, content: result.content });
    else fresh.push(call);
  }
  return fresh;
}

/** The results of this turn by what was asked. */
function answeredCalls(messages: readonly ModelMessage[]): Map<string, ToolMessage[]> {
  const ofTurn = messages.slice(messages.findLastIndex(({ role }) => role === "shopper") + 1);
  const answered = new Map<string, ToolMessage[]>();
  ofTurn.forEach((message, position) => {
    if (message.role !== "assistant") return;
    for (const call of message.toolCalls) {
      const result = ofTurn
        .slice(position + 1)
        .find((other): other is ToolMessage => other.role === "tool" && other.callId === call.id);
      if (result) answered.set(identityOf(call), [...(answered.get(identityOf(call)) ?? []), result]);
    }
  });
  return answered;
}

/** The same for the same arguments in another order. */
function identityOf({ name, arguments: written }: ToolCall): string {
  const parsed = parseLenientJson(written.trim() || "{}");
  return `${name} ${parsed ? JSON.stringify(sortKeys(parsed.value)) : written}`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .map(([key, inner]): [string, unknown] => [key, sortKeys(inner)])
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Results are written by `toToolMessage`. */
function isOk(content: string): boolean {
  return (JSON.parse(content) as { status?: unknown }).status === "ok";
}
