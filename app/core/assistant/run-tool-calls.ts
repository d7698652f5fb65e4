import { VendorError } from "~/lib/errors";
import { toolLabel } from "../settings/phrases";
import { callTool } from "../tools/call-tool";
import { type ToolCallOutcome, type ToolMessage, toToolMessage } from "../tools/results";
import type { Tool } from "../tools/tool";
import type { ToolCall } from "./language-model";
import type { OpenTurn } from "./turn";
import type { TurnLimits } from "./turn-limits";

type PreparedCall =
  | { call: ToolCall; tool: Tool; outcome: Promise<ToolCallOutcome> }
  /** There is no such tool, or the turn has had its calls: the model reads which. */
  | { call: ToolCall; refusal: "unknown-tool" | "too-many-calls" };

/**
 * Makes the calls of one model step, side by side, and shows and records what they gave in the order in which the model
 * asked. Every call gets an answer among the turn's messages. Rejects with the signal's reason when `signal` aborts.
 */
export async function runToolCalls(
  turn: OpenTurn,
  tools: readonly Tool[],
  calls: readonly ToolCall[],
  limits: Pick<TurnLimits, "toolCall" | "toolCalls">,
  signal: AbortSignal,
): Promise<void> {
  const prepared = calls.map((call) => prepare(turn, tools, call, limits, signal));
  const step = turn.recorder.evidence.length;
  for (const item of prepared) {
    const message =
      "tool" in item
        ? record(turn, item.tool, item.call, await item.outcome, step)
        : { status: item.refusal };
    const { id: callId, name } = item.call;
    turn.messages.push({ role: "tool", callId, name, content: JSON.stringify(message) });
  }
}

function prepare(
  turn: OpenTurn,
  tools: readonly Tool[],
  call: ToolCall,
  limits: Pick<TurnLimits, "toolCall" | "toolCalls">,
  signal: AbortSignal,
): PreparedCall {
  const tool = tools.find(({ name }) => name === call.name);
  if (!tool) return { call, refusal: "unknown-tool" };
  if (turn.calls >= limits.toolCalls) return { call, refusal: "too-many-calls" };
  turn.calls += 1;
  turn.recorder.emit({ event: "status", data: { label: toolLabel(turn.phrases, tool.name) } });
  turn.recorder.emit({ event: "tool-start", data: { name: tool.name } });
  const outcome = callWithDeadline(turn, tool, call.arguments, limits.toolCall, signal);
  // Whoever waits for an earlier call may leave before this one is looked at.
  outcome.catch(() => undefined);
  return { call, tool, outcome };
}

function record(
  turn: OpenTurn,
  tool: Tool,
  call: ToolCall,
  outcome: ToolCallOutcome,
  step: number,
): ToolMessage {
  const { recorder } = turn;
  const ok = outcome.status === "ok";
  recorder.emit({ event: "tool-end", data: { name: tool.name, ok } });
  if ("cards" in outcome) for (const card of outcome.cards ?? []) recorder.showCard(card);

  const message = toToolMessage(outcome, ok ? recorder.numberSources(outcome.sources ?? []) : []);
  const { data, ...rest } = message;
  recorder.evidence.push({
    ...{ tool: tool.name, ok, data },
    call: { arguments: call.arguments, message: rest, step },
  });
  if (ok && outcome.ticketId && !turn.handedOff) {
    turn.handedOff = true;
    recorder.emit({ event: "handoff", data: { ticketId: outcome.ticketId } });
  }
  return message;
}

/** A tool that takes too long has failed; one that was stopped with the turn rejects. */
async function callWithDeadline(
  turn: OpenTurn,
  tool: Tool,
  rawArguments: string,
  milliseconds: number,
  signal: AbortSignal,
): Promise<ToolCallOutcome> {
  signal.throwIfAborted();
  const call = new AbortController();
  const stop = () => call.abort(signal.reason);
  signal.addEventListener("abort", stop);
  const timer = setTimeout(
    () => call.abort(new VendorError(tool.name, "The call took too long.")),
    milliseconds,
  );
  const aborted = new Promise<never>((_, reject) =>
    call.signal.addEventListener("abort", () => reject(call.signal.reason)),
  );
  try {
    return await Promise.race([
      callTool(tool, rawArguments, { ...turn.context, signal: call.signal }),
      aborted,
    ]);
  } catch (error) {
    if (signal.aborted || !call.signal.aborted) throw error;
    return { status: "failed", retryable: true };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
