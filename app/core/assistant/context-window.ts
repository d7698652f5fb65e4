import type { Evidence, Message, TurnEvidence } from "../conversation/conversation";
import type { ModelMessage, ToolCall } from "./language-model";

/** Characters of former messages that a model is given, newest first; about 6,000 tokens. */
const HISTORY_CHARACTERS = 24_000;
const MESSAGE_CHARACTERS = 4_000;
/** What stays of a former tool result: enough to go on with its items, cursor and ids. */
const RESULT_STRING_CHARACTERS = 400;
const RESULT_ITEMS = 20;

/**
 * The conversation as a model reads it: former messages, with the tool calls and results of the turns in `evidence`
 * before the reply that rests on them, and at last what the shopper says now.
 * @param history former messages, oldest first
 */
export function buildMessages(
  history: readonly Message[],
  evidence: readonly TurnEvidence[],
  text: string,
): ModelMessage[] {
  const evidenceOf = new Map(evidence.map((turn) => [turn.turnId, turn.evidence]));
  const former = keepNewest(history).flatMap((message) => {
    const calls =
      message.role === "assistant" && message.turnId ? (evidenceOf.get(message.turnId) ?? []) : [];
    return [...recallCalls(calls, message.turnId ?? ""), toModelMessage(message)];
  });
  return [...former, { role: "shopper", text }];
}

function keepNewest(history: readonly Message[]): Message[] {
  const kept: Message[] = [];
  let room = HISTORY_CHARACTERS;
  for (const message of history.toReversed()) {
    room -= Math.min(message.text.length, MESSAGE_CHARACTERS);
    if (room < 0) break;
    kept.unshift(message);
  }
  return kept;
}

function toModelMessage({ role, text }: Message): ModelMessage {
  const short = text.slice(0, MESSAGE_CHARACTERS);
  if (role === "shopper") return { role: "shopper", text: short };
  return {
    role: "assistant",
    text: role === "person" ? `(A person of the shop:) ${short}` : short,
    toolCalls: [],
  };
}

function recallCalls(evidence: readonly Evidence[], turnId: string): ModelMessage[] {
  const made = evidence.flatMap(({ tool, data, call }, index) =>
    call
      ? [
          {
            id: `${turnId}-${index}`,
            name: tool,
            arguments: call.arguments,
            message: { ...call.message, data },
          },
        ]
      : [],
  );
  if (made.length === 0) return [];
  const toolCalls: ToolCall[] = made.map(({ id, name, arguments: args }) => ({ id, name, arguments: args }));
  const results = made.map(
    ({ id, name, message }): ModelMessage => ({
      role: "tool",
      callId: id,
      name,
      content: JSON.stringify(shorten(message)),
    }),
  );
  return [{ role: "assistant", text: "", toolCalls }, ...results];
}

/** The same JSON with long texts and long lists cut; ids and cursors are neither, or must not be: they stay whole. */
function shorten(value: unknown, key = ""): unknown {
  if (typeof value === "string")
    return /cursor|url|id$/i.test(key) ? value : value.slice(0, RESULT_STRING_CHARACTERS);
  if (Array.isArray(value)) return value.slice(0, RESULT_ITEMS).map((item) => shorten(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shorten(inner, name)]));
}
