import type { Concept } from "./lexicon";

export function hasAny(concepts: ReadonlySet<Concept>, wanted: readonly Concept[]): boolean {
  return wanted.some((one) => concepts.has(one));
}
