/** Whether an event of a turn comes after the last one seen. Ids are "<attempt>.<sequence>"; an unreadable one counts as new. */
export function isNewer(id: string, last: string | null): boolean {
  if (last === null) return true;
  const [attempt = Number.NaN, sequence = Number.NaN] = id.split(".").map(Number);
  const [lastAttempt = Number.NaN, lastSequence = Number.NaN] = last.split(".").map(Number);
  if (Number.isNaN(sequence) || Number.isNaN(lastSequence)) return !(attempt <= lastAttempt);
  return attempt === lastAttempt ? sequence > lastSequence : attempt > lastAttempt;
}
