import type { ChatCompletionFunctionTool } from "openai/resources/chat/completions";
import type { ToolDefinition } from "~/core/assistant/language-model";

export function prepareTools(tools: ToolDefinition[]): ChatCompletionFunctionTool[] {
  return tools.map(({ name, description, parameters }) => ({
    type: "function",
    function: { name, description, parameters },
  }));
}
