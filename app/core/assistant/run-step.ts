import type { Grounding } from "./grounding/grounding";
import type { LanguageModel, ModelRequest, ModelUsage, ToolCall } from "./language-model";
import { readParts } from "./read-parts";
import { repairCall } from "./repair-call";
import { createSpeaker, type Speaker } from "./speaker";
import { addUsage, type OpenTurn } from "./turn";
import type { TurnLimits } from "./turn-limits";

/** Calls in one step beyond these are not even answered: a model that asks for so much is broken. */
const MAX_CALLS_OF_A_STEP = 16;
/** At most, in any language that is written. */
const CHARACTERS_OF_A_TOKEN = 8;

export type StepEnd = { usage?: ModelUsage } & (
  | { status: "said"; calls: ToolCall[]; hasShown: boolean }
  /** The turn's signal aborted. */
  | { status: "aborted" }
  /** Nothing that can be used: no finish, an answer that was withheld or cut too early, machinery instead of words. */
  | { status: "unusable" }
);

type StepTools = Pick<ModelRequest, "tools" | "formerTools">;
type FinishReason = "stop" | "tool-calls" | "length" | "content-filter";

/**
 * One model call: shows its text as far as it is speech and grounding lets it pass, mends its calls where it is clear what
 * they mean, and adds its words to the turn's messages. Rejects as the model does.
 */
export async function runStep(
  turn: OpenTurn,
  model: LanguageModel,
  stepTools: StepTools,
  createGrounding: () => Grounding,
  limits: Pick<TurnLimits, "firstToken" | "silence" | "outputTokens">,
  signal: AbortSignal,
): Promise<StepEnd> {
  const request = {
    ...turn.request,
    ...stepTools,
    messages: [...turn.messages],
    maxOutputTokens: limits.outputTokens,
  };
  const toolNames = (stepTools.formerTools ?? stepTools.tools).map(({ name }) => name);
  const speaker = createSpeaker(turn, model, toolNames, createGrounding);
  const calls: ToolCall[] = [];
  let usage: ModelUsage | undefined;
  let finish: FinishReason | undefined;
  let written = 0;
  try {
    for await (const part of readParts(model, request, limits, signal)) {
      if (part.type === "text-delta") {
        written += part.text.length;
        // Whoever does not keep to what it may write is cut off like one who came to its end.
        if (written > limits.outputTokens * CHARACTERS_OF_A_TOKEN) {
          finish = "length";
          break;
        }
        speaker.say(part.text);
        if (speaker.isForfeit) break;
      } else if (part.type === "tool-call") {
        if (calls.length < MAX_CALLS_OF_A_STEP) calls.push(repairCall(part.call, toolNames));
      } else if (part.type === "suggestions") {
        turn.recorder.emit({ event: "suggestions", data: { items: part.items } });
      } else if (part.type === "finish") {
        finish = part.reason;
        usage = part.usage;
        addUsage(turn, part.usage);
      }
    }
    if (signal.aborted) return { status: "aborted", ...(usage && { usage }) };
    return { ...endStep(turn, speaker, finish, calls), ...(usage && { usage }) };
  } finally {
    speaker.close();
  }
}

function endStep(
  turn: OpenTurn,
  speaker: Speaker,
  finish: FinishReason | undefined,
  made: ToolCall[],
): StepEnd {
  if (speaker.isForfeit || finish === undefined || finish === "content-filter") return { status: "unusable" };
  const isCut = finish === "length";
  const { leaked, isBroken } = speaker.finish(isCut);
  if (speaker.isForfeit) return { status: "unusable" };
  const calls = [...made, ...leaked].filter((call) => !isCut || isWhole(call));
  if (calls.length === 0 && (isBroken || (isCut && !speaker.hasShown))) return { status: "unusable" };
  turn.messages.push({ role: "assistant", text: speaker.said, toolCalls: calls });
  return { status: "said", calls, hasShown: speaker.hasShown };
}

/** The arguments of a call that broke off are no JSON. */
function isWhole(call: ToolCall): boolean {
  try {
    JSON.parse(call.arguments);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
