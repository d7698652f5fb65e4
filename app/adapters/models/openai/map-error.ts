import { APIError } from "openai";
import { VendorError } from "~/lib/errors";
import { readRetryAfter } from "~/lib/retry-after";
import type { Dialect } from "./dialect";

/** What the vendor wrote stays out of the message: it may quote the request or a part of the key. */
export function mapError(error: unknown, dialect: Dialect): VendorError {
  if (error instanceof VendorError) return error;
  const { provider, refineError } = dialect;
  if (!(error instanceof APIError)) {
    return new VendorError(provider, "The answer could not be read", { cause: error });
  }
  const status = error.status ?? null;
  const mapped = new VendorError(
    provider,
    status === null ? "There was no answer" : `The answer was ${status}`,
    { status, retryAfterMs: readRetryAfter(error.headers), cause: error },
  );
  return refineError ? refineError(mapped, error.error) : mapped;
}
