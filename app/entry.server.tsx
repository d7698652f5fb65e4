import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { startWorkingOffJobs } from "~/composition/shop-lifecycle.server";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { addDocumentResponseHeaders } from "~/shopify.server";

/** Remix gives up deferred data after this; the page itself gets a second more to say so. */
export const streamTimeout = 5_000;
const ABORT_AFTER_MS = streamTimeout + 1_000;

const log = createLogger("remix");

// An incomplete environment ends the process at its start, not a request later.
requireEnvironment();
startWorkingOffJobs();

export default function renderDocument(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
): Promise<Response> {
  addDocumentResponseHeaders(request, headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  // Bots want the whole page, people the first of it.
  const readyEvent = isbot(request.headers.get("User-Agent") ?? "") ? "onAllReady" : "onShellReady";

  return new Promise((resolve, reject) => {
    let hasStarted = false;
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={remixContext} url={request.url} />, {
      [readyEvent]() {
        hasStarted = true;
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }));
        pipe(body);
      },
      onShellError: reject,
      onError(error) {
        // Before the start the error is rejected with and logged by handleError.
        if (hasStarted) log.error({ error }, "A page failed while it was streamed");
      },
    });
    setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

/** Remix calls this for every error that a loader, an action or a page throws. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  const isAnswered = request.signal.aborted || (error as { code?: unknown }).code === "BODY_TOO_LONG";
  if (!isAnswered) log.error({ error, path: new URL(request.url).pathname }, "A request failed");
}
