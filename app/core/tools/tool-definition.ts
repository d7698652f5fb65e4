import { z } from "zod";
import type { Tool } from "./tool";

export interface DescribedTool {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

/** Tools never change while the process lives, and writing a schema out costs more than the rest of a step. */
const described = new WeakMap<Tool, DescribedTool>();

/** A tool as a model is told about it: name, description and the JSON Schema of its arguments. */
export function toToolDefinition(tool: Tool): DescribedTool {
  const known = described.get(tool);
  if (known) return known;
  const definition = describe(tool);
  described.set(tool, definition);
  return definition;
}

function describe(tool: Tool): DescribedTool {
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
