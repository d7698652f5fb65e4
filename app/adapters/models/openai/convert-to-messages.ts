import type { ChatCompletionMessageParam } from "openai/resources/chat/completions";
import type { ModelMessage, ModelRequest } from "~/core/assistant/language-model";
import { describeFacts } from "~/core/assistant/prompt";
import { trimResult } from "~/core/assistant/trim-result";

type ToolMessage = Extract<ModelMessage, { role: "tool" }>;

/**
 * The request as Chat Completions want it. The stable prompt comes first, then what is remembered and the messages,
 * which only grow from turn to turn, so that vendors can cache all of it; what is true of this moment alone comes last.
 * Vendors refuse a call without a result and a result without a call, so neither is sent, and ids are given anew: some
 * models reuse theirs.
 */
export function convertToMessages(request: ModelRequest): ChatCompletionMessageParam[] {
  const { system, memory, messages, facts } = request;
  return [
    { role: "system", content: system },
    ...(memory === "" ? [] : [{ role: "system" as const, content: memory }]),
    ...messages.flatMap((message, index) => convertMessage(message, index, messages)),
    { role: "system", content: describeFacts(facts) },
  ];
}

function convertMessage(
  message: ModelMessage,
  index: number,
  messages: ModelMessage[],
): ChatCompletionMessageParam[] {
  switch (message.role) {
    case "shopper":
      return [{ role: "user", content: message.text }];
    case "assistant":
      return convertAssistant(message, index, messages);
    case "tool":
      // Sent along with the call that it answers.
      return [];
  }
}

function convertAssistant(
  { text, toolCalls }: Extract<ModelMessage, { role: "assistant" }>,
  index: number,
  messages: ModelMessage[],
): ChatCompletionMessageParam[] {
  const results = resultsAfter(index, messages);
  const answered = toolCalls.flatMap((call, position) => {
    const result = results.find(({ callId }) => callId === call.id);
    return result ? [{ call, result, id: `call_${index}_${position}` }] : [];
  });
  if (answered.length === 0) return text === "" ? [] : [{ role: "assistant", content: text }];
  return [
    {
      role: "assistant",
      content: text === "" ? null : text,
      tool_calls: answered.map(({ call, id }) => ({
        id,
        type: "function",
        function: { name: call.name, arguments: isJson(call.arguments) ? call.arguments : "{}" },
      })),
    },
    ...answered.map(
      ({ result, id }): ChatCompletionMessageParam => ({
        role: "tool",
        tool_call_id: id,
        content: trimResult(result.content),
      }),
    ),
  ];
}

/** The tool messages that directly follow. */
function resultsAfter(index: number, messages: ModelMessage[]): ToolMessage[] {
  const rest = messages.slice(index + 1);
  const end = rest.findIndex(({ role }) => role !== "tool");
  return rest.slice(0, end < 0 ? rest.length : end).filter((message) => message.role === "tool");
}

/** Some vendors refuse a history in which a model's broken arguments stand. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
