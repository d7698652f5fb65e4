/** What went wrong, in a sentence that a shopper may read. `code` is stable and becomes the wire's error code. */
export class AppError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    options?: { cause?: unknown; retryAfterSeconds?: number },
  ) {
    super(message, { cause: options?.cause });
    this.name = "AppError";
    this.retryAfterSeconds = options?.retryAfterSeconds;
  }

  readonly retryAfterSeconds: number | undefined;
}

/** A vendor's failure as its adapter saw it. */
export class VendorError extends Error {
  readonly vendor: string;
  /** HTTP status, or null when there was no answer. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(
    vendor: string,
    message: string,
    options: { status?: number | null; retryAfterMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "VendorError";
    this.vendor = vendor;
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }

  /** No answer, too many requests, or the vendor's own fault. */
  get isRetryable(): boolean {
    return this.status === null || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/** What a request wanted to add to is no longer there: a shop was uninstalled, or a conversation erased, meanwhile. */
export const gone = (cause?: unknown) =>
  new AppError("not-found", 404, "What this belongs to is no longer there.", { cause });
