import type { ModelRequest, ToolDefinition } from "~/core/assistant/language-model";
import { type PairedMessage, pairCalls } from "~/core/assistant/pair-calls";
import { describeFacts } from "~/core/assistant/prompt";

/** Up to here the provider may cache: https://platform.claude.com/docs/en/build-with-claude/prompt-caching */
const CACHED = { cache_control: { type: "ephemeral" } } as const;

type CacheMark = Partial<typeof CACHED>;
type TextBlock = { type: "text"; text: string } & CacheMark;
type Block =
  | TextBlock
  | { type: "tool_use"; id: string; name: string; input: unknown }
  | ({ type: "tool_result"; tool_use_id: string; content: string } & CacheMark);

interface Message {
  role: "user" | "assistant";
  content: Block[];
}

/**
 * The request as the Messages API wants it. Caches hold for tools, system and messages in this order, each only as far as
 * it is marked: the tools, the stable prompt, and all messages before the facts of this moment. Those come last, after the
 * shopper's words or the tools' results, since the system speaks at the beginning alone.
 */
export function convertRequest(request: ModelRequest, model: string) {
  const { system, memory, facts, maxOutputTokens } = request;
  return {
    model,
    max_tokens: maxOutputTokens,
    stream: true,
    ...convertTools(request),
    system: [
      { type: "text", text: system, ...CACHED },
      ...(memory === "" ? [] : [{ type: "text", text: memory }]),
    ],
    messages: withFacts(mergeRoles(converse(request)), describeFacts(facts)),
  };
}

/** From the shopper's first words: the user begins. */
function converse({ messages }: ModelRequest): Message[] {
  const paired = pairCalls(messages, (message, call) => `call_${message}_${call}`);
  return paired.slice(paired.findIndex(({ role }) => role === "shopper")).flatMap(convertMessage);
}

/** Calls in the history need their tools beside them, also where none may be made. */
function convertTools({ tools, formerTools = [] }: ModelRequest) {
  const known = tools.length > 0 ? tools : formerTools;
  if (known.length === 0) return {};
  return {
    tools: known.map((tool, index) => convertTool(tool, index === known.length - 1)),
    ...(tools.length === 0 ? { tool_choice: { type: "none" } } : {}),
  };
}

function convertTool({ name, description, parameters }: ToolDefinition, isLast: boolean) {
  return { name, description, input_schema: { type: "object", ...parameters }, ...(isLast ? CACHED : {}) };
}

function convertMessage(message: PairedMessage): Message[] {
  if (message.role === "shopper") return [{ role: "user", content: toText(message.text) }];
  const { text, calls } = message;
  const said: Message = {
    role: "assistant",
    content: [
      ...toText(text),
      ...calls.map(
        (call): Block => ({
          type: "tool_use",
          id: call.id,
          name: call.call.name,
          input: JSON.parse(call.arguments) as unknown,
        }),
      ),
    ],
  };
  if (calls.length === 0) return [said];
  const results = calls.map(
    ({ id, result }): Block => ({ type: "tool_result", tool_use_id: id, content: result }),
  );
  return [said, { role: "user", content: results }];
}

/** Blocks of white space alone are refused. */
const toText = (text: string): TextBlock[] => (text.trim() === "" ? [] : [{ type: "text", text }]);

/** One message a turn: what the same side says one after the other goes together. */
function mergeRoles(messages: readonly Message[]): Message[] {
  const merged: Message[] = [];
  for (const { role, content } of messages) {
    if (content.length === 0) continue;
    const last = merged.at(-1);
    if (last?.role === role) last.content.push(...content);
    else merged.push({ role, content: [...content] });
  }
  return merged;
}

function withFacts(messages: Message[], facts: string): Message[] {
  const last = messages.at(-1);
  const block: TextBlock = { type: "text", text: facts };
  if (last?.role !== "user") return [...messages, { role: "user", content: [block] }];
  const end = last.content.at(-1);
  const marked =
    end && end.type !== "tool_use" ? [...last.content.slice(0, -1), { ...end, ...CACHED }] : last.content;
  return [...messages.slice(0, -1), { ...last, content: [...marked, block] }];
}
