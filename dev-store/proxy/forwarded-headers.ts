import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";

const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
];
/** Shopify's App Proxy carries no cookies and no credentials, in either direction. */
const DROPPED_FROM_REQUEST = new Set([...HOP_BY_HOP, "host", "cookie", "authorization", "expect"]);
const DROPPED_FROM_ANSWER = new Set([...HOP_BY_HOP, "set-cookie"]);

export function requestHeaders(
  sent: IncomingHttpHeaders,
  from: { address: string; host: string },
): OutgoingHttpHeaders {
  return {
    ...without(sent, DROPPED_FROM_REQUEST),
    "x-forwarded-for": from.address,
    "x-forwarded-host": from.host,
    "x-forwarded-proto": "http",
  };
}

export function answerHeaders(received: IncomingHttpHeaders): OutgoingHttpHeaders {
  return without(received, DROPPED_FROM_ANSWER);
}

function without(headers: IncomingHttpHeaders, dropped: Set<string>): OutgoingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value !== undefined && !dropped.has(name)),
  );
}
