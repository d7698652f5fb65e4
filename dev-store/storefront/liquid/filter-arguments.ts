import type { Context } from "liquidjs";

/** What `this` is inside of a filter. */
export interface FilterThis {
  context: Context;
}

export type NamedArguments = Record<string, unknown>;

/** liquidjs hands `name: value` arguments over as pairs among the others. */
export function readNamed(options: unknown[]): NamedArguments {
  return Object.fromEntries(
    options.filter((option): option is [string, unknown] => Array.isArray(option) && option.length === 2),
  );
}

/** The first argument without a name. */
export function readPositional(options: unknown[]): unknown {
  return options.find((option) => !Array.isArray(option));
}
