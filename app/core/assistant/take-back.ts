import type { ModelMessage } from "./language-model";
import type { OpenTurn } from "./turn";

/**
 * After a model failed: its words go when another one has something to say, so that a shopper never looks at nothing. The
 * next model sees the calls and their results, but none of those words.
 */
export function takeBackLater(turn: OpenTurn): void {
  dropUnanswered(turn.messages);
  if (turn.recorder.text === "") return;
  turn.takeBack = () => {
    turn.takeBack = undefined;
    turn.recorder.reset("model-failed");
  };
}

function dropUnanswered(messages: ModelMessage[]): void {
  const shopper = messages.findLastIndex((message) => message.role === "shopper");
  const kept = messages.slice(shopper + 1).flatMap((message): ModelMessage[] => {
    if (message.role !== "assistant") return [message];
    const toolCalls = message.toolCalls.filter((call) =>
      messages.some((other) => other.role === "tool" && other.callId === call.id),
    );
    return toolCalls.length > 0 ? [{ ...message, text: "", toolCalls }] : [];
  });
  messages.splice(shopper + 1, messages.length, ...kept);
}
