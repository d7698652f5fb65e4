import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { ModelRequest } from "~/core/assistant/language-model";
import { type AnsweredCall, type PairedMessage, pairCalls } from "~/core/assistant/pair-calls";
import { describeFacts } from "~/core/assistant/prompt";
import type { Dialect } from "./dialect";

/**
 * The request as Chat Completions want it. The stable prompt comes first, then what is remembered and the messages,
 * which only grow from turn to turn, so that vendors can cache all of it; what is true of this moment alone comes last.
 */
export function convertToMessages(request: ModelRequest, dialect: Dialect): ChatCompletionMessageParam[] {
  const { system, memory, facts } = request;
  const paired = pairCalls(request.messages, dialect.createCallId);
  const convert = (messages: readonly PairedMessage[]) =>
    messages.flatMap((message) => convertMessage(message, dialect));
  if (dialect.takesSystemAnywhere)
    return [
      { role: "system", content: system },
      ...(memory === "" ? [] : [{ role: "system" as const, content: memory }]),
      ...convert(paired),
      { role: "system", content: describeFacts(facts) },
    ];
  return [
    { role: "system", content: [system, memory].filter(Boolean).join("\n\n") },
    ...alternate(convert(withFacts(paired, describeFacts(facts)))),
  ];
}

/** Where the system speaks first alone, this moment's facts go before the newest words of the shopper. */
function withFacts(messages: readonly PairedMessage[], facts: string): PairedMessage[] {
  const newest = messages.findLastIndex(({ role }) => role === "shopper");
  return messages.map((message, index) =>
    index === newest ? { ...message, text: `${facts}\n\n# The shopper's message\n${message.text}` } : message,
  );
}

/** Templates that know one system message also want roles to take turns: what was left unanswered is said together. */
function alternate(messages: ChatCompletionMessageParam[]): ChatCompletionMessageParam[] {
  return messages.flatMap((message, index): ChatCompletionMessageParam[] => {
    const before = messages[index - 1];
    if (message.role !== "user") return [message];
    // Nobody answered what the tools gave, for example since the turn was stopped.
    return before?.role === "tool" ? [{ role: "assistant", content: "…" }, message] : [message];
  });
}

function convertMessage(message: PairedMessage, dialect: Dialect): ChatCompletionMessageParam[] {
  if (message.role === "shopper") return [{ role: "user", content: message.text }];
  const { text, calls } = message;
  if (calls.length === 0) return [{ role: "assistant", content: text }];
  return [
    {
      role: "assistant",
      content: text === "" ? null : text,
      tool_calls: calls.map((call, position) => convertCall(call, position, dialect)),
    },
    ...calls.map(
      ({ result, id }): ChatCompletionMessageParam => ({ role: "tool", tool_call_id: id, content: result }),
    ),
  ];
}

function convertCall({ id, call, arguments: written }: AnsweredCall, position: number, dialect: Dialect) {
  return {
    id,
    type: "function" as const,
    function: { name: call.name, arguments: written },
    ...dialect.decorateCall?.(call, position),
  };
}
