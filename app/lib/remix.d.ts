import "@remix-run/node";

declare module "@remix-run/node" {
  /** What the HTTP server tells loaders and actions beyond the request itself, as their `context`. */
  interface AppLoadContext {
    /** The client's address as the trusted proxies report it; empty when unknown. Personal data: never logged. */
    clientAddress: string;
    /** Also in the answer's X-Request-Id. */
    requestId: string;
  }

  /** Loaders' data arrives with its types, dates included. */
  interface Future {
    v3_singleFetch: true;
  }
}
