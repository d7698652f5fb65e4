import type { CompletionUsage, FinishReason, ScriptedToolCall } from "./chat-completion-stream";

/** What the model does with one request. Milliseconds throughout; `after` waits before the first byte. */
export type ScriptedStep =
  | {
      kind: "reply";
      text: string | string[];
      between?: number;
      after?: number;
      usage?: CompletionUsage;
      finish?: FinishReason;
    }
  | { kind: "tool-calls"; calls: ScriptedToolCall[]; text?: string; after?: number; usage?: CompletionUsage }
  | {
      kind: "error";
      status: number;
      retryAfterSeconds?: number;
      code?: string;
      message?: string;
      after?: number;
    }
  /** Answers nothing at all, or, with `text`, falls silent after it. */
  | { kind: "hang"; text?: string | string[] }
  /** Breaks the connection, after `text` if there is any. */
  | { kind: "cut"; text?: string | string[]; after?: number }
  /** Sends these bytes as the body, whatever they are. */
  | { kind: "raw"; body: string; contentType?: string; status?: number };

export interface ChatMessage {
  role: string;
  content: unknown;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
  tool_call_id?: string;
}

export interface RecordedRequest {
  receivedAt: number;
  /** The bearer token or key. */
  authorization: string | null;
  /** What the server found wrong with it, where it refused it. */
  refusal?: string;
  body: {
    model?: string;
    stream?: boolean;
    stream_options?: { include_usage?: boolean };
    messages: ChatMessage[];
    tools?: { type: string; function: { name: string; parameters: Record<string, unknown> } }[];
    [key: string]: unknown;
  };
  /** Set when the caller went away before the answer was whole. */
  abortedAt: number | null;
  endedAt: number | null;
}
