import {
  argumentsText,
  callId,
  chunk,
  DONE,
  event,
  finishChunk,
  roleChunk,
  textChunk,
  toolCallChunks,
  toUsage,
  usageChunk,
} from "./chat-completion-stream";
import { anthropicVoice } from "./scripted-anthropic-voice";
import type { ScriptedDialect } from "./scripted-refusals";
import type { ScriptedVoice } from "./scripted-voice";

const openai: ScriptedVoice = {
  path: "/chat/completions",
  start: roleChunk,
  text: textChunk,
  calls: toolCallChunks,
  end: (completion, finish, usage, wantsUsage) =>
    finishChunk(completion, finish) + (wantsUsage ? usageChunk(completion, usage) : "") + DONE,
  error: (_, code, message) => ({ error: { message, type: code, param: null, code } }),
};

/** Google: calls whole, without index, each with an empty id; a signature on the first; errors in a list. */
const gemini: ScriptedVoice = {
  ...openai,
  calls: (completion, calls) =>
    calls.map((call, position) =>
      chunk(completion, {
        role: "assistant",
        tool_calls: [
          {
            ...(position === 0
              ? { extra_content: { google: { thought_signature: "sig-of-thoughts" } } }
              : {}),
            function: { arguments: argumentsText(call), name: call.name },
            id: "",
            type: "function",
          },
        ],
      }),
    ),
  end: (completion, finish, usage) =>
    event({
      id: completion.id,
      choices: [
        { index: 0, delta: { role: "assistant" }, finish_reason: finish === "tool_calls" ? "stop" : finish },
      ],
      usage: toUsage(usage),
    }) + DONE,
  error: (status, code, message) => [
    {
      error: {
        code: status,
        message,
        status: code.toUpperCase(),
        details: [
          ...(code === "api_key_invalid"
            ? [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "API_KEY_INVALID" }]
            : []),
          ...(status === 429
            ? [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1.5s" }]
            : []),
        ],
      },
    },
  ],
};

/** Mistral: thoughts and text as lists of chunks, calls whole, usage with the last chunk, asked for or not. */
const mistral: ScriptedVoice = {
  ...openai,
  start: (completion) =>
    roleChunk(completion) +
    chunk(completion, {
      content: [{ type: "thinking", thinking: [{ type: "text", text: "Secret thoughts." }] }],
    }),
  text: (completion, piece) => chunk(completion, { content: [{ type: "text", text: piece }] }),
  calls: (completion, calls) => {
    if (calls.length === 0) return [];
    const made = calls.map((call, index) => ({
      index,
      id: `Ab${String(index).padStart(7, "0")}`,
      function: { name: call.name, arguments: argumentsText(call) },
    }));
    return [chunk(completion, { content: "", tool_calls: made })];
  },
  end: (completion, finish, { promptTokens, completionTokens, cachedTokens }) =>
    event({
      id: completion.id,
      choices: [{ index: 0, delta: { content: "" }, finish_reason: finish }],
      usage: {
        prompt_tokens: promptTokens,
        completion_tokens: completionTokens,
        ...(cachedTokens === undefined ? {} : { num_cached_tokens: cachedTokens }),
      },
    }) + DONE,
  error: (_, code, message) => ({ object: "error", message, type: code, param: null, code: null }),
};

/** A small model on a server of one's own: thinks aloud, sends calls whole with objects for arguments, counts nothing. */
const local: ScriptedVoice = {
  ...openai,
  start: (completion) => roleChunk(completion) + chunk(completion, { reasoning_content: "Secret thoughts." }),
  calls: (completion, calls) =>
    calls.map((call, index) =>
      chunk(completion, {
        tool_calls: [
          {
            function: { name: call.name, arguments: call.arguments },
            ...(call.id ? { id: callId(completion, call, index) } : {}),
          },
        ],
      }),
    ),
  end: (completion, finish) => finishChunk(completion, finish === "tool_calls" ? "stop" : finish) + DONE,
  error: (_, code, message) => ({ error: message, code }),
};

const VOICES: Record<ScriptedDialect, ScriptedVoice> = {
  any: openai,
  openai,
  gemini,
  mistral,
  local,
  anthropic: anthropicVoice,
};

export const voiceOf = (dialect: ScriptedDialect): ScriptedVoice => VOICES[dialect];
