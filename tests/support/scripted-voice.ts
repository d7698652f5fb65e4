import type { Completion, CompletionUsage, FinishReason, ScriptedToolCall } from "./chat-completion-stream";

/** How a provider's server writes one answer, piece by piece. */
export interface ScriptedVoice {
  /** The end of the path under which it is asked. */
  path: string;
  start(completion: Completion): string;
  text(completion: Completion, piece: string): string;
  calls(completion: Completion, calls: ScriptedToolCall[]): string[];
  end(completion: Completion, finish: FinishReason, usage: CompletionUsage, wantsUsage: boolean): string;
  error(status: number, code: string, message: string): unknown;
}
