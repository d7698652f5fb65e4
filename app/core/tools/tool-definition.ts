import { z } from "zod";
import type { Tool } from "./tool";

/** A tool as a model is told about it: name, description and the JSON Schema of its arguments. */
export function toToolDefinition(tool: Tool): {
  name: string;
  description: string;
  parameters: Record<string, unknown>;
} {
  const schema = z.toJSONSchema(tool.input, { io: "output", unrepresentable: "any" });
  const { $schema: _, ...parameters } = schema as Record<string, unknown> & {
    properties?: Record<string, { default?: unknown }>;
    required?: string[];
  };
  const required = (parameters.required ?? []).filter(
    (name) => parameters.properties?.[name]?.default === undefined,
  );
  return { name: tool.name, description: tool.description, parameters: { ...parameters, required } };
}
