import { AppError, VendorError } from "./errors";
import { createLogger } from "./logger";

const RETRY_AFTER_SECONDS = 5;
const log = createLogger("http");

/** The one way from an error to a response. What nobody foresaw is logged, and told to nobody. */
export function toErrorResponse(error: unknown, headers: HeadersInit = {}): Response {
  const { status, code, message, retryAfterSeconds } = describe(error);
  const response = Response.json({ error: { code, message } }, { status, headers });
  response.headers.set("Cache-Control", "no-store");
  if (retryAfterSeconds !== undefined) response.headers.set("Retry-After", String(retryAfterSeconds));
  return response;
}

function describe(error: unknown): Pick<AppError, "status" | "code" | "message" | "retryAfterSeconds"> {
  if (error instanceof AppError) return error;
  if (error instanceof VendorError) {
    log.warn({ error, vendor: error.vendor, status: error.status }, "A vendor failed a request");
    return {
      status: 503,
      code: "unavailable",
      message: "This is not available right now. Please try again in a moment.",
      retryAfterSeconds: Math.max(1, Math.ceil((error.retryAfterMs ?? RETRY_AFTER_SECONDS * 1000) / 1000)),
    };
  }
  log.error({ error }, "A request failed unexpectedly");
  return { status: 500, code: "unexpected", message: "Something went wrong.", retryAfterSeconds: undefined };
}

export const malformed = (message = "The request is not well-formed.") =>
  new AppError("malformed", 400, message);
export const tooLarge = (message = "That is too long.") => new AppError("too-large", 413, message);
type UnauthorizedCode = "not-signed" | "not-signed-in" | "token-unusable" | "site-token-unusable";
export const unauthorized = (code: UnauthorizedCode, message: string) => new AppError(code, 401, message);
export const forbidden = () => new AppError("not-yours", 403, "That belongs to somebody else.");
export const notFound = (message = "There is nothing here.") => new AppError("not-found", 404, message);
export const conflict = () =>
  new AppError("message-id-taken", 409, "This messageId was used for another text.");
export const methodNotAllowed = () =>
  new AppError("method-not-allowed", 405, "This address does not take that method.");
export const tooMany = (retryAfterSeconds: number) =>
  new AppError("rate-limited", 429, "Too many requests. Please wait a moment.", { retryAfterSeconds });
