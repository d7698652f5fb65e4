/** Whether an event of a turn comes after the last one seen. Ids are "<attempt>.<sequence>"; an unreadable one counts as new. */
export function isNewer(id: string, last: string | null): boolean {
  const [attempt, sequence] = parseId(id);
  const [lastAttempt, lastSequence] = parseId(last ?? "");
  if (attempt === undefined || lastAttempt === undefined) return true;
  return attempt === lastAttempt ? (sequence ?? 0) > (lastSequence ?? 0) : attempt > lastAttempt;
}

function parseId(id: string): number[] {
  return /^\d+(\.\d+)?$/.test(id) ? id.split(".").map(Number) : [];
}
