import pino from "pino";

export type Logger = pino.Logger;

const CENSORED = "[redacted]";

/** Field names that carry secrets or a person's data. They are censored at the top of a log line and one level down. */
const CENSORED_FIELDS = [
  ...[
    "authorization",
    "cookie",
    "password",
    "secret",
    "token",
    "accessToken",
    "refreshToken",
    "idToken",
    "id_token",
  ],
  ...[
    "apiKey",
    "signature",
    "hmac",
    "email",
    "phone",
    "firstName",
    "lastName",
    "name",
    "address",
    "shippingAddress",
  ],
  ...["text", "note", "comment", "body", "headers", "query", "url"],
];

/**
 * The one way to log. A line says what happened in `msg` and gives ids and figures as fields; it never carries what a
 * shopper wrote, who she is, or a whole URL, since Shopify puts tokens into those. Errors go into the field `error`.
 */
const root = createRootLogger();

/** A logger whose lines carry `component`. */
export function createLogger(component: string): Logger {
  return root.child({ component });
}

/** `destination` is where the lines go: standard output when it is left out. */
export function createRootLogger(
  level = process.env.LOG_LEVEL || "info",
  destination: pino.DestinationStream = pino.destination({ fd: 1, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: CENSORED_FIELDS.flatMap((field) => [field, `*.${field}`]), censor: CENSORED },
      serializers: { error: describeError, err: describeError },
    },
    destination,
  );
}

/** The vendors' errors hang requests, headers and answers on themselves; only what says where and why is kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, status } = error as { code?: unknown; status?: unknown };
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof code === "string" && { code }),
    ...(typeof status === "number" && { status }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
