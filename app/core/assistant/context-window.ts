import type { ConversationMemory, Evidence, Message, TurnEvidence } from "../conversation/conversation";
import { estimateTokens } from "./estimate-tokens";
import type { ModelMessage } from "./language-model";
import { type Exchange, fold } from "./memory/fold";
import { trimResult } from "./trim-result";

/** Tokens of former messages above which the oldest are folded away, and to which. The steps are large, since each one costs the prompt cache of what follows it. */
const FOLD_ABOVE = 2_800;
const FOLD_TO = 1_000;
const MESSAGE_CHARACTERS = 4_000;

export interface ContextWindow {
  messages: ModelMessage[];
  memory: ConversationMemory | null;
  /** Whether the memory is another one than before, and has to be kept. */
  hasFolded: boolean;
}

/**
 * The conversation as a model reads it: what is remembered of its older part, the newer messages whole, each turn's tool
 * calls and results before the reply that rests on them, and at last what the shopper says now. From turn to turn
 * messages are only added, and what was once sent is sent again in the same words, until a step folds the older ones away.
 * @param history former messages, oldest first, at least all since `memory.upTo`
 */
export function openWindow(
  memory: ConversationMemory | null,
  history: readonly Message[],
  evidence: readonly TurnEvidence[],
  text: string,
): ContextWindow {
  const since = memory?.upTo.getTime() ?? 0;
  const exchanges = splitExchanges(
    history.filter(({ createdAt }) => createdAt.getTime() > since),
    evidence,
  );
  const surplus = countSurplus(exchanges);
  const kept = exchanges.slice(surplus);
  return {
    messages: [...kept.flatMap(toModelMessages), { role: "shopper", text }],
    memory: surplus > 0 ? fold(memory, exchanges.slice(0, surplus)) : memory,
    hasFolded: surplus > 0,
  };
}

function splitExchanges(history: readonly Message[], evidence: readonly TurnEvidence[]): Exchange[] {
  const evidenceOf = new Map(evidence.map((turn) => [turn.turnId, turn.evidence]));
  const exchanges: Exchange[] = [];
  for (const message of history) {
    if (message.role === "shopper" || exchanges.length === 0) exchanges.push({ messages: [], evidence: [] });
    const exchange = exchanges.at(-1) as Exchange;
    exchange.messages.push(message);
    if (message.role === "assistant" && message.turnId)
      exchange.evidence.push(...(evidenceOf.get(message.turnId) ?? []));
  }
  return exchanges;
}

/** How many of the oldest are one too many. The newest one always stays. */
function countSurplus(exchanges: readonly Exchange[]): number {
  const sizes = exchanges.map((exchange) => estimateSize(toModelMessages(exchange)));
  let total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= FOLD_ABOVE) return 0;
  let surplus = 0;
  while (surplus < sizes.length - 1 && total > FOLD_TO) {
    total -= sizes[surplus] ?? 0;
    surplus += 1;
  }
  return surplus;
}

function estimateSize(messages: readonly ModelMessage[]): number {
  return messages.reduce((sum, message) => {
    if (message.role === "tool") return sum + estimateTokens(trimResult(message.content));
    const calls = message.role === "assistant" ? JSON.stringify(message.toolCalls) : "";
    return sum + estimateTokens(message.text + calls);
  }, 0);
}

function toModelMessages({ messages, evidence }: Exchange): ModelMessage[] {
  const reply = messages.findIndex(({ role }) => role === "assistant");
  return messages.flatMap((message, index) => [
    ...(index === reply ? recallSteps(evidence, message.turnId ?? "") : []),
    toModelMessage(message),
  ]);
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

/** The calls of each step with their results, as the model made and read them. */
function recallSteps(evidence: readonly Evidence[], turnId: string): ModelMessage[] {
  const steps = new Map<number, { id: string; name: string; arguments: string; content: string }[]>();
  for (const [index, { tool, data, call }] of evidence.entries()) {
    if (!call) continue;
    const step = steps.get(call.step ?? 0) ?? [];
    const content = JSON.stringify({ ...call.message, data });
    step.push({ id: `${turnId}-${index}`, name: tool, arguments: call.arguments, content });
    steps.set(call.step ?? 0, step);
  }
  return [...steps.values()].flatMap((calls): ModelMessage[] => [
    {
      role: "assistant",
      text: "",
      toolCalls: calls.map(({ id, name, arguments: args }) => ({ id, name, arguments: args })),
    },
    ...calls.map(({ id, name, content }): ModelMessage => ({ role: "tool", callId: id, name, content })),
  ]);
}
