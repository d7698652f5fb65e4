import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import {
  argumentsText,
  type Completion,
  type CompletionUsage,
  callId,
  toUsage,
} from "./chat-completion-stream";
import type { RecordedRequest, ScriptedStep } from "./scripted-step";
import type { ScriptedVoice } from "./scripted-voice";

const USAGE: CompletionUsage = { promptTokens: 100, completionTokens: 20 };

/** Answers one request as the step says; resolves when there is nothing more to send. */
export async function performStep(
  step: ScriptedStep,
  request: RecordedRequest,
  response: ServerResponse,
  voice: ScriptedVoice,
): Promise<void> {
  if ("after" in step && step.after) await sleep(step.after);
  switch (step.kind) {
    case "error":
      if (step.retryAfterSeconds !== undefined)
        response.setHeader("Retry-After", String(step.retryAfterSeconds));
      return sendJson(
        response,
        step.status,
        voice.error(step.status, step.code ?? "scripted_error", step.message ?? "The script says so"),
      );
    case "raw":
      response.writeHead(step.status ?? 200, { "Content-Type": step.contentType ?? "text/event-stream" });
      response.end(step.body);
      return;
    case "hang":
      if (step.text !== undefined) await sendText(newCompletion(request), response, step.text, 0, voice);
      return;
    case "cut":
      if (step.text !== undefined) await sendText(newCompletion(request), response, step.text, 0, voice);
      response.destroy();
      return;
    default:
      return request.body.stream
        ? stream(step, request, response, voice)
        : sendWhole(step, request, response);
  }
}

type AnsweringStep = Extract<ScriptedStep, { kind: "reply" | "tool-calls" }>;

async function stream(
  step: AnsweringStep,
  request: RecordedRequest,
  response: ServerResponse,
  voice: ScriptedVoice,
): Promise<void> {
  const completion = newCompletion(request);
  const usage = step.usage ?? USAGE;
  if (step.text !== undefined && step.text !== "")
    await sendText(completion, response, step.text, step.kind === "reply" ? (step.between ?? 0) : 0, voice);
  else startStream(completion, response, voice);
  const calls = step.kind === "tool-calls" ? step.calls : [];
  for (const piece of voice.calls(completion, calls)) response.write(piece);
  const finish = step.kind === "reply" ? (step.finish ?? "stop") : "tool_calls";
  response.end(voice.end(completion, finish, usage, Boolean(request.body.stream_options?.include_usage)));
}

function startStream(completion: Completion, response: ServerResponse, voice: ScriptedVoice): void {
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-cache",
  });
  response.write(voice.start(completion));
}

/** A string goes word by word, a list piece by piece; stops when the caller is gone. */
async function sendText(
  completion: Completion,
  response: ServerResponse,
  text: string | string[],
  between: number,
  voice: ScriptedVoice,
): Promise<void> {
  startStream(completion, response, voice);
  for (const piece of typeof text === "string" ? (text.match(/\s*\S+\s*$|\s*\S+/g) ?? []) : text) {
    if (response.destroyed) return;
    response.write(voice.text(completion, piece));
    if (between > 0) await sleep(between);
  }
}

function sendWhole(step: AnsweringStep, request: RecordedRequest, response: ServerResponse): void {
  const completion = newCompletion(request);
  const text = step.text === undefined ? null : [step.text].flat().join("");
  const calls = step.kind === "tool-calls" ? step.calls : [];
  const message = {
    role: "assistant",
    content: text,
    ...(calls.length > 0 && {
      tool_calls: calls.map((call, index) => ({
        id: callId(completion, call, index),
        type: "function",
        function: { name: call.name, arguments: argumentsText(call) },
      })),
    }),
  };
  sendJson(response, 200, {
    ...completion,
    object: "chat.completion",
    created: 1_790_000_000,
    choices: [{ index: 0, message, finish_reason: calls.length > 0 ? "tool_calls" : "stop" }],
    usage: toUsage(step.usage ?? USAGE),
  });
}

let completions = 0;
const newCompletion = (request: RecordedRequest): Completion => ({
  id: `chatcmpl-${String(++completions).padStart(6, "0")}`,
  model: request.body.model ?? "scripted-model",
});

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(body));
}
