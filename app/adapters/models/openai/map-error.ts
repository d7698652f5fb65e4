import { APIError } from "openai";
import { VendorError } from "~/lib/errors";

/** What the vendor wrote stays out of the message: it may quote the request or a part of the key. */
export function mapError(error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  if (!(error instanceof APIError)) {
    return new VendorError("openai", "The answer could not be read", { cause: error });
  }
  const status = error.status ?? null;
  return new VendorError("openai", status === null ? "There was no answer" : `The answer was ${status}`, {
    status,
    retryAfterMs: readRetryAfter(error.headers),
    cause: error,
  });
}

/** Seconds, or a date. */
function readRetryAfter(headers: Headers | undefined): number | null {
  const written = headers?.get("retry-after");
  if (!written) return null;
  const milliseconds = /^\d+(\.\d+)?$/.test(written.trim())
    ? Number(written) * 1000
    : Date.parse(written) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, Math.round(milliseconds)) : null;
}
