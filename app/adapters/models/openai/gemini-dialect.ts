import { z } from "zod";
import { VendorError } from "~/lib/errors";
import type { Dialect } from "./dialect";

const THINKING_TOKENS = 1_500;
/**
 * Stands in for the signature of a call that another model made, or that was read back from the books:
 * https://ai.google.dev/gemini-api/docs/thought-signatures
 */
const NO_SIGNATURE = "skip_thought_signature_validator";

/** Google's words for a failure, in the error object's `details`. */
const detailsSchema = z.object({
  details: z.array(z.object({ reason: z.string().optional(), retryDelay: z.string().optional() })),
});

/** What of JSON Schema the API takes: https://ai.google.dev/api/caching#Schema */
const SCHEMA_FIELDS = new Set([
  ...["type", "title", "description", "enum", "items", "properties", "required", "nullable", "anyOf"],
  ...["minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength", "pattern", "default"],
]);

/** https://ai.google.dev/gemini-api/docs/openai */
export const geminiDialect: Dialect = {
  provider: "gemini",
  baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
  takesSystemAnywhere: false,
  takesToolChoiceNone: true,
  createCallId: (message, call) => `call_${message}_${call}`,
  // The first call of a step carries the signature of the thoughts before it; later ones may have none.
  decorateCall(call, position) {
    const own = call.signature?.provider === "gemini" ? call.signature.value : null;
    const signature = own ?? (position === 0 ? NO_SIGNATURE : null);
    return signature === null ? {} : { extra_content: { google: { thought_signature: signature } } };
  },
  describeLimits(request, model) {
    const thinks = !/gemini-(1|2\.0)/.test(model);
    return {
      max_tokens: request.maxOutputTokens + (thinks ? THINKING_TOKENS : 0),
      ...(thinks ? { reasoning_effort: "low" } : {}),
      stream_options: { include_usage: true },
    };
  },
  convertSchema: (schema) => simplify(schema),
  refineError(error, body) {
    const details = detailsSchema.safeParse(body).data?.details ?? [];
    // A key that it does not know is a bad request to Google.
    const isKeyRefused = details.some(({ reason }) => reason === "API_KEY_INVALID");
    const delay = details.flatMap(({ retryDelay }) => retryDelay ?? [])[0];
    return new VendorError(error.vendor, error.message, {
      status: isKeyRefused ? 401 : error.status,
      retryAfterMs: error.retryAfterMs ?? readSeconds(delay),
      cause: error.cause,
    });
  },
  wrapFetch: (fetch) => async (input, init) => unwrapErrors(await fetch(input, init)),
};

/** A duration such as "3.5s". */
function readSeconds(duration: string | undefined): number | null {
  const [, seconds] = /^(\d+(?:\.\d+)?)s$/.exec(duration ?? "") ?? [];
  return seconds === undefined ? null : Math.round(Number(seconds) * 1000);
}

/** Errors come in a list of one, which the library cannot read. */
async function unwrapErrors(response: Response): Promise<Response> {
  if (response.ok || !response.headers.get("content-type")?.includes("json")) return response;
  const text = await response.text();
  const [, inner = text] = /^\s*\[([\s\S]*)\]\s*$/.exec(text) ?? [];
  return new Response(inner, { status: response.status, headers: response.headers });
}

function simplify(schema: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(schema).flatMap(([field, value]): [string, unknown][] => {
    if (field === "const") return [["enum", [value]]];
    if (!SCHEMA_FIELDS.has(field)) return [];
    if (field === "properties" && isRecord(value))
      return [
        [field, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, simplifyAny(inner)]))],
      ];
    if (field === "items") return [[field, simplifyAny(value)]];
    if (field === "anyOf" && Array.isArray(value)) return [[field, value.map(simplifyAny)]];
    return [[field, value]];
  });
  return Object.fromEntries(entries);
}

const simplifyAny = (value: unknown): unknown => (isRecord(value) ? simplify(value) : value);

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
