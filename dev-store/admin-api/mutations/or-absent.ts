/** GraphQL's null of an optional input as "leave it as it is". */
export function orAbsent<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}
