/** Milliseconds for which a vendor asks to be left alone: seconds, milliseconds or a date; null where it does not say. */
export function readRetryAfter(headers: Headers | undefined, now: () => number = Date.now): number | null {
  const milliseconds = Number(headers?.get("retry-after-ms") ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return Math.max(0, Math.round(milliseconds));
  const written = headers?.get("retry-after")?.trim();
  if (!written) return null;
  const wait = /^\d+(\.\d+)?$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now();
  return Number.isFinite(wait) ? Math.max(0, Math.round(wait)) : null;
}
