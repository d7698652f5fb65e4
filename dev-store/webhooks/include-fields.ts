/**
 * The fields of a payload that a subscription asked for, by Shopify's `include_fields`: names, or paths such as
 * `variants.id` that reach into lists. All of it where none are named.
 */
export function includeFields(payload: unknown, fields: readonly string[]): unknown {
  if (fields.length === 0 || !isObject(payload)) return payload;
  const chosen: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(payload)) {
    if (fields.includes(name)) chosen[name] = value;
    else {
      const inner = fields
        .filter((field) => field.startsWith(`${name}.`))
        .map((field) => field.slice(name.length + 1));
      if (inner.length > 0) chosen[name] = reachInto(value, inner);
    }
  }
  return chosen;
}

function reachInto(value: unknown, fields: string[]): unknown {
  return Array.isArray(value)
    ? value.map((entry) => includeFields(entry, fields))
    : includeFields(value, fields);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
