import type { ChatCompletionFunctionTool } from "openai/resources/chat/completions";
import type { ModelRequest, ToolDefinition } from "~/core/assistant/language-model";
import type { Dialect } from "./dialect";

/** Tools that may not be called are named all the same where that is understood: the cached prefix stays the same. */
export function prepareTools({ tools, formerTools = [] }: ModelRequest, dialect: Dialect) {
  if (tools.length > 0) return { tools: tools.map((tool) => convertTool(tool, dialect)) };
  if (formerTools.length === 0 || !dialect.takesToolChoiceNone) return {};
  return { tools: formerTools.map((tool) => convertTool(tool, dialect)), tool_choice: "none" as const };
}

function convertTool(
  { name, description, parameters }: ToolDefinition,
  { convertSchema }: Dialect,
): ChatCompletionFunctionTool {
  return {
    type: "function",
    function: { name, description, parameters: convertSchema ? convertSchema(parameters) : parameters },
  };
}
