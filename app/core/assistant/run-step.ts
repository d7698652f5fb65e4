import type { Grounding } from "./grounding/grounding";
import type { LanguageModel, ToolCall, ToolDefinition } from "./language-model";
import { readParts } from "./read-parts";
import { addUsage, type OpenTurn } from "./turn";
import type { TurnLimits } from "./turn-limits";

/** Calls in one step beyond these are not even answered: a model that asks for so much is broken. */
const MAX_CALLS_OF_A_STEP = 16;

export type StepEnd =
  | { status: "said"; calls: ToolCall[] }
  /** The turn's signal aborted. */
  | { status: "aborted" }
  /** The stream ended without a finish, or the provider withheld the answer. */
  | { status: "cut" };

/**
 * One model call: shows its text as far as grounding lets it pass, and adds its words to the turn's messages. Rejects as
 * the model does.
 */
export async function runStep(
  turn: OpenTurn,
  model: LanguageModel,
  tools: ToolDefinition[],
  grounding: Grounding,
  limits: Pick<TurnLimits, "silence" | "outputTokens">,
  signal: AbortSignal,
): Promise<StepEnd> {
  const { recorder } = turn;
  const request = {
    ...turn.request,
    messages: [...turn.messages],
    tools,
    maxOutputTokens: limits.outputTokens,
  };
  const calls: ToolCall[] = [];
  let said = "";
  let finish: string | undefined;
  const show = (texts: string[]) => {
    for (const text of texts) if (text !== "") recorder.showText(text);
  };

  recorder.beginParagraph();
  try {
    for await (const part of readParts(model, request, limits.silence, signal)) {
      if (part.type === "text-delta") {
        said += part.text;
        show(grounding.push(part.text));
      } else if (part.type === "tool-call") {
        if (calls.length < MAX_CALLS_OF_A_STEP) calls.push(part.call);
      } else if (part.type === "suggestions") {
        recorder.emit({ event: "suggestions", data: { items: part.items } });
      } else {
        finish = part.reason;
        addUsage(turn, part.usage);
      }
    }
    if (finish !== undefined && finish !== "content-filter") show(grounding.flush());
  } finally {
    recorder.corrections.push(...grounding.corrections);
  }
  if (signal.aborted) return { status: "aborted" };
  if (finish === undefined || finish === "content-filter") return { status: "cut" };
  turn.messages.push({ role: "assistant", text: said, toolCalls: calls });
  return { status: "said", calls };
}
