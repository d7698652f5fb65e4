import { VendorError } from "~/lib/errors";
import { signInUrl } from "../store/sign-in-url";
import { authoriseCall } from "./authorise";
import type { ToolCallOutcome } from "./results";
import type { Authorisation, Tool, ToolContext, ToolOutcome } from "./tool";

const MAX_ARGUMENT_CHARACTERS = 8000;
const MAX_ISSUES = 5;

/**
 * The only way to a tool: authorised in code before its arguments are looked at, then parsed, then executed. A broken
 * vendor becomes a "failed" outcome that the model can tell of; whoever aborted the signal gets the exception.
 * @param rawArguments JSON as a model wrote it
 */
export async function callTool(
  tool: Tool,
  rawArguments: string,
  context: ToolContext,
): Promise<ToolCallOutcome> {
  const authorisation = await authoriseCall(tool, context);
  if (!authorisation.allowed) return refuse(authorisation, context);
  const parsed = parseArguments(tool, rawArguments);
  if (!parsed.success) return { status: "invalid-arguments", issues: parsed.issues };
  context.signal.throwIfAborted();
  try {
    return await tool.execute(parsed.input, context);
  } catch (error) {
    if (context.signal.aborted || !(error instanceof VendorError)) throw error;
    return { status: "failed", retryable: error.isRetryable };
  }
}

function refuse({ reason }: Authorisation & { allowed: false }, { profile }: ToolContext): ToolOutcome {
  if (reason !== "sign-in-required") return { status: "refused", reason };
  const url = signInUrl(profile);
  return {
    status: "refused",
    reason,
    data: { signInUrl: url },
    cards: [{ kind: "confirm", action: "sign-in", url }],
  };
}

type Parsed = { success: true; input: unknown } | { success: false; issues: string[] };

function parseArguments(tool: Tool, rawArguments: string): Parsed {
  const json = rawArguments.trim() === "" ? {} : parseJson(rawArguments);
  if (json === undefined) return { success: false, issues: ["arguments are not JSON"] };
  const result = tool.input.safeParse(json ?? {});
  if (result.success) return { success: true, input: result.data };
  return {
    success: false,
    issues: result.error.issues
      .slice(0, MAX_ISSUES)
      .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": ")),
  };
}

function parseJson(text: string): unknown {
  if (text.length > MAX_ARGUMENT_CHARACTERS) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Models break off or misquote their arguments; the issue goes back to them.
    return undefined;
  }
}
